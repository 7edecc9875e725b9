"""SOURCE -> the library: new references added, and a table of what was read, known already, or left."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from refcli.cli.console import note, say, table
from refcli.cli.errors import Exit
from refcli.cli.reading import Reading, read_list, shorten
from refcli.cli.settings import settings_here
from refcli.cli.sources import read_document
from refcli.cli.store import library_path, log, shown
from refcli.data.outlets import find_outlet
from refcli.library import Added, add, plan, read_library
from refcli.model import Reference
from refcli.parsing import Parsed, canonical


def run(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help='Text with a reference list in it; "-" is standard input.')
    ],
    library: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The library; by default references.bib here, or the nearest configured one."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be added, change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of the table.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read a long list at once.")] = 1,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when there is a doubt or something was not read.")
    ] = False,
) -> None:
    """Read a bare reference list, or the list at the end of an article, into the library.

    What the library has already is not added again. What could not be read is shown, with its line and the reason.

    \b
    Examples:
      refcli import article.txt
      refcli import refs.txt --library policy.bib
      refcli import --dry-run article.txt
      pbpaste | refcli import -
    """
    settings = settings_here()
    readings = [read_list(read_document(name), jobs=jobs) for name in sources]
    rows = [(reading, parsed) for reading in readings for parsed in reading.parsed]
    references = [canonical(parsed.reference) for _, parsed in rows]
    path = library_path(library, settings)
    before = read_library(path)
    if dry_run:
        added = plan(before, references, settings.keys)
    else:
        added = add(path, references, log(f"import {' '.join(sources)}"), settings.keys)
    for block in before.broken:
        note(f"{shown(path)}: {block.why}; it was left as it is")
    if as_json:
        say(json.dumps(_record(path, rows, readings, added), ensure_ascii=False, indent=2))
    else:
        _report(shown(path), rows, readings, added, dry_run)
    troubled = any(parsed.doubts for _, parsed in rows) or any(
        reading.left() or reading.listing.doubtful for reading in readings
    )
    if strict and troubled:
        raise typer.Exit(Exit.FINDINGS)


def _report(
    path: str, rows: Sequence[tuple[Reading, Parsed]], readings: Sequence[Reading], added: Added, dry_run: bool
) -> None:
    fresh = [
        _cells(reference, parsed)
        for (_, parsed), reference, known in zip(rows, added.references, added.known, strict=True)
        if not known
    ]
    if fresh:
        table(("key", "author", "date", "title", "outlet", "doubts"), fresh)
    for (reading, parsed), reference, known in zip(rows, added.references, added.known, strict=True):
        if known:
            say(
                f"{reading.place(parsed.entry.span)}: already there as {reference.id}: {shorten(parsed.entry.text, 60)}"
            )
    for reading in readings:
        for span, why in reading.left():
            say(f"{reading.place(span)}: not imported, {why}: {shorten(span.of(reading.document.text), 60)}")
        if reading.listing.doubtful:
            note(f"{reading.document.name}: {reading.listing.doubtful}")
    left = sum(len(reading.left()) for reading in readings)
    verb = "would be added" if dry_run else "added"
    say(
        f"{_count(len(fresh), 'reference')} {verb} to {path}, {sum(added.known)} already there, {_count(left, 'line')} not imported."
    )


def _cells(reference: Reference, parsed: Parsed) -> tuple[str, ...]:
    authors = "; ".join(map(str, reference.authors[:3])) + ("; …" if len(reference.authors) > 3 else "")
    outlet = reference.get("container-title") or reference.get("publisher") or _outlet_as_author(reference)
    written = parsed.reference.get("container-title")
    if written and written != reference.get("container-title"):
        outlet += f" (as written: {written})"
    return reference.id, authors, str(reference.issued or ""), reference.get("title"), outlet, "; ".join(parsed.doubts)


def _outlet_as_author(reference: Reference) -> str:
    name = reference.authors[0].literal if reference.authors else ""
    return name if name and find_outlet(name) else ""


def _record(
    path: Path, rows: Sequence[tuple[Reading, Parsed]], readings: Sequence[Reading], added: Added
) -> dict[str, Any]:
    """The same as data. Places are lines from 1."""
    return {
        "schema": 1,
        "library": str(path),
        "entries": [
            {
                "key": reference.id,
                "added": not known,
                "file": reading.document.name,
                "line": reading.source.place(parsed.entry.span.start).line,
                "reference": reference.to_json(),
                "confidence": round(parsed.confidence, 3),
                "doubts": list(parsed.doubts),
            }
            for (reading, parsed), reference, known in zip(rows, added.references, added.known, strict=True)
        ],
        "left": [
            {
                "file": reading.document.name,
                "line": reading.source.place(span.start).line,
                "text": span.of(reading.document.text),
                "why": why,
            }
            for reading in readings
            for span, why in reading.left()
        ],
    }


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
