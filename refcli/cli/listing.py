"""Entries -> a table, or JSON: shared by list and search."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from unicodedata import combining, east_asian_width

from refcli.cli.console import say, shorten, width
from refcli.cli.entries import record
from refcli.library import Library
from refcli.library.query import Candidate
from refcli.model import Reference

# All that may take two places or none; letters of Europe, dashes and quotes take one.
_ODD = re.compile("[\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u200b\u20d0-\u20ff\u231a-\u2bff\u2e80-\U0010ffff]")


def show_entries(library: Library, found: Iterable[Candidate], *, as_json: bool, doubts: bool = False) -> int:
    """Print them; how many there were."""
    if as_json:
        records = [record(library, row.block, row.entry) for row in found]
        say(json.dumps(records, ensure_ascii=False, indent=2))
        return len(records)
    rows = [_cells(row.glance, doubts=doubts) for row in found]
    if rows:
        lines([("key", "author", "date", "title", "doubts" if doubts else "in"), *rows])
    return len(rows)


def lines(rows: Sequence[Sequence[str]]) -> None:
    """A line a row: as wide as they are in a pipe; on a terminal cut to fit, but for the first column."""
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    if sys.stdout.isatty():
        widths = _fitted(widths, width() - 2 * (len(widths) - 1))
    say("\n".join("  ".join(map(_cell, row, widths)).rstrip() for row in rows))


def _fitted(widths: list[int], room: int) -> list[int]:
    """The widest columns give way until all fit."""
    widths = list(widths)
    while sum(widths) > room and max(widths[1:]) > 8:
        widest = max(range(1, len(widths)), key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _cell(words: str, columns: int) -> str:
    if _columns(words) > columns:
        while _columns(words) > columns - 1:
            words = words[:-1]
        words += "…"
    return words + " " * (columns - _columns(words))


def _columns(words: str) -> int:
    """Places on a terminal: East Asian characters take two, combining marks none."""
    if not _ODD.search(words):
        return len(words)
    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in words if char != "\u200b"
    )


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
