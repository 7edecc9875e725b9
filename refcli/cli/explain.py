"""Parsed entry -> how it was read, for a person: the words with their labels, how sure each is, why the kind was chosen."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import Literal

from rich.console import Console
from rich.text import Text

from refcli.cli.console import colourful, width
from refcli.parsing import Parsed, Segment, Unparsed
from refcli.parsing.labelling.surety import surety
from refcli.text import Span

_COLOURS = {
    "author": "cyan", "editor": "cyan", "translator": "cyan", "org": "cyan", "title": "green", "container": "magenta",
    "collection": "magenta", "publisher": "blue", "place": "blue", "date": "yellow", "accessed": "yellow",
    "url": "bright_blue", "doi": "bright_blue", "note": "red", "other": "",
}  # fmt: skip
_FURTHER = "bright_magenta"
"""Volumes, pages, numbers and the like."""
_LEFT = 12
_BREAK = re.compile(r"\s*\n\s*")


def explain(place: str, item: Parsed | Unparsed) -> str:
    """Some lines without a line end; labels in colour on a terminal, in brackets where there is none."""
    match item:
        case Unparsed():
            return f"{place}: not read: {item.why}\n{indent(' '.join(item.entry.text.split()), '  ')}"
        case Parsed():
            return _shown([(Text(), Text(f"{place}: confidence {item.confidence:.2f}", style="bold")), *_rows(item)])


def _rows(item: Parsed) -> Iterator[tuple[Text, Text]]:
    """What stands at the left, and what beside it."""
    yield Text("  "), _words(item.segments)
    for segment, sure in _sureties(item):
        yield (
            Text(f"  {segment.label:{_LEFT}}", style=_colour(segment.label)).append(f"{sure:.2f}  ", style="default"),
            Text(_flat(segment.text)),
        )
    yield Text(f"  {'kind':{_LEFT}}"), Text(f"{item.reference.type}: {item.why_kind}")
    if item.doubts:
        yield Text(f"  {'doubts':{_LEFT}}"), Text("; ".join(item.doubts))


def _words(segments: tuple[Segment, ...]) -> Text:
    """The entry on one line, each value in its colour or in brackets with its label."""
    colour, out = colourful(sys.stdout), Text()
    for segment in segments:
        words = _BREAK.sub(" ", segment.text)
        plain = colour or segment.label == "other"
        out.append(words if plain else f"[{segment.label} {words}]", style=_colour(segment.label))
    return out


def _sureties(item: Parsed) -> Iterator[tuple[Segment, float]]:
    """Each value with how sure the model is of its least sure word."""
    text, at = item.entry.text, 0
    words = surety(text)
    for segment in item.segments:
        span = Span(at, at + len(segment.text))
        at = span.end
        if segment.label != "other":
            yield segment, min((sure for place, sure in words if place.overlaps(span)), default=1.0)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _colour(label: str) -> str:
    return _COLOURS.get(label, _FURTHER)


def _shown(rows: Iterable[tuple[Text, Text]]) -> str:
    """As wide as the terminal, continued lines under the first; one line a row in a pipe."""
    terminal = sys.stdout.isatty()
    colour: Literal["standard"] | None = "standard" if colourful(sys.stdout) else None
    console = Console(width=width(), force_terminal=colour is not None, color_system=colour, highlight=False)
    out = []
    for left, beside in rows:
        pieces = beside.wrap(console, max(20, width() - len(left))) if terminal else [beside]
        for i, piece in enumerate(pieces):
            piece.rstrip()
            out.append(Text.assemble(Text(" " * len(left)) if i else left, piece))
    with console.capture() as shown:
        console.print(Text("\n").join(out), soft_wrap=True)
    return shown.get().rstrip("\n")
