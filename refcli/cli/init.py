"""A folder -> one with a library in it."""

from __future__ import annotations

from pathlib import Path

from refcli.cli.console import say
from refcli.cli.store import LibraryOption, library_path, log, shown
from refcli.config import load
from refcli.library import write


def run(library: LibraryOption = None) -> None:
    """Begin a library here: an empty references.bib, where there is none.

    \b
    Examples:
      refcli init
      refcli init --library policy.bib
    """
    path = library_path(library, load(Path.cwd()))
    if path.exists():
        say(f"{shown(path)}: is there already.")
    else:
        write(path, lambda found: found.file, log("init"))
        say(f"{shown(path)}: made. Fill it with refcli import SOURCE or refcli add.")
