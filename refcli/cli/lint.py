"""DRAFT -> findings on standard output, and the exit code for a hook."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from refcli.cli.console import colourful, width
from refcli.cli.errors import Exit, Problem
from refcli.cli.settings import settings_here
from refcli.cli.sources import read_document
from refcli.documents import Document
from refcli.drafts import Listed
from refcli.library import read_library
from refcli.lint import LintSettings, Report, check
from refcli.lint.reports import REPORTS, Look


class Form(StrEnum):
    """What `--output-format` takes."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def run(
    drafts: Annotated[
        list[str], typer.Argument(metavar="DRAFT...", help='Plain text or Markdown; "-" is standard input.')
    ],
    library: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Check against this .bib instead of the draft's own list.")
    ] = None,
    output_format: Annotated[
        Form, typer.Option("--output-format", help="full shows the line of the draft.")
    ] = Form.FULL,
) -> None:
    """Check every mention of a source, in prose too, against the reference list.

    The list is the draft's own, the .bib that its front matter names, or the one named with --library. Exits with 1 when
    there is a finding of severity warning or error.

    \b
    Examples:
      refcli lint draft.md
      refcli lint draft.md --library references.bib
      refcli lint *.md --output-format concise
      refcli lint draft.txt --output-format json
    """
    settings = settings_here()
    listed = None if library is None else _listed(library)
    reports = [_report(read_document(name), listed, settings.lint) for name in drafts]
    look = Look(width(), colourful(sys.stdout))
    typer.echo(REPORTS[output_format.value].render(reports, look), nl=False)
    if any(finding.severity != "info" for report in reports for finding in report.findings):
        raise typer.Exit(Exit.FINDINGS)


def _report(document: Document, listed: tuple[Listed, ...] | None, settings: LintSettings) -> Report:
    if listed is None and document.bibliography:
        beside = Path(document.name).parent
        listed = tuple(entry for name in document.bibliography for entry in _listed(beside / name))
        listed = tuple(Listed(i, entry.reference, entry.text, None, entry.key) for i, entry in enumerate(listed))
    return check(document, listed, settings)


def _listed(path: Path) -> tuple[Listed, ...]:
    if not path.exists():
        raise Problem(f"{path}: no such library.")
    library = read_library(path)
    return tuple(
        Listed(i, entry.reference, library.file.text(entry.span), None, entry.key)
        for i, entry in enumerate(library.entries)
    )
