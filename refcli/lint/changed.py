"""A text as it was and as it is -> which of its lines are new or changed."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher

from refcli.text import Source, Span


def changed(old: str, new: str) -> Callable[[Span], bool]:
    """Whether a stretch of the new text touches a line that the old one did not have there."""
    before, after = old.splitlines(), new.splitlines()
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    middle = SequenceMatcher(None, before[head : len(before) - tail], after[head : len(after) - tail], autojunk=False)
    kept = {*range(head), *range(len(after) - tail, len(after))}
    for _, start, size in middle.get_matching_blocks():
        kept.update(range(head + start, head + start + size))
    source = Source(new)

    def touches(span: Span) -> bool:
        first, last = source.place(span.start).line, source.place(max(span.start, span.end - 1)).line
        return any(line - 1 not in kept for line in range(first, last + 1))

    return touches


def _common(one: list[str], other: list[str]) -> int:
    """How many lines the two have in common at their beginning."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
