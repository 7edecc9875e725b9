"""SOURCE -> references on standard output, stored nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import groupby
from typing import Annotated, Any

import typer

from refcli.bibtex import write_reference
from refcli.cli.console import note, say
from refcli.cli.personal import use_personal
from refcli.cli.reading import Reading, find_list, read_list
from refcli.cli.settings import settings_here
from refcli.cli.sources import read_blocks, read_document
from refcli.cli.streaming import parse_stream
from refcli.documents import Document
from refcli.library import with_keys
from refcli.parsing import Entry, Listing, Parsed, Segment, Unparsed, canonical, lines_as_entries
from refcli.text import Source, Span


class Notation(StrEnum):
    """What `--to` takes."""

    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    JSONL = "jsonl"


def run(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help='Text with a reference list; "-" is standard input.')
    ],
    to: Annotated[Notation, typer.Option(help="What to print.")] = Notation.BIBTEX,
    each_line: Annotated[
        bool, typer.Option("--each-line", help="Every line is one entry, judged without its neighbours.")
    ] = False,
    explained: Annotated[
        bool, typer.Option("--explain", help="How each entry was read: labelled words, how sure, why that kind.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read a long list at once.")] = 1,
) -> None:
    """Read references as `import` does, and print them instead of storing them.

    bibtex and csl-json are what `import` would store; jsonl has one record for each entry, as it is written there,
    with its labelled segments, confidence and doubts, and a record for each entry that could not be read. jsonl streams:
    however long the list is, memory holds 500 entries of it parsed.

    \b
    Examples:
      refcli parse article.txt
      refcli parse article.txt --to jsonl
      pbpaste | refcli parse - --to csl-json
      refcli parse one-a-line.txt --each-line --to jsonl
      refcli parse article.txt --explain
    """
    settings_here()
    use_personal()
    if explained:
        _explain(map(read_document, sources), each_line=each_line)
        return
    if to is Notation.JSONL:
        for name in sources:
            for line in _lines(name, jobs) if each_line else _records(read_document(name), jobs):
                say(json.dumps(line, ensure_ascii=False))
        return
    readings = [read_list(document, each_line=each_line, jobs=jobs) for document in map(read_document, sources)]
    if to is Notation.CSL_JSON:
        say(json.dumps([reference.to_json() for reference in references(readings)], ensure_ascii=False, indent=2))
    else:
        say("\n".join(write_reference(reference) for reference in references(readings)).rstrip("\n"))
    for reading in readings:
        for span, why in reading.left():
            note(f"{reading.place(span)}: not read: {why}")
        _told(reading.document, reading.listing)


def _told(document: Document, listing: Listing) -> Listing:
    """The list, after a word on why it cannot be trusted."""
    if listing.doubtful:
        note(f"{document.name}: {listing.doubtful}")
    return listing


def _lines(name: str, jobs: int) -> Iterator[dict[str, Any]]:
    """The records of lines that are entries of their own, as they come."""
    for item in parse_stream(_each_line(name), each_line=True, jobs=jobs):
        yield record(item, lambda span: span)


def _each_line(name: str) -> Iterator[Entry]:
    """With their places in the whole file."""
    before = 0
    for document in read_blocks(name):
        for entry in lines_as_entries(document.body):
            yield replace(entry, span=document.at(entry.span).shift(before))
        before += len(document.text)


def _records(document: Document, jobs: int) -> Iterator[dict[str, Any]]:
    """The records of a list; what one note says of several works is one record."""
    entries = _told(document, find_list(document)).entries
    read = parse_stream(entries, len(entries), jobs=jobs)
    for whole, items in groupby(read, key=lambda item: item.entry.within or item.entry):
        works = list(items)
        yield record(works[0], document.at) if works[0].entry is whole else note_record(whole, works, document.at)


def _explain(documents: Iterable[Document], *, each_line: bool) -> None:
    from refcli.cli.explain import explain  # noqa: PLC0415 - draws with rich, which parsing alone does not need

    for document in documents:
        listing = _told(document, find_list(document, each_line=each_line))
        reading = Reading(document, Source(document.raw, document.name), listing, ())
        for item in parse_stream(listing.entries, len(listing.entries), each_line=each_line):
            say(explain(reading.place(item.entry.span), item) + "\n")


def references(readings: Iterable[Reading]) -> tuple[Any, ...]:
    """What `import` would store, with the keys that it would give in an empty library."""
    return with_keys([canonical(parsed.reference) for reading in readings for parsed in reading.parsed])


def record(item: Parsed | Unparsed, at: Callable[[Span], Span]) -> dict[str, Any]:
    """A line of jsonl. Places are characters from 0, end exclusive; `at` leads from the text that was read to the file."""
    place = _placed(item.entry, at)
    match item:
        case Parsed():
            return place | {
                "reference": item.reference.to_json(),
                "segments": [[segment.label, segment.text] for segment in item.segments],
                "confidence": round(item.confidence, 3),
                "doubts": list(item.doubts),
            }
        case Unparsed():
            means = {"means": _placed(item.means, at), "locator": item.locator} if item.means else {}
            return place | {"unparsed": item.why} | means


def note_record(note: Entry, works: Sequence[Parsed | Unparsed], at: Callable[[Span], Span]) -> dict[str, Any]:
    """The line of a note that names several works: the first that was read, the others under "further", the segments of all."""
    main = next((work for work in works if isinstance(work, Parsed)), works[0])
    found = record(main, at) | _placed(note, at)
    segments, last = [], note.span.start
    for work in works:
        joint = note.text[last - note.span.start : work.entry.span.start - note.span.start]
        parts = work.segments if isinstance(work, Parsed) else (Segment("other", work.entry.text),)
        segments += [["other", joint]] if joint else []
        segments += [[part.label, part.text] for part in parts]
        last = work.entry.span.end
    further = [record(work, at) for work in works if work is not main]
    return found | ({"segments": segments} if isinstance(main, Parsed) else {}) | {"further": further}


def _placed(entry: Entry, at: Callable[[Span], Span]) -> dict[str, Any]:
    span = at(entry.span)
    return {"text": entry.text, "start": span.start, "end": span.end}
