"""SOURCE -> references on standard output, stored nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

import typer

from refcli.bibtex import write_reference
from refcli.cli.console import note, say
from refcli.cli.personal import use_personal
from refcli.cli.reading import Reading, find_list, read_list
from refcli.cli.settings import settings_here
from refcli.cli.sources import read_document
from refcli.cli.streaming import parse_stream
from refcli.documents import Document
from refcli.library import with_keys
from refcli.parsing import Listing, Parsed, Unparsed, canonical
from refcli.text import Source


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
    documents = map(read_document, sources)
    if explained:
        _explain(documents, each_line=each_line)
        return
    if to is Notation.JSONL:
        for document in documents:
            listing = _told(document, find_list(document, each_line=each_line))
            for entry in parse_stream(listing.entries, each_line=each_line, jobs=jobs):
                say(json.dumps(record(document, entry), ensure_ascii=False))
        return
    readings = [read_list(document, each_line=each_line, jobs=jobs) for document in documents]
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


def _explain(documents: Iterable[Document], *, each_line: bool) -> None:
    from refcli.cli.explain import explain  # noqa: PLC0415 - draws with rich, which parsing alone does not need

    for document in documents:
        listing = _told(document, find_list(document, each_line=each_line))
        reading = Reading(document, Source(document.raw, document.name), listing, ())
        for item in parse_stream(listing.entries, each_line=each_line):
            say(explain(reading.place(item.entry.span), item) + "\n")


def references(readings: Iterable[Reading]) -> tuple[Any, ...]:
    """What `import` would store, with the keys that it would give in an empty library."""
    return with_keys([canonical(parsed.reference) for reading in readings for parsed in reading.parsed])


def record(document: Document, entry: Parsed | Unparsed) -> dict[str, Any]:
    """A line of jsonl. Places are characters from 0, end exclusive."""
    span = document.at(entry.entry.span)
    place = {"text": entry.entry.text, "start": span.start, "end": span.end}
    match entry:
        case Parsed():
            return place | {
                "reference": entry.reference.to_json(),
                "segments": [[segment.label, segment.text] for segment in entry.segments],
                "confidence": round(entry.confidence, 3),
                "doubts": list(entry.doubts),
            }
        case Unparsed():
            return place | {"unparsed": entry.why}
