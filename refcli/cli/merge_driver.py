"""Three versions of a .bib file, from git -> the merged one in the place of ours; exit 1 where something clashes."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex.encoding import EncodingError
from refcli.bibtex.merging import MergedFile, MergeFailed, merge
from refcli.cli.console import note
from refcli.cli.errors import Exit, Problem


def run(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="%O: the common ancestor; empty when there is none.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="%A: our version; the result is written there.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="%B: their version.")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="%P: the file's name, for messages.")] = "",
) -> None:
    """Merge a .bib file entry by entry; called by git once `refcli init` has registered it.

    Two people may add and edit entries, reorder, indent anew, or change line ends, and merge without conflict. What is
    left stands between conflict markers, that entry alone: two new values of one field, an entry deleted on one side
    and changed on the other, different works under one key.

    \b
    Examples:
      refcli merge-driver %O %A %B %P
    """
    name = path or str(ours)
    try:
        merged = merge(base.read_bytes(), ours.read_bytes(), theirs.read_bytes())
    except (EncodingError, MergeFailed, RecursionError) as error:
        note(f"refcli: {name}: merged line by line, as git does{f': {error}' if str(error) else ''}")
        raise typer.Exit(_by_lines(base, ours, theirs)) from None
    except OSError as error:
        raise Problem(f"{error.filename}: cannot be read: {error.strerror}.") from error
    try:
        ours.write_bytes(merged.data)
    except OSError as error:
        raise Problem(f"{ours}: cannot be written: {error.strerror}.") from error
    _report(name, merged)
    raise typer.Exit(Exit.FINDINGS if merged.clashes else Exit.FINE)


def _report(name: str, merged: MergedFile) -> None:
    for what, how in merged.clashes:
        note(f"refcli: {name}: {what}: {how}")


def _by_lines(base: Path, ours: Path, theirs: Path) -> int:
    words = ["git", "merge-file", "-L", "ours", "-L", "base", "-L", "theirs", str(ours), str(base), str(theirs)]
    try:
        return min(1, abs(subprocess.run(words, check=False, capture_output=True).returncode))
    except OSError:
        return 1
