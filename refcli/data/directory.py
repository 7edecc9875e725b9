"""Rows of the outlets' table -> the outlets by name, by domain, in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from typing import Any

from refcli.text import fold_key, fold_keys, fold_lines

KINDS = frozenset(
    [
        "newspaper",
        "magazine",
        "newsletter",
        "journal",
        "wire",
        "broadcaster",
        "website",
        "think-tank",
        "igo",
        "ngo",
        "government",
        "publisher",
    ]
)
PERIODICALS = frozenset(["newspaper", "magazine", "newsletter", "journal", "wire", "broadcaster", "website"])
"""Kinds that carry articles; the others are bodies that publish."""
_THE = re.compile(r"the\s", re.IGNORECASE)
_FIRST = re.compile(r"^(?:the )?\W*(\w+)", re.MULTILINE)
_FIRST_WORD = re.compile(r"^(?:the )?(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A row of the table; what is not known is "".

    `ambiguous`: ordinary words, family names, or what several are called. They may mean it, and rename nothing.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    publisher: str = ""
    place: str = ""
    country: str = ""
    language: str = ""
    domain: str = ""
    issn: str = ""

    @property
    def periodical(self) -> bool:
        """True for what carries articles (a newspaper, a wire), False for a body (a ministry, a think tank)."""
        return self.kind in PERIODICALS

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Outlet:
        """The row of a table that has no faults (see `refcli.data.faults`)."""
        lists = {key: tuple(row[key]) for key in ("aliases", "ambiguous") if key in row}
        return cls(**{**row, **lists})


@lru_cache(maxsize=4096)
def outlet_key(words: str) -> str:
    """What names are looked up by: letters and digits, folded, without a leading "The"."""
    key = fold_key(words)
    return key[3:] if key.startswith("the") and words[3:4].isspace() else key


@dataclass(frozen=True, eq=False)
class Directory:
    """Outlets by what they are called; later rows go before earlier ones where `own` begins."""

    rows: Sequence[Mapping[str, Any]]
    own: int | None = None
    ready: Mapping[str, Any] | None = None
    """What `prepared` gave for these rows when refcli was built: it takes 20 ms."""

    def prepared(self) -> Mapping[str, Any]:
        """What the names of the rows come to, as JSON can have it."""
        sets = (self._ambiguous, self.starts, self.words)
        return dict(zip(("ambiguous", "starts", "words"), map(sorted, sets), strict=True), index=self._index)

    def with_outlets(self, outlets: Sequence[Outlet]) -> Directory:
        """These and further ones, which win where both have a name."""
        return Directory([*self.rows, *map(asdict, outlets)], len(self.rows))

    def find(self, words: str) -> Outlet | None:
        """The outlet of that name or alias."""
        found = self._index.get(outlet_key(words))
        return None if found is None else self.outlet(found[0])

    def find_in_prose(self, words: str) -> Outlet | None:
        """The outlet of that name or alias, if words of running text mean it."""
        key = outlet_key(words)
        found = self._index.get(key)
        if found is None or not _written_like(words, found[1]):
            return None
        return self.outlet(found[0]) if key not in self._ambiguous or _THE.match(words) else None

    def of_domain(self, host: str) -> Outlet | None:
        """The outlet whose site that host is."""
        labels = host.lower().removeprefix("www.").split(".")
        found = (self._domains.get(".".join(labels[start:])) for start in range(len(labels) - 1))
        row = next((row for row in found if row is not None), None)
        return None if row is None else self.outlet(row)

    def outlet(self, row: int) -> Outlet:
        """The outlet of that row."""
        if row not in self._made:
            self._made[row] = Outlet.from_row(self.rows[row])
        return self._made[row]

    @cached_property
    def _made(self) -> dict[int, Outlet]:
        """The outlets that were asked for, by row: texts name the same ones again and again."""
        return {}

    @property
    def own_outlets(self) -> tuple[Outlet, ...]:
        """The rows from where `own` begins."""
        return () if self.own is None else self.outlets[self.own :]

    @cached_property
    def outlets(self) -> tuple[Outlet, ...]:
        """All of them."""
        return tuple(map(Outlet.from_row, self.rows))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all names, aliases and ambiguous words."""
        return self._ambiguous.union(self._index)

    @cached_property
    def starts(self) -> frozenset[str]:
        """First words of names and aliases, up to any sign."""
        return frozenset(self.ready["starts"] if self.ready else _FIRST.findall(self._folded))

    @cached_property
    def words(self) -> frozenset[str]:
        """First words of names and aliases, up to a space."""
        return frozenset(self.ready["words"] if self.ready else _FIRST_WORD.findall(self._folded))

    @cached_property
    def _index(self) -> Mapping[str, tuple[int, str]]:
        """Key -> row and spelling. Names go before aliases; an alias that two rows claim is nobody's; own rows go before all."""
        if self.ready:
            said: Mapping[str, tuple[int, str]] = self.ready["index"]
            return said
        own = len(self.rows) if self.own is None else self.own
        index: dict[str, tuple[int, str]] = {}
        for part in (range(own), range(own, len(self.rows))):
            index |= _unshared(self._called("aliases", part)) | dict(self._called("name", part))
        return index

    @cached_property
    def _ambiguous(self) -> frozenset[str]:
        called = self._called("ambiguous", range(len(self.rows)))
        return frozenset(self.ready["ambiguous"] if self.ready else (key for key, _ in called))

    @cached_property
    def _domains(self) -> Mapping[str, int]:
        """The first row of those that share one; own rows go before all."""
        own = len(self.rows) if self.own is None else self.own
        order = [*reversed(range(own)), *range(own, len(self.rows))]
        return {domain: row for row in order if (domain := self.rows[row].get("domain"))}

    @property
    def _folded(self) -> str:
        return fold_lines([words for field in ("name", "aliases") for row in self.rows for words in _words(row, field)])

    def _called(self, field: str, part: range) -> Iterator[tuple[str, tuple[int, str]]]:
        """Key, row and spelling of each name in that field of those rows."""
        names = [(row, words) for row in part for words in _words(self.rows[row], field)]
        keys = fold_keys([_THE.sub("", words, 1) if _THE.match(words) else words for _, words in names])
        return zip(keys, names, strict=True)


def _words(row: Mapping[str, Any], field: str) -> Sequence[str]:
    said: str | Sequence[str] = row.get(field, ())
    return (said,) if isinstance(said, str) else said


def _unshared(called: Iterator[tuple[str, tuple[int, str]]]) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    shared = set()
    for key, value in called:
        if found.setdefault(key, value)[0] != value[0]:
            shared.add(key)
    return {key: value for key, value in found.items() if key not in shared}


def _written_like(words: str, spelled: str) -> bool:
    """Where the table's spelling has a capital, the words have one too; a short acronym is all capitals."""
    pairs = list(zip(_THE.sub("", words, 1).split(), _THE.sub("", spelled, 1).split(), strict=False))
    return all(
        word.isupper()
        if spelling.isupper() and 1 < len(spelling) < 5
        else word[0].isupper() or not spelling[0].isupper()
        for word, spelling in pairs
    )
