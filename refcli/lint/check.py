"""Document, and a library where one is named -> Report: the list is read, mentions are found and linked, rules judge."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.documents import Document
from refcli.drafts import Listed, Mention, Unknown, find_mentions, named, own_list, read_scene
from refcli.lint.rules import RULES
from refcli.lint.types import Facts, Finding, LintSettings, Report
from refcli.text import Span

_CROSS = ("REF301",)


def check(document: Document, library: Sequence[Listed] | None = None, settings: LintSettings | None = None) -> Report:
    """Check a draft against its own list, or against `library` instead. Pure; never raises."""
    facts = _facts(document, library)
    findings = [finding for rule in RULES if _wanted(rule.CODE, rule.NAME, settings) and (not facts.trouble or rule.CODE in _CROSS)
                for finding in (Finding(rule.CODE, rule.NAME, rule.SEVERITY, message, span, target) for message, span, target in rule.check(facts))]  # fmt: skip
    findings.sort(key=lambda finding: (finding.span or Span(len(document.text), 0), finding.code))
    return Report(document, tuple(findings), facts.mentions, facts.entries, facts.own_list)


def _facts(document: Document, library: Sequence[Listed] | None) -> Facts:
    own = own_list(document)
    if library is not None:
        entries = tuple(library)
        mentions = find_mentions(read_scene(document, entries, hidden=own.hidden))
        return Facts(document, entries, mentions, frozenset(), own_list=False)
    scene = read_scene(document, own.entries, hidden=own.hidden, numbers=own.numbers)
    mentions = find_mentions(scene)
    trouble = own.trouble or _misfit(own.entries, mentions)
    return Facts(document, own.entries, mentions, named(scene), own_list=True, trouble=trouble)


def _misfit(entries: Sequence[Listed], mentions: Sequence[Mention]) -> str:
    """Where hardly anything fits, the list was read wrongly rather than forgotten."""
    unknown = sum(isinstance(mention.link, Unknown) for mention in mentions)
    wrong = bool(entries) and len(mentions) > 5 and unknown > 0.7 * len(mentions)
    return "hardly any mention fits the list, so it was probably read wrongly" if wrong else ""


def _wanted(code: str, name: str, settings: LintSettings | None) -> bool:
    if settings is None:
        return True
    chosen = not settings.select or any(code.startswith(word) or name == word for word in settings.select)
    return chosen and not any(code.startswith(word) or name == word for word in settings.ignore)
