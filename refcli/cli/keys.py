"""The library and a pattern -> the keys that its entries would have by it; on request, those keys."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex import BibFile, editing
from refcli.cli.completing import keys as complete_keys
from refcli.cli.console import note, say
from refcli.cli.drafts import put, rekeyed
from refcli.cli.entries import entry_of_key
from refcli.cli.listing import candidates, lines
from refcli.cli.options import JsonOption, LibraryOption
from refcli.cli.store import change, library_path, opened, shown
from refcli.config import load
from refcli.library import Library
from refcli.library.keys import DEFAULT, check_pattern, fits, stem, unique


def run(
    keys: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY]...", help="Only these entries; all by default.", autocompletion=complete_keys),
    ] = None,
    pattern: Annotated[
        str, typer.Option(metavar="PATTERN", help='Such as "[auth][year][shorttitle]"; by default the configured one.')
    ] = "",
    apply: Annotated[bool, typer.Option("--write", help="Rename the entries. Without it nothing is changed.")] = False,
    drafts: Annotated[
        list[Path] | None,
        typer.Option("--draft", metavar="FILE", help="A text that cites them, renamed too; may be repeated."),
    ] = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show which keys would be others by a pattern, and rename them on request: a key never changes by itself.

    [auth] is the first family name, [authors] up to three, [year], [shortyear], [month], [day], [shorttitle] the first word of the
    title that says something, [title], [outlet], [type]. A number takes so many letters or words ([auth3], [title2]);
    :upper, :capitalize and :abbr change them ([outlet:abbr]). Where two entries would share a key, the later one gets b.

    \b
    Examples:
      refcli keys --pattern "[auth][year][shorttitle]"
      refcli keys --pattern "[auth:capitalize][year]" --write --draft article.md
      refcli keys smith99 --write
    """
    settings = load(Path.cwd())
    pattern = pattern or settings.keys or DEFAULT
    check_pattern(pattern)
    found = opened(library)
    for key in keys or ():
        entry_of_key(found, key)
    renamed = wanted_keys(found, pattern, keys or ())
    if as_json:
        say(json.dumps([{"old": old, "new": new} for old, new in renamed.items()], ensure_ascii=False, indent=2))
    elif renamed:
        lines([("key", "by the pattern"), *renamed.items()])
    if apply and renamed:
        changed = rekeyed(drafts or (), renamed)
        change(library_path(library, settings), lambda fresh: _renamed(fresh, renamed), f"keys --write {pattern}")
        for line in put(changed):
            note(line)
    if not as_json:
        note(f"{shown(found.path)}: {len(renamed)} of {len(found.file.entries)} keys {_verb(applied=apply)}")


def wanted_keys(library: Library, pattern: str, keys: Sequence[str]) -> dict[str, str]:
    """Old key -> new key for the entries whose key the pattern would not give, in the order of the file."""
    rows = [(row.glance.id, row) for row in candidates(library)]
    chosen = [(key, stem(row.glance, pattern)) for key, row in rows if not keys or key in keys]
    leaving = {key: wanted for key, wanted in chosen if not fits(key, wanted)}
    taken = {key.lower() for key, _ in rows if key not in leaving}
    out: dict[str, str] = {}
    for key, wanted in leaving.items():
        out[key] = unique(wanted, taken)
        taken.add(out[key].lower())
    return out


def _renamed(library: Library, keys: Mapping[str, str]) -> BibFile:
    file = library.file
    return file.apply(
        change
        for old, new in keys.items()
        if file.find(old)
        for change in editing.rename_key(file, file.find(old)[0], new)
    )


def _verb(*, applied: bool) -> str:
    return "were renamed." if applied else "would be others; --write renames them."
