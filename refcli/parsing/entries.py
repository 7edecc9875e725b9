"""Text -> the entries of its reference list, with all that is between them accounted for."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.parsing.lines import Line, heading, is_list_heading, read_lines
from refcli.parsing.region import find_region, span_of
from refcli.parsing.shape import has_date, is_prose, likeness
from refcli.parsing.starts import Layout, starts
from refcli.parsing.types import Entry, Listing, Rest
from refcli.text import Span

NO_LIST = "no reference list was found: give it a heading such as “References”, or one entry a line"


def find_entries(text: str, *, each_line: bool = False) -> Listing:
    """The list in a text, taken apart; a bare list is one too. Never raises.

    With `each_line` every line is an entry of its own, whatever its neighbours are.
    """
    found = read_lines(text)
    if each_line:
        entries = tuple(Entry(line.text, line.words) for line in found if line.text)
        return Listing(entries, region=Span(0, len(text)))
    region = find_region(found)
    if region is None:
        return Listing(doubtful=NO_LIST)
    lines = found[region.first : region.last]
    marks = starts(lines)
    entries, rest = _cut(text, lines, marks)
    head = found[region.heading].words if region.heading >= 0 else None
    return Listing(entries, rest, span_of(found, region), head, _doubt(entries))


def _cut(text: str, lines: Sequence[Line], marks: Sequence[Layout]) -> tuple[tuple[Entry, ...], tuple[Rest, ...]]:
    """Group the lines between two starts into entries; what is noise or prose becomes rest."""
    entries: list[Entry] = []
    rest: list[Rest] = []
    run: list[Line] = []

    def close() -> None:
        if run:
            _finish(text, run, entries, rest)
            run.clear()

    for line, mark in zip(lines, marks, strict=True):
        if mark is Layout.NOISE:
            why = line.noise or ("a heading" if heading(line.text) else "no reference")
            rest.append(Rest(line.words if line.text else line.span, why))
        elif mark is Layout.GAP:
            continue
        else:
            if mark is Layout.START:
                close()
            run.append(line)
    close()
    return tuple(entries), tuple(sorted(rest, key=lambda item: item.span))


def _finish(text: str, run: Sequence[Line], entries: list[Entry], rest: list[Rest]) -> None:
    span = Span(run[0].words.start, run[-1].words.end)
    words = span.of(text)
    if is_list_heading(words) or (len(run) == 1 and _is_heading(run[0])):
        rest.append(Rest(span, "a heading"))
    elif is_prose(words) and not run[0].number:
        rest.append(Rest(span, "running text, not a reference"))
    else:
        entries.append(Entry(words, span))


def _is_heading(line: Line) -> bool:
    words = line.text
    if words.startswith("#"):
        return True
    return (
        len(words) <= 60 and not line.number and words[-1] not in ".,;)" and not has_date(words)
        and likeness(words) < 0.9 and "://" not in words
    )  # fmt: skip


def _doubt(entries: Sequence[Entry]) -> str:
    """What makes the split suspicious: very long entries, or many that look like none."""
    if not entries:
        return "the list has a heading but no entry that could be read"
    huge = sum(len(entry.text) > 1500 for entry in entries)
    odd = sum(likeness(entry.text) < 0.8 for entry in entries)
    if huge or odd > 0.4 * len(entries):
        return "the list could not be taken apart with confidence: put a blank line between its entries"
    return ""
