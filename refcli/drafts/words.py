"""Prose -> its words with their places, folded once; where quotations stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from refcli.text import Span, fold

_WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*\.?(?<!\d\.)|[^\w\s*]|(?<![^\W_])_+(?=\W)|\n[ \t\r]*\n")
_QUOTE = re.compile(r"“[^”]{1,3000}”|\"[^\"\n]{1,3000}\"|«[^»]{1,3000}»")
_BLOCK = re.compile(r"^(?:[ \t]*>[^\n]*\n?)+", re.MULTILINE)
_SAYS = re.compile(
    r"^(?!#)[^\r\n]*:[ \t\u00a0]*\r?\n[ \t\u00a0]*\r?\n[ \t\u00a0]*(?P<quote>(?!\d{1,3}[.)][ \t]|\[\^)[^\r\n#>*+|-][^\r\n]{80,}(?:\r?\n[^\r\n]+)*)",
    re.MULTILINE,
)


class Word(NamedTuple):
    """A word or sign; `folded` is without a possessive's ending and without the stop behind it."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def paragraph(self) -> bool:
        """No word: the end of a paragraph."""
        return self.text[0] == "\n"


@dataclass(frozen=True)
class Prose:
    """A text ready for looking: its words, its quotations."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words and signs in order."""
        folded = cache(_folded)
        found = _WORD.finditer(self.text)
        return tuple([Word(match.start(), match.end(), text := match[0], folded(text)) for match in found])

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The indexes of the words that begin with a capital or a digit: where a name may begin."""
        return tuple(i for i, word in enumerate(self.words) if word.text[0].isupper() or word.text[0].isdecimal())

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text has without a capital too: a name that is one of them may be no name at a sentence's start."""
        return frozenset(word.text for word in self.words if word.text.islower())

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def at(self, offset: int) -> int:
        """The index of the first word that starts at or behind an offset."""
        index = bisect_right(self._starts, offset)
        return index - 1 if index and self._starts[index - 1] == offset else index

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """Block quotations: marked by ">", or a paragraph behind one that ends in a colon."""
        found = [Span(*match.span()) for match in _BLOCK.finditer(self.text)]
        found += [Span(*match.span("quote")) for match in _SAYS.finditer(self.text) if len(match["quote"].split()) > 15]
        return tuple(sorted(found))

    @cached_property
    def _quotes(self) -> list[Span]:
        inline = [Span(*match.span()) for match in _QUOTE.finditer(self.text) if len(match[0].split()) > 3]
        return sorted([*inline, *self.blocks])

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [span.start for span in self._quotes]

    def alone(self, span: Span) -> bool:
        """Does it make up a line of its own, as in a title or below one ("A briefing by the Baltic Institute")?"""
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.end)
        line = self.text[start : len(self.text) if end < 0 else end].strip(" *_#|>\r")
        before = self.text[start : span.start].strip(" *_#|>")
        return (
            not before
            and len(line.split()) < 14
            and not line.endswith((".", "!", "?", ":", ";", ",", "”", '"', ")", "]"))
        )

    def quoted(self, offset: int) -> bool:
        """Does that character stand inside a quotation?"""
        index = bisect_right(self._quote_starts, offset)
        return any(span.start < offset < span.end for span in self._quotes[max(0, index - 2) : index])


def _folded(text: str) -> str:
    folded = fold(text)
    if folded.endswith(("'s", "s'")) and len(folded) > 3:
        folded = folded[:-2] if folded.endswith("'s") else folded[:-1]
    return folded.rstrip(".") if len(folded) > 2 else folded
