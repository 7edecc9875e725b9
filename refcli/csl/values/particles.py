"""Name -> the same name with its particles and suffix told apart.

Citation managers give "Charles de / Gaulle", "van der / Vlist" or one field of each; CSL wants particles in fields of
their own. A name that has such a field already, or is in quotation marks, is left as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refcli.model import Name

_LONGEST_ELISION = 6


def part_name(name: Name) -> Name:
    """Particles and suffix in fields of their own."""
    if name.literal or name.others:
        return name
    family = name.family
    if family[:1] == family[-1:] == '"' and len(family) > 2:
        return replace(name, family=family[1:-1])
    given, changes = _suffix(name.given) if "," in name.given and not name.suffix else (name.given, {})
    if not (name.non_dropping_particle or name.dropping_particle):
        particle, rest = _leading(family)
        if particle:
            changes |= {"non_dropping_particle": particle, "family": rest}
    if not name.dropping_particle:
        first, particle = _trailing(given)
        if particle:
            changes |= {"given": first, "dropping_particle": particle}
    return replace(name, **changes) if changes else name  # type: ignore[arg-type]


def _leading(family: str) -> tuple[str, str]:
    """`van der Vlist` -> `van der`, `Vlist`; `d'Aubignac` -> `d'`, `Aubignac`; `in 't Veld`; `al-Assad`."""
    if not family or not (family[0].islower() or family[0] in "'’"):
        return "", family
    words = family.replace("\u00a0", " ").split(" ")
    count = 0
    while count < len(words) - 1 and words[count].islower():
        count += 1
    particle, rest = " ".join(words[:count]), " ".join(words[count:])
    for mark in "'’-":
        at = rest.find(mark, 0, _LONGEST_ELISION)
        if at > 0 and rest[:at].islower() and rest[at + 1 : at + 2].isupper():
            return f"{particle} {rest[: at + 1]}".strip(), rest[at + 1 :]
    return (particle + " " if particle.endswith(("'", "’")) else particle), rest


def _trailing(given: str) -> tuple[str, str]:
    """`Charles de` -> `Charles`, `de`."""
    if not given or not (given[-1].islower() or given[-1] in "'’"):
        return given, ""
    words = given.split()
    count = len(words)
    while count > 1 and words[count - 1].islower():
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


def _suffix(given: str) -> tuple[str, dict[str, str | bool]]:
    """`John, Jr.` -> `John` and the suffix; `John,! III` asks for the comma to be printed."""
    bare, _, suffix = given.partition(",")
    forced = suffix.startswith("!")
    suffix = suffix.lstrip("!").strip()
    changes: dict[str, str | bool] = {"given": bare.rstrip(), "suffix": suffix}
    if forced:
        changes["comma_suffix"] = True
    return bare.rstrip(), changes
