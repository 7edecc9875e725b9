"""Document -> what its reference list says, entry by entry, with the places: shared by parse and import."""

from __future__ import annotations

from dataclasses import dataclass

from refcli.cli.streaming import parse_stream
from refcli.documents import Document
from refcli.parsing import Listing, Parsed, Unparsed, find_entries
from refcli.text import Source, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read: its list, and every entry of it parsed or not, in order."""

    document: Document
    source: Source
    listing: Listing
    entries: tuple[Parsed | Unparsed, ...]

    @property
    def parsed(self) -> tuple[Parsed, ...]:
        """The entries that became references."""
        return tuple(entry for entry in self.entries if isinstance(entry, Parsed))

    def left(self) -> list[tuple[Span, str]]:
        """What stands in the list and became no reference, with the reason, in order."""
        unread = [(entry.entry.span, entry.why) for entry in self.entries if isinstance(entry, Unparsed)]
        return sorted([*unread, *((rest.span, rest.why) for rest in self.listing.rest)])

    def place(self, span: Span) -> str:
        """file:line of a stretch."""
        named = self.document.place_name(span)
        line = self.source.place(self.document.at(span).start).line
        return f"{self.document.name}: {named}" if named else f"{self.document.name}:{line}"


def find_list(document: Document, *, each_line: bool = False) -> Listing:
    """The list of a document, taken apart; none where it has no heading and the document names a library that it cites from."""
    listing = find_entries(document.body, each_line=each_line)
    if each_line or listing.heading is not None or not document.bibliography:
        return listing
    return Listing(doubtful=f"no list of its own; it cites from {', '.join(document.bibliography)}")


def read_list(document: Document, *, each_line: bool = False, jobs: int = 1) -> Reading:
    """The list of a document; with `each_line` every line is an entry of its own, judged without its neighbours."""
    listing = find_list(document, each_line=each_line)
    entries = tuple(parse_stream(listing.entries, len(listing.entries), each_line=each_line, jobs=jobs))
    return Reading(document, Source(document.raw, document.name), listing, entries)
