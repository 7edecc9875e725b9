"""Entries -> a table, or JSON: shared by list and search."""

from __future__ import annotations

import json
from collections.abc import Iterable

from refcli.cli.console import say, table
from refcli.cli.entries import record
from refcli.cli.reading import shorten
from refcli.library import Library
from refcli.library.query import Candidate
from refcli.model import Reference


def show_entries(library: Library, found: Iterable[Candidate], *, as_json: bool, doubts: bool = False) -> int:
    """Print them; how many there were."""
    rows = list(found)
    if as_json:
        say(json.dumps([record(library, row.block, row.entry) for row in rows], ensure_ascii=False, indent=2))
    elif rows:
        last = "doubts" if doubts else "in"
        table(("key", "author", "date", "title", last), [_cells(row.entry.reference, doubts=doubts) for row in rows])
    return len(rows)


def candidates(library: Library) -> Iterable[Candidate]:
    """Every entry that has a key, in order; what only lends its fields is left out."""
    return (Candidate(block, library.reader) for block in library.file.entries if block.key and block.name != "xdata")


def doubts_of(reference: Reference) -> list[str]:
    """What is doubtful about how the words of an entry were read."""
    custom = reference.extra.get("custom")
    return list(custom.get("doubts", [])) if isinstance(custom, dict) else []


def _cells(reference: Reference, *, doubts: bool) -> tuple[str, ...]:
    authors = "; ".join(name.full_family or str(name) for name in reference.authors[:3])
    authors += "; …" if len(reference.authors) > 3 else ""
    outlet = (
        "; ".join(doubts_of(reference)) if doubts else reference.get("container-title") or reference.get("publisher")
    )
    date = str(reference.issued or "")
    return reference.id, shorten(authors, 40), shorten(date, 24), shorten(reference.get("title"), 80), outlet
