"""Words -> the outlets and bodies of the table that have them in what is known of them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from refcli.cli.console import say, table
from refcli.cli.errors import Problem
from refcli.cli.settings import settings_here
from refcli.data.outlets import Outlet, all_outlets, find_outlet
from refcli.text import fold

_SHOWN = 20


def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORD]...", help="Words of a name, alias, kind, publisher, place or domain; none: all."
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=f"More than the first {_SHOWN}.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="A list of objects, with all that is known of each.")] = False,
) -> None:
    """Search the newspapers, wires, journals, think tanks and agencies that refcli knows.

    They are what import renames "FT" by, what lint recognises in prose, and what tells the kind of a source. Your own go
    into refcli.yaml, as "outlets: [{name: Barents Bulletin, kind: newsletter, aliases: [BB]}]".

    \b
    Examples:
      refcli outlets FT
      refcli outlets newspaper nairobi
      refcli outlets think-tank --all
      refcli outlets kyiv --json
    """
    settings_here()
    found = _found(" ".join(words or ()))
    if not found:
        raise Problem(f'no outlet has {" and ".join(words or ())}; add your own under "outlets:" in refcli.yaml.')
    if as_json:
        say(json.dumps([_known(outlet) for outlet in found], ensure_ascii=False, indent=2))
        return
    shown = found if every else found[:_SHOWN]
    table(("name", "kind", "place", "also"), [_row(outlet) for outlet in shown])
    if len(shown) < len(found):
        say(f"{len(found) - len(shown)} more; --all shows them.")


def _found(words: str) -> list[Outlet]:
    """Those that have all the words; first the one that is called just so, then those with more of them in their names."""
    exact = find_outlet(words) if words else None
    asked = fold(words).split()
    hits = [outlet for outlet in all_outlets() if all(word in _text(outlet) for word in asked)]
    hits.sort(key=lambda outlet: -sum(word in _names(outlet) for word in asked))
    return [*([exact] if exact else []), *(outlet for outlet in hits if outlet != exact)]


def _text(outlet: Outlet) -> str:
    known = (outlet.kind, outlet.publisher, outlet.place, outlet.country, outlet.domain, outlet.issn)
    return f"{_names(outlet)} {fold(' '.join(known))}"


def _names(outlet: Outlet) -> str:
    return fold(" ".join([outlet.name, *outlet.aliases, *outlet.ambiguous]))


def _row(outlet: Outlet) -> tuple[str, ...]:
    where = ", ".join(filter(None, [outlet.place, outlet.country]))
    return outlet.name, outlet.kind, where, "; ".join(outlet.aliases)


def _known(outlet: Outlet) -> dict[str, object]:
    return {field: value for field, value in asdict(outlet).items() if value}
