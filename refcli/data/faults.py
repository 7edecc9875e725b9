"""Row of the outlets' table -> what is wrong with it: for the shipped rows' test and for the user's own rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from refcli.data.directory import KINDS, Outlet
from refcli.data.loader import table

_FIELDS = tuple(field.name for field in fields(Outlet))
_LISTS = ("aliases", "ambiguous")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def faults(row: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a row, each as the end of a sentence; none for a good one."""
    for field in ("name", "kind"):
        if not row.get(field):
            yield f"{field} is missing"
    for field, value in row.items():
        if field not in _FIELDS:
            yield f'unknown field "{field}"; known are {", ".join(_FIELDS)}'
        elif why := _fault(field, value):
            yield f"{field} {why}"


def issn_holds(issn: str) -> bool:
    """Eight digits with the right check digit (ISO 3297)."""
    if not re.fullmatch(r"\d{4}-\d{3}[\dX]", issn):
        return False
    digits = [10 if char == "X" else int(char) for char in issn.replace("-", "")]
    return sum(digit * (8 - i) for i, digit in enumerate(digits)) % 11 == 0


def _fault(field: str, value: Any) -> str:
    if field in _LISTS:
        good = isinstance(value, list | tuple) and all(map(_is_words, value))
        return "" if good else "should be a list of names"
    if not _is_words(value):
        return "should be text"
    holds, should = _TESTS.get(field, (bool, ""))
    return "" if holds(value) else f'"{value}" should be {should}'


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and value == " ".join(value.split()) != ""


_TESTS: Mapping[str, tuple[Callable[[str], object], str]] = {
    "kind": (KINDS.__contains__, f"one of {', '.join(sorted(KINDS))}"),
    "country": (lambda code: code in table("codes")["countries"], "a country's code of ISO 3166, such as KE"),
    "language": (lambda code: code in table("codes")["languages"], "a language's code of ISO 639-1, such as sw"),
    "domain": (_DOMAIN.fullmatch, "a domain such as example.org, without http:// and www."),
    "issn": (issn_holds, "an ISSN with its right check digit, such as 0015-7120"),
}
