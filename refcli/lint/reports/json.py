"""Reports -> one JSON object, schema 1.

`findings`, `mentions`, `entries`; offsets count characters of the decoded text from 0, end exclusive; lines and columns
from 1, the end column behind the last character. `place` has words where a file has no lines. `target` holds keys where the list is a .bib, else indexes of `entries`; places are null for what has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from refcli.lint.reports.look import Look
from refcli.lint.types import Finding, Fix, Report
from refcli.text import Source, Span


def render(reports: Sequence[Report], look: Look) -> str:  # noqa: ARG001 - JSON looks the same everywhere
    """The object, indented."""
    record: dict[str, Any] = {"schema": 1, "findings": [], "mentions": [], "entries": []}
    for report in reports:
        raw = report.document.raw
        source = Source(raw)
        record["findings"] += [finding_record(report, source, finding) for finding in report.findings]
        record["mentions"] += [
            {"file": report.document.name, "text": mention.span.of(raw), "kind": mention.kind, "start": mention.span.start,
             "end": mention.span.end, "target": _target(report, mention.targets)}
            for mention in report.mentions
        ]  # fmt: skip
        record["entries"] += [
            {"file": report.document.name if entry.span else None, "index": entry.index, "start": entry.span.start if entry.span else None,
             "end": entry.span.end if entry.span else None, "text": entry.text, "key": entry.key}
            for entry in report.entries
        ]  # fmt: skip
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def finding_record(report: Report, source: Source, finding: Finding) -> dict[str, Any]:
    """A finding as an object."""
    return {
        "file": report.document.name,
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        **_place(source, finding.span),
        "place": finding.place or None,
        "target": _target(report, finding.target),
        "fix": _fix(source, finding.fix) if finding.fix else None,
    }


def _fix(source: Source, fix: Fix) -> dict[str, Any]:
    edits = [{**_place(source, edit.span), "text": edit.words} for edit in fix.edits]
    return {"message": fix.what, "safe": fix.safe, "edits": edits}


def _place(source: Source, span: Span | None) -> dict[str, int | None]:
    if span is None:
        return dict.fromkeys(("start", "end", "line", "column", "end_line", "end_column"))
    first, last = source.place(span.start), source.place(span.end)
    return {
        "start": span.start,
        "end": span.end,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
    }


def _target(report: Report, indexes: Iterable[int]) -> list[int | str]:
    """Keys where the entries have them, else indexes."""
    keys = {entry.index: entry.key for entry in report.entries}
    return [keys.get(i) or i for i in indexes]
