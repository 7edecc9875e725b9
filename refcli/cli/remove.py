"""KEY -> the library without that entry."""

from __future__ import annotations

from typing import Annotated

import typer

from refcli.bibtex import BibFile, editing
from refcli.cli.completing import keys as complete_keys
from refcli.cli.console import note, say
from refcli.cli.entries import entry_of_key
from refcli.cli.options import LibraryOption
from refcli.cli.store import change, existing, shown
from refcli.library import Library


def run(
    keys: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY...", help="The entries; of two with one key the first.", autocompletion=complete_keys
        ),
    ],
    library: LibraryOption = None,
) -> None:
    """Remove entries from the library; refcli undo brings them back.

    \b
    Examples:
      refcli remove mcdermott2004
      refcli remove smith1999 smith1999b
    """
    path = existing(library)
    wanted = list(dict.fromkeys(keys))

    def edit(found: Library) -> BibFile:
        blocks = [entry_of_key(found, key) for key in wanted]
        file = found.file
        for block in sorted(blocks, key=lambda block: -block.span.start):
            file = file.apply(editing.remove_entry(file, block))
        return file

    _, after = change(path, edit, f"remove {' '.join(wanted)}")
    for key in wanted:
        for pointing in editing.pointing_to(after.file, key):
            note(
                f"{shown(path)}:{after.file.line(pointing.span.start)}: {after.file.key(pointing)} still points to {key}"
            )
    say(f"{shown(path)}: {len(wanted)} {'entry' if len(wanted) == 1 else 'entries'} removed.")
