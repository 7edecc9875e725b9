"""Words -> the citation styles that have them in their id, ours first, each with a sample on request."""

from __future__ import annotations

import json
from textwrap import fill
from typing import Annotated

import typer

from refcli.cli.console import say, width
from refcli.cli.errors import Problem
from refcli.cli.styles import find_style
from refcli.csl import Cite, Cluster, Processor, Style, Text
from refcli.data.loader import house_style, house_style_names, locale_xml, style_ids
from refcli.model import Reference

_SAMPLE = Reference.from_json(
    {
        "id": "sample",
        "type": "article-newspaper",
        "title": "Kazakhstan's military reform creeps forward",
        "container-title": "Eurasia Daily Monitor",
        "author": [{"family": "McDermott", "given": "Roger"}],
        "issued": {"date-parts": [[2004, 8, 11]]},
    }
)
_SHOWN = 20


def run(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help="Words that the id has; none lists our own styles.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=f"More than the first {_SHOWN}.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="A list of objects: id, ours, entry, citation.")] = False,
) -> None:
    """List the styles that --style takes, with a rendered sample.

    \b
    Examples:
      refcli styles
      refcli styles oxford
      refcli styles un --json
    """
    found = _found([word.casefold() for word in words or ()])
    if not found:
        raise Problem(
            f"no style has {' and '.join(words or ())} in its id; give other words, or a .csl file to --style."
        )
    shown = found if every else found[:_SHOWN]
    rows = [_row(name) for name in shown]
    if as_json:
        say(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        say(f"{row['id']}")
        say(fill(f"{row['entry'] or row['citation']}", width(), initial_indent="    ", subsequent_indent="    "))
    if len(shown) < len(found):
        say(f"{len(found) - len(shown)} more; --all shows them.")


def _found(words: list[str]) -> list[str]:
    """Ours, then the stock styles; an id that is just the words first."""
    ours = [name for name in house_style_names() if all(word in name for word in words)]
    if not words:
        return ours
    stock = [name for name in style_ids() if all(word in name for word in words) and name not in ours]
    exact = "-".join(words)
    return [*ours, *sorted(stock, key=lambda name: (name != exact, not name.startswith(exact), name))]


def _row(name: str) -> dict[str, str | bool]:
    entry, citation = _rendered(find_style(name))
    return {"id": name, "ours": house_style(name) is not None, "entry": entry, "citation": citation}


def _rendered(style: Style) -> tuple[str, str]:
    processor, output = Processor(style, [_SAMPLE], locale_xml), Text()
    entries = processor.bibliography()
    (citation,) = processor.cite([Cluster((Cite("sample"),), 1)])
    entry = " ".join(processor.render(entries[0].node, output).split()) if entries else ""
    return entry, " ".join(processor.render(citation.node, output).split())
