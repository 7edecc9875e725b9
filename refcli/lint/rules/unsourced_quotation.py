"""A quotation stands without a source near it.

Why: a reader must be able to check the words, and who said them.
Example: a paragraph in quotation marks, and neither a name, a citation nor a note beside it.
Remedy: say whose words they are, and cite the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from refcli.lint.types import Facts, Hit, Profile, Severity
from refcli.text import Span, rare

CODE = "REF107"
NAME = "unsourced-quotation"
SEVERITY: Severity = "info"
PROFILE: Profile = "submission"
LISTLESS = False

_QUOTE = re.compile(
    r"“[^“”]{40,3000}”|(?<!\w)\"[^\"\n]{40,3000}\"(?!\w)|«[^«»]{40,3000}»|(?:^[ \t]*>[^\n]*\n?)+", re.MULTILINE
)
_NOTE = rare(r"\[\^[^\]\s]{1,20}\]|\^\d{1,3}\^|[¹²³⁴-⁹]|\[\d{1,3}\]|https?://|@[A-Za-z]|\\[A-Za-z]*cite")
_LEAST = 8
_NEAR = 250


def check(facts: Facts) -> Iterator[Hit]:
    """Quotations of some length, outside the list, with no mention and no note in their paragraph or just before it."""
    text = facts.document.text
    listed = [entry.span for entry in facts.entries if entry.span]
    starts = [mention.span.start for mention in facts.mentions if mention.kind != "quotation"]
    for match in _QUOTE.finditer(facts.document.prose):
        span = Span(*match.span())
        near = _around(text, span)
        at = bisect_left(starts, near.start)
        sourced = (at < len(starts) and starts[at] < near.end) or _NOTE.search(text, *near)
        if len(match[0].split()) >= _LEAST and not sourced and not any(span.overlaps(other) for other in listed):
            yield Hit(
                "these words are quoted without a source near them",
                Span(span.start, match.start() + len(match[0].rstrip())),
            )


def _around(text: str, span: Span) -> Span:
    """The quotation's paragraph, and some words more before it and behind it."""
    start = text.rfind("\n\n", 0, span.start)
    end = text.find("\n\n", span.end)
    return Span(max(0, min(start, span.start - _NEAR)), max(end, min(len(text), span.end + _NEAR // 2)))
