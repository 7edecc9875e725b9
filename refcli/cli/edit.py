"""KEY -> its entry in the user's editor, and back into the library when it is one entry still."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex import BibFile, Block, editing
from refcli.cli.completing import keys as complete_keys
from refcli.cli.console import note, say
from refcli.cli.entries import entry_of_key
from refcli.cli.errors import Problem
from refcli.cli.options import LibraryOption
from refcli.cli.store import change, existing, shown
from refcli.library import Library, read_library


def run(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The entry.", autocompletion=complete_keys)],
    library: LibraryOption = None,
) -> None:
    """Edit one entry in $VISUAL or $EDITOR. What comes back is checked before the library is touched.

    Where it is no entry any more, you can go back to it; if you don't, your words are kept in a file that is named.

    \b
    Examples:
      refcli edit mcdermott2004
      EDITOR="code --wait" refcli edit mcdermott2004
    """
    path = existing(library)
    found = read_library(path)
    block = entry_of_key(found, key)
    old = found.file.text(block.span)
    draft = Path(tempfile.mkdtemp(prefix="refcli-")) / "entry.bib"
    draft.write_bytes((old + "\n").encode("utf-8"))
    try:
        new = _edited(draft, found.file)
        if new == old:
            say(f"{shown(path)}: {key} is as it was.")
        else:
            change(path, lambda fresh: _put(fresh, key, old, new), f"edit {key}")
            say(f"{shown(path)}: {key} changed.")
    except Problem as problem:
        raise Problem(f"{problem} Your words are in {draft}") from problem
    shutil.rmtree(draft.parent, ignore_errors=True)


def _edited(draft: Path, file: BibFile) -> str:
    """The entry as it came back, once it is one. Raises Problem when the user gives up."""
    while True:
        _open(draft)
        text = draft.read_bytes().decode("utf-8", errors="replace").lstrip("\ufeff").strip("\r\n \t")
        why = _fault(text, file)
        if not why:
            return text
        if not sys.stdin.isatty():
            raise Problem(f"{why}; the library was left as it was.")
        note(f"refcli: {why}.")
        if not typer.confirm("Edit it again?", default=True):
            raise Problem("the library was left as it was.")


def _open(draft: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual()
    command = shlex.split(editor, posix=os.name != "nt")
    try:
        done = subprocess.run([*(word.strip('"') for word in command), str(draft)], check=False)
    except OSError as error:
        raise Problem(f'the editor "{editor}" cannot be run: {error.strerror or error}; set EDITOR.') from error
    if done.returncode:
        raise Problem(f'the editor "{editor}" ended with {done.returncode}; the library was left as it was.')


def _usual() -> str:
    if os.name == "nt":
        return "notepad"
    return next((name for name in ("sensible-editor", "nano", "vim", "vi") if shutil.which(name)), "vi")


def _fault(text: str, file: BibFile) -> str:
    """What is wrong with it as one entry; "" when nothing is."""
    try:
        alone = BibFile(file.encoding.encode(text), file.encoding)
    except Problem as problem:
        return str(problem).rstrip(".")
    if broken := next((block.why for block in alone.blocks if block.why), ""):
        return broken
    if len(alone.entries) != 1 or len(alone.blocks) != 1:
        return f"there should be one entry and nothing else, not {len(alone.entries)} entries in {len(alone.blocks)} pieces"
    return alone.fields(alone.entries[0]).why or ("" if alone.entries[0].key else "the entry has no key")


def _put(library: Library, key: str, old: str, new: str) -> BibFile:
    block = _same(library, key, old)
    alone = BibFile(library.file.encoding.encode(new), library.file.encoding)
    fresh = alone.key(alone.entries[0])
    if fresh == key:
        return library.file.apply(editing.replace_entry(library.file, block, new))
    if library.file.find(fresh):
        raise Problem(f'there is an entry "{fresh}" already; the library was left as it was.')
    file = library.file.apply(editing.rename_key(library.file, block, fresh))
    return file.apply(editing.replace_entry(file, file.find(fresh)[0], new))


def _same(library: Library, key: str, old: str) -> Block:
    found = library.file.find(key)
    if not found or library.file.text(found[0].span) != old:
        raise Problem(f"{key} was changed by somebody else meanwhile; the library was left as it was.")
    return found[0]
