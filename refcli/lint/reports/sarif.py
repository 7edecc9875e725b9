"""Reports -> SARIF, the log that code scanning services read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from refcli import __version__
from refcli.lint.pages import page
from refcli.lint.reports.look import Look
from refcli.lint.reports.place import identity, told, uri
from refcli.lint.rules import RULES
from refcli.lint.types import Finding, Fix, Report, Rule
from refcli.text import Source, Span

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(reports: Sequence[Report], look: Look) -> str:  # noqa: ARG001 - read by a machine
    """A log of one run."""
    results: list[dict[str, Any]] = []
    seen: dict[str, int] = {}
    for report in reports:
        source = Source(report.document.raw)
        results += [_result(report.document.name, source, finding, seen) for finding in report.findings]
    driver = {
        "name": "refcli",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in RULES],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    shown = page(rule)
    return {
        "id": rule.CODE,
        "name": "".join(word.capitalize() for word in rule.NAME.split("-")),
        "shortDescription": {"text": shown.what},
        "fullDescription": {"text": f"{shown.what} Why: {shown.why}"},
        "help": {"text": f"Example: {shown.example}\nRemedy: {shown.remedy}"},
        "defaultConfiguration": {"level": _LEVELS[rule.SEVERITY], "enabled": rule.PROFILE == "drafting"},
    }


def _result(name: str, source: Source, finding: Finding, seen: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": [rule.CODE for rule in RULES].index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": told(finding)},
        "locations": [_location(name, source, finding)],
        "partialFingerprints": {"refcliWords/v1": identity(name, finding, seen)},
    }
    if finding.fix is not None and not finding.place:
        result["fixes"] = [_fix(name, source, finding.fix)]
    return result


def _location(name: str, source: Source, finding: Finding) -> dict[str, Any]:
    """Where a finding has no line it is at the first one: code scanning takes no result without."""
    region = {"startLine": 1} if finding.span is None or finding.place else _region(source, finding.span)
    physical = {"artifactLocation": {"uri": uri(name)}, "region": region}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.place:
        location["logicalLocations"] = [{"name": finding.place}]
    return location


def _region(source: Source, span: Span) -> dict[str, int]:
    first, last = source.place(span.start), source.place(span.end)
    return {"startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column,
            "charOffset": span.start, "charLength": span.end - span.start}  # fmt: skip


def _fix(name: str, source: Source, fix: Fix) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.words}} for edit in fix.edits
    ]
    change = {"artifactLocation": {"uri": uri(name)}, "replacements": replacements}
    return {"description": {"text": fix.what}, "artifactChanges": [change]}
