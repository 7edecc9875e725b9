"""Two entries of the list are the same work.

Why: one of them is too many, and the two may come to differ.
Example: the same article twice, once with the author's first name and once with the initial.
Remedy: keep the fuller one.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.drafts import Listed
from refcli.lint.types import Facts, Severity
from refcli.matching import romanised, same_person
from refcli.text import Span, fold_key

CODE = "REF202"
NAME = "duplicate-entry"
SEVERITY: Severity = "warning"


def check(facts: Facts) -> Iterator[tuple[str, Span | None, tuple[int, ...]]]:
    """The later one of two entries with one title, one year and, where both state any, the same first author."""
    before: dict[tuple[str, str], list[Listed]] = {}
    for entry in facts.entries:
        title = fold_key(entry.reference.get("title"))
        issued = entry.reference.issued
        if len(title) < 10:
            continue
        group = before.setdefault((romanised(title), str(issued.year if issued else "")), [])
        twin = next((other for other in group if _same(other, entry)), None)
        if twin is not None:
            yield (
                f'the same work as entry {twin.index + 1}, "{twin.text[:40].strip()}…"',
                entry.span,
                (twin.index, entry.index),
            )
        group.append(entry)


def _same(one: Listed, other: Listed) -> bool:
    first, second = one.reference.authors, other.reference.authors
    apart = any(
        one.reference.get(v) and other.reference.get(v) and one.reference.get(v) != other.reference.get(v)
        for v in ("edition", "volume", "number")
    )
    return not apart and (not first or not second or same_person(first[0], second[0]))
