"""Reports -> one line a finding: file:line:column: CODE message."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.lint.mend import fixable
from refcli.lint.reports.look import Look, printable
from refcli.lint.types import Finding, Report
from refcli.text import Source

_COLOURS = {"error": "1;31", "warning": "1;33", "info": "1;36"}


def render(reports: Sequence[Report], look: Look) -> str:
    """The lines, and a last one that counts."""
    lines = []
    for report in reports:
        source = Source(report.document.raw, report.document.name)
        lines += [head(source, finding, look) for finding in report.findings]
    return "\n".join([*lines, *look.wrap(total(reports))]) + "\n"


def head(source: Source, finding: Finding, look: Look) -> str:
    """file:line:column: CODE message; in a Word file "file: paragraph 3:" and the words; without a place the file alone."""
    where, words = source.name, ""
    if finding.place:
        where, words = f"{source.name}: {finding.place}", f' ("{_short(finding.words)}")'
    elif finding.span:
        where = ":".join([source.name, *map(str, source.place(finding.span.start))])
    code = look.paint(_COLOURS[finding.severity], finding.code)
    return f"{look.paint('1', printable(where))}: {code} {printable(finding.message + words)}"


def total(reports: Sequence[Report]) -> str:
    """What was found, and in how much; what can be mended; what the writer knows of."""
    findings = sum(len(report.findings) for report in reports)
    mentions = sum(len(report.mentions) for report in reports)
    entries = sum(len(report.entries) for report in reports)
    checked = f"{_count(mentions, 'mention')} checked against {_count(entries, 'entry')}"
    known = sum(report.known for report in reports)
    parts = [
        _count(findings, "finding") if findings else "Nothing found",
        checked,
        *([f"{known} suppressed"] if known else []),
    ]
    return "; ".join(parts) + "." + _mendable(reports)


def _mendable(reports: Sequence[Report]) -> str:
    """How many findings have a fix, and by which options."""
    pairs = [(report.document, finding) for report in reports for finding in report.findings]
    safe = sum(fixable(document, finding, unsafe=False) for document, finding in pairs)
    more = sum(fixable(document, finding, unsafe=True) for document, finding in pairs) - safe
    if safe and more:
        return f" --fix mends {safe} of them, --unsafe-fixes {more} more."
    if safe or more:
        return f" --fix{'' if safe else ' --unsafe-fixes'} mends {safe or more} of them."
    return ""


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 50 else line[:49].rstrip() + "…"


def _count(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"
