"""Listed entries -> which of them are the same work: what `duplicates` finds in them as read, and the same words twice.

Of notes also the short ones: "Wolff, You'll See This Message, 90" means the note that gave the work in full.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from refcli.drafts.types import Listed
from refcli.drafts.ways import makers
from refcli.matching import romanised
from refcli.text import fold, fold_key

_AT_LEAST = 0.9
_SHORT = 130
_WORD = re.compile(r"[^\W\d_]{3,}")


def twins(entries: Sequence[Listed]) -> dict[int, int]:
    """Entry -> the earliest entry that is the same work; entries that have no twin are left out."""
    found: dict[int, int] = {}
    suspects = _suspects(entries)
    for members in _groups(suspects) if suspects else ():
        first, *others = (suspects[i].index for i in members)
        found |= dict.fromkeys(others, first)
    seen: dict[str, int] = {}
    for entry in entries:
        first = seen.setdefault(fold_key(entry.text), entry.index)
        if first != entry.index:
            found.setdefault(entry.index, found.get(first, first))
    return found


def _groups(suspects: Sequence[Listed]) -> Iterator[tuple[int, ...]]:
    from refcli.duplicates import find_duplicates  # noqa: PLC0415 - most short lists have no suspects, and start sooner

    return (group.members for group in find_duplicates([one.reference for one in suspects], at_least=_AT_LEAST))


def _suspects(entries: Sequence[Listed]) -> list[Listed]:
    """Those that share the first maker and the year, or the beginning of the title, with another: few of a long list, and no
    other is as surely a twin as `_AT_LEAST` asks. Comparing all is what takes the time.
    """
    groups: defaultdict[str, list[Listed]] = defaultdict(list)
    for entry in entries:
        title = fold_key(entry.reference.get("title"))[:24]
        keys = [f"title {title}"] if title else []
        year = entry.reference.issued.year if entry.reference.issued else 0
        keys += [f"maker {romanised(name.family or name.literal)} {year}" for name in makers(entry)[:1]]
        for key in keys:
            groups[key].append(entry)
    shared = {entry.index for group in groups.values() if len(group) > 1 for entry in group}
    return [entry for entry in entries if entry.index in shared]


def short_notes(entries: Sequence[Listed]) -> dict[int, int]:
    """Entry without a date that has an author's name and the first words of a title -> the earlier entry of these."""
    found: dict[int, int] = {}
    earlier: defaultdict[str, list[Listed]] = defaultdict(list)
    for entry in entries:
        if entry.reference.issued:
            for name in makers(entry):
                earlier[fold(name.family or name.literal)].append(entry)
        elif len(entry.text) < _SHORT:
            words = [fold(word) for word in _WORD.findall(entry.text)]
            full = next((one for word in words[:4] for one in reversed(earlier[word]) if _titled(one, words)), None)
            if full is not None:
                found[entry.index] = full.index
    return found


def _titled(entry: Listed, words: Sequence[str]) -> bool:
    title = [fold(word) for word in _WORD.findall(entry.reference.get("title"))]
    return len(set(title[:6]) & set(words)) >= min(2, len(title)) > 0
