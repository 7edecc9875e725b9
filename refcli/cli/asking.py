"""New references that may be in the library in other words -> what the user says shall become of each, where there is one to ask."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

import typer

from refcli.bibtex import BibFile
from refcli.cli.console import say, shorten
from refcli.library import Added, Library
from refcli.library.dedupe import Likeness, keep_apart, merge_groups, pair
from refcli.model import Reference


class Fate(StrEnum):
    """What becomes of a new reference."""

    KEEP = "k"
    MERGE = "m"
    SKIP = "s"
    DISTINCT = "d"


Decisions: TypeAlias = Mapping[int, tuple[Fate, str]]
"""The place of a new reference -> what becomes of it, and the key that it is like."""


def someone_is_there(sources: Sequence[str]) -> bool:
    """Can a question be asked and answered? Not in a pipe, nor when a source is read from standard input."""
    return sys.stdin.isatty() and sys.stdout.isatty() and "-" not in sources


def ask(new: Sequence[Reference], old: Sequence[Reference], maybe: Mapping[str, Likeness]) -> Decisions:
    """What the user decides, by the place of the new reference; the others are kept beside what is there."""
    by_key = {reference.id: reference for reference in (*new, *old)}
    out: dict[int, tuple[Fate, str]] = {}
    for i, key in enumerate(reference.id for reference in new):
        if (like := maybe.get(key)) is None:
            continue
        say(f"{key}: {one_line(by_key[key])}")
        say(f"  perhaps the same work, {like.confidence:.0%} ({', '.join(like.agree)} agree)")
        say(f"  {like.key}: {one_line(by_key[like.key])}")
        answer = typer.prompt(
            f"[k]eep both, [m]erge into {like.key}, [s]kip the new one, [d]istinct works, [q]uit asking",
            default="k", show_default=False,
        ).strip().lower()[:1]  # fmt: skip
        if answer == "q":
            break
        if answer in set(Fate):
            out[i] = Fate(answer), like.key
    return out


def skipped(added: Added, library: Library, decisions: Decisions) -> Added:
    """The same, with what shall be skipped counted as known."""
    references, known = list(added.references), list(added.known)
    for i, (fate, key) in decisions.items():
        if fate is Fate.SKIP and (found := library.file.find(key)):
            references[i], known[i] = library.reader.entry(found[0]).reference, True
    return Added(tuple(references), tuple(known))


def decided(library: Library, added: Added, decisions: Decisions) -> BibFile:
    """The library's file, the new entries in it, with those merged that shall be, and those remembered that are distinct."""
    fates = [
        (fate, key, added.references[i].id)
        for i, (fate, key) in decisions.items()
        if not added.known[i] and library.file.find(key)
    ]
    merged = [(pair(library, key, new), key) for fate, key, new in fates if fate is Fate.MERGE]
    file = merge_groups(library, merged)
    for fate, key, new in fates:
        if fate is Fate.DISTINCT:
            file = keep_apart(file, (key, new))
    return file


def one_line(reference: Reference) -> str:
    """Authors, title, outlet, numbers and date, for telling two references apart."""
    authors = "; ".join(map(str, reference.authors[:3])) + ("; …" if len(reference.authors) > 3 else "")
    place = reference.get("container-title") or reference.get("publisher")
    numbers = "/".join(filter(None, (reference.get("volume"), reference.get("issue"), reference.get("page"))))
    return shorten(
        ", ".join(filter(None, (authors, f"“{reference.get('title')}”", place, numbers, str(reference.issued or "")))),
        200,
    )
