"""A list's lines -> where its entries begin.

Numbers and bullets speak for themselves. Without them, every way in which the list may be laid out is proposed, and the
words judge: the proposal wins that agrees best with how lines begin, how they end and whether they had to be wrapped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from refcli.parsing.splitting.layouts import Layout, Seam, layouts, seams
from refcli.parsing.splitting.numbering import bulleted, numbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.parsing.splitting.lines import Line


class Split(NamedTuple):
    """The lines that begin an entry, those of them whose mark in front counts them, and how far words and layout agree
    (-1 to 1).
    """

    starts: frozenset[int]
    counted: frozenset[int]
    agreement: float


def split(lines: Sequence[Line]) -> Split:
    """Where the entries of one section begin; blank lines and noise are passed over."""
    full = [i for i, line in enumerate(lines) if line.text and not line.noise]
    if len(full) < 2:
        return Split(frozenset(full), frozenset(full), 1.0)
    between = seams(lines, full)
    marked = numbered(lines, full) or bulleted(lines, full)
    if marked:
        return Split(frozenset([full[0], *marked, *_loose(lines, full, between, marked)]), frozenset(marked), 1.0)
    best = max(layouts(between, lines[full[0]]), key=lambda layout: agreement(layout, between) + layout.trust)
    starts = [below for below, new in zip(full[1:], best.starts, strict=True) if new]
    return Split(frozenset([full[0], *starts]), frozenset(), 1.0 if best.trust > 1 else agreement(best, between))


def agreement(layout: Layout, between: Sequence[Seam]) -> float:
    """How much of the words' evidence the layout follows: 1 all of it, -1 none."""
    total = sum(abs(seam.evidence) for seam in between)
    followed = sum(seam.evidence if new else -seam.evidence for seam, new in zip(between, layout.starts, strict=True))
    return followed / total if total else 0.0


def _loose(lines: Sequence[Line], full: Sequence[int], between: Sequence[Seam], marked: Sequence[int]) -> list[int]:
    """Paragraphs without a mark that are entries all the same: apart, not further in, and beginning like one."""
    indent, known = lines[marked[0]].indent, set(marked)
    return [
        i for i, seam in zip(full[1:], between, strict=True)
        if i not in known and seam.gap and not seam.page and seam.indent <= indent and seam.evidence > 0.9
    ]  # fmt: skip
