"""Reports -> one JSON object, schema 1.

`findings`, `mentions`, `entries`; offsets count characters of the decoded text from 0, end exclusive; lines and columns
from 1. `target` holds keys where the list is a .bib, else indexes of `entries`; places are null for what has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from refcli.lint.reports.look import Look
from refcli.lint.types import Finding, Report
from refcli.text import Source, Span


def render(reports: Sequence[Report], look: Look) -> str:  # noqa: ARG001 - JSON looks the same everywhere
    """The object, indented."""
    record: dict[str, Any] = {"schema": 1, "findings": [], "mentions": [], "entries": []}
    for report in reports:
        name, source = report.document.name, Source(report.document.text)
        record["findings"] += [_finding(report, source, finding) for finding in report.findings]
        record["mentions"] += [
            {"file": name, "text": mention.span.of(report.document.text), "kind": mention.kind, "start": mention.span.start,
             "end": mention.span.end, "target": _target(report, mention.targets)}
            for mention in report.mentions
        ]  # fmt: skip
        record["entries"] += [
            {"file": name if entry.span else None, "index": entry.index, "start": entry.span.start if entry.span else None,
             "end": entry.span.end if entry.span else None, "text": entry.text, "key": entry.key}
            for entry in report.entries
        ]  # fmt: skip
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _finding(report: Report, source: Source, finding: Finding) -> dict[str, Any]:
    place = source.place(finding.span.start) if finding.span else None
    span: Span | tuple[None, None] = finding.span or (None, None)
    return {
        "file": report.document.name,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "start": span[0],
        "end": span[1],
        "line": place.line if place else None,
        "column": place.column if place else None,
        "target": _target(report, finding.target),
    }


def _target(report: Report, indexes: Iterable[int]) -> list[int | str]:
    """Keys where the entries have them, else indexes."""
    keys = {entry.index: entry.key for entry in report.entries}
    return [keys.get(i) or i for i in indexes]
