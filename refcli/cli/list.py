"""The library -> its entries, one a line."""

from __future__ import annotations

from typing import Annotated

import typer

from refcli.cli.console import note
from refcli.cli.listing import candidates, doubts_of, show_entries
from refcli.cli.options import JsonOption, LibraryOption
from refcli.cli.store import opened, shown


def run(
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Only entries whose reading left a doubt, with the doubts.")
    ] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the entries of the library, in the order of the file.

    \b
    Examples:
      refcli list
      refcli list --doubtful
      refcli list --json
    """
    found = opened(library)
    rows = (row for row in candidates(found) if not doubtful or doubts_of(row.glance))
    count = show_entries(found, rows, as_json=as_json, doubts=doubtful)
    if not count and not as_json:
        note(f"{shown(found.path)}: {'no entry is doubtful' if doubtful else 'has no entries'}.")
