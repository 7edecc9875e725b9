"""Segments -> a Reference, with what is doubtful about it: every label has the field that it fills."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from refcli.model import Date, Names, Reference
from refcli.parsing.bylines import settle_byline
from refcli.parsing.evidence import Evidence
from refcli.parsing.fields import names, numbers, urls, words
from refcli.parsing.fields.dates import other_order, read_date, year_suffix
from refcli.parsing.fields.lookups import leads_to_look_up, looked_up
from refcli.parsing.kind import kind
from refcli.parsing.settle import doubts, settle
from refcli.parsing.talks import settle_talk
from refcli.parsing.types import Segment

_IN = re.compile(r"\A(?:in|dans|en|im)\b:?\s+(?=\S)", re.IGNORECASE)


@dataclass(slots=True)
class Fields:
    """What has been read so far; used inside this module only."""

    texts: dict[str, str] = field(default_factory=dict)
    names: dict[str, Names] = field(default_factory=dict)
    dates: dict[str, Date] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    second_title: str = ""
    quoted: bool = False

    def text(self, variable: str, value: str) -> None:
        """The first value stays; a second one is kept as a note."""
        if not value:
            return
        if variable not in self.texts:
            self.texts[variable] = value
        elif value != self.texts[variable]:
            self.notes.append(value)
            self.second_title = value if variable == "title" else self.second_title


def assemble(segments: Sequence[Segment], text: str) -> tuple[Reference, tuple[str, ...], str]:
    """The reference, its doubts, and why it has its type."""
    found = Fields()
    before, address = "", ""
    for segment in segments:
        label, said = segment
        if label == "other":
            before = address[-30:] + said
            continue
        _take(found, _label(found, label, before, address), said, before)
        before, address = "", said if label == "url" else ""
    settle(found.texts, found.names, found.second_title)
    settle_byline(found.texts, found.names, found.notes)
    settle_talk(found.texts, found.names, found.notes)
    found.doubts += doubts(found.texts, found.names, found.dates.get("issued"))
    authors = found.names.get("author", ())
    issued = found.dates.get("issued")
    day = bool(issued and issued.days and issued.days[0].day) or bool(
        issued and issued.literal and re.search(r"\d", issued.literal)
    )
    month = bool(issued and issued.days and (issued.days[0].month or issued.days[0].season))
    line = words.one_line(text)
    if found.notes:
        found.texts["note"] = "; ".join(found.notes)
    evidence = Evidence(found.texts, authors, "editor" in found.names, line, day, month, found.quoted)
    name, why = kind(evidence)
    custom = {"asfound": line, "doubts": list(found.doubts)}
    reference = Reference("", name, found.texts, found.names, found.dates, {"custom": custom})
    return reference, tuple(found.doubts), why


_SHORT = 4
_BEHIND = frozenset(".,;:()[] ")
_QUOTES = ("“", '"', "‘", "«", "„", "'", "``")
_TITLES = {"title": "title", "container": "container-title", "collection": "collection-title"}
_WORDS = {
    "publisher": "publisher",
    "org": "publisher",
    "place": "publisher-place",
    "genre": "genre",
    "medium": "medium",
    "number": "number",
}
_PAGE_BEHIND = re.compile(
    r"(?P<date>.*[^\W\d_]{3}.*\b(?:1[89]|20)\d\d)[,;:] ?(?:pp?\. ?)?(?P<page>[A-Z]?\d{1,4}(?:[-–]\d{1,4})?)"
    r"|(?P<year>(?:1[89]|20)\d\d)\)[,:]? (?P<behind>[A-Z]?\d{1,6}(?:[-–]\d{1,5})?)",
    re.DOTALL,
)
"""July 3, 2000, 27; 2009) 1683, the bracket being that of the year."""
_DATES = {"date": "issued", "accessed": "accessed"}
_PINPOINTED = re.compile(r"(?P<first>\d+), (?:at )?(?P<place>\d+(?:[-–]\d+)?(?:, \d+(?:[-–]\d+)?)*)")
_PEOPLE = {"author": "author", "editor": "editor", "translator": "translator"}


def _label(found: Fields, label: str, before: str, address: str) -> str:
    """A date is the day of looking behind "accessed", and in brackets behind the address of a source that has its date."""
    if label != "date":
        return label
    behind = bool(address) and before.endswith(("[", "(")) and bool(found.dates.get("issued"))
    return "accessed" if behind or leads_to_look_up(before) else label


def _take(found: Fields, label: str, said: str, before: str) -> None:
    """One segment into its field; `before` is what leads to it."""
    if label in _TITLES:
        _take_title(found, label, said, before)
    elif label in _WORDS:
        found.text(_WORDS[label], numbers.number(said) if label == "number" else words.title(said))
    elif label in _PEOPLE:
        _take_names(found, _PEOPLE[label], said)
    elif label in _DATES:
        _take_date(found, _DATES[label], said)
    elif label in ("url", "doi", "isbn"):
        _take_address(found, label, said)
    elif label in ("volume", "issue", "pages", "edition"):
        _take_number(found, label, said, before)
    elif label in ("note", "idno"):
        _take_note(found, said)


def _take_note(found: Fields, said: str) -> None:
    """A note; where it only tells when the page was looked at, that day."""
    day = looked_up(said) if "accessed" not in found.dates else ""
    if day and read_date(day).days:
        _take_date(found, "accessed", day)
    else:
        found.notes.append(words.one_line(said).strip(" ,;."))


def _take_title(found: Fields, label: str, said: str, before: str) -> None:
    if label == "title" and "title" not in found.texts:
        found.quoted = before.rstrip().endswith(_QUOTES) or said.startswith(_QUOTES)
    value = words.title(_IN.sub("", said) if label == "container" else said)
    value, rest = _closed_at_mark(value)
    found.text(_TITLES[label], value)
    if rest:
        found.text("title" if label == "container" else "note", words.title(rest))


def _closed_at_mark(value: str) -> tuple[str, str]:
    """ "Evening Post*. “Storm" -> "Evening Post", "Storm": what a closing mark of italics ends goes no further."""
    head, _, rest = value.partition("*")
    closing = not head[-1:].isspace() and rest[:1] in _BEHIND
    if len(head) < _SHORT or not closing or not any(map(str.isalnum, rest)):
        return value, ""
    return words.title(head), rest.strip(" .,;:()[]*")


def _take_names(found: Fields, variable: str, said: str) -> None:
    read = names.read_names(said)
    if variable in found.names and read:
        found.names[variable] += read
    elif read:
        found.names[variable] = read


def _take_date(found: Fields, variable: str, said: str) -> None:
    paged = _PAGE_BEHIND.fullmatch(said) if variable == "issued" else None
    if paged and (paged["date"] or "volume" in found.texts):
        said = paged["date"] or paged["year"]
        found.text("page", paged["page"] or paged["behind"])
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
    if variable == "issued" and (other := other_order(said)):
        found.doubts.append(f"{said} was read with the month first; with the day first it is {other}")
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
    if doi := urls.doi_of_url(address) or (urls.doi(said) if re.match(r"\W*doi\b", said, re.IGNORECASE) else ""):
        found.text("DOI", doi)
    else:
        if urls.is_site_of(found.texts.get("URL", ""), address):
            del found.texts["URL"]
        found.text("URL", address)


def _reporter_first(found: Fields) -> bool:
    """Volume, then container, as lawyers write ("570 U.S. 338, 358"): of two pages the second is a place in the work."""
    order = list(found.texts)
    return "volume" in order and "container-title" in order[order.index("volume") :]


def _take_number(found: Fields, label: str, said: str, before: str) -> None:
    if label == "volume":
        volume, issue = numbers.volume(said)
        found.text("volume", volume)
        found.text("issue", issue)
    elif label == "pages":
        if _reporter_first(found) and (both := _PINPOINTED.fullmatch(said)):
            found.text("page", both["first"])
            found.text("locator", both["place"])
            return
        at = "at " if before.endswith((" at ", " at p. ")) and said[:1].isdecimal() else ""
        value, variable = numbers.pages(at + said)
        found.text(variable, value)
    elif label == "issue":
        found.text("issue", numbers.issue(said))
    else:
        found.text("edition", numbers.edition(said))
