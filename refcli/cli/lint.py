"""DRAFT -> findings on standard output, and the exit code for a hook."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from refcli.cli.console import colourful, note, width
from refcli.cli.errors import Exit, Problem
from refcli.cli.lint_files import STDIN, Checker
from refcli.cli.lint_settings import codes, layered, patterns
from refcli.cli.settings import settings_here
from refcli.documents import Document
from refcli.lint import LintSettings, Report
from refcli.lint.reports import Look, find_report


class Form(StrEnum):
    """What `--output-format` takes."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


class Strictness(StrEnum):
    """What `--profile` takes."""

    DRAFTING = "drafting"
    SUBMISSION = "submission"


def run(
    drafts: Annotated[
        list[str],
        typer.Argument(metavar="DRAFT...", help='Text, Markdown, Word, HTML, LaTeX or Typst; "-" is standard input.'),
    ],
    library: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Check against this .bib instead of the draft's own list.")
    ] = None,
    profile: Annotated[
        Strictness | None,
        typer.Option(help="Which rules run: those for work in progress, or all.", show_default="drafting"),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Only these rules: REF103, REF2, uncited-entry, ALL.")
    ] = None,
    extend_select: Annotated[
        list[str] | None, typer.Option("--extend-select", metavar="CODES", help="These rules too.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODES", help="Not these rules.")] = None,
    per_file_ignores: Annotated[
        list[str] | None,
        typer.Option("--per-file-ignores", metavar="PATTERN:CODES", help='Not these rules there: "old/*.md:REF2".'),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: names, years and keys too. Read the result.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, change nothing.")] = False,
    output_format: Annotated[
        Form, typer.Option("--output-format", help="full shows the line of the draft.")
    ] = Form.FULL,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule instead.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Leave out the findings that this file knows.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", metavar="FILE", help="Write all findings of now to this file.")
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="REV", help="Only what stands on lines changed since that git revision.")
    ] = "",
    stdin_filename: Annotated[
        str, typer.Option("--stdin-filename", metavar="NAME", help="What standard input is called.")
    ] = "",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a draft changes.")] = False,
) -> None:
    """Check every mention of a source, in prose too, against the reference list.

    The list is the draft's own, the .bib that it names, or the one named with --library. Exits with 1 when there is a finding
    of severity warning or error (with --profile submission, any). refcli explain REF103 tells what a rule is about.

    \b
    Examples:
      refcli lint draft.md
      refcli lint thesis.tex --library references.bib
      refcli lint *.docx --profile submission
      refcli lint draft.md --fix --unsafe-fixes --diff
      refcli lint drafts/*.md --output-format sarif > refcli.sarif
    """
    configured = settings_here().lint
    wanted = layered(
        configured,
        LintSettings(
            profile.value if profile else configured.profile,
            codes(select),
            codes(extend_select),
            codes(ignore),
            patterns(per_file_ignores),
            str(baseline or ""),
        ),
    )
    checker = Checker(wanted, library, since, stdin_filename)
    drafts = checker.with_parts(drafts)

    def once() -> int:
        if write_baseline is not None:
            return checker.write_baseline(drafts, write_baseline)
        code = _mend(checker, drafts, unsafe=unsafe_fixes, show=diff) if fix or diff else Exit.FINE
        if diff or (fix and STDIN in drafts):
            return code
        documents = list(_readable(checker, drafts))
        reports = [checker.report(document) for document in documents]
        if reports:
            typer.echo(_shown(reports, output_format, statistics=statistics), nl=False)
        return _code(reports, wanted) if len(reports) == len(drafts) else Exit.USAGE

    if watch and STDIN in drafts:
        raise Problem("--watch looks at files, and standard input is none: name the draft.")
    code = _watched(drafts, once) if watch else once()
    if code > Exit.FINDINGS or (code and not exit_zero):
        raise typer.Exit(code)


def _readable(checker: Checker, drafts: list[str]) -> Iterator[Document]:
    """The drafts that can be read; of each other one is said why not."""
    for name in drafts:
        try:
            yield checker.document(name)
        except Problem as problem:
            note(f"refcli: {problem}")


def _watched(drafts: list[str], once: Callable[[], int]) -> int:
    from refcli.cli.watch import watch_files  # noqa: PLC0415 - only here

    return watch_files(drafts, once)


def _mend(checker: Checker, drafts: list[str], *, unsafe: bool, show: bool) -> int:
    from refcli.cli.mending import mend_files  # noqa: PLC0415 - only --fix and --diff change files

    return mend_files(checker, drafts, unsafe=unsafe, show=show)


def _shown(reports: list[Report], form: Form, *, statistics: bool) -> str:
    if statistics:
        from refcli.lint.reports.statistics import statistics as counted  # noqa: PLC0415 - as above

        return counted(reports)
    return find_report(form.value).render(reports, Look(width(), colourful(sys.stdout), sys.stdout.isatty()))


def _code(reports: list[Report], wanted: LintSettings) -> int:
    """1 when something was found that counts."""
    all_count = wanted.profile == "submission"
    found = any(all_count or finding.severity != "info" for report in reports for finding in report.findings)
    return Exit.FINDINGS if found else Exit.FINE
