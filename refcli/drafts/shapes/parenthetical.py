"""(Weitz 2006, 155; see also Cooley & Heathershaw, 2017a) -> mentions, one a work or author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.lookup import YEARS, link_names, years_in
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Mention
from refcli.text import Span

_GROUP = re.compile(r"[(\[]([^()\[\]]{4,400}(?:\[[^\]]{1,40}\][^()\[\]]{0,200})?)[)\]]")
_DATED = re.compile(r"\d{4}|n\.d|forthcoming|in press")
_PIECE = re.compile(r"[^;]+")
_LEADS = "see|also|e\\.g\\.,?|i\\.e\\.,?|cf\\.|compare|as cited in|cited in|as quoted in|quoted in|in|from|as|by|and|but see|for example,?|for instance,?|adapted from|contra|source:"
_CITE = re.compile(
    rf"(?P<lead>(?:(?:{_LEADS})\s+|\s+)*)(?P<names>[*_“\"‘«]?[^\W\d_].{{0,160}}?)[,:]?\s+(?P<years>{YEARS})",
    re.IGNORECASE | re.DOTALL,
)
_MORE = re.compile(rf"\s*(?P<years>{YEARS})")


def find(scene: Scene) -> Iterator[Mention]:
    """Every author-date citation in brackets."""
    for group in _GROUP.finditer(scene.prose.text):
        if _DATED.search(group[1]):
            yield from _cited(scene, group)


def _cited(scene: Scene, group: re.Match[str]) -> Iterator[Mention]:
    """The citations between two brackets; years that stand alone behind a semicolon are the author's before them."""
    pieces = list(_PIECE.finditer(scene.prose.text, group.start(1), group.end(1)))
    names, span = "", Span(0, 0)
    years: tuple[str, ...] = ()
    for piece in pieces:
        match = _CITE.match(piece[0])
        more = _MORE.match(piece[0]) if names else None
        if more:
            years, span = (*years, *years_in(more["years"])), Span(span.start, piece.end())
        elif match:
            yield from _mention(scene, names, years, span)
            names, years = match["names"], years_in(match["years"])
            span = Span(piece.start() + match.start("names"), piece.start() + len(piece[0].rstrip()))
    yield from _mention(scene, names, years, Span(*group.span()) if len(pieces) == 1 else span)


def _mention(scene: Scene, names: str, years: tuple[str, ...], span: Span) -> Iterator[Mention]:
    link = link_names(scene.index, names, years) if names else None
    if link is not None:
        yield Mention(span, "parenthetical", link)
