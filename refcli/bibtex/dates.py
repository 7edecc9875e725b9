"""The date fields of an entry -> a Date: `date` in EDTF, `year`, `month` and `day` as people write them.

Macros with days (`aug # "~11"`), names in any case, numbers, two months, seasons, two years; the words of a year that is
none are kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from refcli.bibtex.dialect import MONTHS
from refcli.bibtex.latex import to_text
from refcli.model import Date, Day

_SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_NUMBERS: Final = {name: i for i, name in enumerate(MONTHS, 1)}
_LOOSE = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d\d:?\d\d.*)?\Z", re.ASCII)
_YEARS = re.compile(r"(\d{4}) ?[-–/] ?(\d{4})\Z", re.ASCII)
_WORDS = re.compile(r"[^\W\d_]+")
_DAYS = re.compile(r"\d{1,2}", re.ASCII)


def read_date(value: str) -> Date:
    """The value of a `date`, `urldate` or the like: EDTF, or nearly; else its words."""
    words = to_text(value)
    date = Date.from_edtf(value) or Date.from_edtf(words) or _loose(words)
    if date is None and "/" in words:
        first, last = (_loose(part) for part in (words.split("/", 1)))
        if first and last:
            date = Date((*first.days, *last.days))
    return date or Date(literal=words)


def _loose(words: str) -> Date | None:
    match = _LOOSE.match(words)
    if not match:
        return Date.from_edtf(words) if "/" not in words else None
    month, day = int(match[2]), int(match[3] or 0)
    return Date.of(int(match[1]), month, day) if 1 <= month <= 12 and day <= 31 else None


def issued(values: Mapping[str, str]) -> Date | None:
    """The date of publication: `date` before `year`, `month` and `day`."""
    said = read_date(values["date"]) if values.get("date", "").strip() else None
    if said is not None and (said.days or "year" not in values):
        return said
    words = to_text(values.get("year", ""))
    if not words:
        return said
    date = read_year(words)
    if len(date.days) != 1 or date.days[0].month or date.days[0].season or not values.get("month", "").strip():
        return date
    return Date(_months(date.days[0].year, to_text(values["month"]), values.get("day", "")), circa=date.circa)


def read_year(words: str) -> Date:
    """A year, a date in the year's place, two years; else the words."""
    if (match := _YEARS.match(words)) and int(match[1]) < int(match[2]):
        return Date((Day(int(match[1])), Day(int(match[2]))))
    return Date.from_edtf(words) or Date(literal=words)


def _months(year: int, words: str, day: str) -> tuple[Day, ...]:
    """The days that month and day tell; only the year where they tell nothing."""
    if words.strip(". ").isdecimal():
        month = int(words.strip(". "))
        return (_day(year, month, day),) if 1 <= month <= 12 else (Day(year),)
    named = [_NUMBERS.get(word[:3].lower(), 0) for word in _WORDS.findall(words)]
    months = [month for month in named if month]
    seasons = [_SEASONS[word.lower()] for word in _WORDS.findall(words) if word.lower() in _SEASONS]
    if not months:
        return (Day(year, season=seasons[0]),) if seasons else (Day(year),)
    days = [number for number in _DAYS.findall(words) if 1 <= int(number) <= 31]
    if len(months) == 1:
        first = _day(year, months[0], days[0] if days else day)
        return (first, _day(year, months[0], days[1])) if len(days) == 2 else (first,)
    ends = (months[0], days[0] if len(days) == 2 else ""), (months[-1], days[1] if len(days) == 2 else "")
    return tuple(_day(year, month, of) for month, of in ends)


def _day(year: int, month: int, day: str) -> Day:
    words = to_text(day).strip(". ")
    return Day(year, month, int(words) if words.isdecimal() and 1 <= int(words) <= 31 else 0)
