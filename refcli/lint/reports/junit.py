"""Reports -> JUnit's XML, which test dashboards read: a draft is a suite, a finding a failed case of it.

Source: the schema that the Jenkins JUnit plugin publishes (junit-10.xsd).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from refcli.lint.reports.concise import head
from refcli.lint.reports.look import Look
from refcli.lint.types import Finding, Report
from refcli.text import Source

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Sequence[Report], look: Look) -> str:  # noqa: ARG001 - read by a machine
    """The document; a draft without findings is a case that passed."""
    found = sum(len(report.findings) for report in reports)
    cases = sum(len(report.findings) or 1 for report in reports)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<testsuites name="refcli" tests="{cases}" failures="{found}" errors="0">',
    ]
    for report in reports:
        lines += _suite(report)
    return _NOT_XML.sub("\ufffd", "\n".join([*lines, "</testsuites>"])) + "\n"


def _suite(report: Report) -> list[str]:
    name, failures = quoteattr(report.document.name), len(report.findings)
    source = Source(report.document.raw, report.document.name)
    cases = [_case(name, source, finding) for finding in report.findings]
    passed = [] if cases else [f'    <testcase name="refcli" classname={name}/>']
    opening = f'  <testsuite name={name} tests="{failures or 1}" failures="{failures}" errors="0" skipped="0">'
    return [opening, *passed, *cases, "  </testsuite>"]


def _case(name: str, source: Source, finding: Finding) -> str:
    place = source.place(finding.span.start) if finding.span and not finding.place else None
    where = finding.place or (f"{place.line}:{place.column}" if place else "the whole file")
    told = escape(head(source, finding, Look()))
    return (
        f"    <testcase name={quoteattr(f'{finding.code} at {where}')} classname={name}>"
        f'<failure type="{finding.rule}" message={quoteattr(finding.message)}>{told}</failure></testcase>'
    )
