"""Two entries of the list are the same work.

Why: one of them is too many, and the two may come to differ.
Example: the same article twice, once with the author's first name and once with the initial.
Remedy: keep the fuller one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF202"
NAME = "duplicate-entry"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False


_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s*\Z")
_BACK = re.compile(r"\W*(?:ibid|idem|id\.|op\. cit|supra|ebd|ebenda)\b", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Hit]:
    """The later one of two entries that are one work; notes may cite a work as often as they like, in full or in short."""
    if _notes(facts):
        return
    for later, earlier in sorted(facts.twins.items()):
        entry, twin = facts.entries[later], facts.entries[earlier]
        if twin.reference.issued and not entry.reference.issued:
            continue
        brief = " ".join(twin.text.split())[:40].strip()
        yield Hit(f'the same work as entry {earlier + 1}, "{brief}…"', entry.span, (earlier, later))


def _notes(facts: Facts) -> bool:
    """Is the list made of notes? They say "Ibid.", or stand as Markdown's footnotes."""
    text = facts.document.text
    marks = (text[max(0, entry.span.start - 64) : entry.span.start] for entry in facts.entries if entry.span)
    return any(_NOTE.search(mark) for mark in marks) or any(_BACK.match(entry.text) for entry in facts.entries)
