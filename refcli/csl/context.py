"""The state of one rendering: what is rendered, in which language, and what was asked for and found on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from refcli.csl.values.trigraph import trigraph
from refcli.model import NAME_VARIABLES

if TYPE_CHECKING:
    from refcli.csl.elements.namestyle import NameStyle
    from refcli.csl.item import Item
    from refcli.csl.locale import Locale
    from refcli.csl.style import Area, Style
    from refcli.model import Names

FIRST, SUBSEQUENT, IBID, IBID_LOCATOR = range(4)


@dataclass(frozen=True, slots=True)
class Cite:
    """One work in a citation, as the writer asked for it."""

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    near_note: bool | None = None
    position: int | None = None
    narrative: bool = False
    """As the first of a citation: its author in the running text, the rest in the citation ("McDermott (2004)")."""


@dataclass(slots=True)
class Hints:
    """What disambiguation asks of a cite: more names in its n-th list, fuller given names, a suffix, the condition."""

    add_names: dict[int, int] = field(default_factory=dict)
    given: dict[tuple[int, int], int] = field(default_factory=dict)
    year_suffix: str = ""
    conditions: int = 0
    """How many `disambiguate` conditions hold, counted in the order in which they are met."""


NO_HINTS = Hints()


@dataclass(slots=True)
class ShownNames:
    """A list of names as it was rendered: how many of them, and in which style."""

    names: Names
    shown: int
    style: NameStyle


class Context:
    """Passed to every `render`; `asked`, `found` and `said` are for the group that is being rendered."""

    __slots__ = (
        "area",
        "asked",
        "citation_number",
        "cite",
        "conditions",
        "first_note",
        "found",
        "hints",
        "item",
        "lists",
        "locale",
        "nameless",
        "near",
        "position", "printed",
        "said",
        "sorting",
        "style",
        "suffix_done",
        "suppressed",
        "trace", "trial",
    )  # fmt: skip

    def __init__(self, style: Style, locale: Locale, area: Area, item: Item) -> None:
        self.style, self.locale, self.area, self.item = style, locale, area, item
        self.cite: Cite | None = None
        self.hints: Hints = NO_HINTS
        self.asked = self.found = self.said = False
        self.position = FIRST
        self.near = False
        self.nameless = False
        self.printed = False
        self.trial = False
        self.citation_number = 0
        self.conditions = 0
        self.first_note = 0
        self.suppressed: set[str] = set()
        self.trace: list[str] | None = None
        self.sorting: dict[str, str] | None = None
        self.lists: list[ShownNames] = []
        self.suffix_done = False

    def see(self, variable: str, *, found: bool) -> None:
        """Note that a variable was asked for, and whether it has a value."""
        self.asked = True
        if found:
            self.found = self.printed = True
            if self.trace is not None:
                self.trace.append(variable)
                if variable in NAME_VARIABLES:
                    self.suppressed = self.suppressed | {variable}

    def text(self, variable: str) -> str:
        """The words of a text or number variable, "" when there are none or they were used up by a substitution."""
        if self.suppressed and variable in self.suppressed:
            return ""
        value = self.item.texts.get(variable)
        if variable in _OF_THE_CITE:
            return self.own(variable) or value or ""
        return value or ""

    def label(self) -> str:
        """The citation label: the reference's, or one made of names and year."""
        names = self.item.names.get("author") or self.item.names.get("editor") or ()
        return self.item.texts.get("citation-label") or trigraph(names, self.item.dates.get("issued"))

    def own(self, variable: str) -> str:
        """Variables that belong to the cite, not to the work."""
        if variable == "citation-number":
            return str(self.citation_number) if self.citation_number else ""
        if variable == "locator":
            return self.cite.locator if self.cite else ""
        if variable == "year-suffix":
            return self.hints.year_suffix
        if variable == "citation-label":
            return self.label() + self.hints.year_suffix
        if variable == "first-reference-note-number":
            return str(self.first_note) if self.first_note else ""
        return ""


_OF_THE_CITE = frozenset(("citation-number", "citation-label", "locator", "year-suffix", "first-reference-note-number"))
