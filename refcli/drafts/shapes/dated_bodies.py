"""The World Bank (2015) found; RAND (2016) -> mentions of listed bodies with a year in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from refcli.drafts.linking import resolve
from refcli.drafts.lookup import years_in
from refcli.drafts.shapes.narrative import YEAR_BEHIND
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Mention
from refcli.text import Span


def find(scene: Scene) -> Iterator[Mention]:
    """Names of listed bodies and outlets, behind which a year stands in brackets."""
    words = scene.prose.words
    for i, word in enumerate(words):
        if not word.capital or word.folded not in scene.index.starts:
            continue
        length = scene.listed_at(i)
        year = YEAR_BEHIND.match(scene.prose.text, words[i + length - 1].end) if length else None
        if year:
            targets = scene.index.bodies[tuple(word.folded for word in words[i : i + length])]
            link = resolve(scene.index, targets, years_in(year["years"]))
            yield Mention(Span(word.start, year.end()), "narrative", link)
