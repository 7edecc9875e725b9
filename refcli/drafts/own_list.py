"""Document -> the reference list that it has itself: entries, where it stands, whether they bear numbers, why not to trust it."""

from __future__ import annotations

from dataclasses import dataclass

from refcli.documents import Document
from refcli.drafts.types import Listed
from refcli.model import Reference
from refcli.parsing import Listing, Parsed, find_entries, parse_entries
from refcli.text import Span

NO_LIST = "no reference list was found: give it a heading such as “References”, or name a library"
_BLANK = Reference("")


@dataclass(frozen=True, slots=True)
class OwnList:
    """`hidden` are the stretches of the draft that are list, not prose; `trouble` says why nothing may be checked against it."""

    entries: tuple[Listed, ...] = ()
    hidden: tuple[Span, ...] = ()
    numbered: bool = False
    trouble: str = ""


def own_list(document: Document) -> OwnList:
    """The draft's own list. Lines that only look like entries, without a heading and in the midst of prose, are prose."""
    listing = find_entries(document.text)
    if listing.region is None or not listing.entries:
        return OwnList(trouble=listing.doubtful or NO_LIST)
    entries = _entries(listing)
    if listing.heading is None and not _plain(document.text, listing, entries):
        return OwnList(trouble=NO_LIST)
    return OwnList(entries, tuple(_hidden(listing)), _numbered(document.text, listing), listing.doubtful)


def _entries(listing: Listing) -> tuple[Listed, ...]:
    """All entries, so that their indexes count; one that could not be read is listed by its words alone."""
    out = []
    for i, read in enumerate(parse_entries(listing.entries)):
        reference = read.reference if isinstance(read, Parsed) else _BLANK
        out.append(Listed(i, reference, read.entry.text, read.entry.span))
    return tuple(out)


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


def _numbered(text: str, listing: Listing) -> bool:
    """Do the entries bear numbers?"""
    marks = [text[max(0, entry.span.start - 6) : entry.span.start].strip() for entry in listing.entries]
    return len(marks) > 1 and sum(any(char.isdecimal() for char in mark) for mark in marks) > 0.7 * len(marks)
