"""Words of a list -> its entries where they count themselves inside the lines: "[1] ... [2] ... [3] ..." in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refcli.text import Span

# Each begins with the sign or figure that `re` can look for; what stands before it is asked behind it.
_STYLES = (
    re.compile(r"\[(?<!\S\[)(\d{1,3})\][.:]?\s{0,3}(?=\S)"),
    re.compile(r"\((?<!\S\()(\d{1,3})\)\s{0,3}(?=[^\W\d_a-z]|[“\"‘«*])"),
    re.compile(r"(\d(?:(?<=^\d)|(?<=[.;)\]”\"/\d]\s\d))\d{0,2})\.\s{1,3}(?=[^\W\d_a-z]|[“\"‘«*—])"),
    re.compile(r"(\d(?<!\S\d)\d{0,2})\)\s{1,3}(?=[^\W\d_]|[“\"‘«*—])"),
)
_FAR = 2
"""A list may leave out so many numbers and still go on counting."""
_BLANK = re.compile(r"\n[ \t\r]*\n")
_SHORTEST = 25
"""Characters of an entry."""


class Counted(NamedTuple):
    """An entry: its number and its place in the words, the number left out."""

    number: str
    span: Span


def counted(words: str) -> list[Counted]:
    """The entries of a paragraph that are numbered from 1 on, most of them in the middle of lines; none where it is not so."""
    best = max((list(_chain(words, pattern)) for pattern in _STYLES), key=len)
    inside = sum(words[: mark.start()].rpartition("\n")[2].strip() != "" for mark in best)
    if len(best) < 3 or words[: best[0].start()].strip() or inside < 0.5 * (len(best) - 1):
        return []
    ends = [mark.start() for mark in best[1:]] + [_end(words, best)]
    return [
        Counted(mark[1], Span(mark.end(), mark.end() + len(words[mark.end() : end].rstrip(" \t\r\n;"))))
        for mark, end in zip(best, ends, strict=True)
    ]


def _end(words: str, marks: Sequence[re.Match[str]]) -> int:
    """Where the last entry ends: at a blank line, where none is inside the others."""
    blank = _BLANK.search(words, marks[-1].end())
    apart = _BLANK.search(words, marks[0].end(), marks[-1].start())
    return blank.start() if blank and not apart else len(words)


def _chain(words: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The marks that count 1, 2, 3 ... with enough words between them."""
    marks = list(pattern.finditer(words))
    last_of = {int(mark[1]): i for i, mark in enumerate(marks)}
    wanted, last = 1, -_SHORTEST
    for i, match in enumerate(marks):
        value = int(match[1])
        coming = any(last_of.get(number, -1) > i for number in range(wanted, value))
        near = value == wanted or (1 < wanted < value <= wanted + _FAR and not coming)
        if near and match.start() - last >= _SHORTEST:
            yield match
            wanted, last = value + 1, match.end()
