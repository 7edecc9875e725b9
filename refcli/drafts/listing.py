"""Listed entries -> what to look for in a draft: family names, bodies and outlets, titles, with their entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from refcli.drafts.near import Spellings
from refcli.drafts.twins import twins
from refcli.drafts.types import Listed
from refcli.drafts.ways import makers, short_ways, ways
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
    outlets word by word; `starts` the number of words of the longest that begins with a word.
    """

    entries: Sequence[Listed]
    exact: Lookup
    families: Lookup
    bodies: Mapping[tuple[str, ...], tuple[int, ...]]
    starts: Mapping[str, int]

    def family(self, word: str) -> tuple[int, ...]:
        """The entries that have a maker of that family name: so spelt, else in another romanisation."""
        return self.exact.get(fold(word)) or self.families.get(roman(word), ())

    def containing(self, name: str) -> tuple[int, ...]:
        """The entries in whose words the name stands anywhere."""
        words = fold(name)
        return tuple(i for i, text in enumerate(self.texts) if len(words) > 3 and words in text)

    def titled(self, words: str) -> tuple[int, ...]:
        """Entries whose title begins with these words, or has its first words in them."""
        said = fold(words).strip(" *_\"'.,")
        if len(said) <= 7:
            return ()
        return tuple(
            i for i, title in enumerate(self.titles) if title and (title.startswith(said) or said.startswith(title))
        )

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The entries' words, folded."""
        return tuple(fold(entry.text) for entry in self.entries)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The entries' titles, folded; "" for none."""
        return tuple(fold(entry.reference.get("title")) for entry in self.entries)

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
        """Entries that are the same work as an earlier one."""
        return twins(self.entries)

    def works(self, found: Iterable[int]) -> tuple[int, ...]:
        """The entries, of duplicates only the first: what is listed twice is one work."""
        return tuple(dict.fromkeys(self.twins.get(i, i) for i in found))

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
    starts: dict[str, int] = {}
    for words in bodies:
        starts[words[0]] = max(starts.get(words[0], 0), len(words))
    return Index(entries, _packed(exact), _packed(families), bodies, starts)


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


def _people(entries: Sequence[Listed]) -> Iterator[tuple[Name, int]]:
    return ((name, entry.index) for entry in entries for name in makers(entry) if name.family)


def _packed(groups: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(dict.fromkeys(value)) for key, value in groups.items()}
