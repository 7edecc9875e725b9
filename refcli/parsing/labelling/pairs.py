"""Tokens and labels -> labels: what stands between one pair of quotation or italics marks is no author's name and part of a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from refcli.parsing.labelling.marks import quoted
from refcli.parsing.labelling.tokens import Token

_INSIDE = frozenset(("em", "1", "2"))
_WORKS = frozenset(("title", "container"))
_PEOPLE = frozenset(("author", "editor"))


def settle_pairs(tokens: Sequence[Token], labels: list[str]) -> None:
    """A few words of a name inside a pair whose other words are a title or a container become that; changes `labels`."""
    if not _PEOPLE.intersection(labels):
        return
    marks = quoted(tokens)
    if _INSIDE.isdisjoint(marks):
        return
    for mark, group in groupby(enumerate(marks), key=lambda pair: pair[1]):
        if mark in _INSIDE:
            _one_thing(tokens, labels, [i for i, _ in group])


def _one_thing(tokens: Sequence[Token], labels: list[str], inside: Sequence[int]) -> None:
    words = [i for i in inside if tokens[i].text[0].isalnum()]
    (most, count), *_ = Counter(labels[i] for i in words).most_common(1) or [("", 0)]
    if most in _WORKS and 2 * count >= len(words) and any(labels[i] in _PEOPLE for i in words):
        for i in range(inside[0], words[-1] + 1):
            labels[i] = most if labels[i] in _PEOPLE or labels[i] == "other" else labels[i]
