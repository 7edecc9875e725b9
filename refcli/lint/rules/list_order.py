"""An entry stands out of the list's own order.

Why: a reader looks for it where the alphabet would have it.
Example: an entry by Abe between Weitz and Zhao.
Remedy: move it. Lists by number or by date are not looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from refcli.lint.types import Facts, Hit, Profile, Severity
from refcli.text import fold_key, rare

CODE = "REF208"
NAME = "list-order"
SEVERITY: Severity = "info"
PROFILE: Profile = "submission"
LISTLESS = False

_LEAST = 6
_ORDERED = 0.85
_DASH = rare(r"\s*(?:[-—–_]\s?){2,}|\s*—")
_ARTICLES = frozenset(["the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il"])


def check(facts: Facts) -> Iterator[Hit]:
    """Where nearly all entries of the draft's own list are in the order of the alphabet, those that are not."""
    entries = facts.entries if facts.own_list else ()
    ways = [_names(entry.text) for entry in entries]
    names: list[str] = []
    for way in ways:
        names.append(way[0] if way else names[-1] if names else "")
    kept = _longest(names)
    if len(names) < _LEAST or len(kept) < _ORDERED * len(names):
        return
    for i, entry in enumerate(entries):
        if i in kept or not entry.span or any(_fits(names, kept, i, name) for name in ways[i][1:]):
            continue
        before = max((j for j in kept if names[j] <= names[i]), default=-1)
        where = f"behind entry {before + 1}" if before >= 0 else "first"
        yield Hit(f"in the order of the alphabet this entry comes {where}", entry.span, (entry.index,))


def _names(text: str) -> tuple[str, ...]:
    """What an entry may be sorted by: its first words, with or without an article or a particle; () for a dash, the name before."""
    if _DASH.match(text):
        return ()
    words = [key for word in text[:80].split() if (key := fold_key(word))]
    if not words:
        return ()
    plain = words[1] if len(words) > 1 and (words[0] in _ARTICLES or text[:1].islower()) else words[0]
    return plain, words[0], *words[1:2]


def _fits(names: Sequence[str], kept: AbstractSet[int], i: int, name: str) -> bool:
    """Is it in order among the kept ones, sorted so?"""
    before = max((names[j] for j in kept if j < i), default="")
    return before <= name <= min((names[j] for j in kept if j > i), default=name)


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
