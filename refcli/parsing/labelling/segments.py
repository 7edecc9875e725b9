"""Tokens and labels -> segments that join to the text; what stands between values is `other`.

The edges of a value are cleaned here by one rule for training and reading alike: quotation marks, commas, blanks and the
raised number of a note at its ends are no part of it, a bracket only if its partner is inside, a full stop only after an initial of a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcli.parsing.fields.quotes import closes_quoted_word, opens_quoted_word
from refcli.parsing.labelling.tokens import Token
from refcli.parsing.types import Segment
from refcli.text import Span

_EDGE = frozenset(" \t\r\n\u00a0\u2002\u2003\u2009\u202f\u200b,;:.\"“”„«»‹›‘’'`*_|=/–—-⁰¹²³⁴⁵⁶⁷⁸⁹")
_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BRACKETS = frozenset("()[]{}")
_WORKS = frozenset(("title", "container", "collection"))
_NAMES = frozenset(("author", "editor", "translator", "publisher", "place", "container"))


def segments(text: str, tokens: Sequence[Token], labels: Sequence[str]) -> tuple[Segment, ...]:
    """The whole text in labelled pieces, in order."""
    out: list[Segment] = []
    last = 0
    for name, span in _values(text, tokens, labels):
        if span.start > last:
            out.append(Segment("other", text[last : span.start]))
        out.append(Segment(name, span.of(text)))
        last = span.end
    if last < len(text):
        out.append(Segment("other", text[last:]))
    return tuple(out)


def _values(text: str, tokens: Sequence[Token], labels: Sequence[str]) -> Iterator[tuple[str, Span]]:
    i, count = 0, len(labels)
    while i < count:
        start, name = i, labels[i]
        while i < count and labels[i] == name:
            i += 1
        if name != "other":
            span = trim(text, Span(tokens[start].start, tokens[i - 1].end), name)
            if span.start < span.end:
                yield name, _with_quoted_words(text, span) if name in _WORKS else span


def _with_quoted_words(text: str, span: Span) -> Span:
    """With the mark of a quoted word at its edge, which only looks like one that surrounds the value."""
    start, end = span
    start -= start > 0 and opens_quoted_word(text, start - 1, end)
    return Span(start, end + closes_quoted_word(text, start, end))


def trim(text: str, span: Span, name: str) -> Span:
    """The value inside a labelled stretch, without what only surrounds it."""
    start, end = span
    while True:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE and not _keeps(text, start, end, name):
            end -= 1
        if end > start:
            start, end = _brackets(text, start, end)
        if (start, end) == before:
            return Span(start, end)


def _keeps(text: str, start: int, end: int, name: str) -> bool:
    """The stop of an initial ("McDermott, R.") or of an abbreviation in a name ("Jr.", "U.S.", "Co.") is part of it, a slash of an address."""
    if name == "url":
        return text[end - 1] in "/="
    if text[end - 1] != "." or name not in _NAMES or end - start < 2:
        return False
    word = text[start : end - 1].replace(".", " ").replace("\u00a0", " ").split(" ")[-1].split("-")[-1]
    return (len(word) == 1 and word.isupper()) or word in ("Jr", "Sr", "Inc", "Co", "Corp", "Ltd", "al", "St", "Ph")


def _brackets(text: str, start: int, end: int) -> tuple[int, int]:
    opening, closing = text[start], text[end - 1]
    if opening not in _BRACKETS and closing not in _BRACKETS:
        return start, end
    inside = text[start:end]
    if opening in _PAIRS and (_PAIRS[opening] not in inside or _closes_at_end(inside)):
        return start + 1, end - 1 if closing == _PAIRS[opening] and _closes_at_end(inside) else end
    if opening in ")]}":
        return start + 1, end
    for left, right in _PAIRS.items():
        if closing == right and inside.count(left) < inside.count(right):
            return start, end - 1
        if closing == left:
            return start, end - 1
    return start, end


def _closes_at_end(inside: str) -> bool:
    depth = 0
    for i, char in enumerate(inside):
        depth += (char == inside[0]) - (char == _PAIRS[inside[0]])
        if depth == 0:
            return i == len(inside) - 1
    return False
