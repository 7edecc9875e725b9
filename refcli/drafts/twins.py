"""Listed entries -> which of them are the same work: what `duplicates` finds in them as read, and the same words twice."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.drafts.types import Listed
from refcli.duplicates import find_duplicates
from refcli.text import fold_key

_AT_LEAST = 0.9


def twins(entries: Sequence[Listed]) -> dict[int, int]:
    """Entry -> the earliest entry that is the same work; entries that have no twin are left out."""
    found: dict[int, int] = {}
    for group in find_duplicates([entry.reference for entry in entries], at_least=_AT_LEAST):
        first, *others = (entries[i].index for i in group.members)
        found |= dict.fromkeys(others, first)
    seen: dict[str, int] = {}
    for entry in entries:
        first = seen.setdefault(fold_key(entry.text), entry.index)
        if first != entry.index:
            found.setdefault(entry.index, found.get(first, first))
    return found
