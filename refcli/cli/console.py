"""Rows and text -> standard output, as wide and as colourful as the place it goes to allows."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import typer

from refcli.problem import Problem


def colourful(stream: TextIO) -> bool:
    """True when the stream is a terminal that shows colour and the user did not forbid it (NO_COLOR, TERM=dumb)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def say(text: str = "") -> None:
    """A line on standard output."""
    typer.echo(text, color=True if colourful(sys.stdout) else None)


def note(text: str) -> None:
    """A line on standard error: about the work, not its result."""
    typer.echo(text, err=True)


def put(text: str, path: Path | None) -> None:
    """The text, its last line ended, in a file, or on standard output where none is named. Raises Problem."""
    text = text.rstrip("\n")
    if path is None:
        say(text)
        return
    try:
        path.write_text(text and f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise Problem(f"{path}: cannot be written: {error.strerror or error}.") from error


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    try:
        return max(40, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return 80


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table: fitted to a terminal by wrapping its cells; in a pipe one line a row, however long."""
    from rich.console import Console  # noqa: PLC0415 - only import draws tables
    from rich.table import Table  # noqa: PLC0415

    terminal = sys.stdout.isatty()
    console = Console(
        width=width() if terminal else 10_000,
        no_color=not colourful(sys.stdout),
        highlight=False,
        soft_wrap=not terminal,
    )
    drawn = Table(box=None, pad_edge=False, padding=(0, 1 if terminal else 2, 0, 0), header_style="bold")
    for i, head in enumerate(heads):
        drawn.add_column(head, overflow="fold", no_wrap=not terminal or i == 0)
    for row in rows:
        drawn.add_row(*(cell.replace("[", r"\[") for cell in row))
    with console.capture() as shown:
        console.print(drawn)
    say("\n".join(line.rstrip() for line in shown.get().splitlines()))


def shorten(text: str, columns: int) -> str:
    """One line of at most so many columns, cut at the end."""
    line = " ".join(text.split())
    return line if len(line) <= columns else line[: columns - 1].rstrip() + "…"
