"""The library -> the same laid out evenly; or whether it is, and what would change."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex import BibFile
from refcli.bibtex.tidying import tidy
from refcli.cli.console import say
from refcli.cli.errors import Exit, Problem
from refcli.cli.options import LibraryOption
from refcli.cli.store import change, existing, shown
from refcli.library import Library, read_library


def run(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]...", help="Other .bib files than the library.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit with 1 when something would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="The same, and show what would change.")] = False,
    library: LibraryOption = None,
) -> None:
    """Lay entries out evenly: a field a line, two spaces, braces, names in small letters, an empty line between entries.

    What the library says stays, and so do comments, @strings, the order of things, line ends and encoding.

    \b
    Examples:
      refcli tidy
      refcli tidy --check
      refcli tidy --diff policy.bib
    """
    untidy = 0
    for path in files or [existing(library)]:
        if not path.exists():
            raise Problem(f"{path}: no such file.")
        if not (check or diff):
            before, after = change(path, lambda found: tidy(found.file), "tidy")
            say(f"{shown(path)}: {'is tidy' if before.file.raw == after.file.raw else 'tidied'}.")
            continue
        found = read_library(path)
        tidied = tidy(found.file)
        if tidied.raw != found.file.raw:
            untidy += 1
            say(_diff(found, tidied) if diff else f"{shown(path)}: would be tidied.")
    if untidy:
        raise typer.Exit(Exit.FINDINGS)


def _diff(found: Library, tidied: BibFile) -> str:
    name = shown(found.path)
    old, new = (_lines(file) for file in (found.file, tidied))
    return "\n".join(difflib.unified_diff(old, new, name, f"{name} (tidy)", lineterm=""))


def _lines(file: BibFile) -> list[str]:
    return file.encoding.decode(file.raw).replace("\r\n", "\n").replace("\r", "\n").split("\n")
