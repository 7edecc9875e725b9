"""A folder -> one with a library in it; in a git repository .bib files are merged by refcli from then on."""

from __future__ import annotations

from pathlib import Path

from refcli.cli.console import say
from refcli.cli.git import merge_bib_files
from refcli.cli.options import LibraryOption
from refcli.cli.store import library_path, log, shown
from refcli.config import load
from refcli.library import write


def run(library: LibraryOption = None) -> None:
    """Begin a library here: an empty references.bib, where there is none.

    In a git repository .bib files are merged entry by entry from then on: .gitattributes says so to everyone, and each
    clone needs this command once, since git keeps merge drivers to the clone.

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
    for line in merge_bib_files():
        say(line)
