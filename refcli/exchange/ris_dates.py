"""RIS's YYYY/MM/DD/other <-> dates; years alone, EDTF and words are read too."""

from __future__ import annotations

import re
from typing import Final

from refcli.model import Date, Day

_SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_NAMES: Final = ("", "spring", "summer", "autumn", "winter")
_MONTH: Final = re.compile(r"\d{4}/\d{1,2}", re.ASCII)
_SLASHED: Final = re.compile(r"(\d{1,4})?/(\d{1,2})?/(\d{1,2})?/?(.*)", re.DOTALL)


def read_date(text: str) -> Date | None:
    """The date; its words as a literal where they are no date; None for nothing."""
    words = text.strip()
    if _MONTH.fullmatch(words):
        words += "/"
    match = _SLASHED.fullmatch(words)
    if not match:
        return Date.from_edtf(words) or (Date(literal=words) if words.strip("/") else None)
    other = match[4].strip()
    if not match[1]:
        return Date(literal=other) if other else None
    if (ranged := Date.from_edtf(other)) is not None:
        return ranged
    season = _SEASONS.get(other.lower(), 0)
    month, day = int(match[2] or 0), int(match[3] or 0)
    if not 0 <= month <= 12 or not 0 <= day <= 31:
        return Date(literal=words)
    return Date(
        (Day(int(match[1]), month, day if month else 0, season if not month else 0),), circa=other.lower() == "circa"
    )


def write_date(date: Date) -> str:
    """YYYY/MM/DD/other: a season, "circa", an EDTF range or the words of what is no date stand in `other`."""
    if not date.days:
        return f"///{date.literal or date.raw}"
    day = date.days[0]
    plain = len(date.days) == 1 and not date.open_end and 0 < day.year < 10_000
    if not plain or (date.circa and day.season):
        return f"{max(day.year, 0):04d}///{date.to_edtf()}"
    month, number = (f"{day.month:02d}" if day.month else ""), (f"{day.day:02d}" if day.day else "")
    return f"{day.year:04d}/{month}/{number}/{'circa' if date.circa else _NAMES[day.season]}"
