"""Words -> the outlet or body that they name: newspapers, wires, newsletters, think tanks, agencies, organisations."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from functools import cache

from refcli.data.directory import KINDS, PERIODICALS, Directory, Outlet, outlet_key
from refcli.data.loader import prepared, table

__all__ = [
    "KINDS",
    "PERIODICALS",
    "Outlet",
    "add_outlets",
    "all_outlets",
    "find_in_prose",
    "find_outlet",
    "outlet_key",
    "outlet_names",
    "outlet_of_domain",
    "outlet_starts",
    "outlet_words",
    "own_outlets",
]  # fmt: skip

_DIRECTORY: ContextVar[Directory | None] = ContextVar("outlets", default=None)


def add_outlets(outlets: Sequence[Outlet]) -> None:
    """The user's own outlets, for the rest of this context; where one has a name of a shipped one, the user's wins."""
    _DIRECTORY.set(_shipped().with_outlets(outlets) if outlets else None)


def own_outlets() -> tuple[Outlet, ...]:
    """What `add_outlets` added."""
    return _directory().own_outlets


def find_outlet(words: str) -> Outlet | None:
    """The outlet of that name or alias; case, accents, punctuation and a leading "The" make no difference.

    For words that stand where a reference has its outlet or body; a name that is ambiguous finds its own outlet only.
    """
    return _directory().find(words)


def find_in_prose(words: str) -> Outlet | None:
    """The outlet that words of running text name, capitals and a leading "The" told apart.

    "Foreign policy" and "Who" are ordinary words, and so is "Nature"; "The Nation" is not.
    """
    return _directory().find_in_prose(words)


def outlet_of_domain(host: str) -> Outlet | None:
    """The outlet whose site that host is ("www.nytimes.com")."""
    return _directory().of_domain(host)


def outlet_names() -> frozenset[str]:
    """The keys (see `outlet_key`) of all that outlets are called, ambiguous words included."""
    return _directory().keys


def outlet_starts() -> frozenset[str]:
    """The folded first words of all names and aliases, up to a space, hyphen or other sign; without "the"."""
    return _directory().starts


def outlet_words() -> frozenset[str]:
    """The folded first words of all names and aliases, up to a space; without "the"."""
    return _directory().words


def all_outlets() -> tuple[Outlet, ...]:
    """Every outlet of the table, the user's own last."""
    return _directory().outlets


def _directory() -> Directory:
    return _DIRECTORY.get() or _shipped()


@cache
def _shipped() -> Directory:
    return Directory(table("outlets"), ready=prepared("outlets"))
