"""Name options inherited from style, citation or bibliography, cs:names and cs:name -> one value.

Source: CSL 1.0.2, "Name", "Inheritable Name Options".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from refcli.csl.dress import Dress
from refcli.csl.elements.text import Finish
from refcli.csl.xml import Element

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING = Element("name", {}, 0)


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How a list of names is written."""

    and_: str
    delimiter: str
    names_delimiter: str
    before_last: str
    before_et_al: str
    et_al_min: int
    et_al_use_first: int
    """-1 where it is not given, as for subsequent cites."""
    et_al_use_last: bool
    subsequent_min: int
    subsequent_use_first: int
    form: str
    initialize: bool
    initialize_with: str | None
    hyphen: bool
    sort_order: str
    sort_separator: str
    dress: Dress
    given: Finish | None
    family: Finish | None

    @property
    def levels(self) -> tuple[int, ...]:
        """To which levels a given name can be expanded: 1 initials, 2 in full."""
        if self.form == "short":
            return (1, 2) if self.initialize_with is not None and self.initialize else (2,)
        return (2,) if self.initialize_with is not None and self.initialize else ()


def name_style(
    area: Mapping[str, str], names: Element, name: Element | None, sort: Mapping[str, str] | None
) -> NameStyle:
    """The options in force; a sort key's own `et-al` numbers win, and it writes all names family first."""
    name = name or _NOTHING
    own = name.attrs
    if sort is not None:
        own = {**own, **sort, "name-as-sort-order": "all"}

    def get(attr: str, default: str, inherited: str = "") -> str:
        return own.get(attr, area.get(inherited or attr, default))

    parts = {child.get("name"): Finish(child) for child in name.children if child.tag == "name-part"}
    return NameStyle(
        and_=get("and", ""),
        delimiter=get("delimiter", ", ", "name-delimiter"),
        names_delimiter=names.attrs.get("delimiter", area.get("names-delimiter", "")),
        before_last=get("delimiter-precedes-last", "contextual"),
        before_et_al=get("delimiter-precedes-et-al", "contextual"),
        et_al_min=_number(get("et-al-min", "")),
        et_al_use_first=_number(get("et-al-use-first", ""), -1),
        et_al_use_last=get("et-al-use-last", "") == "true",
        subsequent_min=_number(get("et-al-subsequent-min", "")),
        subsequent_use_first=_number(get("et-al-subsequent-use-first", ""), -1),
        form=get("form", "long", "name-form"),
        initialize=get("initialize", "true") != "false",
        initialize_with=own.get("initialize-with", area.get("initialize-with")),
        hyphen=area.get("initialize-with-hyphen", "true") != "false",
        sort_order=get("name-as-sort-order", ""),
        sort_separator=re.sub(" +", " ", get("sort-separator", ", ")),
        dress=Dress.of(Element("name", {k: v for k, v in name.attrs.items() if k != "form"}, 0)),
        given=parts.get("given"),
        family=parts.get("family"),
    )


def _number(value: str, default: int = 0) -> int:
    return int(value) if value.isdecimal() else default
