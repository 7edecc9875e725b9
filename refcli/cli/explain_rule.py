"""CODE -> the page of a rule; without one, the list of all."""

from __future__ import annotations

from typing import Annotated

import typer

from refcli.cli.console import say, width
from refcli.cli.errors import Problem
from refcli.lint import RULES
from refcli.lint.pages import Page, page, table


def run(
    code: Annotated[str, typer.Argument(metavar="[CODE]", help="A code or a name: REF103, year-mismatch.")] = "",
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the list as a Markdown table.")] = False,
) -> None:
    """Explain a rule of refcli lint: what it reports, why, an example, the remedy.

    \b
    Examples:
      refcli explain
      refcli explain REF103
      refcli explain year-mismatch
    """
    if markdown:
        say(table(RULES).rstrip("\n"))
    elif not code:
        say("\n".join(_line(page(rule)) for rule in RULES))
    else:
        rule = next((rule for rule in RULES if code.upper() == rule.CODE or code.lower() == rule.NAME), None)
        if rule is None:
            raise Problem(f'no rule is "{code}"; refcli explain lists them.')
        say(_page(page(rule)))


def _line(shown: Page) -> str:
    late = "" if shown.rule.PROFILE == "drafting" else " (submission)"
    return f"{shown.rule.CODE}  {shown.rule.NAME}{late}\n        {_wrapped(shown.what, 8)}"


def _page(shown: Page) -> str:
    rule = shown.rule
    when = (
        "It runs always."
        if rule.PROFILE == "drafting"
        else "It runs with --profile submission, or when it is selected."
    )
    parts = [
        f"{rule.CODE} {rule.NAME} ({rule.SEVERITY})",
        _wrapped(shown.what),
        f"Why: {_wrapped(shown.why, 5)}",
        f"Example: {_wrapped(shown.example, 9)}",
        f"Remedy: {_wrapped(shown.remedy, 8)}",
        when,
    ]
    return "\n\n".join(parts)


def _wrapped(words: str, indent: int = 0) -> str:
    import textwrap  # noqa: PLC0415 - only here

    columns = min(width(), 100) - indent - 1
    return f"\n{' ' * indent}".join(textwrap.wrap(words, columns, break_long_words=False, break_on_hyphens=False))
