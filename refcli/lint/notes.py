"""Facts -> is the list made of notes? Notes cite a work as often as they like, in full or in short."""

from __future__ import annotations

import re

from refcli.lint.types import Facts

_MARK = re.compile(r"(?:\[\^[^\]\s]+\]:|<sup>\s*\d+\s*</sup>)\s*\Z")
_FRONT = re.compile(r"\s*<sup>\s*\d+\s*</sup>")
_BACK = re.compile(r"\W*(?:ibid|idem|id\.|op\. cit|supra|ebd|ebenda)\b|[^.]{0,40}\bsupra note\b", re.IGNORECASE)


def are_notes(facts: Facts) -> bool:
    """They stand as footnotes, say "Ibid.", or one only names a work that an earlier one gave in full."""
    text = facts.document.text
    for entry in facts.entries:
        before = text[max(0, entry.span.start - 64) : entry.span.start] if entry.span else ""
        if _MARK.search(before) or _FRONT.match(entry.text) or _BACK.match(entry.text):
            return True
    return any(_dated(facts, full) and not _dated(facts, short) for short, full in facts.twins.items())


def _dated(facts: Facts, i: int) -> bool:
    return facts.entries[i].reference.issued is not None
