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
from refcli.text import fold, rare

_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)[a-z]?"
_PIECES = re.compile(r"[^\W\d_]+|\d+(?:st|nd|rd|th)?|[-–—/.,]", re.IGNORECASE)
_ISO = re.compile(
    r"\b(\d{4})[-.](\d{1,2})(?:[-.](\d{1,2}))?\b|\b(\d{4})/(\d{1,2})/(\d{1,2})\b|\b((?:19|20)\d\d)([01]\d)([0-3]\d)\b"
)
_DOTTED = re.compile(r"\b(\d{1,2})([./])\s?(\d{1,2})[./]\s?(\d{4}|\d\d)\b")
_MONTH_YEAR = re.compile(r"\b(0?[1-9]|1[0-2])[./]((?:19|20)\d\d)\b")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?)?")
_YEARS = re.compile(r"\b((?:1[4-9]|20)\d\d)\s?[-–/]\s?((?:1[4-9]|20)\d\d|\d\d)\b(?![-–/.]\d)")
_SEASON_YEARS = re.compile(r"([^\W\d_]{4,}\s+(?:1[4-9]|20)\d\d)\s?[-–/]\s?(?:(?:1[4-9]|20)\d\d|\d\d)\b")
_SHORT_YEAR = re.compile(r"(\d{1,2}\.?[ -][^\W\d_]{3,9}\.?,?[ -])'?(\d\d)\Z")
_ONE_YEAR = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_TIME = re.compile(
    r"\b\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{4} (?:GMT|UTC|hrs)\b|\b(?:GMT|UTC|EST|EDT|CET)\b",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"\bn\.? ?d\b|\bundated\b|\bo\. ?J\b|\bs\. ?d\b|\bs\. ?f\b|forthcoming|in press|im erscheinen|б\. ?г", re.IGNORECASE
)
_SEVERAL = re.compile(r"\bother\b|\bvarious\b|\bpassim\b", re.IGNORECASE)
_CIRCA = re.compile(r"\b(?:ca|circa|c)\b\.?\s*(?=\d)", re.IGNORECASE)
_RANGE = rare(r"\d(?:st|nd|rd|th)?\s?(?:[-–—/]|and|und|et|y|&|to)\s?\d")
_FOREIGN = re.compile(
    r"\d{1,2}\.?\s+(?:\w{1,2}\s+)?(?=\w*[^\W\d_\x00-\x7f])[^\W\d_]{3,14}\.?,?\s+(?:\w{1,2}\s+)?\d{4}\Z"
)


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
    line = _TIME.sub(" ", line.replace("--", "–")).strip(" ,;:")
    if short := _SHORT_YEAR.search(line):
        line = f"{line[: short.end(1)]}{'20' if short[2] < '50' else '19'}{short[2]}"
    return _in_figures(line) or _with_month(_SEASON_YEARS.sub(r"\1", line))


def _in_figures(line: str) -> Date | None:
    """2004-08-11, 11.08.2004, 8/11/2004, 08/2004, 2004年8月11日, 2004-2006."""
    if asian := _EAST_ASIAN.search(line):
        return _checked(int(asian[1]), int(asian[2] or 0), int(asian[3] or 0))
    if years := _one_year_and_the_next(line):
        return years
    if iso := _ISO.search(line):
        year, month, day = (part for part in (iso.groups()[i : i + 3] for i in (0, 3, 6)) if part[0]).__next__()
        return _checked(int(year), int(month), int(day or 0))
    if dotted := _DOTTED.search(line):
        return _day_first(dotted)
    if partial := _MONTH_YEAR.search(line):
        return _checked(int(partial[2]), int(partial[1]), 0)
    return None


def _one_year_and_the_next(line: str) -> Date | None:
    years = _YEARS.search(line)
    if not years or _SEASON_YEARS.search(line):
        return None
    first = int(years[1])
    second = int(years[1][: 4 - len(years[2])] + years[2])
    if len(years[2]) == 2 and int(years[2]) <= 12 and second != first + 1:
        return None
    return Date((Day(first), Day(second))) if second > first else Date((Day(first),))


def _in_other_words(line: str) -> Date | None:
    """Months of languages that no table of ours has, as dateparser knows them; it may fill in nothing."""
    if not _FOREIGN.match(line):
        return None
    import dateparser  # noqa: PLC0415 - 0.4 s, for dates in rare languages only

    found = dateparser.parse(line, settings={"REQUIRE_PARTS": ["day", "month", "year"]})
    return Date((Day(found.year, found.month, found.day),)) if found else None


def _checked(year: int, month: int, day: int) -> Date | None:
    if not month:
        return Date((Day(year),))
    if not 1 <= month <= 12 or day > 31:
        return Date((Day(year),)) if year >= 1400 else None
    return Date((Day(year, month, day),))


def _day_first(match: re.Match[str]) -> Date | None:
    """11.08.2004 is the 11th of August; 8/11/2004 is August 11 (the American form), unless 8 cannot be a month."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    month, day = (first, second) if match[2] == "/" and first <= 12 else (second, first)
    return _checked(year, month, day)


def other_order(words: str) -> str:
    """The date that "8/11/2004" is where the day stands first (8 November), in EDTF; "" where no other reading is possible."""
    match = _DOTTED.search(words)
    if match is None or match[2] != "/" or match[1].lstrip("0") == match[3].lstrip("0"):
        return ""
    day, month = int(match[1]), int(match[3])
    read = _day_first(match)
    if read is None or read.year is None or not (1 <= day <= 12 and 1 <= month <= 12):
        return ""
    return Date((Day(read.year, month, day),)).to_edtf()


def _with_month(line: str) -> Date | None:
    """Names of months, days and a year in any order: "11 August 2004", "2004, August 11", "April 7-9, 2017", "May/June 2010"."""
    year = _ONE_YEAR.search(line)
    rest = line[: year.start()] + " , " + line[year.end() :] if year else line
    months, days = _months_and_days(rest)
    if not year:
        return None
    number = int(year["year"])
    if not months and (found := _in_other_words(line)):
        return found
    if len(days) > 2 or (len(days) == 2 and len(months) == 1 and not _RANGE.search(rest)):
        return Date(literal=line)
    if not months:
        return Date((Day(number),))
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
        elif len(piece) > 2 and (number := names.get(fold(piece), 0) or _misspelled(fold(piece))):
            months.append(number)
    return months, days


def _misspelled(word: str) -> int:
    """ "Septemeber": as long as a month of ten letters or so, and begins as it does."""
    if len(word) < 6:
        return 0
    rows = table("months")["en"]
    return next(
        (n for name, n in rows.items() if n < 20 and name[:4] == word[:4] and abs(len(name) - len(word)) < 2), 0
    )


def _mark(year: int, month: int, day: int) -> Day:
    return Day(year, season=month - 20) if month > 20 else Day(year, month, day)
