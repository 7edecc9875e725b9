"""Document, and a library where one is named -> Report: facts are gathered, rules judge, what the writer knows is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from refcli.documents import Document
from refcli.drafts import Listed
from refcli.lint.facts import gather
from refcli.lint.selection import chosen
from refcli.lint.suppress import in_draft, split
from refcli.lint.types import Edit, Facts, Finding, Fix, Hit, LintSettings, Report, Rule, Suppression

_UNUSED = "REF401"


def check(
    document: Document,
    library: Sequence[Listed] | None = None,
    settings: LintSettings | None = None,
    suppressions: Sequence[Suppression] = (),
    trouble: str = "",
) -> Report:
    """Check a draft against its own list, or against `library` instead. Pure; never raises.

    `suppressions` are said outside the draft; `trouble` says why the library that it names cannot be used.
    """
    facts = gather(document, library, trouble)
    rules = chosen(settings or LintSettings(), document.name)
    run = [rule for rule in rules if rule.CODE != _UNUSED and (not facts.trouble or rule.LISTLESS)]
    found = [finding for rule in run for finding in _findings(rule, facts)]
    stay, unused = split(found, [*in_draft(document), *suppressions], run)
    known = len(found) - len(stay)
    last = [rule for rule in rules if rule.CODE == _UNUSED and not facts.trouble]
    stay += [finding for rule in last for finding in _findings(rule, replace(facts, unused=unused))]
    stay.sort(key=lambda finding: (finding.span or (len(document.raw), 0), finding.code))
    mentions = tuple(replace(mention, span=document.at(mention.span)) for mention in facts.mentions)
    entries = tuple(replace(entry, span=entry.span and document.at(entry.span)) for entry in facts.entries)
    return Report(document, tuple(stay), mentions, entries, facts.own_list, known)


def _findings(rule: Rule, facts: Facts) -> Iterator[Finding]:
    for hit in rule.check(facts):
        yield _finding(rule, hit, facts.document)


def _finding(rule: Rule, hit: Hit, document: Document) -> Finding:
    """The hit with its places led back to the file."""
    if hit.span is None or hit.in_file:
        words = hit.span.of(document.raw) if hit.span else ""
        return Finding(rule.CODE, rule.NAME, rule.SEVERITY, hit.message, hit.span, hit.target, hit.fix, "", words)
    span, fix = document.at(hit.span), hit.fix
    if fix is not None:
        fix = Fix(fix.what, tuple(Edit(document.at(edit.span), edit.words) for edit in fix.edits), fix.safe)
    place, words = document.place_name(hit.span), hit.span.of(document.text)
    return Finding(rule.CODE, rule.NAME, rule.SEVERITY, hit.message, span, hit.target, fix, place, words)
