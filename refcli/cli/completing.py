"""What was typed so far -> the keys, fields or styles that it may become, for the shell's Tab. Never raises, never writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import typer

from refcli.cli.errors import Problem
from refcli.config import load
from refcli.data.loader import house_style_names, style_ids

if TYPE_CHECKING:
    from refcli.library import Library

Choices: TypeAlias = list[tuple[str, str]]
"""What may be typed, each with a word on what it is, which zsh, fish and PowerShell show."""

_TITLED: Final = 200
_TITLE: Final = frozenset(("title", "author", "date", "year"))


def keys(ctx: typer.Context, incomplete: str) -> Choices:
    """The keys of the library that begin so, with authors and titles where there are not too many."""
    given = {word for value in ctx.params.values() if isinstance(value, (list, tuple)) for word in value}
    return _in_library(ctx, lambda library: _keys(library, incomplete, given))


def _keys(library: Library, incomplete: str, given: set[str]) -> Iterator[tuple[str, str]]:
    found = {library.file.key(block): block for block in reversed(library.file.entries) if block.key}
    wanted = [key for key in reversed(found) if key.startswith(incomplete) and key not in given]
    for key in wanted:
        if len(wanted) > _TITLED:
            yield key, ""
            continue
        reference = library.reader.entry(found[key], _TITLE).reference
        authors = [str(name) for name in reference.authors[:1]]
        yield key, ", ".join(filter(None, (*authors, reference.get("title")[:60])))


def fields(ctx: typer.Context, incomplete: str) -> Choices:
    """The fields that an entry can have, those of this entry first, each with its "="."""
    from refcli.bibtex.dialect import DATE_FIELDS, READ_FIELDS, READ_NAMES  # noqa: PLC0415 - only the shell's Tab asks

    own = _in_library(ctx, lambda library: _own_fields(library, str(ctx.params.get("key", ""))))
    names = dict.fromkeys(
        (*(name for name, _ in own), *sorted((*READ_NAMES, *READ_FIELDS, *DATE_FIELDS, "date", "year", "month")))
    )
    values = dict(own)
    return [(f"{name}=", values.get(name, "")) for name in names if name.startswith(incomplete.lower())]


def _own_fields(library: Library, key: str) -> Iterator[tuple[str, str]]:
    for block in library.file.find(key)[:1]:
        yield from ((name, value[:60]) for name, value in library.reader.values(block)[0].items())


def styles(incomplete: str) -> Choices:
    """Our own styles; once something is typed, the stock styles that begin so too."""
    ours = [(name, "ours") for name in house_style_names() if name.startswith(incomplete)]
    return [*ours, *((name, "") for name in style_ids() if incomplete and name.startswith(incomplete))]


def _in_library(ctx: typer.Context, look: Callable[[Library], Iterable[tuple[str, str]]]) -> Choices:
    """What is found in the library that the command line or the settings name; nothing where there is none."""
    from refcli.cli.store import library_path  # noqa: PLC0415 - as above
    from refcli.library import read_library  # noqa: PLC0415

    said = ctx.params.get("library")
    try:
        return list(look(read_library(library_path(Path(said) if said else None, load(Path.cwd())))))
    except Problem:
        return []
