"""Looks -> the pairs that are worth comparing: they share a rare word, an identifier, or an author's year; never all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from refcli.duplicates.look import Look

_CROWD = 40
"""Of a block with more members only neighbours in the order of their titles are compared."""
_REACH = 8

Key: TypeAlias = tuple[str, ...]


def candidates(looks: Sequence[Look]) -> set[tuple[int, int]]:
    """Pairs of indexes, the smaller first. Their number grows with the number of looks, not with its square."""
    frequency = Counter(word for look in looks for word in set(look.title.words))
    blocks: defaultdict[Key, list[int]] = defaultdict(list)
    for i, look in enumerate(looks):
        for key in set(_keys(look, frequency)):
            blocks[key].append(i)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if 1 < len(members) <= _CROWD:
            pairs.update(combinations(members, 2))
        elif len(members) > _CROWD:
            pairs.update(_neighbours(members, looks))
    return pairs


def _neighbours(members: Sequence[int], looks: Sequence[Look]) -> Iterator[tuple[int, int]]:
    order = sorted(members, key=lambda i: looks[i].title.key)
    for at, i in enumerate(order):
        for j in order[at + 1 : at + 1 + _REACH]:
            yield (i, j) if i < j else (j, i)


def _keys(look: Look, frequency: Counter[str]) -> Iterator[Key]:
    year = str(look.year or "")
    if look.title.key:
        yield "title", look.title.key[:16]
    shared = sorted((frequency[word], word) for word in set(look.title.words) if frequency[word] > 1)
    for one, other in combinations([word for _, word in shared[:3]], 2):
        yield "words", *sorted((one, other))
    for maker in look.makers[:2]:
        yield "author", maker.family, year
        yield from (("author", maker.family, word) for word in look.title.words[:2])
    if look.pages and look.pages[1] > 1:
        yield "page", year, str(look.pages[1])
        yield "page", look.volume, str(look.pages[1])
    for name, value in (("doi", look.doi), ("isbn", look.isbn), ("url", look.url), ("number", look.number)):
        if value:
            yield name, value
