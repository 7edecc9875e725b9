"""Tokens and labels -> labels: in "8(85)" the first number is the volume and the one in brackets the issue."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.parsing.labelling.tokens import Token

_NUMBERS = frozenset(("volume", "issue"))
_LONGEST = 4
"""So many tokens an issue has: "2-3", "S1"."""


def settle_volumes(tokens: Sequence[Token], labels: list[str]) -> None:
    """A number with another in brackets glued to it, labelled as one value, becomes two; changes `labels`."""
    if _NUMBERS.isdisjoint(labels):
        return
    for i in range(len(tokens) - 3):
        if labels[i] in _NUMBERS and tokens[i].text.isdecimal() and tokens[i + 1].text == "(" and _glued(tokens, i):
            end = next((j for j in range(i + 3, min(i + 3 + _LONGEST, len(tokens))) if tokens[j].text == ")"), 0)
            if end and set(labels[i:end]) == {labels[i]} and tokens[i + 2].text.isdecimal():
                labels[i], labels[i + 1], labels[end] = "volume", "other", "other"
                labels[i + 2 : end] = ["issue"] * (end - i - 2)


def _glued(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].end == tokens[i + 1].start
