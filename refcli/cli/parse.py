"""SOURCE -> references on standard output, stored nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Any

import typer

from refcli.bibtex import write_reference
from refcli.cli.console import note, say
from refcli.cli.reading import Reading, read_list
from refcli.cli.settings import settings_here
from refcli.cli.sources import read_document
from refcli.library import with_keys
from refcli.parsing import Parsed, Unparsed, canonical


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
) -> None:
    """Read references as `import` does, and print them instead of storing them.

    bibtex and csl-json are what `import` would store; jsonl has one record for each entry, as it is written there,
    with its labelled segments, confidence and doubts, and a record for each entry that could not be read.

    \b
    Examples:
      refcli parse article.txt
      refcli parse article.txt --to jsonl
      pbpaste | refcli parse - --to csl-json
      refcli parse one-a-line.txt --each-line --to jsonl
    """
    settings_here()
    readings = [read_list(read_document(name), each_line=each_line) for name in sources]
    match to:
        case Notation.JSONL:
            for record in records(readings):
                say(json.dumps(record, ensure_ascii=False))
        case Notation.CSL_JSON:
            say(json.dumps([reference.to_json() for reference in references(readings)], ensure_ascii=False, indent=2))
        case Notation.BIBTEX:
            say("\n".join(write_reference(reference) for reference in references(readings)).rstrip("\n"))
    if to is not Notation.JSONL:
        for reading in readings:
            for span, why in reading.left():
                note(f"{reading.place(span)}: not read: {why}")


def references(readings: Iterable[Reading]) -> tuple[Any, ...]:
    """What `import` would store, with the keys that it would give in an empty library."""
    return with_keys([canonical(parsed.reference) for reading in readings for parsed in reading.parsed])


def records(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    """The lines of jsonl: one for each entry, in order. Places are characters from 0, end exclusive."""
    for reading in readings:
        for entry in reading.entries:
            span = reading.document.at(entry.entry.span)
            place = {"text": entry.entry.text, "start": span.start, "end": span.end}
            match entry:
                case Parsed():
                    yield place | {
                        "reference": entry.reference.to_json(),
                        "segments": [[segment.label, segment.text] for segment in entry.segments],
                        "confidence": round(entry.confidence, 3),
                        "doubts": list(entry.doubts),
                    }
                case Unparsed():
                    yield place | {"unparsed": entry.why}
