"""Finding, Facts, Report, LintSettings; what a rule is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from refcli.documents import Document
from refcli.drafts import Listed, Mention
from refcli.text import Span

Severity: TypeAlias = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports: `span` is its place in the draft (None for what has none), `target` the entries that it is about."""

    code: str
    rule: str
    severity: Severity
    message: str
    span: Span | None
    target: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a draft before any rule judges it.

    `own_list` says that the entries are the draft's own; `named` holds the entries that its prose names at all;
    `trouble` says why the list cannot be trusted, "" when it can: then nothing is checked against it.
    """

    document: Document
    entries: tuple[Listed, ...]
    mentions: tuple[Mention, ...]
    named: frozenset[int]
    own_list: bool
    trouble: str = ""


class Rule(Protocol):
    """A module with these names; its docstring is its page: what it reports, why it matters, an example, the remedy."""

    CODE: str
    NAME: str
    SEVERITY: Severity

    def check(self, facts: Facts) -> Iterator[tuple[str, Span | None, tuple[int, ...]]]:
        """Message, place and targets of each finding."""
        ...


@dataclass(frozen=True, slots=True)
class LintSettings:
    """Which rules run: codes or names; all of them when `select` is empty, without those in `ignore`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A draft with all that was found in it."""

    document: Document
    findings: tuple[Finding, ...]
    mentions: tuple[Mention, ...]
    entries: tuple[Listed, ...]
    own_list: bool
