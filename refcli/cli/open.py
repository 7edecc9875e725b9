"""KEY -> the browser or viewer, at the work's address or file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from refcli.cli.completing import keys as complete_keys
from refcli.cli.console import say
from refcli.cli.entries import entry_of_key
from refcli.cli.errors import Problem
from refcli.cli.options import LibraryOption
from refcli.cli.store import opened, shown
from refcli.library import Library

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\S+)\Z", re.IGNORECASE)


def run(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The entry.", autocompletion=complete_keys)],
    only_print: Annotated[bool, typer.Option("--print", help="Print the address instead of opening it.")] = False,
    library: LibraryOption = None,
) -> None:
    """Open the work: its file where the entry names one that is there, else its address, else its DOI.

    \b
    Examples:
      refcli open mcdermott2004
      refcli open mcdermott2004 --print
    """
    found = opened(library)
    values, _ = found.reader.values(entry_of_key(found, key))
    address = next(_addresses(found, values), "")
    if not address:
        raise Problem(f"{shown(found.path)}: {key} has no url, doi or file; add one: refcli set {key} url=https://...")
    if only_print:
        say(address)
    elif typer.launch(address):
        raise Problem(f"no program could open {address}")


def _addresses(library: Library, values: dict[str, str]) -> Iterator[str]:
    for name in _files(values.get("file", "")):
        path = library.path.parent / Path(name).expanduser()
        if path.is_file():
            yield str(path)
    if url := values.get("url", "").strip():
        yield url.replace("\\_", "_").replace("\\%", "%").replace("\\&", "&").replace("\\#", "#").replace("\\~{}", "~")
    if match := _DOI.match(values.get("doi", "").strip().replace("\\_", "_")):
        yield f"https://doi.org/{match[1]}"


def _files(value: str) -> Iterator[str]:
    """The paths in a file field: JabRef's and Mendeley's `description:path:type`, Zotero's, and a bare path."""
    for part in re.split(r"(?<!\\);", value):
        pieces = re.split(r"(?<!\\):", part)
        path = pieces[1] if len(pieces) >= 3 else part
        yield path.replace("\\:", ":").replace("\\;", ";").replace("\\\\", "\\")
