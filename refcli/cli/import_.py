"""SOURCE -> the library: new references added, and a table of what was read, known already, or left."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer

from refcli.bibtex import BibFile, editing, entry_of, layout_of
from refcli.cli.asking import Fate, ask, decided, skipped, someone_is_there
from refcli.cli.console import note, say, shorten, table
from refcli.cli.errors import Exit
from refcli.cli.incoming import Incoming, Source, keyed, read_source
from refcli.cli.options import LibraryOption
from refcli.cli.settings import settings_here
from refcli.cli.store import library_path, log, shown
from refcli.data.outlets import find_outlet
from refcli.library import Added, Library, plan, read_library, write
from refcli.library.dedupe import Likeness, likely_known
from refcli.model import Reference

Rows: TypeAlias = Sequence[tuple[Incoming, Reference, bool]]
"""What came in, the reference as the library has it, and whether it was there before."""


def run(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", help='Text with a reference list, or a file of references; "-" is standard input.'
        ),
    ],
    library: LibraryOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be added, change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of the table.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that read a long list at once.")] = 1,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when there is a doubt or something was not read.")
    ] = False,
) -> None:
    """Read references into the library: a bare list, the list at the end of an article, .bib, RIS, CSL-JSON or CSL-YAML.

    What the library has already is not added again; what may be there in other words is added and told. What could not
    be read is shown, with its line and the reason.

    \b
    Examples:
      refcli import article.txt
      refcli import refs.txt --library policy.bib
      refcli import --dry-run article.txt
      refcli import zotero.ris other.bib
      pbpaste | refcli import -
    """
    settings = settings_here()
    found = [read_source(name, jobs) for name in sources]
    incoming = [row for source in found for row in source.rows]
    path = library_path(library, settings)
    before = read_library(path)
    references = [row.reference for row in incoming]
    planned = [plan(before, references, settings.keys)]
    asks = not (dry_run or as_json) and someone_is_there(sources)
    maybe = likely_known(before.references, planned[0].new) if asks else {}
    decisions = ask(planned[0].references, before.references, maybe) if maybe else {}

    def edit(now: Library) -> BibFile:
        planned[:] = [skipped(plan(now, references, settings.keys), now, decisions)]
        return decided(Library(path, _with_new(now.file, incoming, planned[0])), planned[0], decisions)

    if not dry_run:
        before, _ = write(path, edit, log(f"import {' '.join(sources)}"))
    added = planned[0]
    rows = list(zip(incoming, added.references, added.known, strict=True))
    for i, (fate, key) in decisions.items():
        if fate is Fate.MERGE:
            rows[i] = rows[i][0], replace(rows[i][1], id=key), True
    maybe = {} if asks else likely_known(before.references, added.new)
    for block in before.broken:
        note(f"{shown(path)}: {block.why}; it was left as it is")
    if as_json:
        say(json.dumps(_record(path, rows, found, maybe), ensure_ascii=False, indent=2))
    else:
        _report(shown(path), rows, found, maybe, dry_run)
    if strict and (any(row.doubts for row in incoming) or any(source.left or source.doubtful for source in found)):
        raise typer.Exit(Exit.FINDINGS)


def _with_new(file: BibFile, incoming: Sequence[Incoming], added: Added) -> BibFile:
    """The file with the new entries: those of another .bib as they were written there."""
    layout = layout_of(file)
    pairs = list(zip(incoming, added.references, added.known, strict=True))
    written = iter(list(keyed((row, reference.id) for row, reference, _ in pairs if row.entry)))
    texts = []
    for row, reference, known in pairs:
        text = next(written) if row.entry else ""
        if not known:
            texts.append(text or editing.new_entry(file, *entry_of(reference), layout))
    return file.apply(editing.add_entries(file, texts))


def _report(path: str, rows: Rows, found: Sequence[Source], maybe: Mapping[str, Likeness], dry_run: bool) -> None:
    fresh = [_cells(reference, row) for row, reference, known in rows if not known]
    if fresh:
        table(("key", "author", "date", "title", "outlet", "doubts"), fresh)
    for row, reference, known in rows:
        if known:
            say(f"{row.place}: already there as {reference.id}: {shorten(row.text, 60)}")
    for key, like in maybe.items():
        say(
            f"{key}: perhaps the same work as {like.key}, {like.confidence:.0%} ({', '.join(like.agree)} agree); see refcli dedupe"
        )
    for source in found:
        for left in source.left:
            say(f"{left.place}: not imported, {left.why}: {shorten(left.text, 60)}")
        if source.doubtful:
            note(f"{source.name}: {source.doubtful}")
    lines = sum(len(source.left) for source in found)
    verb = "would be added" if dry_run else "added"
    there = sum(known for _, _, known in rows)
    say(
        f"{_count(len(fresh), 'reference')} {verb} to {path}, {there} already there, {_count(lines, 'line')} not imported."
    )


def _cells(reference: Reference, row: Incoming) -> tuple[str, ...]:
    authors = "; ".join(map(str, reference.authors[:3])) + ("; …" if len(reference.authors) > 3 else "")
    outlet = reference.get("container-title") or reference.get("publisher") or _outlet_as_author(reference)
    if row.outlet and row.outlet != reference.get("container-title"):
        outlet += f" (as written: {row.outlet})"
    return reference.id, authors, str(reference.issued or ""), reference.get("title"), outlet, "; ".join(row.doubts)


def _outlet_as_author(reference: Reference) -> str:
    name = reference.authors[0].literal if reference.authors else ""
    return name if name and find_outlet(name) else ""


def _record(path: Path, rows: Rows, found: Sequence[Source], maybe: Mapping[str, Likeness]) -> dict[str, Any]:
    """The same as data. Places are lines from 1, 0 where a format has none."""
    return {
        "schema": 1,
        "library": str(path),
        "entries": [
            {
                "key": reference.id,
                "added": not known,
                "file": row.file,
                "line": row.line,
                "reference": reference.to_json(),
                "confidence": round(row.confidence, 3),
                "doubts": list(row.doubts),
                **(
                    {"perhaps": {"key": like.key, "confidence": round(like.confidence, 3)}}
                    if not known and (like := maybe.get(reference.id))
                    else {}
                ),
            }
            for row, reference, known in rows
        ],
        "left": [
            {"file": left.file, "line": left.line, "text": left.text, "why": left.why}
            for source in found
            for left in source.left
        ],
    }


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
