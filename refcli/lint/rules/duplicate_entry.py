"""Two entries of the list are the same work.

Why: one of them is too many, and the two may come to differ.
Example: the same article twice, once with the author's first name and once with the initial.
Remedy: keep the fuller one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from refcli.lint.notes import are_notes
from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF202"
NAME = "duplicate-entry"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False


def check(facts: Facts) -> Iterator[Hit]:
    """The later one of two entries that are one work; notes may cite a work as often as they like, in full or in short,
    and each chapter may list it."""
    if are_notes(facts):
        return
    for later, earlier in sorted(facts.twins.items()):
        if bisect_right(facts.chapters, later) > bisect_right(facts.chapters, earlier):
            continue
        entry, twin = facts.entries[later], facts.entries[earlier]
        brief = " ".join(twin.text.split())[:40].strip()
        yield Hit(f'the same work as entry {earlier + 1}, "{brief}…"', entry.span, (earlier, later))
