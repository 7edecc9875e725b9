"""Name -> the same name with its particles and suffix told apart.

Citation managers give "Charles de / Gaulle", "van der / Vlist" or one field of each; CSL wants particles in fields of
their own. A name that has such a field already, or is in quotation marks, is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refcli.model import Name

_LEAD = re.compile(
    r"((?:(?:[a-zß-öø-ÿāēīōū]+['’]?s?|['’][a-z]|[a-z]+\.)[ \u00a0]+(?:[a-z]+['’](?=\w))?)+|(?:[dl]|al|dell|nell|dall|sull|all)['’]|al-|el-|at-)(?=\S)(.+)\Z"
)
_TRAIL = re.compile(r"(.*?\S)\s+((?:[a-zß-öø-ÿ]+['’.]?(?:\s+|\Z))*[a-zß-öø-ÿ]+['’]?)\Z")


def part_name(name: Name) -> Name:
    """Particles and suffix in fields of their own."""
    if name.literal or name.others:
        return name
    given, family = name.given, name.family
    if family[:1] == family[-1:] == '"' and len(family) > 2:
        return replace(name, family=family[1:-1])
    changes: dict[str, str | bool] = {}
    if "," in given and not name.suffix:
        given, changes = _suffix(given)
    particled = bool(name.non_dropping_particle or name.dropping_particle)
    if (family and family[0].islower()) or family[:1] in "'’":
        match = None if particled else _LEAD.match(family)
        if match:
            changes |= {"non_dropping_particle": match[1].rstrip(" \u00a0"), "family": match[2]}
            if match[1][-1:] in "'’-":
                changes["non_dropping_particle"] = match[1]
    if given and not name.dropping_particle and given[-1:] and (given[-1].islower() or given[-1] in "'’"):
        found = _TRAIL.match(given)
        if found:
            changes |= {"given": found[1], "dropping_particle": found[2]}
    return replace(name, **changes) if changes else name  # type: ignore[arg-type]


def _suffix(given: str) -> tuple[str, dict[str, str | bool]]:
    """`John, Jr.` -> `John` and the suffix; `John,! III` asks for the comma to be printed."""
    bare, _, suffix = given.partition(",")
    forced = suffix.startswith("!")
    suffix = suffix.lstrip("!").strip()
    changes: dict[str, str | bool] = {"given": bare.rstrip(), "suffix": suffix}
    if forced:
        changes["comma_suffix"] = True
    return bare.rstrip(), changes
