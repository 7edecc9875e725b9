"""Finding, Fix, Facts, Report, LintSettings; what a rule is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol, TypeAlias

from refcli.documents import Document
from refcli.drafts import Listed, Mention
from refcli.text import Span

Severity: TypeAlias = Literal["error", "warning", "info"]
Profile: TypeAlias = Literal["drafting", "submission"]


class Edit(NamedTuple):
    """These words instead of what stands there."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding together. A safe one cannot change what the writer means; an unsafe one may be a wrong guess."""

    what: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Hit(NamedTuple):
    """What a rule yields: message, place (None for what has none), the entries that it is about, how to mend it.

    Places count the characters of the document's text; with `in_file` those of the file.
    """

    message: str
    span: Span | None
    target: tuple[int, ...] = ()
    fix: Fix | None = None
    in_file: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What is reported: `span`, and the edits of `fix`, count the characters of `Document.raw`; `place` is the place in words
    where a file has no lines ("paragraph 12"); `words` are those that stand there; `target` the entries that it is about.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    span: Span | None
    target: tuple[int, ...] = ()
    fix: Fix | None = None
    place: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Suppression:
    """The writer's word that findings are known: those with these codes (all, where there are none) in a stretch of the file
    (everywhere, where there is none) whose words contain `words`. `where` is its own place, or `label` names it.
    """

    codes: tuple[str, ...] = ()
    region: Span | None = None
    words: str = ""
    where: Span | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a draft before any rule judges it.

    `own_list` says that the entries are the draft's own; `named` holds the entries that its prose names at all;
    `notes` those that are its footnotes; `twins` leads from an entry to an earlier one that is the same work;
    `trouble` says why the list cannot be trusted, "" when it can: then nothing is checked against it. `unused` is known only
    to the rule that runs last. `chapters` are the entries with which a list begins, where there is one a chapter.
    """

    document: Document
    entries: tuple[Listed, ...]
    mentions: tuple[Mention, ...]
    named: frozenset[int]
    own_list: bool
    notes: frozenset[int] = frozenset()
    twins: Mapping[int, int] = field(default_factory=dict)
    trouble: str = ""
    unused: tuple[Suppression, ...] = ()
    chapters: tuple[int, ...] = ()


class Rule(Protocol):
    """A module with these names; its docstring is its page: what it reports, why it matters, an example, the remedy.

    `PROFILE` is the first profile in which it runs: a rule of "submission" waits until it is asked for. `LISTLESS` rules run
    without a list that can be trusted.
    """

    CODE: str
    NAME: str
    SEVERITY: Severity
    PROFILE: Profile
    LISTLESS: bool

    def check(self, facts: Facts) -> Iterator[Hit]:
        """Its findings."""
        ...


@dataclass(frozen=True, slots=True)
class LintSettings:
    """Which rules run: codes, beginnings of codes, or names.

    `profile` says which rules run that are not named; `select` replaces them, `extend_select` and `ignore` change them;
    `per_file_ignores` maps patterns of file names to what is ignored there. `baseline` names a file of findings that are known.
    """

    profile: Profile = "drafting"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    baseline: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A draft with all that was found in it; all places count the characters of `document.raw`.

    `known` counts findings that the writer suppressed.
    """

    document: Document
    findings: tuple[Finding, ...]
    mentions: tuple[Mention, ...]
    entries: tuple[Listed, ...]
    own_list: bool
    known: int = 0
