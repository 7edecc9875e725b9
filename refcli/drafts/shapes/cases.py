"""In *Harlow v. Port of Anders* (1998) the court -> mentions of listed cases; courts decide more than a list has, so no others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.shapes.narrative import YEAR_BEHIND
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Ambiguous, Cites, Mention
from refcli.text import Span, rare

_AGAINST = re.compile(r"\sv(?:s?\.|s)?\s+(?=[^\W\d_a-z])")
_WORD = r"(?:[^\W\d_a-z][\w.’'&-]*|of|the|and|for|de|&)"
_LEFT = rare(rf"{_WORD}(?:\s+{_WORD}){{0,9}}\Z")
_RIGHT = rare(rf"{_WORD}(?:\s+{_WORD}){{0,9}}")
_REACH = 120


def find(scene: Scene) -> Iterator[Mention]:
    """Listed cases by the names of both sides."""
    text = scene.prose.text
    if not any(_AGAINST.search(entry.text[:_REACH]) for entry in scene.index.entries):
        return
    for match in _AGAINST.finditer(text):
        left = _LEFT.search(text, max(0, match.start() - _REACH), match.start())
        right = _RIGHT.match(text, match.end())
        if left and right and (named := _named(scene, Span(left.start(), right.end()), match.start())):
            span, found = named
            year = YEAR_BEHIND.match(text, span.end)
            link = Cites(found) if len(found) == 1 else Ambiguous(found)
            yield Mention(Span(span.start, year.end() if year else span.end), "narrative", link)


def _named(scene: Scene, span: Span, against: int) -> tuple[Span, tuple[int, ...]] | None:
    """The longest stretch that begins an entry: words of the sentence may stand on either side."""
    words = [
        Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\S*[^\W_]", span.of(scene.prose.text))
    ]
    for first in (word for word in words if word.start < against):
        for last in (word for word in reversed(words) if word.start > against + 1):
            whole = Span(first.start, last.end)
            if found := scene.index.fronted(whole.of(scene.prose.text)):
                return whole, found
    return None
