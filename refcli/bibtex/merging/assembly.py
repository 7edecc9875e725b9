"""Merged pieces in their order -> the text: each with the space that stood before it, clashes between markers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from refcli.bibtex.merging.entries import Outcome
from refcli.bibtex.merging.nodes import END, Id, Node

Sides: TypeAlias = tuple[Sequence[Node], Sequence[Node], Sequence[Node]]
"""The pieces of the base, ours and theirs."""
_OURS: Final = "<<<<<<< ours"
_MIDDLE: Final = "======="
_THEIRS: Final = ">>>>>>> theirs"
MARKERS: Final = (_OURS, _MIDDLE, _THEIRS)


@dataclass(frozen=True)
class _Space:
    """What stands between two pieces in each of the three versions."""

    before: tuple[Mapping[tuple[Id, Id], str], ...]
    own: Mapping[Id, str]
    usual: str

    def lead(self, last: Id, piece: Id) -> str:
        """As in the versions where the two are neighbours; else a piece's own, else what is usual in the file."""
        old, one, other = (leads.get((last, piece)) for leads in self.before)
        if one is None and other is None:
            return self.own[piece] if "\n" in self.own[piece] or piece == END else self.usual
        return three_way(old, other if one is None else one, one if other is None else other)


def three_way(old: str | None, one: str | None, other: str | None) -> str:
    """Who changed it is followed; of two changes the longer one."""
    if one == old:
        return other or ""
    return (one or "") if other == old else max(one or "", other or "", key=lambda words: (len(words), words))


def assemble(order: Sequence[Id], outcomes: Mapping[Id, Outcome], sides: Sides) -> str:
    """The whole text."""
    space = _spaces(sides)
    remarks = _remarks(sides)
    out: list[str] = []
    last = END
    marked = False
    for piece in (*order, END):
        lead = _edge(sides, piece, last, order) if END in (last, piece) else space.lead(last, piece)
        text = "".join(_body(outcomes[piece], remarks[piece])) if piece != END else ""
        clash = piece != END and bool(outcomes[piece].clash)
        if (clash or marked) and (out or marked) and "\n" not in lead:
            lead = "\n" + lead
        out += [lead.rstrip(" \t") if clash else lead, text]
        last, marked = piece, clash
    return "".join(out)


def _body(outcome: Outcome, remark: str) -> Iterator[str]:
    if not outcome.clash:
        yield outcome.ours + remark
        return
    yield _OURS + "\n"
    yield from (outcome.ours, remark, "\n") if outcome.ours else ()
    yield _MIDDLE + "\n"
    yield from (outcome.theirs, remark, "\n") if outcome.theirs else ()
    yield _THEIRS


def _edge(sides: Sides, piece: Id, last: Id, order: Sequence[Id]) -> str:
    """The space at the beginning or the end of the file."""
    if piece == END:
        return three_way(*(side[-1].lead for side in sides)) if order or last == END else ""
    return three_way(*(side[0].lead if len(side) > 1 else None for side in sides))


def _spaces(sides: Sides) -> _Space:
    before: list[dict[tuple[Id, Id], str]] = []
    own: dict[Id, str] = {}
    usual: Counter[str] = Counter()
    for nodes in sides:
        leads: dict[tuple[Id, Id], str] = {}
        for last, node in zip((None, *nodes), nodes, strict=False):
            if last is not None:
                leads[last.id, node.id] = node.lead
                usual[node.lead] += node.block is not None and "\n" in node.lead
            if "\n" in node.lead or node.id not in own:
                own[node.id] = node.lead
        before.append(leads)
    most = max(usual, key=lambda lead: (usual[lead], lead), default="\n\n")
    return _Space(tuple(before), own, most if usual[most] else "\n\n")


def _remarks(sides: Sides) -> dict[Id, str]:
    found: list[dict[Id, str]] = [{node.id: node.remark for node in nodes} for nodes in sides]
    out = {}
    for piece in {piece for side in found for piece in side}:
        old, one, other = (side.get(piece) for side in found)
        out[piece] = three_way(old, old if one is None else one, old if other is None else other)
    return out
