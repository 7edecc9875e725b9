"""Document -> the reference list that it has itself: entries, where it stands, whether they bear numbers, why not to trust it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from refcli.documents import Document
from refcli.drafts.chapters import find_lists
from refcli.drafts.types import Listed
from refcli.model import Reference
from refcli.parsing import Entry, Listing, Parsed, parse_entries
from refcli.parsing.pointing.pointers import pointer
from refcli.text import Span, rare

NO_LIST = "no reference list was found: give it a heading such as “References”, or name a library"
_NUMBER = re.compile(r"(?<![^\W_])(\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?:\\?[\]).:^]|</sup>|\s){0,4}\s*\Z")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:\s*\Z")
FOOTNOTE = re.compile(
    r"^[ \t]{0,3}\[\^(?P<id>[^\]\s]+)\]:[ \t]*(?P<words>\S[^\r\n]*(?:\r?\n(?:[ \t]{2,}|\t)[^\r\n]+)*)", re.MULTILINE
)
"""A footnote of Markdown, with its further lines."""
_REPORTED = rare(
    r"\b\d{1,4}\s+[A-Z][A-Za-z]{0,8}\.(?:\s?[A-Z0-9][A-Za-z0-9]{0,8}\.?){0,4},?\s+(?:at\s+)?\d{1,5}\b"
    r"|\b(?:ECLI:)?[A-Z]{2}:[A-Z]{1,6}:\d{4}:\d+|[\[(](?:18|19|20)\d\d[\])]\s(?:\d{1,3}\s)?[A-Z][A-Za-z]{1,8}(?:\s[A-Z][A-Za-z]{1,8})?\s\d{1,5}\b"
)
"""A case in a reporter, by ECLI or neutral citation: "476 U.S. 253", "EU:C:2011:798", "[2009] UKSC 5" (The Bluebook, rule 10; OSCOLA 2.1, 2.6)."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BLANK = Reference("")


@dataclass(frozen=True, slots=True)
class OwnList:
    """`hidden` are the stretches of the draft that are list, not prose; `trouble` says why nothing may be checked against it;
    `chapters` are the indexes of the entries with which a list begins, where there is one a chapter.
    """

    entries: tuple[Listed, ...] = ()
    hidden: tuple[Span, ...] = ()
    numbers: Mapping[int, int] = field(default_factory=dict)
    trouble: str = ""
    chapters: tuple[int, ...] = ()


def own_list(document: Document) -> OwnList:
    """The draft's own list. Lines that only look like entries, without a heading and in the midst of prose, are prose."""
    found = find_lists(document.body)
    if len(found) > 1 and not any(_numbers(document.text, one) for one in found):
        return _chapters(document, sorted(found, key=lambda one: one.region or Span(0, 0)))
    listing = _without_notes(document.body, found[0])
    if listing.region is None or not listing.entries:
        return _scattered(document) or OwnList(trouble=listing.doubtful or NO_LIST)
    entries = _entries(listing.entries, dict(_keys(document, listing)))
    if listing.heading is None:
        note = FOOTNOTE.search(document.body)
        loose = _scattered(document) if note and (listing.doubtful or note.start() < listing.region.start) else None
        if loose or not (_footnotes(document.text, entries) or _plain(document.text, listing, entries)):
            return loose or OwnList(trouble=NO_LIST)
    return OwnList(entries, tuple(_hidden(listing)), _numbers(document.text, listing), listing.doubtful)


def _scattered(document: Document) -> OwnList | None:
    """The notes of a draft, each below its paragraph, where most of them name a source; None where they do not."""
    notes = list(FOOTNOTE.finditer(document.body))
    entries = _entries([Entry(note["words"], Span(*note.span("words"))) for note in notes], {})
    sources = sum(names_source(entry) or pointer(entry.text) is not None for entry in entries)
    hidden = tuple(Span(*note.span()) for note in notes)
    return OwnList(entries, hidden) if len(notes) > 2 and sources > 0.5 * len(notes) else None


def names_source(entry: Listed) -> bool:
    """Was anything of a source read in these words, or is it a case in a reporter?"""
    reference = entry.reference
    read = reference.issued or reference.authors or reference.get("container-title") or reference.get("URL")
    return bool(read) or _REPORTED.search(entry.text) is not None


def _without_notes(text: str, listing: Listing) -> Listing:
    """Notes without a heading of their own, "[1] Abe, Straits, 12.", behind a list without numbers are none of its entries."""
    first = next((i for i, entry in enumerate(listing.entries) if entry.text.startswith("[1] ")), 0)
    bare = not any(
        _NUMBER.search(text[max(0, entry.span.start - 12) : entry.span.start]) for entry in listing.entries[:2]
    )
    return find_lists(text[: listing.entries[first].span.start])[0] if first > 1 and bare else listing


def _chapters(document: Document, found: Sequence[Listing]) -> OwnList:
    """All lists as one; where their entries bear numbers, which begin again with each, only the best is looked at."""
    entries: list[Listed] = []
    hidden: list[Span] = []
    begins = []
    for listing in found:
        begins.append(len(entries))
        fresh = _entries(listing.entries, dict(_keys(document, listing)))
        entries += [replace(entry, index=len(entries) + entry.index) for entry in fresh]
        hidden += _hidden(listing)
    return OwnList(tuple(entries), tuple(hidden), chapters=tuple(begins))


def _keys(document: Document, listing: Listing) -> Iterator[tuple[int, str]]:
    """The index of an entry and the key that the list gives it: the first entry behind a label, before the next one."""
    ends = [offset for offset, _ in document.labels[1:]] + [len(document.text)]
    starts = [entry.span.start for entry in listing.entries]
    for (offset, key), end in zip(document.labels, ends[: len(document.labels)], strict=True):
        at = bisect_left(starts, offset)
        if at < len(starts) and starts[at] < end:
            yield at, key


def _entries(found: Sequence[Entry], keys: Mapping[int, str]) -> tuple[Listed, ...]:
    """All entries, so that their indexes count; one that could not be read is listed by its words alone."""
    out = []
    for i, read in enumerate(parse_entries(found)):
        reference = read.reference if isinstance(read, Parsed) else _BLANK
        out.append(Listed(i, reference, read.entry.text, read.entry.span, keys.get(i)))
    return tuple(out)


def _footnotes(text: str, entries: tuple[Listed, ...]) -> bool:
    """The notes of a Markdown draft, which need no heading."""
    marks = [text[max(0, entry.span.start - 64) : entry.span.start] for entry in entries if entry.span]
    return sum(_FOOTNOTE.search(mark) is not None for mark in marks) > 0.7 * len(entries)


def _plain(text: str, listing: Listing, entries: tuple[Listed, ...]) -> bool:
    """A list that nothing announces: three entries or more, nearly all of them read whole, at the end of the draft."""
    whole = sum(
        bool(entry.reference.issued) and bool(entry.reference.authors or entry.reference.get("container-title"))
        for entry in entries
    )
    end = listing.region.end if listing.region else 0
    prose = any(rest.why.startswith("running text") for rest in listing.rest)
    return (
        len(entries) >= 3 and whole >= 0.7 * len(entries) and len(text) - end < max(1500, 0.2 * len(text)) and not prose
    )


def _hidden(listing: Listing) -> list[Span]:
    """The list and its heading are no prose; what was left out of the entries as running text is."""
    region = listing.region or Span(0, 0)
    last, spans = listing.heading.start if listing.heading else region.start, []
    for rest in sorted(rest.span for rest in listing.rest if rest.why.startswith("running text")):
        spans.append(Span(last, rest.start))
        last = rest.end
    return [*spans, Span(last, region.end)]


def _numbers(text: str, listing: Listing) -> dict[int, int]:
    """The numbers that the entries bear, each with its entry; none where most bear none."""
    found: dict[int, int] = {}
    for i, entry in enumerate(listing.entries):
        mark = _NUMBER.search(text[max(0, entry.span.start - 12) : entry.span.start].rsplit("\n", 1)[-1])
        if mark:
            found.setdefault(int(mark[1].translate(_RAISED)), i)
    return found if len(found) > 1 and len(found) > 0.7 * len(listing.entries) else {}
