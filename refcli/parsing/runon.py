"""Words in which several references follow each other on one line -> where each of them stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from refcli.parsing.edges import opening
from refcli.parsing.shape import has_date, likeness
from refcli.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEMICOLON = re.compile(r";\s+(?:(?:and|&|und|y|et)\s+)?")
_STOP = re.compile(r"(?<=[.\d)”\"*/])\s+(?=[^\W\d_a-z][\w'’‐-]+, (?:[^\W\d_a-z]\.|[^\W\d_a-z][a-z]+)|[—–]{2,}[.,])")
_DATED = re.compile(r"[^()]{0,140}[\s(](?:1[5-9]|20)\d\d[a-z]?[).,:]")


def run_on(words: str) -> list[Span]:
    """The references in a paragraph: all of it where it is one, or where a cut would leave a piece that is none."""
    whole = [Span(0, len(words))]
    for seams in (_SEMICOLON, _STOP) if len(words) > 120 else ():
        pieces = list(_pieces(words, seams))
        if len(pieces) > 1 and all(_is_reference(piece.of(words), strict=seams is _STOP) for piece in pieces):
            return pieces
    return whole


def _pieces(words: str, seams: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for seam in seams.finditer(words):
        if seams is _STOP and not _DATED.match(words, seam.end(), seam.end() + 170):
            continue
        yield Span(start, seam.start())
        start = seam.end()
    yield Span(start, len(words))


def _is_reference(words: str, *, strict: bool) -> bool:
    begins = opening(words) >= (1.0 if strict else 0.5) or (not strict and words[:1] in tuple('“"‘*'))
    return len(words) >= 25 and begins and has_date(words) and likeness(words) >= 1.5
