"""Listed entries -> what to look for in a draft: family names, bodies and outlets, titles, with their entries."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from refcli.drafts.near import Spellings
from refcli.drafts.twins import short_notes, twins
from refcli.drafts.types import Listed
from refcli.drafts.ways import SMALL, firm_ways, makers, short_ways, ways
from refcli.matching import romanised
from refcli.model import Name
from refcli.text import fold

Lookup = Mapping[str, tuple[int, ...]]
roman = lru_cache(maxsize=1 << 16)(romanised)
"""`romanised`, remembered: a draft has the same words again and again."""


@dataclass(frozen=True)
class Index:
    """Looking up by name. All keys are folded; entries are given by their index in the list.

    `exact` has family names as they are spelt, `families` as romanisations share them; `bodies` names of bodies and
    outlets word by word; `starts` the number of words of the longest that begins with a word; `coined` those of the names
    that only the draft has.
    """

    entries: Sequence[Listed]
    exact: Lookup
    families: Lookup
    bodies: Mapping[tuple[str, ...], tuple[int, ...]]
    starts: Mapping[str, int]
    coined: frozenset[tuple[str, ...]] = frozenset()

    def family(self, word: str) -> tuple[int, ...]:
        """The entries that have a maker of that family name: so spelt, else in another romanisation."""
        return self.exact.get(fold(word)) or self.families.get(roman(word), ())

    def containing(self, name: str) -> tuple[int, ...]:
        """The entries in whose words the name stands anywhere."""
        words = fold(name)
        return tuple(i for i, text in enumerate(self.texts) if len(words) > 3 and words in text)

    def titled(self, words: str) -> tuple[int, ...]:
        """Entries whose title begins with these words, or has its first words in them."""
        said = _bare_title(fold(words).strip(" *_\"'.,"))
        if len(said) < 5:
            return ()
        return tuple(
            i
            for i, title in enumerate(map(_bare_title, self.titles))
            if title and (title.startswith(said) or (len(said) > 7 and said.startswith(title)))
        )

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The entries' words, folded."""
        return tuple(fold(entry.text) for entry in self.entries)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The entries' titles, folded; "" for none."""
        return tuple(fold(entry.reference.get("title")) for entry in self.entries)

    def fronted(self, words: str) -> tuple[int, ...]:
        """Entries that begin with these words: however they were read, that is what a draft cites them by."""
        said = _plain(words)
        if len(said) < 8:
            return ()
        at = bisect_left(self._fronts, (said, -1))
        found = []
        while at < len(self._fronts) and self._fronts[at][0].startswith(said):
            front, i = self._fronts[at]
            if not front[len(said) : len(said) + 1].isalnum():
                found.append(i)
            at += 1
        return tuple(sorted(found))

    def abbreviated(self, acronym: str) -> tuple[int, ...]:
        """Entries of a body whose name an acronym abbreviates, letter by letter: UIDAI, USAID."""
        letters = acronym.casefold()
        return tuple(i for name, hits in self._long_names for i in hits if abbreviates(letters, name))

    @cached_property
    def _fronts(self) -> list[tuple[str, int]]:
        return sorted((_plain(entry.text[:200]), entry.index) for entry in self.entries)

    @cached_property
    def _long_names(self) -> list[tuple[tuple[str, ...], tuple[int, ...]]]:
        return [(name, hits) for name, hits in self.bodies.items() if len(name) > 2]

    @cached_property
    def firm(self) -> Mapping[tuple[str, ...], tuple[int, ...]]:
        """Names of makers, and of what stands for them: of `bodies` those that name an entry wherever they stand."""
        found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for entry in self.entries:
            for words in {*firm_ways(entry), *short_ways(entry)}:
                if entry.index in self.bodies.get(words, ()):
                    found[words].append(entry.index)
        for words in self.coined:
            found[words] += self.bodies[words]
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def alike(self) -> Mapping[tuple[int | str, ...], tuple[tuple[str, ...], ...]]:
        """Names of bodies by all but one of their words, the place of that word in front."""
        found: defaultdict[tuple[int | str, ...], list[tuple[str, ...]]] = defaultdict(list)
        for name in self.bodies:
            for at in range(len(name) if len(name) > 1 else 0):
                found[(at, *name[:at], *name[at + 1 :])].append(name)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def signatures(self) -> Mapping[tuple[str, str], tuple[int, ...]]:
        """The first two words of entries of which the second has digits: "FO 371/55432"."""
        found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for entry in self.entries:
            words = [fold(word).strip(".,;:*_") for word in entry.text.split()[:2]]
            if len(words) == 2 and any(char.isdecimal() for char in words[1]):
                found[words[0], words[1]].append(entry.index)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def title_starts(self) -> Mapping[tuple[str, ...], tuple[int, ...]]:
        """The first three words of the titles, with their entries."""
        found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, title in enumerate(self.titles):
            words = tuple(word.strip(".,:;?!()'\"*_") for word in title.split()[:3])
            if len(words) == 3:
                found[words].append(i)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def twins(self) -> Mapping[int, int]:
        """Entries that are the same work as an earlier one, short notes of it too."""
        return {**self.shorts, **twins(self.entries)}

    @cached_property
    def shorts(self) -> Mapping[int, int]:
        """Notes that only name the work of an earlier one."""
        return short_notes(self.entries)

    def full(self, targets: Iterable[int]) -> tuple[int, ...]:
        """The entries, for short notes those that they name."""
        return tuple(dict.fromkeys(self.shorts.get(i, i) for i in targets))

    def works(self, found: Iterable[int]) -> tuple[int, ...]:
        """The entries, of duplicates only the first: what is listed twice is one work."""
        hits = self.full(found)
        return hits if len(hits) < 2 else tuple(dict.fromkeys(self.twins.get(i, i) for i in hits))

    @cached_property
    def spellings(self) -> Spellings:
        """For names that are not listed."""
        return Spellings(_people(self.entries))


def index(entries: Sequence[Listed]) -> Index:
    """Everything by which a draft may name the entries."""
    exact: defaultdict[str, list[int]] = defaultdict(list)
    families: defaultdict[str, list[int]] = defaultdict(list)
    for name, i in _people(entries):
        for family in {name.full_family, name.family}:
            exact[fold(family)].append(i)
            families[roman(family)].append(i)
    bodies = _bodies(entries)
    return Index(entries, _packed(exact), _packed(families), bodies, starts(bodies))


def starts(bodies: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """The number of words of the longest name that begins with a word."""
    found: dict[str, int] = {}
    for words in bodies:
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


def _bodies(entries: Sequence[Listed]) -> dict[tuple[str, ...], tuple[int, ...]]:
    """Names of bodies and outlets; the beginning of a name only where it is nobody's whole name."""
    bodies: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for entry in entries:
        for words in ways(entry):
            bodies[words].append(entry.index)
    full = frozenset(bodies)
    for entry in entries:
        for words in short_ways(entry):
            if words not in full:
                bodies[words].append(entry.index)
    return {key: tuple(dict.fromkeys(value)) for key, value in bodies.items()}


def _bare_title(title: str) -> str:
    """Without the article: "Subject" is short for "The Subject of Documentary"."""
    return re.sub(r"^(?:the|a|an|der|die|das|le|la|les|el|los|il) ", "", title)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(words)))


def abbreviates(letters: str, name: Sequence[str]) -> bool:
    """Does the acronym have the first letter of every longer word of the name, in order, and none that the name has not?"""
    initials = [word[0] for word in name if word not in SMALL]
    whole = iter("".join(name))
    rest = iter(letters)
    return (
        len(initials) >= 3
        and letters[:1] == initials[0]
        and all(letter in rest for letter in initials)
        and all(letter in whole for letter in letters)
    )


def _people(entries: Sequence[Listed]) -> Iterator[tuple[Name, int]]:
    return ((name, entry.index) for entry in entries for name in makers(entry) if name.family)


def _packed(groups: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(dict.fromkeys(value)) for key, value in groups.items()}
