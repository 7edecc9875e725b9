"""Reports -> GitLab's Code Quality report.

Source: GitLab Docs, "Code Quality", the report format; a fingerprint that does not depend on the line keeps a finding known.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from refcli.lint.reports.look import Look
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
    path = name.replace("\\", "/")
    begin = source.place(finding.span.start).line if finding.span and not finding.place else 1
    description = f"{finding.code} {finding.place + ': ' if finding.place else ''}{finding.message}"
    return {
        "description": description,
        "check_name": finding.rule,
        "fingerprint": identity(path, finding, seen),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": begin}},
    }


def identity(path: str, finding: Finding, seen: dict[str, int]) -> str:
    """File, code and words, hashed; the second finding of the same words in a file has another one."""
    mark = "\0".join((path, finding.code, " ".join(finding.words.split()), finding.message))
    seen[mark] = seen.get(mark, 0) + 1
    return sha256(f"{mark}\0{seen[mark]}".encode()).hexdigest()
