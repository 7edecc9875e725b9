"""Lines with numbers or bullets in front -> those that begin the items of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.parsing.splitting.lines import Line

_FAR = 3
"""A list may leave out so many numbers and still go on counting."""


def numbered(lines: Sequence[Line], full: Sequence[int]) -> list[int]:
    """The lines (of `full`) whose numbers go on counting, in the way of writing them that gives the longest list.

    Empty when the list is not numbered. Labels that do not count (`[^smith]:`, `[Smi04]`, `\\bibitem{smith}`) all begin an item.
    """
    styles: dict[str, list[int]] = {}
    for i in full:
        if lines[i].number:
            styles.setdefault(lines[i].style, []).append(i)
    chains = [places if style in ("foot", "key", "item") else _chain(lines, places) for style, places in styles.items()]
    best = max(chains, key=len, default=[])
    few = len(best) < 2 or len(best) < 0.08 * len(full)
    late = bool(best) and best[0] > full[0] and full.index(best[0]) > 0.3 * len(full)
    return [] if few or late else best


def _chain(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    kept: list[int] = []
    last = -1
    for at, i in enumerate(places):
        value = _value(lines, i, last + 1)
        coming = {_value(lines, j, -1) for j in places[at + 1 : at + 6]}
        if kept and value == 1 and last > 1 and _apart(lines, i) and 2 in coming:
            last = 0
        near = value == last + 1 or (last < value <= last + _FAR and last + 1 not in coming)
        if near or (not kept and _opens(value, coming)):
            kept.append(i)
            last = value
    return kept if len(kept) >= 0.5 * len(places) else []


def _opens(value: int, coming: set[int]) -> bool:
    return value <= 1 or value + 1 in coming


def _value(lines: Sequence[Line], i: int, expected: int) -> int:
    """The line's number; the expected one where a page number is glued before it, or where its end was lost."""
    digits = "".join(char for char in lines[i].number if char.isdecimal()) or "0"
    glued = len(digits) > len(str(expected)) > 1 and digits.endswith(str(expected))
    cut = expected > 9 and str(expected).startswith(digits) and _apart(lines, i)
    return expected if glued or cut else int(digits)


def bulleted(lines: Sequence[Line], full: Sequence[int]) -> list[int]:
    """The lines with the list's bullets: at least two, and often enough to be the habit of the list."""
    marks: dict[str, list[int]] = {}
    for i in full:
        if lines[i].bullet:
            marks.setdefault(lines[i].mark, []).append(i)
    best = max(marks.values(), key=len, default=[])
    if len(best) < 2 or len(best) < 0.15 * len(full) or full.index(best[0]) > 0.3 * len(full):
        return []
    indent = lines[best[0]].indent
    return sorted(
        i
        for places in marks.values()
        for i in places
        if lines[i].indent <= indent + 1 or lines[i].mark == lines[best[0]].mark
    )


def _apart(lines: Sequence[Line], i: int) -> bool:
    return i == 0 or not lines[i - 1].text or bool(lines[i - 1].noise)
