"""argv -> the one command that it names; a command's module is imported only when it runs or shows its help."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from refcli import __version__

COMMANDS = {
    "init": "init",
    "import": "import_",
    "add": "add",
    "list": "list",
    "search": "search",
    "show": "show",
    "set": "set",
    "edit": "edit",
    "remove": "remove",
    "rename": "rename",
    "keys": "keys",
    "tidy": "tidy",
    "dedupe": "dedupe",
    "undo": "undo",
    "open": "open",
    "stats": "stats",
    "format": "format",
    "export": "export",
    "cite": "cite",
    "styles": "list_styles",
    "lint": "lint",
    "explain": "explain_rule",
    "config": "show_config",
    "parse": "parse",
    "train": "train",
    "merge-driver": "merge_driver",
    "outlets": "outlets",
}
"""Name of the command -> its module here, which has `run` (the function that Typer calls; its docstring is the help)."""


class Commands(TyperGroup):
    """The commands by name, each loaded when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """All names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        single.command(cmd_name)(import_module(f"refcli.cli.{COMMANDS[cmd_name]}").run)
        command = get_command(single)
        command.name = cmd_name
        return command


app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"refcli {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Reads, formats and checks the references that policy writers keep.

    \b
    refcli import article.txt        free-text references into references.bib
    refcli format --style apa        the library as a formatted list
    refcli lint draft.md             every mention checked against the list

    Exit codes: 0 fine, 1 findings, 2 usage or input, 3 a bug of ours.
    """
