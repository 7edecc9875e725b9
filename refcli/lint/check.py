"""Document, and a library where one is named -> Report: the list is read, mentions are found and linked, rules judge."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.documents import Document
from refcli.drafts import Listed, Unknown, find_mentions, named, read_scene
from refcli.lint.rules import RULES
from refcli.lint.types import Facts, Finding, LintSettings, Report
from refcli.model import Reference
from refcli.parsing import Listing, Parsed, find_entries, parse_entries
from refcli.text import Span

_CROSS = ("REF301",)
_BLANK = Reference("")


def check(document: Document, library: Sequence[Listed] | None = None, settings: LintSettings | None = None) -> Report:
    """Check a draft against its own list, or against `library` instead. Pure; never raises."""
    facts = _facts(document, library)
    findings = [finding for rule in RULES if _wanted(rule.CODE, rule.NAME, settings) and (not facts.trouble or rule.CODE in _CROSS)
                for finding in (Finding(rule.CODE, rule.NAME, rule.SEVERITY, message, span, target) for message, span, target in rule.check(facts))]  # fmt: skip
    findings.sort(key=lambda finding: (finding.span or Span(len(document.text), 0), finding.code))
    return Report(document, tuple(findings), facts.mentions, facts.entries, facts.own_list)


def _facts(document: Document, library: Sequence[Listed] | None) -> Facts:
    listing = find_entries(document.text)
    hidden = _hidden(listing)
    if library is not None:
        entries = tuple(library)
        mentions = find_mentions(read_scene(document, entries, hidden=hidden))
        return Facts(document, entries, mentions, frozenset(), own_list=False)
    entries = _own_entries(listing)
    scene = read_scene(document, entries, hidden=hidden, numbered=_numbered(document.text, listing))
    mentions = find_mentions(scene)
    trouble = listing.doubtful
    if (
        not trouble
        and entries
        and len(mentions) > 5
        and sum(isinstance(mention.link, Unknown) for mention in mentions) > 0.7 * len(mentions)
    ):
        trouble = "hardly any mention fits the list, so it was probably read wrongly"
    return Facts(document, entries, mentions, named(scene), own_list=True, trouble=trouble)


def _own_entries(listing: Listing) -> tuple[Listed, ...]:
    """All entries, so that their indexes count; one that could not be read is listed by its words alone."""
    out = []
    for i, read in enumerate(parse_entries(listing.entries)):
        reference = read.reference if isinstance(read, Parsed) else _BLANK
        out.append(Listed(i, reference, read.entry.text, read.entry.span))
    return tuple(out)


def _hidden(listing: Listing) -> list[Span]:
    """The list and its heading are no prose; what was left out of the entries as running text is.

    A line or two without a heading are prose, however much they look like an entry.
    """
    if listing.region is None or (listing.heading is None and len(listing.entries) < 3):
        return []
    start = listing.heading.start if listing.heading else listing.region.start
    prose = [rest.span for rest in listing.rest if rest.why.startswith("running text")]
    spans, last = [], start
    for span in sorted(prose):
        spans.append(Span(last, span.start))
        last = span.end
    return [*spans, Span(last, listing.region.end)]


def _numbered(text: str, listing: Listing) -> bool:
    """Do the entries bear numbers?"""
    marks = [text[max(0, entry.span.start - 6) : entry.span.start].strip() for entry in listing.entries]
    return len(marks) > 1 and sum(any(char.isdecimal() for char in mark) for mark in marks) > 0.7 * len(marks)


def _wanted(code: str, name: str, settings: LintSettings | None) -> bool:
    if settings is None:
        return True
    chosen = not settings.select or any(code.startswith(word) or name == word for word in settings.select)
    return chosen and not any(code.startswith(word) or name == word for word in settings.ignore)
