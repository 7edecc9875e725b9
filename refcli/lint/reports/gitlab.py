"""Reports -> GitLab's Code Quality report.

Source: GitLab Docs, "Code Quality", the report format; a fingerprint that does not depend on the line keeps a finding known.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from refcli.lint.reports.look import Look
from refcli.lint.reports.place import identity, path, told
from refcli.lint.types import Finding, Report
from refcli.text import Source

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(reports: Sequence[Report], look: Look) -> str:  # noqa: ARG001 - read by a machine
    """A JSON list of issues."""
    issues: list[dict[str, Any]] = []
    seen: dict[str, int] = {}
    for report in reports:
        source = Source(report.document.raw)
        issues += [_issue(report.document.name, source, finding, seen) for finding in report.findings]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(name: str, source: Source, finding: Finding, seen: dict[str, int]) -> dict[str, Any]:
    begin = source.place(finding.span.start).line if finding.span and not finding.place else 1
    return {
        "description": f"{finding.code} {told(finding)}",
        "check_name": finding.rule,
        "fingerprint": identity(name, finding, seen),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path(name), "lines": {"begin": begin}},
    }
