"""A list's text and the pieces that it was taken into -> what stands between the pieces, named: numbers, bullets, tags, joints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from refcli.parsing.types import Rest
from refcli.text import Span

_NAMES = (
    ("markup", re.compile(r"(?:</?[a-zA-Z][^<>]*>|\[?↩\ufe0e?\]?(?:\(#[^()]*\))?|\\|\s|>)+")),
    ("a joint", re.compile(r"(?:[;,]|(?:and|&|und|y|et)\b|\s)+")),
    ("a number", re.compile(r".*?(?:\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]|\[\^|\\bibitem|\[[^\]]*\]).*", re.DOTALL)),
    ("a bullet", re.compile(r"(?:[\W_]|[a-z]\b|Jump up to\b)+")),
    ("a heading", re.compile(r".*:\s*", re.DOTALL)),
)
WORDS = "words left over"
"""What is no number, bullet, tag or joint: it belongs to what was left out of the list."""
_WORDS = re.compile(r"[^\s\u200b\ufeff](?:.*[^\s\u200b\ufeff])?")


def between(text: str, region: Span, pieces: Iterable[Span]) -> Iterator[Rest]:
    """What is in no piece and is no blank, line by line."""
    last = region.start
    for piece in [*sorted(pieces), Span(region.end, region.end)]:
        for match in _WORDS.finditer(text, last, max(last, piece.start)):
            yield Rest(Span(*match.span()), _name(match[0]))
        last = max(last, piece.end)


def _name(words: str) -> str:
    return next((name for name, pattern in _NAMES if pattern.fullmatch(words)), WORDS)
