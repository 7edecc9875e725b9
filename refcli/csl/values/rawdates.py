"""A date in words ("August 11, 2004", "circa 1990") -> Date; None for words that are not wholly a date.

CSL-JSON allows such dates as `raw` and leaves reading them to the processor. Only English months and seasons are read,
and nothing is filled in. Source: the schema of CSL-JSON (`raw`); citeproc-js, whose reading is followed for dates in
figures: "8/11/2004" is the 11th of August.
"""

from __future__ import annotations

import re

from refcli.model import Date, Day

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_FULL = "january february march april may june july august september october november december".split()  # noqa: SIM905
_MONTHS = {form: i for i, word in enumerate(_FULL, start=1) for form in (word, word[:3])} | {"sept": 9}
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)
_CIRCA = re.compile(r"(?:circa|ca\.?|c\.)\s*(?=\S)|\?\Z", re.IGNORECASE)
_TIME = re.compile(r"(?<=\d)T\d\d:.*\Z")
_FIGURES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z")
_ERA = re.compile(r"(\d{1,4}) ?(b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?)\Z", re.IGNORECASE)
_WORD = r"([A-Za-z]{3,9})\.?"
_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    (re.compile(pattern + r"\Z"), order)
    for pattern, order in (
        (rf"{_WORD} {_NUMBER}(?:, ?| )(\d{{4}})", "mdy"),
        (rf"{_NUMBER} {_WORD},? (\d{{4}})", "dmy"),
        (rf"(\d{{4}}),? {_WORD} {_NUMBER}", "ymd"),
        (rf"{_WORD},? (\d{{4}})", "my"),
        (rf"(\d{{4}}),? {_WORD}", "ym"),
        (r"(\d{4})", "y"),
    )
)
_RANGE = re.compile(r"(.*?[^\W_])\s*[-–—]\s*(?=[^\W_])(.+)\Z")
_INNER_DAYS = re.compile(rf"{_WORD} (\d{{1,2}})\s*[-–—]\s*(\d{{1,2}}), ?(\d{{4}})\Z")
_INNER_MONTHS = re.compile(rf"{_WORD}\s*[-–—/]\s*{_WORD},? (\d{{4}})\Z")


def read_raw(words: str) -> Date | None:
    """The date, or the range of two."""
    text = _WEEKDAY.sub("", " ".join(words.split()).strip("[]"))
    text, doubts = _CIRCA.subn("", _TIME.sub("", text))
    days = read.days if (read := Date.from_edtf(text)) else _one(text) or _inner(text) or _two(text)
    return Date(days, circa=bool(doubts)) if days else None


def _one(text: str) -> tuple[Day, ...]:
    if era := _ERA.match(text):
        return (Day(-int(era[1]) if era[2][0] in "bB" else int(era[1])),)
    if figures := _FIGURES.match(text):
        return _checked(int(figures[3]), int(figures[1]), int(figures[2]))
    for pattern, order in _FORMS:
        if found := pattern.match(text):
            said = dict(zip(order, found.groups(), strict=True))
            return _day(int(said["y"]), said.get("m", ""), int(said.get("d", 0)))
    return ()


def _day(year: int, word: str, day: int) -> tuple[Day, ...]:
    word = word.lower()
    if not word:
        return (Day(year),)
    if word in _SEASONS:
        return () if day else (Day(year, season=_SEASONS[word]),)
    return _checked(year, _MONTHS.get(word, 0), day)


def _checked(year: int, month: int, day: int) -> tuple[Day, ...]:
    return (Day(year, month, day),) if 1 <= month <= 12 and day <= 31 else ()


def _inner(text: str) -> tuple[Day, ...]:
    """August 11-13, 2004; June-July 2004."""
    if found := _INNER_DAYS.match(text):
        word, first, last, year = found.groups()
        return _pair(_day(int(year), word, int(first)), _day(int(year), word, int(last)))
    if found := _INNER_MONTHS.match(text):
        first, last, year = found.groups()
        return _pair(_day(int(year), first, 0), _day(int(year), last, 0))
    return ()


def _two(text: str) -> tuple[Day, ...]:
    found = _RANGE.match(text)
    return _pair(_one(found[1]), _one(found[2])) if found else ()


def _pair(first: tuple[Day, ...], last: tuple[Day, ...]) -> tuple[Day, ...]:
    return (*first, *last) if first and last else ()
