"""Text -> spans, lines and columns, folded words.

What every room needs to say where something stands and to compare words that were typed by different hands.
Nothing here knows what a reference is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, cast

_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′ʼ`´"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_SPACES = dict.fromkeys(
    map(ord, "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_PLAIN = _QUOTES | _DASHES | _SPACES
_LINE_END = re.compile(r"\r?\n|\r")
_MARKS = re.compile("[\u0300-\u036f]+")
_SIGNS = re.compile(r"[^\w\n]+|_+")
# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS = str.maketrans({
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L",
    "ß": "ss", "ı": "i", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
})  # fmt: skip


class _Rare:
    """A regular expression that is compiled when it is first looked for; from then on as fast as any."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        asked = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, asked)
        return asked


def rare(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression that most runs of the program never look for: they need not wait until it is compiled."""
    return cast("re.Pattern[str]", _Rare(pattern, flags))


class Span(NamedTuple):
    """A stretch of a text: characters from `start` (counted from 0) up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same stretch in a text that has `by` characters more in front."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end


class Place(NamedTuple):
    """A line and a column, both counted from 1 (a column is a character)."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A text and the name under which the user knows it: offset -> line and column."""

    text: str
    name: str = "-"

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *[match.end() for match in _LINE_END.finditer(self.text)]]

    def place(self, offset: int) -> Place:
        """Line and column of a character; the end of the text is a place too."""
        index = bisect_right(self._starts, offset) - 1
        return Place(index + 1, offset - self._starts[index] + 1)

    def line(self, number: int) -> str:
        """The text of a line (counted from 1) without its line end; empty beyond the last."""
        return self.line_span(number).of(self.text).rstrip("\r\n")

    def line_span(self, number: int) -> Span:
        """Where a line (counted from 1) stands, its line end included."""
        starts = self._starts
        if not 1 <= number <= len(starts):
            return Span(len(self.text), len(self.text))
        return Span(starts[number - 1], starts[number] if number < len(starts) else len(self.text))


def lines(text: str) -> Iterator[Span]:
    """The lines of a text with their ends (`\\n`, `\\r\\n` or `\\r`); joined they are the text."""
    start = 0
    for piece in text.splitlines(keepends=True) if not _odd_breaks(text) else _plain_lines(text):
        yield Span(start, start + len(piece))
        start += len(piece)


def _odd_breaks(text: str) -> bool:
    return any(char in text for char in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


def _plain_lines(text: str) -> Iterator[str]:
    start = 0
    for i, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[i + 1 : i + 2] != "\n"):
            yield text[start : i + 1]
            start = i + 1
    if start < len(text):
        yield text[start:]


def plain(text: str) -> str:
    """Curly quotes, dashes and odd spaces made ASCII; every character stays at its offset."""
    return text.translate(_PLAIN)


def fold(text: str) -> str:
    """Words as they compare: accents, case, kinds of quote and dash, and runs of space make no difference."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS).translate(_PLAIN))
        text = "".join(char for char in text if not unicodedata.combining(char))
    folded = text.casefold()
    return folded if folded.isalnum() else " ".join(folded.split())


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Does one of the words stand anywhere in the text? To ask this first saves the time of a slow pattern."""
    for word in words:  # noqa: SIM110 - nearly twice as fast as any()
        if word in text:
            return True
    return False


def fold_key(text: str) -> str:
    """Only the letters and digits of `fold`, for looking names up in a table."""
    folded = fold(text)
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


def fold_lines(texts: Sequence[str]) -> str:
    """The folded texts (none of them has a line end), one a line: `fold` of thousands of names at once, ten times as fast."""
    text = "\n".join(" ".join(text.split()) for text in texts)
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_LETTERS).translate(_PLAIN)))
    return text.casefold()


def fold_keys(texts: Sequence[str]) -> list[str]:
    """`fold_key` of each."""
    return _SIGNS.sub("", fold_lines(texts)).split("\n") if texts else []


def blank(text: str, spans: list[Span]) -> str:
    """The text with those stretches made spaces of equal length; line ends stay."""
    out, last = [], 0
    for span in sorted(spans):
        start = max(span.start, last)
        if start >= span.end:
            continue
        out += [text[last:start], "".join(c if c in "\r\n" else " " for c in text[start : span.end])]
        last = span.end
    return "".join([*out, text[last:]])
