"""KEY field=value -> the entry with that field; every other byte of the library stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

import typer

from refcli.bibtex import BibFile, Block, Change, editing, split
from refcli.bibtex.dialect import RAW_FIELDS
from refcli.cli.completing import fields as complete_fields
from refcli.cli.completing import keys as complete_keys
from refcli.cli.console import say
from refcli.cli.entries import entry_of_key
from refcli.cli.errors import Problem
from refcli.cli.options import LibraryOption
from refcli.cli.store import change, existing, shown
from refcli.library import Library

_BARE_SIGN = re.compile(r"(?<!\\)[&%#_]")
_AS_IS = RAW_FIELDS | {"file", "eprint", "urldate", "date", "crossref", "xdata", "related", "keywords"}


def run(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The entry.", autocompletion=complete_keys)],
    fields: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE...",
            help="What to set; nothing behind the = removes the field.",
            autocompletion=complete_fields,
        ),
    ],
    library: LibraryOption = None,
) -> None:
    """Set fields of an entry, or remove them.

    Values are BibTeX: braces protect capitals, \\'e is an accent; & % # _ may stand as they are. "entrytype=report"
    makes it a @report.

    \b
    Examples:
      refcli set mcdermott2004 pages=12-14 note="Corrected online"
      refcli set mcdermott2004 note=
      refcli set mcdermott2004 title="The {NATO} Summit"
    """
    pairs = [_pair(field) for field in fields]
    path = existing(library)

    def edit(found: Library) -> BibFile:
        return with_values(found.file, entry_of_key(found, key), pairs)

    before, after = change(path, edit, f"set {key} {' '.join(name for name, _ in pairs)}")
    say(f"{shown(path)}: {key} {'is as it was' if before.file.raw == after.file.raw else 'changed'}.")


def with_values(file: BibFile, entry: Block, pairs: Sequence[tuple[str, str]]) -> BibFile:
    """The file with those values in that entry, the last of each name. Raises EditError."""
    values = list({name.lower(): (name, value) for name, value in pairs}.values())
    there = [(name, value) for name, value in values if value]
    while there:
        # A first field needs to be there before others can stand behind it.
        count = len(there) if file.fields(entry).fields else 1
        file = file.apply(change for pair in there[:count] for change in _changes(file, entry, *pair))
        there, entry = there[count:], _at(file, entry)
    for name in (name for name, value in values if not value):
        file = file.apply(editing.remove_field(file, entry, name))
        entry = _at(file, entry)
    return file


def _changes(file: BibFile, entry: Block, name: str, value: str) -> list[Change]:
    if name.lower() == "entrytype":
        return editing.set_kind(file, entry, value.lstrip("@"))
    return editing.set_field(file, entry, name, editing.dress(file, entry, name, written(name, value)))


def _at(file: BibFile, entry: Block) -> Block:
    """The entry after a change inside of it: it begins where it began."""
    alone = next(split(file.raw[entry.span.start :]))
    return alone._replace(span=alone.span.shift(entry.span.start), body=alone.body + entry.span.start)


def written(name: str, value: str) -> str:
    """What was typed as BibTeX: signs that only LaTeX minds are escaped, but not in addresses."""
    if name.lower() in _AS_IS or name.lower().startswith("bdsk-"):
        return value
    return _BARE_SIGN.sub(lambda sign: "\\" + sign[0], value)


def _pair(field: str) -> tuple[str, str]:
    name, equals, value = field.partition("=")
    if not equals or not name.strip():
        raise Problem(f'"{field}" should be FIELD=VALUE, for instance note="Read in May".')
    return name.strip(), value.strip()
