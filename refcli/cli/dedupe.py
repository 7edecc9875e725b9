"""The library -> groups of entries that are one work, with reasons; merged when asked for, in the library and in drafts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex import BibFile
from refcli.cli.asking import one_line
from refcli.cli.completing import keys as complete_keys
from refcli.cli.console import note, say
from refcli.cli.drafts import Rekeyed, put, rekeyed
from refcli.cli.entries import entry_of_key
from refcli.cli.errors import Exit, Problem
from refcli.cli.options import JsonOption, LibraryOption
from refcli.cli.store import change, existing, shown
from refcli.duplicates import LIKELY
from refcli.library import Library, read_library
from refcli.library.dedupe import Found, duplicates, keep_apart, merge_groups


def run(
    library: LibraryOption = None,
    as_json: JsonOption = False,
    merge: Annotated[bool, typer.Option("--merge", help="Ask for each group whether to merge it.")] = False,
    merge_sure: Annotated[
        bool, typer.Option("--merge-sure", help="Merge, without asking, the groups in which nothing differs.")
    ] = False,
    drafts: Annotated[
        list[Path] | None,
        typer.Option("--draft", metavar="DRAFT", help="Give this draft the keys that were kept; may be repeated."),
    ] = None,
    distinct: Annotated[
        list[str] | None,
        typer.Option(
            "--distinct",
            metavar="KEY",
            autocompletion=complete_keys,
            help="These entries are no duplicates; name two or more, remembered in the library.",
        ),
    ] = None,
    at_least: Annotated[
        float,
        typer.Option("--at-least", metavar="P", min=0.01, max=1.0, help="The probability from which a group is shown."),
    ] = LIKELY,
    check: Annotated[bool, typer.Option("--check", help="Exit with 1 when a group is shown.")] = False,
) -> None:
    """Find entries that are the same work in other words: initials, transliteration, a subtitle left out, a preprint.

    Merging keeps the first entry, the fuller value of every field, all notes and keywords, and the old keys in "ids";
    refcli undo takes it back. The old and new keys are printed, and put into the drafts that are named.

    \b
    Examples:
      refcli dedupe
      refcli dedupe --json --at-least 0.2
      refcli dedupe --merge --draft paper.md
      refcli dedupe --merge-sure
      refcli dedupe --distinct smith2004 --distinct smith2004b
    """
    path = existing(library)
    if distinct:
        _remember(path, distinct)
        return
    found = read_library(path)
    groups = duplicates(found, at_least)
    if as_json and not (merge or merge_sure):
        say(json.dumps([_record(one) for one in groups], ensure_ascii=False, indent=2))
    elif merge or merge_sure:
        choice = _choose(found, groups, ask=merge, sure=merge_sure)
        changed = rekeyed(drafts or (), choice.keys)
        _apply(path, found, choice)
        _tell(path, choice, len(groups) - len(choice.merged) - len(choice.distinct), changed)
    else:
        _report(found, groups)
    if check and groups:
        raise typer.Exit(Exit.FINDINGS)


def _remember(path: Path, keys: Sequence[str]) -> None:
    def edit(library: Library) -> BibFile:
        for key in keys:
            entry_of_key(library, key)
        return keep_apart(library.file, keys)

    change(path, edit, f"dedupe --distinct {' '.join(keys)}")
    say(f"{shown(path)}: {', '.join(keys)} are distinct works.")


def _record(found: Found) -> dict[str, object]:
    group = found.group
    return {
        "keys": list(found.keys),
        "confidence": round(group.confidence, 3),
        "agree": list(group.agree),
        "differ": list(group.differ),
    }


def _report(library: Library, groups: Sequence[Found]) -> None:
    for found in groups:
        _show(library, found)
    sure = sum(one.group.sure for one in groups)
    if groups:
        say(
            f"{_count(len(groups), 'group')} of entries that are one work, {sure} of them surely; refcli dedupe --merge asks for each."
        )
    else:
        say(f"{shown(library.path)}: no duplicates among {_count(len(library.entries), 'entry')}.")


def _show(library: Library, found: Found) -> None:
    group = found.group
    say(f"{' = '.join(found.keys)}: {group.confidence:.0%}{', surely' if group.sure else ''}")
    say(f"  agree: {', '.join(group.agree)}")
    if group.differ:
        say(f"  differ: {', '.join(group.differ)}")
    for key, member in zip(found.keys, group.members, strict=True):
        say(f"  {key}: {one_line(library.references[member])}")
    say()


@dataclass(frozen=True, slots=True)
class _Choice:
    """What shall become of the groups: those to merge with the key to keep, and those that are distinct works."""

    merged: tuple[tuple[Found, str], ...]
    distinct: tuple[Found, ...]

    @property
    def keys(self) -> dict[str, str]:
        """Old key -> kept key."""
        return {old: key for found, key in self.merged for old in found.keys if old != key}


def _choose(library: Library, groups: Sequence[Found], *, ask: bool, sure: bool) -> _Choice:
    merged: list[tuple[Found, str]] = []
    distinct: list[Found] = []
    for found in groups:
        if sure and found.group.sure:
            merged.append((found, found.keys[0]))
        elif ask:
            _show(library, found)
            answer = _answer(found)
            if answer == "q":
                break
            if answer == "n":
                distinct.append(found)
            elif answer:
                merged.append((found, answer))
    return _Choice(tuple(merged), tuple(distinct))


def _apply(path: Path, library: Library, choice: _Choice) -> None:
    def edit(now: Library) -> BibFile:
        if now.file.raw != library.file.raw:
            raise Problem(f"{shown(path)}: was changed meanwhile, and nothing was merged; run the command again.")
        file = merge_groups(library, choice.merged)
        for found in choice.distinct:
            file = keep_apart(file, found.keys)
        return file

    if choice.merged or choice.distinct:
        change(path, edit, f"dedupe: {_count(len(choice.merged), 'group')} merged")


def _tell(path: Path, choice: _Choice, left: int, drafts: Sequence[Rekeyed]) -> None:
    for old, new in choice.keys.items():
        say(f"{old} -> {new}")
    say(f"{shown(path)}: {_count(len(choice.merged), 'group')} merged, {left} left, {len(choice.distinct)} distinct.")
    for line in put(drafts):
        say(line)
    if choice.keys and not drafts:
        note("drafts that cite an old key: name them with --draft when merging, or use refcli rename")


def _answer(found: Found) -> str:
    """A key to keep, "n" for no duplicates, "q" to stop, "" to leave it for another time."""
    first = found.keys[0]
    choice = typer.prompt(
        f"Merge into {first}? [y]es, [n]o: distinct works, [s]kip, [q]uit, or the key to keep",
        default="s",
        show_default=False,
    )
    word = str(choice).strip()
    return {"y": first, "yes": first, "n": "n", "no": "n", "q": "q", "quit": "q"}.get(
        word.lower(), word if word in found.keys else ""
    )


def _count(number: int, noun: str) -> str:
    many = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else many}"
