"""Words -> the outlet or body that they name: newspapers, wires, newsletters, think tanks, agencies, organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from refcli.data.loader import table
from refcli.text import fold_key

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


@dataclass(frozen=True, slots=True)
class Outlet:
    """A row of the table; what is not known is ""."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
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


def find_outlet(words: str) -> Outlet | None:
    """The outlet of that name or alias; case, accents, punctuation and a leading "The" make no difference."""
    key = outlet_key(words)
    row = _index().get(key) if key else None
    return None if row is None else _outlet(row)


def outlet_of_domain(host: str) -> Outlet | None:
    """The outlet whose site that host is ("www.nytimes.com")."""
    labels = host.lower().removeprefix("www.").split(".")
    rows = _domains()
    found = (rows.get(".".join(labels[start:])) for start in range(len(labels) - 1))
    row = next((row for row in found if row is not None), None)
    return None if row is None else _outlet(row)


def outlet_key(words: str) -> str:
    """What `find_outlet` looks up: letters and digits, folded, without a leading "The"."""
    key = fold_key(words)
    return key[3:] if key.startswith("the") and words[3:4].isspace() else key


@cache
def outlet_names() -> frozenset[str]:
    """The keys (see `outlet_key`) of all names and aliases."""
    return frozenset(_index())


@cache
def _index() -> Mapping[str, int]:
    """Key -> row. A key that two rows claim is the row's that has it as its name, else nobody's."""
    names: dict[str, int] = {}
    aliases: dict[str, int] = {}
    shared = set()
    for row, value in enumerate(table("outlets")):
        names[outlet_key(value["name"])] = row
        for alias in value.get("aliases", ()):
            key = outlet_key(alias)
            if aliases.setdefault(key, row) != row:
                shared.add(key)
    return {**{key: row for key, row in aliases.items() if key not in shared}, **names}


@cache
def _domains() -> Mapping[str, int]:
    rows: dict[str, int] = {}
    for row, value in enumerate(table("outlets")):
        if domain := value.get("domain"):
            rows.setdefault(domain, row)
    return rows


@cache
def _outlet(row: int) -> Outlet:
    value: dict[str, Any] = table("outlets")[row]
    return Outlet(**{**value, "aliases": tuple(value.get("aliases", ()))})
