"""A rule's docstring -> its page: what it reports, why, an example, the remedy, and when it runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from refcli.lint.types import Rule

_PARTS = re.compile(r"^(Why|Example|Remedy): ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A rule as a person reads of it."""

    rule: Rule
    what: str
    why: str
    example: str
    remedy: str

    @property
    def runs(self) -> str:
        """When the rule runs that nobody names."""
        return "always" if self.rule.PROFILE == "drafting" else "submission"


def page(rule: Rule) -> Page:
    """The page of a rule. Its docstring says what it reports, then Why, Example and Remedy, each a paragraph."""
    parts = _PARTS.split((rule.__doc__ or "").strip())
    said = dict(zip(parts[1::2], (" ".join(words.split()) for words in parts[2::2]), strict=True))
    return Page(rule, " ".join(parts[0].split()), said["Why"], said["Example"], said["Remedy"])


def table(rules: Sequence[Rule]) -> str:
    """All rules as a Markdown table."""
    rows = [
        f"| {rule.CODE} | {rule.NAME} | {rule.SEVERITY} | {shown.runs} | {shown.what.rstrip('.')} |"
        for rule in rules
        for shown in (page(rule),)
    ]
    return "\n".join(["| code | rule | severity | runs | what it reports |", "|---|---|---|---|---|", *rows]) + "\n"
