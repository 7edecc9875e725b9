"""Segments -> a Reference, with what is doubtful about it: every label has the field that it fills."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from refcli.data.outlets import find_outlet
from refcli.model import Date, Name, Names, Reference
from refcli.parsing.fields import names, numbers, urls, words
from refcli.parsing.fields.dates import read_date, year_suffix
from refcli.parsing.kind import Evidence, kind
from refcli.parsing.types import Segment

_TITLE_AND_OUTLET = re.compile(r"(.{8,}?[^\W\d_]{3,}[\"”’]?[.?!][\"”’]?)\s+(\S.{2,})\Z")
_IN = re.compile(r"\A(?:in|dans|en|im)\b:?\s+(?=\S)", re.IGNORECASE)


@dataclass(slots=True)
class Fields:
    """What has been read so far; used inside this module only."""

    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, Names] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def text(self, variable: str, value: str) -> None:
        """The first value stays; a second one is kept as a note."""
        if not value:
            return
        if variable not in self.texts:
            self.texts[variable] = value
        elif value != self.texts[variable]:
            self.notes.append(value)


def assemble(segments: Sequence[Segment], text: str) -> tuple[Reference, tuple[str, ...], str]:
    """The reference, its doubts, and why it has its type."""
    found = Fields()
    for segment in segments:
        _take(found, segment.label, segment.text)
    _settle(found)
    authors = found.names.get("author", ())
    issued = found.dates.get("issued")
    day = bool(issued and issued.days and issued.days[0].day) or bool(
        issued and issued.literal and re.search(r"\d", issued.literal)
    )
    evidence = Evidence(found.texts, authors, "editor" in found.names, words.one_line(text), day)
    name, why = kind(evidence)
    if found.notes:
        found.texts["note"] = "; ".join(found.notes)
    custom = {"asfound": words.one_line(text), "doubts": list(found.doubts)}
    reference = Reference("", name, found.texts, found.names, found.dates, {"custom": custom})
    return reference, tuple(found.doubts), why


_TITLES = {"title": "title", "container": "container-title", "collection": "collection-title"}
_WORDS = {
    "publisher": "publisher",
    "place": "publisher-place",
    "genre": "genre",
    "medium": "medium",
    "number": "number",
}
_PEOPLE = {"author": "author", "org": "author", "editor": "editor", "translator": "translator"}


def _take(found: Fields, label: str, said: str) -> None:
    """One segment into its field."""
    if label in _TITLES:
        found.text(_TITLES[label], words.title(_IN.sub("", said) if label == "container" else said))
    elif label in _WORDS:
        found.text(_WORDS[label], numbers.number(said) if label == "number" else words.title(said))
    elif label in _PEOPLE:
        _take_names(found, _PEOPLE[label], said)
    elif label in ("date", "accessed"):
        _take_date(found, "issued" if label == "date" else "accessed", said)
    elif label in ("url", "doi", "isbn"):
        _take_address(found, label, said)
    elif label in ("volume", "issue", "pages", "edition"):
        _take_number(found, label, said)
    elif label in ("note", "idno"):
        found.notes.append(words.one_line(said).strip(" ,;."))


def _take_names(found: Fields, variable: str, said: str) -> None:
    read = names.read_names(said)
    if variable in found.names and read:
        found.names[variable] += read
    elif read:
        found.names[variable] = read


def _take_date(found: Fields, variable: str, said: str) -> None:
    date = read_date(said)
    if not date.days and not date.literal:
        return
    before = found.dates.get(variable)
    if (
        before is None
        or (not before.days and date.days)
        or (
            before.days
            and date.days
            and len(before.days) == 1
            and before.year == date.year
            and not before.days[0].month
        )
    ):
        found.dates[variable] = date
    elif (
        before.days
        and not before.days[0].month
        and date.literal
        and (joined := read_date(f"{date.literal} {before.year}")).days
    ):
        found.dates[variable] = joined
    if variable == "issued" and (letter := year_suffix(said)):
        found.text("year-suffix", letter)


def _take_address(found: Fields, label: str, said: str) -> None:
    if label == "isbn":
        found.text("ISBN", urls.isbn(said))
        return
    if label == "doi":
        found.text("DOI", urls.doi(said))
        return
    address = urls.url(said)
    if doi := urls.doi_of_url(address) or (urls.doi(said) if "doi" in said.lower() else ""):
        found.text("DOI", doi)
        found.text("URL", address if address.startswith("http") else "")
    else:
        found.text("URL", address)


def _take_number(found: Fields, label: str, said: str) -> None:
    if label == "volume":
        volume, issue = numbers.volume(said)
        found.text("volume", volume)
        found.text("issue", issue)
    elif label == "pages":
        value, variable = numbers.pages(said)
        found.text(variable, value)
    elif label == "issue":
        found.text("issue", numbers.issue(said))
    else:
        found.text("edition", numbers.edition(said))


def _settle(found: Fields) -> None:
    """What the fields say together: an outlet alone is the source; what is missing is a doubt."""
    texts, people = found.texts, found.names
    if "title" not in texts and (both := _TITLE_AND_OUTLET.match(texts.get("container-title", ""))):
        texts["title"], texts["container-title"] = words.title(both[1]), words.title(both[2])
    if (
        "author" not in people
        and "title" not in texts
        and (outlet := texts.get("container-title", "") or texts.get("publisher", ""))
    ):
        people["author"] = (Name(literal=outlet),)
        texts.pop("container-title" if texts.get("container-title") else "publisher")
        found.doubts.append("only an outlet is named")
    elif "title" not in texts and "author" in people:
        found.doubts.append(
            "only an outlet is named" if find_outlet(people["author"][0].literal) else "no title was found"
        )
    issued = found.dates.get("issued")
    if issued is None:
        found.doubts.append("no date is stated")
    elif not issued.days and not re.search(r"\bn\.? ?d\b|undated|forthcoming|press", issued.literal, re.IGNORECASE):
        stated = bool(re.search(r"\b(?:1[4-9]|20)\d\d\b", issued.literal))
        found.doubts.append(
            "several dates are stated, the words are kept"
            if stated
            else "no year is stated, the words of the date are kept"
        )
