"""Listed entries -> what to look for in a draft: family names, bodies and outlets, with their entries."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from refcli.data.outlets import find_outlet
from refcli.drafts.types import Ambiguous, Cites, Link, Listed, Misspelled, WrongYear
from refcli.matching import name_distance, romanised
from refcli.model import Date, Name
from refcli.text import fold

_ACRONYM = re.compile(r"[\[(]([A-Z][A-Za-z]*[A-Z])[\])]")
_KIND_WORDS = {
    "book": ("book", "monograph"),
    "report": ("report", "paper"),
    "chapter": ("chapter",),
    "thesis": ("thesis", "dissertation"),
}
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "de", "la", "du", "des", "et", "y", "und"])


@dataclass(frozen=True, slots=True)
class Index:
    """Looking up by name. All keys are folded; entries are given by their index in the list."""

    entries: Sequence[Listed]
    families: Mapping[str, tuple[int, ...]]
    bodies: Mapping[tuple[str, ...], tuple[int, ...]]
    starts: Mapping[str, int]
    people: Sequence[tuple[Name, int]] = field(default_factory=tuple)

    def family(self, word: str) -> tuple[int, ...]:
        """The entries that have a maker of that family name; romanisations of one name are one."""
        return self.families.get(romanised(word), ())

    def resolve(self, targets: Iterable[int], years: Sequence[str], near: str = "") -> Link:
        """The entries of a name, told apart by the years that the mention states ("2004", "2007a", "n.d."), else by the words near it."""
        found = tuple(dict.fromkeys(targets))
        if not years:
            found = self._by_title(found, near) or found
            return Cites(found) if len(found) == 1 else Ambiguous(found)
        exact = [tuple(i for i in found if self._has_year(i, year)) for year in years]
        if not all(exact):
            missing = next(year for year, hits in zip(years, exact, strict=True) if not hits)
            if any(self._undated(i) for i in found):
                return Cites(tuple(i for i in found if self._undated(i)))
            listed = tuple(
                sorted({str(date.year) for i in found if (date := self.entries[i].reference.issued) and date.year})
            )
            return WrongYear(missing, listed, found)
        hits = tuple(dict.fromkeys(i for group in exact for i in group))
        return Cites(hits) if all(len(group) == 1 for group in exact) else Ambiguous(hits)

    def containing(self, name: str) -> tuple[int, ...]:
        """The entries in whose words the name stands anywhere."""
        words = fold(name)
        return tuple(entry.index for entry in self.entries if len(words) > 3 and words in fold(entry.text))

    def _by_title(self, found: Sequence[int], near: str) -> tuple[int, ...]:
        """The one whose title, or its first words, stand near; or the one that is of the kind that is named there."""
        folded = fold(near.replace("*", "").replace("_", ""))
        titled = tuple(
            i
            for i in found
            if (start := " ".join(fold(self.entries[i].reference.get("title")).split()[:2]))
            and len(start) > 7
            and start.split(":")[0] in folded
        )
        if len(titled) == 1:
            return titled
        kinds = tuple(
            i
            for i in found
            if any(word in folded.split() for word in _KIND_WORDS.get(self.entries[i].reference.type, ()))
        )
        return kinds if len(kinds) == 1 else ()

    def _undated(self, i: int) -> bool:
        date = self.entries[i].reference.issued
        return date is None or not date.days

    def _has_year(self, i: int, year: str) -> bool:
        reference = self.entries[i].reference
        digits = year[:4]
        date = reference.issued
        if not digits.isdecimal():
            return date is None or not date.days
        suffix = reference.get("year-suffix")
        stated = date is not None and any(str(day.year) == digits for day in date.days)
        return stated and (not year[4:] or not suffix or suffix == year[4:])

    def misspelled(self, given: str, family: str, years: Sequence[str]) -> Misspelled | None:
        """The listed person whose name differs by a letter or two from what is written."""
        if len(family) < 5:
            return None
        best: tuple[int, Name, int] | None = None
        for name, i in self.people:
            distance = name_distance(family, name.family, 2)
            if not 0 < distance <= (1 if len(family) < 7 else 2) or fold(family)[0] != fold(name.family)[:1]:
                continue
            same_given = bool(given) and fold(given)[:1] == fold(name.given)[:1]
            fits = same_given and (not years or any(self._has_year(i, year) for year in years))
            if (fits or (years and any(self._has_year(i, year) for year in years))) and (
                best is None or distance < best[0]
            ):
                best = (distance, name, i)
        if best is None:
            return None
        meant = best[1].family
        targets = tuple(
            i
            for name, i in self.people
            if name.family == meant and (not years or any(self._has_year(i, year) for year in years))
        )
        return Misspelled(family, meant, tuple(dict.fromkeys(targets)))


def index(entries: Sequence[Listed]) -> Index:
    """Everything by which a draft may name the entries."""
    families: defaultdict[str, list[int]] = defaultdict(list)
    bodies: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    people: list[tuple[Name, int]] = []
    for entry in entries:
        for name in _makers(entry):
            if name.family:
                people.append((name, entry.index))
                for key in {romanised(name.full_family), romanised(name.family)}:
                    families[key].append(entry.index)
        for words in _names(entry):
            bodies[words].append(entry.index)
    starts: dict[str, int] = {}
    for words in bodies:
        starts[words[0]] = max(starts.get(words[0], 0), len(words))
    return Index(
        entries,
        {key: tuple(dict.fromkeys(value)) for key, value in families.items()},
        {key: tuple(dict.fromkeys(value)) for key, value in bodies.items()},
        starts,
        tuple(people),
    )


def _names(entry: Listed) -> Iterator[tuple[str, ...]]:
    """All names of bodies and outlets by which a draft may cite the entry, as folded words."""
    makers = _makers(entry)
    for name in makers:
        yield from _ways(name.literal)
    yield from _stated(entry)
    for variable in ("container-title",) if makers else ("container-title", "publisher", "title"):
        if _nameable(entry, variable):
            yield from _ways(entry.reference.get(variable))


_PIECE = re.compile(r"[^,.:;()\[\]“”\"«»\n]+")


def _stated(entry: Listed) -> Iterator[tuple[str, ...]]:
    """Names that the entry's own words state, however it was read: what stands in front, and capitalised pieces between commas."""
    pieces = [match[0].strip(" *_\u00a0") for match in _PIECE.finditer(" ".join(entry.text.split())[:600])]
    for i, piece in enumerate(pieces):
        words = piece.split()
        plain = [word for word in words if word.lower() not in _SMALL]
        named = bool(plain) and all(word[0].isupper() for word in plain) and not any(char.isdecimal() for char in piece)
        alone = i == 0 and len(words) == 1 and len(piece) > 3 and _alone(entry, piece)
        if named and (2 <= len(words) <= 8 or alone):
            yield split_name(piece)


def _alone(entry: Listed, piece: str) -> bool:
    """A single word in front that is no family name read already: a pseudonym, an acronym."""
    return bool(re.match(r"[*_]*" + re.escape(piece) + r"[*_]*[.,]?\s*\(", entry.text.lstrip())) and all(
        piece != name.family for name in _makers(entry)
    )


def title_targets(entries: Sequence[Listed], words: str) -> tuple[int, ...]:
    """Entries whose title begins with these words, or has its first words in them."""
    said = fold(words).strip(" *_\"'.,")
    starts = {entry.index: fold(entry.reference.get("title")) for entry in entries}
    return tuple(
        i
        for i, title in starts.items()
        if len(said) > 7 and title and (title.startswith(said) or said.startswith(title))
    )


def _makers(entry: Listed) -> tuple[Name, ...]:
    return tuple(name for name in entry.reference.authors if not name.others)


def _nameable(entry: Listed, variable: str) -> bool:
    """Is that a name by which prose cites the entry? The outlet of an article is; a book's title is not."""
    if variable == "container-title":
        return entry.reference.type.startswith(("article", "post", "webpage", "broadcast", "interview"))
    return variable == "publisher" or len(entry.reference.get(variable).split()) <= 6


def _ways(name: str) -> set[tuple[str, ...]]:
    """The name, its aliases, the acronym that it states or that its capitals make; as folded words."""
    if not name:
        return set()
    ways = {name, re.sub(r"\s*[\[(][^\])]*[\])]", "", name)}
    ways |= {match[1] for match in _ACRONYM.finditer(name)}
    outlet = find_outlet(name)
    if outlet is not None:
        ways |= {outlet.name, *outlet.aliases}
    capitals = [word[0] for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    if len(capitals) >= 3 and all(letter.isupper() for letter in capitals):
        ways.add("".join(capitals))
    return {words for way in ways if (words := split_name(way)) and (len(words) > 1 or len(words[0]) > 1)}


_NAME_WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*")


def split_name(name: str) -> tuple[str, ...]:
    """A name as the folded words in which a draft has it; a leading "the" is left out."""
    words = [fold(match[0]) for match in _NAME_WORD.finditer(name)]
    words = [word[:-2] if word.endswith("'s") and len(word) > 3 else word for word in words]
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def dated(entries: Sequence[Listed], targets: Sequence[int], month: int, day: int) -> tuple[int, ...]:
    """Those of the targets that are of that month and day, as far as both are stated; all when none is."""

    def fits(date: Date | None) -> bool:
        return date is not None and any(
            mark.month == month and (not day or not mark.day or mark.day == day) for mark in date.days
        )

    hits = tuple(i for i in targets if fits(entries[i].reference.issued))
    return hits or tuple(targets)
