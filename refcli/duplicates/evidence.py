"""Two looks -> evidence, field by field, each with its weight; together the odds that they are one work.

The weights are logarithms of odds, as in Fellegi and Sunter's "A Theory for Record Linkage" (1969): what speaks for one work
is positive, what speaks for two is negative. They were set on labelled pairs, and are all in this file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from refcli.duplicates.containers import relate_containers
from refcli.duplicates.look import Look
from refcli.duplicates.makers import relate_makers
from refcli.duplicates.titles import STOP, Relation, quantities, relate

_DIGITS = re.compile(r"\d+")
_NEEDED: Final = 6.0
"""What the weights must add up to for even odds."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one field says. `words` tells how the two differ where they are not simply equal or unequal."""

    field: str
    weight: float
    words: str = ""

    @property
    def agrees(self) -> bool:
        """Does it speak for one work?"""
        return self.weight > 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two references are one work: the probability, and the evidence for and against."""

    evidence: tuple[Evidence, ...]

    @property
    def score(self) -> float:
        """The sum of the weights, zero at even odds."""
        return sum(one.weight for one in self.evidence) - _NEEDED

    @property
    def confidence(self) -> float:
        """The probability that the two are one work."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.score))))


def judge(one: Look, other: Look) -> Judgement:
    """All that the fields of two references say. Symmetric; never raises."""
    return Judgement(tuple(found for judge_field in _JUDGES for found in judge_field(one, other)))


def out_of_question(one: Look, other: Look) -> bool:
    """Can nothing make these one work? Titles of two works, and no identifier in common: all else adds up to less than is needed."""
    if any(value and value == getattr(other, name) for name in _IDENTIFIERS if (value := getattr(one, name))):
        return False
    return any(evidence.weight <= _TWO_WORKS for evidence in _title(one, other))


_IDENTIFIERS: Final = ("doi", "url", "isbn", "number")
_TWO_WORKS: Final = -6.0


def _title(one: Look, other: Look) -> Iterator[Evidence]:
    relation = relate(one.title, other.title)
    if relation.kind in ("same", "spelling"):
        pass
    elif _only_numbered(one, other):
        return
    elif relation.extra and relation.extra <= (one.around | other.around) - STOP:
        yield Evidence("title", min(4.5, 1.5 * relation.shared), "body or number left out")
        return
    match relation.kind:
        case "none":
            return
        case "same" | "spelling":
            yield Evidence("title", _known(relation), "spelling" if relation.kind == "spelling" else "")
        case "shorter":
            yield Evidence("title", *_shorter(relation, one, other))
        case "within" | "inserted":
            full = 0.5 if relation.shared < 3 else 2.0 if relation.kind == "within" else 1.5
            weight = -2.0 if _years_apart(relation, one, other) else full
            yield Evidence("title", weight, "words left out")
        case kind:
            yield Evidence("title", *_UNLIKE[kind])


def _only_numbered(one: Look, other: Look) -> bool:
    """One number, and a title that says no more than it does ("Resolution 76/300") beside one that names the subject."""
    same = one.number and _bare(one.number) == _bare(other.number)
    return bool(same) and any(
        look.title.numbers
        and look.title.numbers <= set(_DIGITS.findall(look.number))
        and len(look.title.words) - len(look.title.numbers) <= 4
        for look in (one, other)
    )


def _bare(number: str) -> str:
    return number.replace(" ", "")


_UNLIKE: Final = {
    "slip": (-1.0, "a letter or two"), "changed": (-2.5, "a word"), "numbers": (-7.0, "its number"),
    "marked": (-6.0, "another work about it, or a part"), "other": (-6.0, ""),
}  # fmt: skip


def _known(relation: Relation) -> float:
    """A title of one or two words is shared by many works."""
    rare = 0.0 if relation.shared > 2 else 1.0 if relation.shared == 2 else 2.5
    return (4.5 if relation.kind == "spelling" else 5.0) - rare


def _shorter(relation: Relation, one: Look, other: Look) -> tuple[float, str]:
    """A subtitle left out, or a title cut."""
    if _years_apart(relation, one, other):
        return -2.0, "its number"
    if relation.extra and _is_series(one) and _is_series(other):
        return 1.0, "shortened"
    at_colon = relation.shared in (one.title.main, other.title.main) or not relation.extra
    return min(1.0 * relation.shared, 3.5 if at_colon else 2.5), "shortened"


def _is_series(look: Look) -> bool:
    """A body's title with a year in it ("World Energy Outlook 2018"): what follows tells its volumes and companions apart."""
    return bool(look.makers and look.makers[0].body) and any(len(number) == 4 for number in look.title.numbers)


def _years_apart(relation: Relation, one: Look, other: Look) -> bool:
    """A number stands in one title only, with few other words, and it is not the year of the other."""
    if sum(not word.isdecimal() for word in relation.extra) > 2:
        return False
    years = {str(look.year) for look in (one, other) if look.year}
    numbers = (one.title.numbers | other.title.numbers) - quantities(one.title) - quantities(other.title)
    return bool(relation.extra & numbers - years)


def _author(one: Look, other: Look) -> Iterator[Evidence]:
    kind = relate_makers(one.makers, other.makers)
    weight, words = {
        "same": (3.0, ""), "written": (2.7, "written otherwise"), "order": (2.5, "order"), "fewer": (2.0, "fewer names"), "some": (1.0, "some names"),
        "bodies": (2.0, ""), "mixed": (-0.5, "person or body"), "other": (-4.0, ""),
    }.get(kind, (0.0, ""))  # fmt: skip
    if weight:
        yield Evidence("author", weight, words)


def _date(one: Look, other: Look) -> Iterator[Evidence]:
    if one.year is None or other.year is None:
        return
    apart = abs(one.year - other.year)
    if apart:
        yield Evidence("year", _years(apart, one, other))
        return
    yield Evidence("year", 1.0)
    first, second = one.days[0], other.days[0]
    if first.day and second.day:
        yield Evidence("date", _days_apart(one, other))
    elif first.month and second.month and first.month != second.month:
        yield Evidence("date", -1.5)


def _years(apart: int, one: Look, other: Look) -> float:
    if one.preprint != other.preprint and apart <= 3:
        return -0.5
    if apart == 1:
        same = one.pages is not None and one.pages == other.pages and not _other_volume(one, other)
        return -0.5 if same or _early(one) != _early(other) else -2.5
    return -5.0


def _other_volume(one: Look, other: Look) -> bool:
    return bool(one.volume and other.volume) and one.volume != other.volume


def _early(look: Look) -> bool:
    """An article online before it has a volume: no pages yet, or its own count from 1."""
    return look.kind == "article" and not look.volume and (look.pages is None or look.pages[1] == 1)


def _days_apart(one: Look, other: Look) -> float:
    """Print and online of one story are a day or two apart; daily briefings too, whose titles say little."""
    first, second = one.days[0], other.days[0]
    days = abs(first.day - second.day) if first.month == second.month else 31
    if not days:
        return 1.0
    told = len(set(one.title.words) & set(other.title.words)) >= 3 and not any(
        look.makers and look.makers[0].body for look in (one, other)
    )
    return -5.0 if not told or days > 3 else -1.0 if days == 1 else -2.0


def _container(one: Look, other: Look) -> Iterator[Evidence]:
    kind = relate_containers(one.container, other.container)
    if one.preprint != other.preprint and kind == "other":
        yield Evidence("journal", -0.2, "preprint and publication")
    elif kind != "none":
        weight, words = {
            "same": (1.5, ""),
            "short": (1.5, "abbreviated"),
            "near": (0.3, "abbreviated"),
            "other": (-2.0, ""),
        }[kind]
        yield Evidence("journal", weight, words)


def _publisher(one: Look, other: Look) -> Iterator[Evidence]:
    kind = relate_containers(one.publisher, other.publisher)
    if kind in ("same", "short", "near"):
        yield Evidence("publisher", 0.7)
    elif kind == "other" and not (one.preprint or other.preprint):
        yield Evidence("publisher", -0.7)


def _place(one: Look, other: Look) -> Iterator[Evidence]:
    """Ministries and country offices of one name are told apart by where they are."""
    bodies = all(look.makers and look.makers[0].body for look in (one, other))
    if bodies and one.place and other.place and not one.place & other.place:
        yield Evidence("address", -3.0)


def _volume(one: Look, other: Look) -> Iterator[Evidence]:
    """Volume and issue; exports mix the two up."""
    swapped = "" not in (one.volume, one.issue) and (one.volume, one.issue) == (other.issue, other.volume)
    if one.volume and other.volume and (one.volume == other.volume or not swapped):
        yield Evidence("volume", 1.0 if one.volume == other.volume else -2.0)
    if one.issue and other.issue and one.issue not in (other.issue, other.volume) and other.issue != one.volume:
        yield Evidence("number", -1.5)


def _pages(one: Look, other: Look) -> Iterator[Evidence]:
    if one.pages is None or other.pages is None:
        return
    (letter, first, last), (other_letter, other_first, other_last) = one.pages, other.pages
    fits = letter == other_letter or not letter or not other_letter
    if fits and first == other_first:
        yield Evidence(
            "pages",
            2.5 if (first > 1 or 1 < last == other_last) and not _other_volume(one, other) else 1.0,
            "" if last == other_last else "written otherwise",
        )
    elif fits and first < other_last and other_first < last and last - first < 200 and other_last - other_first < 200:
        yield Evidence("pages", 0.5, "overlapping")
    elif one.preprint == other.preprint:
        yield Evidence("pages", -0.5 if _early(one) != _early(other) else -4.2)


def _edition(one: Look, other: Look) -> Iterator[Evidence]:
    if one.edition and other.edition and one.edition != other.edition:
        yield Evidence("edition", -7.0)


def _identifiers(one: Look, other: Look) -> Iterator[Evidence]:
    if one.doi and other.doi:
        same = one.doi == other.doi
        if same:
            yield Evidence("doi", 7.0 if relate(one.title, other.title).kind not in _UNLIKE else 3.0)
        elif one.preprint == other.preprint:
            yield Evidence("doi", -6.0)
    if one.isbn and other.isbn and one.isbn == other.isbn:
        yield Evidence("isbn", 2.5)
    if one.url and other.url and one.url == other.url:
        yield Evidence("url", 4.0)
    if one.number and other.number:
        yield from _numbers(one, other)


def _numbers(one: Look, other: Look) -> Iterator[Evidence]:
    """Report numbers, symbols, dockets: "S/RES/2118 (2013)" and "S/RES/2118" are one, "GAO-19-999" and "GAO-19-998" are not."""
    first, second = (frozenset(_DIGITS.findall(look.number)) for look in (one, other))
    years = {str(look.year) for look in (one, other)}
    if _bare(one.number) == _bare(other.number):
        telling = len(one.number) >= 7 and first and one.year == other.year
        yield Evidence("number", 4.0 if telling else 1.5)
    elif first and second and (first - years <= second or second - years <= first) and (first & second):
        yield Evidence("number", 0.5, "written otherwise")
    elif one.preprint == other.preprint:
        yield Evidence("number", -6.0)


def _kind(one: Look, other: Look) -> Iterator[Evidence]:
    kinds = {one.kind, other.kind}
    if len(kinds) == 1 or "" in kinds:
        return
    if kinds == {"testimony", "hearing"}:
        if bool(one.makers) != bool(other.makers):
            yield Evidence("type", -2.5, "testimony and hearing")
        return
    if kinds & {
        "spoken",
        "testimony",
        "hearing",
        "interview",
        "thesis",
        "review",
        "data",
        "slides",
        "broadcast",
        "map",
        "patent",
        "law",
        "case",
    }:
        yield Evidence("type", -5.0, f"{one.kind} and {other.kind}")
    elif kinds in ({"book", "chapter"}, {"article", "conference"}):
        yield Evidence("type", -2.0, f"{one.kind} and {other.kind}")


def _language(one: Look, other: Look) -> Iterator[Evidence]:
    if one.language and other.language and one.language != other.language:
        yield Evidence("language", -4.0)


_JUDGES: Final[tuple[Callable[[Look, Look], Iterator[Evidence]], ...]] = (
    _title, _author, _date, _container, _publisher, _place, _volume, _pages, _edition, _identifiers, _kind, _language,
)  # fmt: skip
