"""An entry stands out of the list's own order.

Why: a reader looks for it where the alphabet would have it.
Example: an entry by Abe between Weitz and Zhao.
Remedy: move it. Lists by number or by date are not looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from refcli.lint.types import Facts, Hit, Profile, Severity
from refcli.text import fold

CODE = "REF208"
NAME = "list-order"
SEVERITY: Severity = "info"
PROFILE: Profile = "submission"
LISTLESS = False

_LEAST = 6
_ORDERED = 0.85


def check(facts: Facts) -> Iterator[Hit]:
    """Where nearly all entries of the draft's own list are in the order of the alphabet, those that are not."""
    entries = facts.entries if facts.own_list else ()
    names = [_name(entry.text) for entry in entries]
    kept = _longest(names)
    if len(names) < _LEAST or len(kept) < _ORDERED * len(names):
        return
    for i, entry in enumerate(entries):
        if i not in kept and entry.span:
            before = max((j for j in kept if names[j] <= names[i]), default=-1)
            where = f"behind entry {before + 1}" if before >= 0 else "first"
            yield Hit(f"in the order of the alphabet this entry comes {where}", entry.span, (entry.index,))


def _name(text: str) -> str:
    """What an entry is sorted by: its first words, without an article."""
    words = [word.strip(".,;:()[]\"'*_") for word in fold(text[:80]).split()]
    words = [word for word in words if word]
    return words[0] if words and words[0] not in ("the", "a", "an") else " ".join(words[1:2])


def _longest(names: Sequence[str]) -> set[int]:
    """The indexes of a longest run that is in order, others left out (patience sorting)."""
    tails: list[str] = []
    ends: list[int] = []
    before = [-1] * len(names)
    for i, name in enumerate(names):
        at = bisect_right(tails, name)
        before[i] = ends[at - 1] if at else -1
        tails[at : at + 1] = [name]
        ends[at : at + 1] = [i]
    out, i = set[int](), ends[-1] if ends else -1
    while i >= 0:
        out.add(i)
        i = before[i]
    return out
