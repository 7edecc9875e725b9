"""Reports -> GitHub's workflow commands: each finding is shown at its line of a pull request.

Source: GitHub Docs, "Workflow commands for GitHub Actions" (error, warning and notice messages).
"""

from __future__ import annotations

from collections.abc import Sequence

from refcli.lint.reports.look import Look
from refcli.lint.reports.place import path, told
from refcli.lint.types import Finding, Report
from refcli.text import Source

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(reports: Sequence[Report], look: Look) -> str:  # noqa: ARG001 - read by a machine
    """One command a finding."""
    lines = []
    for report in reports:
        source = Source(report.document.raw)
        lines += [_command(report.document.name, source, finding) for finding in report.findings]
    return "".join(f"{line}\n" for line in lines)


def _command(name: str, source: Source, finding: Finding) -> str:
    values = {"file": path(name), "title": f"{finding.code} {finding.rule}"}
    if finding.span is not None and not finding.place:
        first, last = source.place(finding.span.start), source.place(finding.span.end)
        values |= {"line": str(first.line), "endLine": str(last.line)}
        if first.line == last.line:
            values |= {"col": str(first.column), "endColumn": str(last.column)}
    said = ",".join(f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in values.items())
    return f"::{_LEVELS[finding.severity]} {said}::{_escaped(told(finding))}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
