"""The World Bank (2015) found; the International Crisis Group (2012) warned -> mentions of bodies with a year in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from refcli.data.outlets import find_outlet
from refcli.drafts.attribution import verb_of
from refcli.drafts.lexicon import words_of
from refcli.drafts.linking import resolve
from refcli.drafts.lookup import years_in
from refcli.drafts.shapes.bodies import body_run, is_body
from refcli.drafts.shapes.narrative import YEAR_BEHIND
from refcli.drafts.shapes.outlets import bare
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Mention, Unknown
from refcli.text import Span

_AUTHOR_DATE = 8
"""Names with years behind them that make a draft one of author and date, in which a body with a year is cited."""
_DATED_EVENTS = frozenset(
    """summit conference act treaty convention agreement resolution protocol charter war court tribunal commission congress
    parliament assembly council constitution forum""".split()  # noqa: SIM905
)


def find(scene: Scene) -> Iterator[Mention]:
    """Listed bodies and outlets, and others that publish, behind which a year stands in brackets."""
    words = scene.prose.words
    for i in scene.prose.capitals:
        word = words[i]
        if not word.capital:
            continue
        length = scene.listed_at(i) if word.folded in scene.index.starts else 0
        year = YEAR_BEHIND.match(scene.prose.text, words[i + length - 1].end) if length else None
        if year:
            targets = scene.index.bodies[tuple(word.folded for word in words[i : i + length])]
            yield Mention(
                Span(word.start, year.end()), "narrative", resolve(scene.index, targets, years_in(year["years"]))
            )
        elif not length and (i == 0 or not words[i - 1].capital):
            yield from _unlisted(scene, i)


def _unlisted(scene: Scene, first: int) -> Iterator[Mention]:
    """A known outlet, or a body that says something: "(2010)" behind a court or a summit is the year of an event."""
    words = scene.prose.words
    while words[first].folded in words_of("openers"):
        first += 1
        if first >= len(words) or not words[first].capital:
            return
    if scene.listed_at(first):
        return
    last = body_run(words, first)
    year = YEAR_BEHIND.match(scene.prose.text, words[last - 1].end)
    if not year or last - first < 2:
        return
    name = " ".join(bare(word) for word in words[first:last])
    outlet = find_outlet(name)
    says = verb_of(words, scene.prose.at(year.end()), words_of("finding_verbs") | words_of("document_verbs"))
    cites_so = len(scene.dated) >= _AUTHOR_DATE and not any(word.folded in _DATED_EVENTS for word in words[first:last])
    if (outlet is not None and outlet.kind != "government") or ((says or cites_so) and is_body(words[first:last])):
        yield Mention(Span(words[first].start, year.end()), "narrative", Unknown(name))
