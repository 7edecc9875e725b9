"""Reports -> one JSON object a line for each finding, as `json` has it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from refcli.lint.reports.json import finding_record
from refcli.lint.reports.look import Look
from refcli.lint.types import Report
from refcli.text import Source


def render(reports: Sequence[Report], look: Look) -> str:  # noqa: ARG001 - JSON looks the same everywhere
    """The lines; nothing where nothing was found."""
    lines = []
    for report in reports:
        source = Source(report.document.raw)
        lines += [
            json.dumps(finding_record(report, source, finding), ensure_ascii=False) for finding in report.findings
        ]
    return "".join(f"{line}\n" for line in lines)
