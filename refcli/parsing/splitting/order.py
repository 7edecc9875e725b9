"""First words of a list's lines -> what alphabetical order says of each: most lists are sorted, the insides of entries are not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from refcli.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_SURE = 1.6
_FEW = 4
_OUT_OF_ORDER = -1.0
_IN_ORDER = 0.5


def order_evidence(words: Sequence[str], evidence: Sequence[float]) -> list[float]:
    """Points for each line to begin an entry: some where its first letters lie between those of the sure beginnings
    around it, fewer than none where they do not; nothing at all where the sure beginnings are not sorted.
    """
    keys = [_key(word) for word in words]
    sure = [i for i, points in enumerate(evidence) if points >= _SURE and keys[i]]
    rising = sum(keys[a] <= keys[b] for a, b in pairwise(sure))
    if len(sure) < _FEW or rising < 0.85 * (len(sure) - 1):
        return [0.0] * len(words)
    before = _running(keys, sure)
    after = _running(keys[::-1], [len(keys) - 1 - i for i in sure])[::-1]
    return [_points(key, low, high) for key, low, high in zip(keys, before, after, strict=True)]


def _running(keys: Sequence[str], sure: Sequence[int]) -> list[str]:
    """For each line, the key of the nearest sure beginning in front of it."""
    known, last, out = set(sure), "", []
    for i, key in enumerate(keys):
        out.append(last)
        last = key if i in known else last
    return out


def _points(key: str, low: str, high: str) -> float:
    if not key:
        return 0.0
    return _IN_ORDER if low <= key and (not high or key <= high) else _OUT_OF_ORDER


def _key(words: str) -> str:
    """The letters that sort a line; "" for dashes, quotation marks and what else is not sorted by letters."""
    head = words[:40].lstrip(" *_")
    return fold(head)[:3] if head[:1].isalpha() else ""
