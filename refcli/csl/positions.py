"""Clusters in document order -> the position of every cite: first, subsequent, ibid, ibid-with-locator, near-note.

Source: CSL 1.0.2, "Choose" (position), "Note Distance".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from refcli.csl.context import FIRST, IBID, IBID_LOCATOR, SUBSEQUENT, Cite

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Cluster:
    """The cites of one citation, and the number of the note it stands in (0: in the text)."""

    cites: tuple[Cite, ...]
    note: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cite stands in the document."""

    position: int = FIRST
    near: bool = False
    first_note: int = 0


def places(clusters: Sequence[Cluster], distance: int) -> list[list[Place]]:
    """The places of all cites; a cite that states its own position keeps it."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    out: list[list[Place]] = []
    before: dict[bool, list[Cluster]] = {False: [], True: []}
    for cluster in clusters:
        row = []
        for number, cite in enumerate(cluster.cites):
            position = _position(cluster, number, before[bool(cluster.note)], seen=cite.id in first)
            near = cite.id in last and (cluster.note - last[cite.id]) <= distance
            if cite.position is not None:
                position = cite.position
            if cite.near_note is not None:
                near = cite.near_note
            row.append(Place(position, (near and position > FIRST) or bool(cite.near_note), first.get(cite.id, 0)))
            first.setdefault(cite.id, cluster.note)
            last[cite.id] = cluster.note
        out.append(row)
        _remember(before[bool(cluster.note)], cluster)
    return out


def _remember(before: list[Cluster], cluster: Cluster) -> None:
    """Keep the citations of the last note only."""
    if before and (not cluster.note or before[-1].note != cluster.note):
        before.clear()
    before.append(cluster)


def _position(cluster: Cluster, number: int, before: Sequence[Cluster], *, seen: bool) -> int:
    if not seen:
        return FIRST
    cite = cluster.cites[number]
    if number:
        previous = cluster.cites[number - 1]
    elif before and _single(before, cluster.note):
        previous = before[-1].cites[-1]
    else:
        return SUBSEQUENT
    if previous.id != cite.id:
        return SUBSEQUENT
    if not previous.locator:
        return IBID_LOCATOR if cite.locator else IBID
    if not cite.locator:
        return SUBSEQUENT
    same = (previous.locator, previous.label) == (cite.locator, cite.label)
    return IBID if same else IBID_LOCATOR


def _single(before: Sequence[Cluster], note: int) -> bool:
    """Whether what went before can be meant by "ibid.": one work, and nothing else in its note."""
    near = before if before[-1].note != note else before[-1:]
    return bool(before[-1].cites) and len({cite.id for one in near for cite in one.cites}) == 1
