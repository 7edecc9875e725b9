"""Words of a date -> Date: partial dates, ranges, seasons, several days; what is no date keeps its words.

Nothing is filled in: a year that is not stated stays unknown, and the words are the date. Source of the forms: EDTF
(ISO 8601-2), the APA and Chicago manuals' date forms, and dates as the lists have them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from refcli.data.loader import table
from refcli.model import Date, Day
from refcli.parsing.fields.words import one_line
from refcli.text import fold

_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)[a-z]?"
_PIECES = re.compile(r"[^\W\d_]+|\d+(?:st|nd|rd|th)?|[-–—/.,]", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?\b")
_DOTTED = re.compile(r"\b(\d{1,2})([./])\s?(\d{1,2})[./]\s?(\d{4}|\d\d)\b")
_YEARS = re.compile(r"\b((?:1[4-9]|20)\d\d)\s?[-–/]\s?((?:1[4-9]|20)\d\d|\d\d)\b(?![-–/.]\d)")
_ONE_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_NO_DATE = re.compile(
    r"\bn\.? ?d\b|\bundated\b|\bo\. ?J\b|\bs\. ?d\b|\bs\. ?f\b|forthcoming|in press|im erscheinen|б\. ?г", re.IGNORECASE
)
_SEVERAL = re.compile(r"\bother\b|\bvarious\b|\bpassim\b", re.IGNORECASE)
_CIRCA = re.compile(r"\b(?:ca|circa|c)\b\.?\s*(?=\d)", re.IGNORECASE)


@cache
def month_words() -> Mapping[str, int]:
    """Folded name or abbreviation of a month -> 1 to 12, of a season -> 21 to 24, in all languages of the table."""
    return {word: number for language in table("months").values() for word, number in language.items()}


def read_date(words: str) -> Date:
    """The date that the words state; `literal` has them where they state none, or more than one day of a month."""
    line = one_line(words).strip(" ,;:.()[]")
    if not line:
        return Date()
    read = _read(line)
    if read is None:
        return Date(literal=line)
    return Date(read.days, read.literal, bool(_CIRCA.search(line)), read.open_end)


def year_suffix(words: str) -> str:
    """The letter of "2004a", "" without one."""
    match = re.search(r"(?:1[4-9]|20)\d\d([a-z])\b", words)
    return match[1] if match else ""


def _read(line: str) -> Date | None:
    if _SEVERAL.search(line) or (_NO_DATE.search(line) and not _ONE_YEAR.search(line)):
        return None
    if iso := _ISO.search(line):
        return _checked(int(iso[1]), int(iso[2]), int(iso[3] or 0))
    if dotted := _DOTTED.search(line):
        return _day_first(dotted)
    if years := _YEARS.search(line):
        first, second = years[1], years[2]
        return Date((Day(int(first)), Day(int(first[: 4 - len(second)] + second))))
    return _with_month(line)


def _checked(year: int, month: int, day: int) -> Date | None:
    if not 1 <= month <= 12 or day > 31:
        return Date((Day(year),)) if year >= 1400 else None
    return Date((Day(year, month, day),))


def _day_first(match: re.Match[str]) -> Date | None:
    """11.08.2004 is the 11th of August; 8/11/2004 is August 11 (the American form), unless 8 cannot be a month."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    month, day = (first, second) if match[2] == "/" and first <= 12 else (second, first)
    return _checked(year, month, day)


def _with_month(line: str) -> Date | None:
    """Names of months, days and a year in any order: "11 August 2004", "2004, August 11", "April 7-9, 2017", "May/June 2010"."""
    year = _ONE_YEAR.search(line)
    rest = line[: year.start()] + " , " + line[year.end() :] if year else line
    months, days = _months_and_days(rest)
    if not year:
        return None
    number = int(year["year"])
    if not months:
        return Date((Day(number),))
    if len(days) > 2 or (len(days) == 2 and len(months) == 1 and not re.search(r"\d\s?[-–—]\s?\d", rest)):
        return Date(literal=line)
    marks = [_mark(number, month, days[i] if i < len(days) else 0) for i, month in enumerate(months[:2])]
    if len(months) == 1 and len(days) == 2:
        marks.append(_mark(number, months[0], days[1]))
    return Date(tuple(marks) if len(marks) == 1 or marks[0] != marks[1] else (marks[0],))


def _months_and_days(words: str) -> tuple[list[int], list[int]]:
    months, days, names = [], [], month_words()
    for piece in _PIECES.findall(words):
        if piece[0].isdecimal():
            digits = int("".join(char for char in piece if char.isdecimal())[:4])
            if 1 <= digits <= 31:
                days.append(digits)
        elif (number := names.get(fold(piece), 0)) and (len(piece) > 2):
            months.append(number)
    return months, days


def _mark(year: int, month: int, day: int) -> Day:
    return Day(year, season=month - 20) if month > 20 else Day(year, month, day)
