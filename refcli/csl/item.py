"""Reference -> the item that elements read: note-field variables, particles and derived variables settled once.

The `note` field may carry variables that a citation manager has no field for, one a line (`original-date: 1946`) or in
braces (`{:original-date: 1946}`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from refcli.csl.values.particles import part_name
from refcli.model import DATE_VARIABLES, NAME_VARIABLES, Date, Name, Names, Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.csl.kinds import Kind

_LINE = re.compile(r"([A-Za-z][-_ A-Za-z]*):[ \t]*(.+)\Z")
_BRACES = re.compile(r"\{:([a-zA-Z][-_a-zA-Z]*):[ \t]*([^}]*)\}")
_ALIASES = {
    "journalAbbreviation": "container-title-short",
    "shortTitle": "title-short",
    "event": "event-title",
}


class Item:
    """One work, ready to be rendered again and again."""

    __slots__ = ("dates", "id", "kind", "language", "names", "ref", "texts", "type")

    def __init__(self, ref: Reference, kinds: Sequence[Kind] = ()) -> None:
        self.ref = ref
        self.id = ref.id
        self.type = ref.type
        self.texts: dict[str, str] = {key: value for key, value in ref.texts.items() if value}
        self.dates: dict[str, Date] = {key: _in_days(d) for key, d in ref.dates.items() if d.days or d.literal or d.raw}
        self.names: dict[str, Names] = dict(ref.names)
        if "note" in self.texts:
            self._read_note(self.texts["note"])
        for variable, names in self.names.items():
            self.names[variable] = tuple(part_name(name) for name in names if name.others or str(name))
        for old, new in _ALIASES.items():
            if old in self.texts and new not in self.texts:
                self.texts[new] = self.texts[old]
        page = self.texts.get("page")
        if page and "page-first" not in self.texts:
            self.texts["page-first"] = re.split(r"\s*[-–—,&]", page.replace("\\-", "-"), maxsplit=1)[0]
        self.language = self.texts.get("language", "")
        self.kind = self._recognise(kinds)

    def _recognise(self, kinds: Sequence[Kind]) -> str:
        """The first kind that it is of, "" for none; the work then counts as of that kind's type."""
        if not kinds:
            return ""
        fields = {**{role: "; ".join(map(str, names)) for role, names in self.names.items()}, **self.texts}
        kind = next((one for one in kinds if one.holds(self.type, fields)), None)
        if kind is None:
            return ""
        self.type = kind.type or self.type
        return kind.name

    def _read_note(self, note: str) -> None:
        rest = note
        for match in _BRACES.finditer(note):
            if self._set(match[1].lower(), match[2].strip()):
                rest = rest.replace(match[0], "")
        lines = rest.split("\n")
        kept: list[str] = []
        for line in lines:
            found = _LINE.match(line.strip())
            if not (found and self._set(found[1].lower().replace(" ", "-"), found[2].strip())):
                kept.append(line)
        self.texts["note"] = "\n".join(kept).strip()
        if not self.texts["note"]:
            del self.texts["note"]

    def _set(self, variable: str, value: str) -> bool:
        if variable == "type":
            self.type = value
        elif variable in NAME_VARIABLES:
            self.names[variable] = (
                (*self.names.get(variable, ()), _name(value)) if variable in self.names else (_name(value),)
            )
        elif variable in DATE_VARIABLES:
            self.dates[variable] = _in_days(Date.from_json({"raw": value}) or Date(literal=value))
        elif variable in _NOTE_VARIABLES:
            self.texts.setdefault(variable if variable.upper() not in _UPPER else variable.upper(), value)
        else:
            return False
        return True


def _in_days(date: Date) -> Date:
    """A date that has only words, read: where they are no date, they are printed as they stand."""
    if date.days or not date.raw:
        return date
    from refcli.csl.values.rawdates import read_raw  # noqa: PLC0415 - few libraries have dates in words

    read = read_raw(date.raw)
    return replace(read, circa=read.circa or date.circa) if read else date


def _name(value: str) -> Name:
    family, bars, given = value.partition("||")
    return Name(family=family.strip(), given=given.strip()) if bars else Name(literal=value)


_UPPER = frozenset(["DOI", "URL", "ISBN", "ISSN", "PMID", "PMCID"])
_NOTE_VARIABLES = frozenset(
    """abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
    citation-key citation-label collection-number collection-title container-title container-title-short dimensions
    division doi edition event event-title event-place genre isbn issn issue jurisdiction keyword language license
    locator medium number number-of-pages number-of-volumes original-publisher original-publisher-place
    original-title page part-number part-title pmcid pmid printing-number publisher publisher-place references
    reviewed-genre reviewed-title scale section source status supplement-number title title-short url version volume
    volume-title volume-title-short year-suffix""".split()  # noqa: SIM905
)
