"""Mentions + entries -> findings -> report. `check` is pure; one rule a file in `rules/`, one output format in `reports/`."""

from refcli.lint.check import check
from refcli.lint.rules import RULES
from refcli.lint.types import Facts, Finding, LintSettings, Report, Rule, Severity

__all__ = ["RULES", "Facts", "Finding", "LintSettings", "Report", "Rule", "Severity", "check"]
