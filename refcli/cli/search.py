"""QUERY -> the entries that fit it."""

from __future__ import annotations

from typing import Annotated

import typer

from refcli.cli.console import note
from refcli.cli.errors import Exit
from refcli.cli.listing import candidates, show_entries
from refcli.cli.options import JsonOption, LibraryOption
from refcli.cli.store import opened, shown
from refcli.library.query import compile_query


def run(
    query: Annotated[list[str], typer.Argument(metavar="QUERY...", help="Words, and terms as below; all have to fit.")],
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find entries. Exits with 1 when there is none.

    \b
    word "some phrase"        anywhere; case and accents make no difference
    author:mcdermott          in a field, or in a CSL variable such as container-title
    year:2004  year:2004..2007  year:..1999  year:>2010  year:none
    type:report               entry type or CSL type
    key:mcd  has:doi          in the key; the field is there
    -word  -has:url           not (put -- before a query that begins with one)
    kabul OR kandahar         either

    \b
    Examples:
      refcli search author:mcdermott year:2004..2007 type:report
      refcli search '"shanghai cooperation"' -has:url
      refcli search nato OR otan --json
    """
    test = compile_query(map(_whole, query))
    found = opened(library)
    count = show_entries(found, (row for row in candidates(found) if test(row)), as_json=as_json)
    if not count:
        if not as_json:
            note(f"{shown(found.path)}: nothing fits.")
        raise typer.Exit(Exit.FINDINGS)


def _whole(word: str) -> str:
    """A word that the shell gave us in one piece stays in one piece: author:"van der Berg" arrives without its quotes."""
    if " " not in word or '"' in word or " OR " in word:
        return word
    name, colon, rest = word.partition(":")
    return f'{name}:"{rest}"' if colon and name.lstrip("-").isidentifier() and rest else word
