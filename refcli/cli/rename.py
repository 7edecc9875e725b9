"""OLD NEW -> the library and the drafts with the new key."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex import BibFile, editing
from refcli.cli.completing import keys as complete_keys
from refcli.cli.console import note, say
from refcli.cli.drafts import put, rekeyed
from refcli.cli.entries import entry_of_key
from refcli.cli.errors import Problem
from refcli.cli.options import LibraryOption
from refcli.cli.store import change, existing, shown
from refcli.library import Library


def run(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The key as it is.", autocompletion=complete_keys)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The key as it shall be.")],
    drafts: Annotated[
        list[Path] | None, typer.Argument(metavar="[DRAFT]...", help="Texts that cite it: Markdown, LaTeX, Typst.")
    ] = None,
    library: LibraryOption = None,
) -> None:
    """Give an entry another key, in the library, in entries that point to it, and in the drafts that are named.

    \b
    Examples:
      refcli rename mcdermott2004 mcdermott2004kazakhstan
      refcli rename smith1999 smith1999nato draft.md chapters/*.tex
    """
    path = existing(library)

    def edit(found: Library) -> BibFile:
        entry = entry_of_key(found, old)
        if new != old and found.file.find(new):
            raise Problem(f'{shown(path)}: there is an entry "{new}" already; choose another key.')
        return found.file.apply(editing.rename_key(found.file, entry, new))

    changed = rekeyed(drafts or (), {old: new})
    change(path, edit, f"rename {old} {new}")
    say(f"{shown(path)}: {old} is now {new}.")
    for line in put(changed):
        say(line)
    if not drafts:
        note("drafts that cite the old key are changed when you name them: refcli rename OLD NEW DRAFT...")
