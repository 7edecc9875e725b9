"""Reports -> one line a finding: file:line:column: CODE message."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.lint.reports.look import Look
from refcli.lint.types import Finding, Report
from refcli.text import Source


def render(reports: Sequence[Report], look: Look) -> str:
    """The lines, and a last one that counts."""
    lines = []
    for report in reports:
        source = Source(report.document.raw, report.document.name)
        lines += [head(source, finding, look) for finding in report.findings]
    return "\n".join([*lines, total(reports)]) + "\n"


def head(source: Source, finding: Finding, look: Look) -> str:
    """file:line:column: CODE message; a finding without a place names the file alone."""
    place = source.place(finding.span.start) if finding.span else None
    where = f"{source.name}:{place.line}:{place.column}" if place else source.name
    if finding.place:
        where = f"{source.name}: {finding.place}"
    code = look.paint(
        "1;31" if finding.severity == "error" else "1;33" if finding.severity == "warning" else "1;36", finding.code
    )
    return f"{look.paint('1', where)}: {code} {finding.message}"


def total(reports: Sequence[Report]) -> str:
    """What was found, and in how much."""
    findings = sum(len(report.findings) for report in reports)
    mentions = sum(len(report.mentions) for report in reports)
    entries = sum(len(report.entries) for report in reports)
    checked = f"{_count(mentions, 'mention')} checked against {_count(entries, 'entry')}"
    return f"{_count(findings, 'finding')}; {checked}." if findings else f"Nothing found; {checked}."


def _count(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
