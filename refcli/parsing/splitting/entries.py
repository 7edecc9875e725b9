"""Text -> the entries of its reference list, with all that is between them accounted for."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from refcli.parsing.splitting.between import WORDS, between
from refcli.parsing.splitting.counted import counted
from refcli.parsing.splitting.edges import closing
from refcli.parsing.splitting.headings import is_notes_heading
from refcli.parsing.splitting.lines import Line, read_lines
from refcli.parsing.splitting.lines import each_line as lines_of
from refcli.parsing.splitting.region import Region, find_region
from refcli.parsing.splitting.runon import LIKELY, SURE, in_note, run_on
from refcli.parsing.splitting.sections import Section, sections
from refcli.parsing.splitting.shape import is_prose, likeness
from refcli.parsing.splitting.starts import Split, split
from refcli.parsing.types import Entry, Listing, Rest
from refcli.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NO_LIST = "no reference list was found: give it a heading such as “References”, or one entry a line"
NO_ENTRY = "the list has a heading but no entry that could be read"
UNSURE = "the list could not be taken apart with confidence: put a blank line between its entries"
_LONGEST = 100_000
"""Characters of a paragraph that is searched for entries inside its lines."""
_FEW = 0.1
"""The share of pieces that may hold several entries by way of exception: those have to be surer."""
_TAGS = ("</", "<div", "<br", "<hr", "{:", "<!--", ":::", "\\end{", "\\begin{")


def find_entries(text: str, *, each_line: bool = False) -> Listing:
    """The list in a text, taken apart; a bare list is one too. Never raises.

    With `each_line` every line is an entry of its own, whatever its neighbours are.
    """
    if each_line:
        return Listing(tuple(lines_as_entries(text)), region=Span(0, len(text)))
    found = read_lines(text)
    region = find_region(found)
    if region is None:
        return Listing(doubtful=NO_LIST)
    return _listing(text, found, region)


def lines_as_entries(text: str) -> Iterator[Entry]:
    """Every line that has words is an entry, as it comes."""
    return (Entry(line.text, line.words) for line in lines_of(text) if line.text)


def works_of(entry: Entry) -> list[Entry]:
    """The works that one note or numbered item names ("X, at 45; but see Y"), each an entry within it; mostly it is but one."""
    cuts = in_note(entry.text) if entry.number else []
    if len(cuts) < 2:
        return [entry]
    places = [part.shift(entry.span.start) for part in cuts]
    return [
        Entry(span.shift(-entry.span.start).of(entry.text), span, entry.number, entry, _inside(entry.noise, span))
        for span in places
    ]


def _without(noise: Sequence[Span], entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, each knowing the page numbers and running heads that fell between its lines."""
    places = sorted(noise)
    for entry in entries:
        first, last = bisect_left(places, entry.span), bisect_left(places, Span(entry.span.end, 0))
        yield replace(entry, noise=tuple(places[first:last])) if first < last else entry


def _torn(span: Span, entries: Sequence[Entry]) -> bool:
    """A line that was taken for noise, part of which an entry has."""
    at = bisect_left(entries, span.end, key=lambda entry: entry.span.start)
    near = [entry.span for entry in entries[max(0, at - 2) : at]]
    return any(one.overlaps(span) and not (one.start <= span.start and span.end <= one.end) for one in near)


def _inside(spans: Iterable[Span], whole: Span) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.start >= whole.start and span.end <= whole.end)


def _listing(text: str, found: Sequence[Line], region: Region) -> Listing:
    lines = found[region.first : region.last]
    head = found[region.heading] if region.heading >= 0 else None
    notes = head is not None and is_notes_heading(head.text)
    entries: list[Entry] = []
    rest = [Rest(_place(text, line.span), line.noise) for line in lines if line.noise]
    least = 1.0
    for section in sections(lines):
        if section.heading:
            rest.append(Rest(_place(text, section.heading.span), "a heading"))
        inside = _inside_lines(text, section)
        entries += inside
        left = _behind(section, inside)
        cut = split(left.lines)
        least = min(least, cut.agreement if len(left.lines) > 2 else 1.0)
        for judged in _judged(text, list(_pieces(left, cut)), notes=notes):
            if isinstance(judged, Rest):
                rest.append(judged)
            else:
                entries += judged
    span = Span(lines[0].span.start, lines[-1].span.end)
    rest = [item for item in rest if not _torn(item.span, entries)]
    entries = list(_without([item.span for item in rest], entries))
    pieces: list[Entry | Rest] = [*entries, *rest]
    marks = list(between(text, span, [item.span for item in pieces]))
    rest += [Rest(mark.span, "words between the entries") for mark in marks if mark.why == WORDS]
    rest.sort(key=lambda item: item.span)
    marks = [mark for mark in marks if mark.why != WORDS]
    return Listing(tuple(entries), tuple(rest), tuple(marks), span, _heading_span(head), _doubt(entries, least))


def _behind(section: Section, entries: Sequence[Entry]) -> Section:
    """What of a section stands behind these entries of it."""
    if not entries:
        return section
    return Section(None, [line for line in section.lines if line.span.start >= entries[-1].span.end])


def _inside_lines(text: str, section: Section) -> list[Entry]:
    """The entries of a section whose lines say nothing, as they begin in the middle of them: numbered there, or filled to a width."""
    full = [line for line in section.lines if line.text and not line.noise]
    if not full:
        return []
    start = full[0].outset
    words = text[start : full[-1].words.end]
    if found := counted(words):
        return [Entry(one.span.of(words), one.span.shift(start), one.number) for one in found]
    broken_off = sum(closing(line.text) < 0 for line in full)
    if any(line.mark for line in full) or broken_off < max(3, 0.6 * len(full)):
        return []
    cuts = [cut.shift(part.start) for part in _paragraphs(section.lines) for cut in run_on(part.of(text), _LONGEST)]
    begins = {line.words.start for line in full}
    inside = sum(cut.start not in begins for cut in cuts)
    return [Entry(cut.of(text), cut) for cut in cuts] if inside > max(2, 0.75 * (len(cuts) - 1)) else []


def _paragraphs(lines: Sequence[Line]) -> Iterator[Span]:
    """The words between blank lines."""
    for blank, group in groupby(lines, key=lambda line: not line.text):
        full = [] if blank else [line for line in group if not line.noise]
        if full:
            yield Span(full[0].words.start, full[-1].words.end)


def _place(text: str, span: Span) -> Span:
    """A stretch without the blanks around it."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _heading_span(head: Line | None) -> Span | None:
    if head is None or head.style != "inline":
        return head.words if head else None
    return Span(head.words.start - len(head.mark), head.words.start)


def _pieces(section: Section, cut: Split) -> Iterator[tuple[Line, Span]]:
    """The first line and the whole place of each run of lines between two starts."""
    full = [i for i, line in enumerate(section.lines) if line.text and not line.noise]
    first = 0
    for at, i in enumerate(full):
        if at + 1 == len(full) or full[at + 1] in cut.starts:
            begin = section.lines[full[first]]
            yield begin, Span(_begins(begin, counted=full[first] in cut.counted), section.lines[i].words.end)
            first = at + 1


def _begins(line: Line, *, counted: bool) -> int:
    """Where an entry's words begin: behind its number or bullet, but before a number that belongs to the words."""
    if counted or not line.number or line.style == "html":
        return line.words.start
    return line.outset


def _judged(text: str, pieces: Sequence[tuple[Line, Span]], *, notes: bool) -> list[Rest | list[Entry]]:
    """What each piece is; where most stand apart as one entry, several in one have to be surer."""
    found = [_judge(text, line, span, LIKELY, notes=notes) for line, span in pieces]
    several = sum(isinstance(one, list) and len(one) > 1 for one in found)
    if not 0 < several < _FEW * len(found):
        return found
    return [_judge(text, line, span, SURE, notes=notes) for line, span in pieces]


def _judge(text: str, line: Line, span: Span, bar: float, *, notes: bool) -> Rest | list[Entry]:
    """What a piece is that begins with this line: an entry, several entries run together, or none."""
    words = span.of(text)
    if words.startswith(_TAGS) and likeness(words) < 1.5:
        return Rest(span, "markup")
    if not line.mark and is_prose(words):
        return Rest(span, "running text, not a reference")
    if not line.mark and len(words) < 60 and likeness(words) < 0.5:
        return Rest(span, "too little to be a reference")
    cuts = [Span(0, len(words))] if notes or line.number else run_on(words, bar=SURE if line.bullet else bar)
    return [Entry(part.of(words), part.shift(span.start), line.number) for part in cuts]


def _doubt(entries: Sequence[Entry], agreement: float) -> str:
    """What makes the split suspicious: words and layout disagree, entries are very long, or look like none."""
    if not entries:
        return NO_ENTRY
    huge = sum(len(entry.text) > 1500 for entry in entries)
    odd = sum(likeness(entry.text) < 0.8 for entry in entries)
    return UNSURE if huge or odd > 0.4 * len(entries) or agreement < 0.2 else ""
