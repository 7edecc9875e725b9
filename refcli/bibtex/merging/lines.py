"""Three versions of a few lines -> one, where the changes don't touch the same lines (comments of other programs)."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


def merge_lines(base: str, ours: str, theirs: str) -> str | None:
    """Both sides' changes; None where both changed the same lines, or lines side by side, in two ways."""
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    old = base.splitlines(keepends=True)
    changes = sorted({*_changes(old, ours.splitlines(keepends=True)), *_changes(old, theirs.splitlines(keepends=True))})
    out: list[str] = []
    last = 0
    for start, end, new in changes:
        if start < last or (start == last and out and start == end):
            return None
        out += [*old[last:start], *new]
        last = end
    return "".join([*out, *old[last:]])


def _changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(i, j, tuple(new[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
