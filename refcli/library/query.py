"""Words of a query -> does an entry fit? Words, "phrases", field:word, year:2004..2007, type:report, -not, OR.

All terms have to fit; OR between two terms binds them more tightly than the space between others. Case, accents and
kinds of quote or dash make no difference, and a word is found inside of others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from refcli.bibtex import BibEntry, Block, Reader
from refcli.bibtex.dates import issued
from refcli.bibtex.kinds import EVIDENCE
from refcli.bibtex.latex import to_text
from refcli.library.errors import LibraryError
from refcli.model import Reference
from refcli.text import fold

_TERM = re.compile(r'(-)?(?:([A-Za-z][\w-]*):)?("(?:[^"\\]|\\.)*"|\S+)')
_RANGE = re.compile(r"(\d{1,4})?\.\.(\d{1,4})?\Z", re.ASCII)
_BOUND = re.compile(r"([<>]=?)(\d{1,4})\Z", re.ASCII)
_YEAR = re.compile(r"\d{1,4}\Z", re.ASCII)

Test: TypeAlias = "Callable[[Candidate], bool]"


class QueryError(LibraryError):
    """A query that says nothing, or names something that entries do not have."""


GLANCE: Final = EVIDENCE | frozenset(
    """author editor translator director title subtitle titleaddon booktitle maintitle publisher institution school organization
    asfound doubts csljson type""".split()  # noqa: SIM905
)
"""What a line of a list and the kind of an entry are read from."""
COUNTED: Final = EVIDENCE | frozenset(("title", "asfound", "doubts", "csljson"))
"""What the kind, the date, the doubts and whether there is a title are read from."""
_DATES: Final = frozenset(("date", "year", "month", "day", "csljson"))


@dataclass(frozen=True)
class Candidate:
    """An entry, and its words, read when a term asks for them."""

    block: Block
    reader: Reader

    @cached_property
    def entry(self) -> BibEntry:
        """All that it says."""
        return self.reader.entry(self.block)

    @cached_property
    def glance(self) -> Reference:
        """What a line of a list shows."""
        return self.reader.entry(self.block, GLANCE).reference

    @cached_property
    def values(self) -> Mapping[str, str]:
        """Its own fields, in LaTeX."""
        return self.reader.values(self.block)[0]

    @cached_property
    def all(self) -> str:
        """Every word of it: key, type and fields."""
        return "\n".join(
            (fold(self.glance.id), self.block.name, *(fold(to_text(value)) for value in self.values.values()))
        )

    @cached_property
    def years(self) -> Sequence[int]:
        """The years of its date, from and to."""
        values, _ = self.reader.values(self.block, _DATES)
        alone = not values.keys() & {"crossref", "xdata", "csljson"}
        date = issued(values) if alone else self.reader.entry(self.block, _DATES).reference.issued
        return [day.year for day in date.days] if date else []

    def words(self, name: str) -> str:
        """What stands in a field, or in a CSL variable."""
        if name in self.values:
            return fold(to_text(self.values[name]))
        reference = self.entry.reference
        if name in reference.names:
            return fold("; ".join(map(str, reference.names[name])))
        return fold(reference.get(name) or str(reference.dates.get(name, "")))


def compile_query(words: Iterable[str]) -> Test:
    """The test that entries are put to. Raises QueryError."""
    groups: list[list[tuple[int, Test]]] = []
    either = False
    for match in _TERM.finditer(" ".join(words)):
        if match[0] == "OR":
            either = bool(groups)
            continue
        test = _term(match[2] or "", match[3])
        priced = (_cost(match[2] or ""), _not(test) if match[1] else test)
        if either:
            groups[-1].append(priced)
        else:
            groups.append([priced])
        either = False
    if not groups:
        raise QueryError(
            'an empty query; say for instance: refcli search author:mcdermott year:2004..2007 "oil price".'
        )
    # What costs least is asked first; the answer is the same.
    tests = [[test for _, test in group] for group in sorted(groups, key=lambda group: max(cost for cost, _ in group))]
    return lambda candidate: all(any(test(candidate) for test in group) for group in tests)


def _cost(name: str) -> int:
    return {"key": 0, "year": 1, "": 4}.get(name.lower(), 3 if name.lower() in _SPECIAL else 2)


def _not(test: Test) -> Test:
    return lambda candidate: not test(candidate)


def _term(name: str, value: str) -> Test:
    name = name.lower()
    words = (
        value[1:-1].replace('\\"', '"') if value.startswith('"') and value.endswith('"') and len(value) > 1 else value
    )
    special = _SPECIAL.get(name)
    if special:
        return special(words)
    folded = fold(words)
    if not name:
        return lambda candidate: folded in candidate.all
    if name in ("http", "https"):
        whole = fold(f"{name}:{words}")
        return lambda candidate: whole in candidate.all
    return lambda candidate: folded in candidate.words(name)


def _year(words: str) -> Test:
    if match := _RANGE.match(words):
        low, high = int(match[1] or -9999), int(match[2] or 9999)
    elif match := _BOUND.match(words):
        year, exact = int(match[2]), "=" in match[1]
        low, high = (year + (not exact), 9999) if match[1][0] == ">" else (-9999, year - (not exact))
    elif _YEAR.match(words):
        low = high = int(words)
    elif words.lower() in ("none", "nd", "n.d."):
        return lambda candidate: not candidate.years
    else:
        raise QueryError(
            f'"year:{words}" is no year; write year:2004, year:2004..2007, year:2004.., year:<2000 or year:none.'
        )
    return lambda candidate: any(low <= year <= high for year in candidate.years) or _spans(candidate.years, low, high)


def _spans(years: Sequence[int], low: int, high: int) -> bool:
    """Does a range of years cover the one asked for?"""
    return len(years) == 2 and years[0] <= high and low <= years[1]


def _type(words: str) -> Test:
    wanted = words.lower().lstrip("@")

    def fits(candidate: Candidate) -> bool:
        csl = candidate.glance.type
        return wanted in (candidate.block.name, csl) or csl.endswith("-" + wanted) or csl.startswith(wanted + "-")

    return fits


def _key(words: str) -> Test:
    wanted = fold(words)
    return lambda candidate: wanted in fold(candidate.glance.id)


def _has(words: str) -> Test:
    name = words.lower()
    return lambda candidate: bool(candidate.words(name))


_SPECIAL: Final[Mapping[str, Callable[[str], Test]]] = {"year": _year, "type": _type, "key": _key, "has": _has}
