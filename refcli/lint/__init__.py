"""Mentions + entries -> findings -> report. `check` is pure; one rule a file in `rules/`, one output format in `reports/`."""

from refcli.lint.check import check
from refcli.lint.rules import RULES
from refcli.lint.selection import chosen, wrong
from refcli.lint.types import Edit, Facts, Finding, Fix, Hit, LintSettings, Profile, Report, Rule, Severity, Suppression

__all__ = [
    "RULES",
    "Edit",
    "Facts",
    "Finding",
    "Fix",
    "Hit",
    "LintSettings",
    "Profile",
    "Report",
    "Rule",
    "Severity",
    "Suppression",
    "check",
    "chosen",
    "wrong",
]
