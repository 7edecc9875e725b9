"""The values of an entry and of those that it points to (crossref, xdata) -> what it has by inheritance.

Source: "The biblatex package", 2.4.1.1 (xdata), 2.4.1.2 (crossref) and appendix B (which title becomes which);
classic BibTeX inherits every field under its own name, so that both rules hold where they do not contradict.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

Values: TypeAlias = dict[str, str]

_OWN: Final = frozenset(
    """ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring
    relatedtype shorthand shorthandintro sortkey asfound doubts csljson file""".split()  # noqa: SIM905
)
_PARTS: Final = frozenset(
    "inbook incollection inproceedings conference inreference bookinbook suppbook suppcollection chapter".split()  # noqa: SIM905
)
_DATES: Final = frozenset(("date", "year", "month", "day"))
_DEEPEST: Final = 5


def inherit(kind: str, values: Mapping[str, str], find: Callable[[str], Values | None], depth: int = 0) -> Values:
    """The values with what xdata entries and the crossref parent add; of a circle each entry counts once."""
    out = dict(values)
    if depth >= _DEEPEST:
        return out
    for key in _keys(values.get("xdata", "")):
        _add(out, _parent(key, find, depth), {})
    if crossref := values.get("crossref", "").strip():
        parent = _parent(crossref, find, depth)
        _add(out, parent, _renamed(kind))
        if kind in _PARTS and "booktitle" in parent:
            out["booktitle"] = values.get("booktitle") or parent["booktitle"]
    return out


def _parent(key: str, find: Callable[[str], Values | None], depth: int) -> Values:
    return inherit("", find(key) or {}, find, depth + 1)


def _keys(value: str) -> list[str]:
    return [key.strip() for key in value.split(",") if key.strip()]


def _renamed(kind: str) -> Mapping[str, str]:
    """The names under which a parent's title reaches its child."""
    if kind in _PARTS:
        return {
            "title": "booktitle",
            "subtitle": "booksubtitle",
            "titleaddon": "booktitleaddon",
            "author": "bookauthor",
        }
    if kind == "article":
        return {"title": "journaltitle", "subtitle": "journalsubtitle"}
    return {"title": "maintitle", "subtitle": "mainsubtitle"} if kind else {}


def _add(out: Values, parent: Values, renamed: Mapping[str, str]) -> None:
    dated = not _DATES.isdisjoint(out)
    for name, value in parent.items():
        if name not in _OWN and not (dated and name in _DATES):
            out.setdefault(renamed.get(name, name), value)
