"""The one vocabulary that all rooms speak, and it is CSL's: Reference, Name, Date; CSL-JSON values and EDTF <-> values.

Source: CSL 1.0.2 specification, appendices III and IV (types, variables) and `csl-data.json` (shapes);
EDTF, ISO 8601-2:2019 level 1.
Reading never raises: what has another shape than CSL-JSON gives it is kept in `Reference.extra` as it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

TYPES: Final = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()  # noqa: SIM905
)
NAME_VARIABLES: Final = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator director editor
    editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator""".split()  # noqa: SIM905
)
DATE_VARIABLES: Final = frozenset(["accessed", "available-date", "event-date", "issued", "original-date", "submitted"])
NUMBER_VARIABLES: Final = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number issue locator number
    number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version
    volume""".split()  # noqa: SIM905
)

JSON: TypeAlias = Any
"""A value as `json.load` gives it."""

_NAME_KEYS: Final = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}
_FLAG_KEYS: Final = {"comma-suffix": "comma_suffix", "static-ordering": "static_ordering", "others": "others"}


@dataclass(frozen=True, slots=True)
class Name:
    """A person (`family`, `given` ...) or, where `literal` is set, an institution as it is written.

    `others` marks the "et al." that a source itself states; such a name has no words.
    """

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False
    others: bool = False

    @classmethod
    def from_json(cls, value: JSON) -> Name | None:
        """A CSL-JSON name (an object, or a bare string, which is a literal); None when it is neither."""
        if isinstance(value, str):
            return cls(literal=value)
        if not isinstance(value, Mapping):
            return None
        words = {attribute: _words(value.get(key, "")) for key, attribute in _NAME_KEYS.items()}
        flags = {attribute: _truth(value.get(key, False)) for key, attribute in _FLAG_KEYS.items()}
        return cls(**words, **flags)  # type: ignore[arg-type]

    def to_json(self) -> dict[str, JSON]:
        """The CSL-JSON object; what is empty is left out."""
        pairs = {**_NAME_KEYS, **_FLAG_KEYS}.items()
        return {key: value for key, attribute in pairs if (value := getattr(self, attribute))}

    @property
    def full_family(self) -> str:
        """The family name with its non-dropping particle, or the literal: what a mention in prose uses."""
        return (
            self.literal or " ".join(part for part in (self.non_dropping_particle, self.family) if part) or self.given
        )

    def __str__(self) -> str:
        """As a reader writes it: "Roger McDermott", "Charles de Gaulle, Jr.", "RFE/RL Newsline"."""
        if self.others:
            return "et al."
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family)
        name = self.literal or " ".join(part for part in parts if part)
        return f"{name}, {self.suffix}" if self.suffix else name


@dataclass(frozen=True, slots=True)
class Day:
    """One calendar date, as exact as it is known: `month` and `day` are 0 where they are not stated.

    `year` is astronomical in sign only: -44 is 44 BC. `season` is 1 (spring) to 4 (winter), 0 for none.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0

    def __str__(self) -> str:
        """EDTF: 2004, 2004-08, 2004-08-11, 2004-21 (spring), -0044, Y12000."""
        if abs(self.year) > 9999:
            return f"Y{self.year}"
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        if self.season:
            return f"{year}-{20 + self.season}"
        return (
            year
            + (f"-{self.month:02d}" if self.month else "")
            + (f"-{self.day:02d}" if self.month and self.day else "")
        )


@dataclass(frozen=True, slots=True)
class Date:
    """A date, or a range of two: `days` holds none (a `literal` date only), one or two.

    `literal` has the words of a date that is no date ("April 7, 10, 17, and other dates"; "n.d."): they are printed
    as they are. An open range ("2004-") has an `end` of None in EDTF and `open_end` here.
    """

    days: tuple[Day, ...] = ()
    literal: str = ""
    circa: bool = False
    open_end: bool = False
    raw: str = ""

    @property
    def year(self) -> int | None:
        """The (first) year, where one is known."""
        return self.days[0].year if self.days else None

    @classmethod
    def of(cls, year: int, month: int = 0, day: int = 0) -> Date:
        """A single date."""
        return cls((Day(year, month, day),))

    @classmethod
    def from_edtf(cls, text: str) -> Date | None:
        """EDTF level 1 as far as CSL can use it: dates, seasons, `~ ? %`, ranges, `..` ends; None for anything else."""
        words = text.strip()
        first, slash, last = words.partition("/")
        start = _edtf_day(first)
        if start is None:
            return None
        circa = first[-1:] in "~?%" or last[-1:] in ("~", "?", "%")
        if not slash:
            return cls((start,), circa=circa)
        if last in ("", ".."):
            return cls((start,), circa=circa, open_end=True)
        end = _edtf_day(last)
        return None if end is None else cls((start, end), circa=circa)

    def to_edtf(self) -> str:
        """EDTF, or "" for a date that has only words."""
        if not self.days:
            return ""
        mark = "~" if self.circa else ""
        days = [f"{day}{mark}" for day in self.days]
        return "/".join([*days, ".."] if self.open_end else days)

    @classmethod
    def from_json(cls, value: JSON) -> Date | None:
        """A CSL-JSON date (`date-parts`, `season`, `circa`, `literal`, `raw`) or an EDTF string; None for anything else."""
        if isinstance(value, str | int) and not isinstance(value, bool):
            return cls.from_edtf(str(value)) or cls(raw=str(value))
        if not isinstance(value, Mapping):
            return None
        days, open_end = _json_days(value.get("date-parts"))
        season = _number(value.get("season"))
        if season and days and 1 <= (season - 1) % 20 + 1 <= 4:
            days = tuple(replace(day, month=0, day=0, season=(season - 1) % 20 + 1) for day in days)
        literal, raw = _words(value.get("literal", "")), _words(value.get("raw", ""))
        if not days and value.get("season") and not season and not literal:
            literal = _words(value["season"])
        if not days and raw and (read := cls.from_edtf(raw)):
            return replace(read, circa=read.circa or _truth(value.get("circa", False)))
        return cls(days, literal, _truth(value.get("circa", False)), open_end, raw)

    def to_json(self) -> dict[str, JSON]:
        """The CSL-JSON object."""
        out: dict[str, JSON] = {}
        seasons = {day.season for day in self.days}
        if self.days:
            out["date-parts"] = [_day_parts(day, season_too=len(seasons) > 1) for day in self.days]
            if self.open_end:
                out["date-parts"].append([0, 0, 0])
        if len(seasons) == 1 and any(seasons):
            out["season"] = self.days[0].season
        if self.circa:
            out["circa"] = True
        return out | {key: value for key, value in (("literal", self.literal), ("raw", self.raw)) if value}

    def __str__(self) -> str:
        """For tables and messages: EDTF, else the words."""
        return self.to_edtf() or self.literal or self.raw


Names: TypeAlias = tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One work as CSL describes it. The mappings are never changed after they are made.

    `texts` holds standard and number variables by CSL's names ("container-title", "page" ...), `names` and `dates`
    theirs; `extra` whatever else its CSL-JSON object carried, untouched (`custom`, `categories`, unknown keys).
    """

    id: str
    type: str = "document"
    texts: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Names] = field(default_factory=dict)
    dates: Mapping[str, Date] = field(default_factory=dict)
    extra: Mapping[str, JSON] = field(default_factory=dict)

    @classmethod
    def from_json(cls, value: Mapping[str, JSON]) -> Reference:
        """A CSL-JSON item; numbers become text, what cannot be read goes to `extra`."""
        texts: dict[str, str] = {}
        names: dict[str, Names] = {}
        dates: dict[str, Date] = {}
        extra: dict[str, JSON] = {}
        for key, item in value.items():
            if key in ("id", "type"):
                continue
            if key in NAME_VARIABLES and isinstance(item, list):
                read = tuple(name for name in map(Name.from_json, item) if name is not None)
                if len(read) == len(item):
                    names[key] = read
                else:
                    extra[key] = item
            elif key in DATE_VARIABLES and (date := Date.from_json(item)) is not None:
                dates[key] = date
            elif _is_text(key, item):
                texts[key] = str(item)
            else:
                extra[key] = item
        return cls(str(value.get("id", "")), str(value.get("type") or "document"), texts, names, dates, extra)

    def to_json(self) -> dict[str, JSON]:
        """The CSL-JSON item, `id` and `type` first."""
        out: dict[str, JSON] = {"id": self.id, "type": self.type, **self.texts}
        out |= {key: [name.to_json() for name in value] for key, value in self.names.items()}
        out |= {key: date.to_json() for key, date in self.dates.items()}
        return out | dict(self.extra)

    def get(self, variable: str) -> str:
        """A text variable, "" where there is none."""
        return self.texts.get(variable, "")

    @property
    def authors(self) -> Names:
        """Who stands first: authors, else editors, translators, directors or other makers."""
        for variable in ("author", "editor", "translator", "director", "host", "contributor"):
            if found := self.names.get(variable):
                return found
        return ()

    @property
    def issued(self) -> Date | None:
        """The date of publication."""
        return self.dates.get("issued")


def _is_text(key: str, value: JSON) -> bool:
    """Whether a value of that key is text, and not something of another shape that has to be kept as it is."""
    return (
        isinstance(value, str | int | float)
        and not isinstance(value, bool)
        and key not in NAME_VARIABLES | DATE_VARIABLES
    )


def _words(value: JSON) -> str:
    return "" if value is None or isinstance(value, bool | list | dict) else str(value)


def _truth(value: JSON) -> bool:
    return value not in (False, None, 0, "", "0", "false")


def _number(value: JSON) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        return 0


def _json_days(value: JSON) -> tuple[tuple[Day, ...], bool]:
    """date-parts -> its days, and whether its second date is the open end [0, 0, 0]."""
    if not isinstance(value, list):
        return (), False
    days: list[Day] = []
    open_end = False
    for parts in value[:2]:
        numbers = [_number(part) for part in parts] if isinstance(parts, list) else [_number(parts)]
        if numbers and numbers[0]:
            days.append(_day(*numbers[:3]))
        elif days:
            open_end = True
    return tuple(days), open_end


def _day(year: int, month: int = 0, day: int = 0) -> Day:
    if 13 <= month <= 24:
        return Day(year, season=(month - 1) % 4 + 1)
    if not 1 <= month <= 12:
        return Day(year)
    return Day(year, month, day if 1 <= day <= 31 else 0)


def _day_parts(day: Day, *, season_too: bool) -> list[int]:
    """Year, month, day; a season, where the date's two ends differ in it, in the month's place as EDTF has it."""
    if not day.month:
        return [day.year, 20 + day.season] if season_too and day.season else [day.year]
    return [day.year, day.month, day.day] if day.day else [day.year, day.month]


_EDTF_DAY: Final = re.compile(r"(Y?-?\d{4,9})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?\Z", re.ASCII)


def _edtf_day(text: str) -> Day | None:
    match = _EDTF_DAY.match(text)
    if not match:
        return None
    year, month, day = int(match[1].lstrip("Y")), int(match[2] or 0), int(match[3] or 0)
    if month > 24 or 13 <= month <= 20 or day > 31 or (match[2] and not month) or (match[3] and not day):
        return None
    return _day(year, month, day)
