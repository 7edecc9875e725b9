"""Fields and words of an entry -> what a test of its type can ask of them; tests are built from smaller ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from refcli.data.addresses import type_of_address
from refcli.data.outlets import Outlet, find_outlet, outlet_of_domain
from refcli.model import Name
from refcli.text import holds_any


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an entry: its text values by CSL variable, its authors, all its words.

    `day` and `month` tell how exact the date is, `quoted` whether the title stands between quotation marks.
    """

    texts: Mapping[str, str]
    authors: tuple[Name, ...]
    editors: bool
    words: str
    day: bool
    month: bool = False
    quoted: bool = False
    low: str = field(init=False)
    lows: Mapping[str, str] = field(init=False)
    outlet: Outlet | None = field(init=False)

    def __post_init__(self) -> None:
        """The words and values in small letters, the outlet that the container names: what many tests ask."""
        object.__setattr__(self, "low", self.words.lower())
        object.__setattr__(self, "lows", {name: value.lower() for name, value in self.texts.items()})
        container = self.texts.get("container-title")
        object.__setattr__(self, "outlet", find_outlet(container) if container else None)

    def has(self, *variables: str) -> bool:
        """True when one of them has a value."""
        return any(self.texts.get(variable) for variable in variables)

    def text(self, variable: str) -> str:
        """A value, "" where there is none."""
        return self.texts.get(variable, "")

    @property
    def body(self) -> bool:
        """Is an institution the author?"""
        return bool(self.authors) and bool(self.authors[0].literal)


Test = Callable[[Evidence], bool]


def inside(pattern: str, *variables: str, hints: Sequence[str] = ()) -> Test:
    """The pattern is found in one of those values; where hints are given, it is looked for only where one of them stands."""
    found, small = _pattern(pattern), _small(pattern)

    def holds(evidence: Evidence) -> bool:
        values = evidence.lows if small else evidence.texts
        for name in variables:
            if name not in values or (hints and not holds_any(evidence.lows[name], hints)):
                continue
            if found().search(values[name]):
                return True
        return False

    return holds


def author_is(pattern: str) -> Test:
    """The pattern is found in the name of the body that stands where the author stands."""
    found = _pattern(pattern)
    return lambda evidence: evidence.body and found().search(evidence.authors[0].literal.lower()) is not None


def among_words(pattern: str, *hints: str) -> Test:
    """The pattern is found in the words of the entry; it is looked for only where one of the hints stands."""
    found = _pattern(pattern)
    return lambda evidence: holds_any(evidence.low, hints) and found().search(evidence.low) is not None


def said(pattern: str, *hints: str) -> Test:
    """The pattern is found in the words of the entry outside of a title in quotation marks, where a hint stands."""
    found = _pattern(pattern)

    def holds(evidence: Evidence) -> bool:
        if not holds_any(evidence.low, hints):
            return False
        title = evidence.lows.get("title", "") if evidence.quoted else ""
        return found().search(evidence.low.replace(title, " ") if title else evidence.low) is not None

    return holds


def _pattern(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Compiled when it is first asked for: most runs of the program never ask for most of them."""
    return cache(lambda: re.compile(pattern, 0 if _small(pattern) else re.IGNORECASE))


def _small(pattern: str) -> bool:
    """Written in small letters: it is looked for in the values in small letters, which takes a third of the time."""
    return pattern == pattern.lower() and "(?-i" not in pattern


def every(*tests: Test) -> Test:
    """All of them hold."""

    def holds(evidence: Evidence) -> bool:
        for test in tests:  # noqa: SIM110 - twice as fast as all(), and asked for each entry
            if not test(evidence):
                return False
        return True

    return holds


def either(*tests: Test) -> Test:
    """One of them holds."""

    def holds(evidence: Evidence) -> bool:
        for test in tests:  # noqa: SIM110 - as above
            if test(evidence):
                return True
        return False

    return holds


def no(test: Test) -> Test:
    """It does not hold."""
    return lambda evidence: not test(evidence)


def has(*variables: str) -> Test:
    """One of the variables has a value."""
    return lambda evidence: evidence.has(*variables)


def outlet_is(*kinds: str) -> Test:
    """The container is an outlet of one of those kinds."""

    return lambda evidence: evidence.outlet is not None and evidence.outlet.kind in kinds


def site_is(*kinds: str) -> Test:
    """The address is that of an outlet of one of those kinds."""

    def holds(evidence: Evidence) -> bool:
        host = _SCHEME.sub("", evidence.text("URL")).split("/")[0]
        outlet = outlet_of_domain(host) if host else None
        return outlet is not None and outlet.kind in kinds

    return holds


def stands_with(name: str) -> Test:
    """The address is one where sources of that type stand."""
    return lambda evidence: evidence.has("URL") and type_of_address(evidence.text("URL")) == name


_SCHEME = re.compile(r"^https?://")
