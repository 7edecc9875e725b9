"""A name that is not listed -> the listed person whose name differs by a letter or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from refcli.matching import name_distance, romanised
from refcli.model import Name
from refcli.text import fold, fold_key


class Near(NamedTuple):
    """A listed family name near to what is written, how far it is, and its bearers with their entries."""

    distance: int
    family: str
    bearers: tuple[tuple[Name, int], ...]


class Spellings:
    """Family names by first letter and length; a mask of letters rules nearly all out before letters are compared."""

    def __init__(self, people: Iterable[tuple[Name, int]]) -> None:
        bearers: defaultdict[str, list[tuple[Name, int]]] = defaultdict(list)
        for name, entry in people:
            bearers[name.family].append((name, entry))
        self._bearers: Mapping[str, tuple[tuple[Name, int], ...]] = {
            key: tuple(value) for key, value in bearers.items()
        }
        self._groups: defaultdict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
        for family in bearers:
            key = fold_key(family)
            if key:
                self._groups[key[0], len(key)].append((_mask(key), family))

    def near(self, family: str, given: str = "") -> Sequence[Near]:
        """Listed names one letter away, two for long names; the nearest first. None for short names: too many are near.

        Two letters too where the `given` name is that of the listed person, whole.
        """
        key = fold_key(family)
        if len(key) < 5:
            return ()
        most = 1 if len(key) < 7 else 2
        if most == 1 and len(given) > 2:
            same = [
                Near(distance, listed, bearers)
                for listed in self._alike(key, 2)
                if 0 < (distance := name_distance(key, listed, 2)) <= 2
                and (bearers := tuple(pair for pair in self._bearers[listed] if fold(pair[0].given) == fold(given)))
            ]
            if same:
                return sorted(same, key=lambda near: near[:2])
        found = [
            Near(distance, listed, self._bearers[listed])
            for listed in self._alike(key, most)
            if 0 < (distance := name_distance(key, listed, most)) <= most
        ]
        return sorted(found, key=lambda near: near[:2])

    def _alike(self, key: str, most: int) -> Iterator[str]:
        mask = _mask(key)
        for length in range(len(key) - most, len(key) + most + 1):
            for other, listed in self._groups.get((key[0], length), ()):
                if (mask ^ other).bit_count() <= 2 * most:
                    yield listed


def _mask(key: str) -> int:
    mask = 0
    for char in key:
        mask |= 1 << (ord(char) & 31)
    return mask


def same_first(given: str, listed: str) -> bool:
    """The given names may be one: whole names of which one begins as the other, or initials that are the same."""
    one, other = fold(given).replace(".", " ").split(), fold(listed).replace(".", " ").split()
    if not one or not other:
        return False
    if len(one[0]) > 2 and len(other[0]) > 2:
        alike = one[0].startswith(other[0]) or other[0].startswith(one[0]) or name_distance(one[0], other[0], 1) <= 1
        return alike or romanised(one[0]) == romanised(other[0])
    return one[0][0] == other[0][0]


def same_given(given: str, listed: str) -> bool:
    """The given names are the same: one whole name of each, or all the initials where more than one is stated."""
    one, other = (fold(words).replace(".", " ").replace("-", " ").split() for words in (given, listed))
    if not one or not other:
        return False
    if len(one[0]) > 2 and len(other[0]) > 2:
        return one[0] == other[0] or romanised(one[0]) == romanised(other[0])
    return len(one) > 1 and [word[0] for word in one] == [word[0] for word in other]
