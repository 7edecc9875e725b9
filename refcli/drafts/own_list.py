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
from refcli.parsing import Listing, Parsed, parse_entries
from refcli.text import Span

NO_LIST = "no reference list was found: give it a heading such as “References”, or name a library"
_NUMBER = re.compile(r"(?<![^\W_])(\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?:\\?[\]).:^]|</sup>|\s){0,4}\s*\Z")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:\s*\Z")
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
        return OwnList(trouble=listing.doubtful or NO_LIST)
    entries = _entries(listing, dict(_keys(document, listing)))
    if listing.heading is None and not (_footnotes(document.text, entries) or _plain(document.text, listing, entries)):
        return OwnList(trouble=NO_LIST)
    return OwnList(entries, tuple(_hidden(listing)), _numbers(document.text, listing), listing.doubtful)


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
        fresh = _entries(listing, dict(_keys(document, listing)))
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


def _entries(listing: Listing, keys: Mapping[int, str]) -> tuple[Listed, ...]:
    """All entries, so that their indexes count; one that could not be read is listed by its words alone."""
    out = []
    for i, read in enumerate(parse_entries(listing.entries)):
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
