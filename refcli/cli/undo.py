"""The last command that wrote -> the library as it was before it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from refcli.cli.console import note, say
from refcli.cli.options import JsonOption, LibraryOption
from refcli.cli.store import existing, shown, state_folder
from refcli.library import steps_back, undo


def run(
    steps: Annotated[
        int,
        typer.Option(
            "--steps",
            "-n",
            min=0,
            show_default=False,
            help="How many commands to take back, from where the library stands.",
        ),
    ] = 0,
    listed: Annotated[bool, typer.Option("--list", help="Show what could be undone, the last command first.")] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take back what the last command changed in the library. A second undo brings it back.

    \b
    Examples:
      refcli undo
      refcli undo --steps 3
      refcli undo --list
    """
    path = existing(library)
    if listed:
        history = steps_back(path, state_folder())
        done = [(step.when, step.what) for step in history.steps[: history.position][::-1]]
        if as_json:
            say(json.dumps([{"when": when, "what": what} for when, what in done], ensure_ascii=False, indent=2))
        elif not done:
            note(f"{shown(path)}: there is nothing to undo.")
        else:
            say("\n".join(f"{when}  {what}" for when, what in done))
        return
    chosen, again = undo(path, state_folder(), steps)
    word = "made again" if again else "undone"
    if as_json:
        say(
            json.dumps(
                [{"when": step.when, "what": step.what, "is": word} for step in chosen], ensure_ascii=False, indent=2
            )
        )
        return
    for step in chosen:
        say(f"{shown(path)}: {word}: {step.what}")
