"""The entries of a name, and what the mention states besides -> its link: years, dates and titles tell works apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from refcli.drafts.listing import Index
from refcli.drafts.near import Near, same_first, same_given
from refcli.drafts.types import Ambiguous, Cites, Link, Listed, Misspelled, WrongYear
from refcli.model import Date, Reference
from refcli.text import fold, rare

_SAID_UNDATED = rare(
    r"\b(?:n\.\s?d|o\.\s?J|s\.\s?[fda])\.|\b(?:undated|forthcoming|in press|to appear|in preparation|various)\b",
    re.IGNORECASE,
)
_FRONT_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")
_ASIDE = re.compile(
    r"(?:https?://|www\.|doi:?\s?)\S+|\b(?:accessed|retrieved|abgerufen|zugriff|consult)\b.*", re.IGNORECASE | re.DOTALL
)
_KIND_WORDS = {
    "book": ("book", "monograph"),
    "report": ("report", "paper"),
    "chapter": ("chapter",),
    "thesis": ("thesis", "dissertation"),
}


def resolve(index: Index, targets: Iterable[int], years: Sequence[str], near: str = "") -> Link:
    """The entries of a name, told apart by the years that the mention states ("2004", "2007a", "n.d."), else by the words near it."""
    found = index.works(targets)
    if not years:
        return _one_or_more(_by_title(index, found, near) or found)
    exact = [tuple(i for i in found if has_year(index.entries[i], year)) for year in years]
    if all(exact):
        hits = tuple(dict.fromkeys(i for group in exact for i in group))
        return Cites(hits) if all(len(group) == 1 for group in exact) else Ambiguous(hits)
    if loose := tuple(i for i in found if any(_somewhere(index.entries[i], year) for year in years)):
        return Cites(loose) if len(loose) == 1 else Ambiguous(loose)
    if undated := tuple(
        i for i in found if not _front_years(index.entries[i]) and _undated(index.entries[i].reference)
    ):
        return Cites(undated)
    missing = next(year for year, hits in zip(years, exact, strict=True) if not hits)
    dates = (index.entries[i].reference.issued for i in found)
    return WrongYear(missing, tuple(sorted({str(date.year) for date in dates if date and date.year})), found)


def misspelled(index: Index, given: str, family: str, years: Sequence[str]) -> Misspelled | None:
    """The listed person whose name differs by a letter or two from what is written; the years, else the given name, must fit."""
    for near in index.spellings.near(family, given):
        targets = tuple(dict.fromkeys(_fitting(index, near, given, years)))
        if targets:
            return Misspelled(family, near.family, targets)
    return None


def namesake(index: Index, given: str, family: str) -> Misspelled | None:
    """The listed person of that given name, in full or as the same initials, whose family name is nearly this one."""
    if len(family) < 5:
        return None
    for near in index.spellings.near(family, given):
        targets = tuple(i for name, i in near.bearers if same_given(given, name.given))
        if targets and len(near.family) > 3:
            return Misspelled(family, near.family, tuple(dict.fromkeys(targets)))
    return None


def near_family(index: Index, family: str) -> Misspelled | None:
    """The same for a family name alone: one letter off, and of six letters or more."""
    near = (
        next((near for near in index.spellings.near(family) if near.distance == 1), None) if len(family) > 5 else None
    )
    return Misspelled(family, near.family, tuple(dict.fromkeys(i for _, i in near.bearers))) if near else None


def has_year(entry: Listed, year: str) -> bool:
    """Is the entry of that year ("2007", "2007a"), or undated where the mention says so ("n.d.")?"""
    digits, letter = year[:4], year[4:]
    if not digits.isdecimal():
        return _SAID_UNDATED.search(entry.text) is not None or (_undated(entry.reference) and not _front_years(entry))
    dates = (entry.reference.issued, entry.reference.dates.get("original-date"))
    stated = any(str(day.year) == digits for date in dates if date for day in date.days)
    stated = (
        stated
        or re.search(rf"(?:\boriginal\w*\b[^.;]{{0,40}}\b|\d{{4}}/|[(\[]){digits}(?:[)\]]|/\d{{4}})", entry.text)
        is not None
    )
    if not stated and _undated(entry.reference):
        stated = digits in _front_years(entry)
    if not stated or not letter:
        return stated
    suffixes = set(re.findall(rf"\b{digits}([a-z])\b", entry.text)) | set(entry.reference.get("year-suffix"))
    return not suffixes or letter in suffixes


def dated(entries: Sequence[Listed], targets: Sequence[int], month: int, day: int) -> tuple[int, ...]:
    """Those of the targets that are of that month and day, as far as both are stated; all when none is."""

    def fits(date: Date | None) -> bool:
        marks = date.days if date else ()
        return any(mark.month == month and (not day or not mark.day or mark.day == day) for mark in marks)

    return tuple(i for i in targets if fits(entries[i].reference.issued)) or tuple(targets)


def _one_or_more(found: tuple[int, ...]) -> Link:
    return Cites(found) if len(found) == 1 else Ambiguous(found)


def _somewhere(entry: Listed, year: str) -> bool:
    """The year stands in the entry's words, its address and the date of access apart: reprints, first editions, misread dates."""
    digits = year[:4]
    text = _ASIDE.sub(" ", entry.text)
    return digits.isdecimal() and not year[4:] and re.search(rf"(?<![\d/–-]){digits}(?![\d/–-])", text) is not None


def _front_years(entry: Listed) -> tuple[str, ...]:
    """The years among the first words of an entry, however it was read."""
    return tuple(year[:4] for year in _FRONT_YEAR.findall(_ASIDE.sub(" ", entry.text)[:160]))


def _undated(reference: Reference) -> bool:
    return reference.issued is None or not reference.issued.days


def _fitting(index: Index, near: Near, given: str, years: Sequence[str]) -> Iterable[int]:
    for name, i in near.bearers:
        dated = any(has_year(index.entries[i], year) for year in years)
        if dated or (not years and same_first(given, name.given)):
            yield i


def _by_title(index: Index, found: Sequence[int], near: str) -> tuple[int, ...]:
    """The one whose title, or its first words, stand near; or the one that is of the kind that is named there."""
    if len(found) < 2 or not near:
        return ()
    folded = fold(near.replace("*", "").replace("_", ""))
    titled = tuple(i for i in found if len(start := _first_words(index.titles[i])) > 7 and start in folded)
    if len(titled) == 1:
        return titled
    words = folded.split()
    kinds = tuple(
        i for i in found if any(word in words for word in _KIND_WORDS.get(index.entries[i].reference.type, ()))
    )
    return kinds if len(kinds) == 1 else ()


def _first_words(title: str) -> str:
    return " ".join(title.split()[:2]).split(":")[0]
