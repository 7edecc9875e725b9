"""The order of pieces in three versions -> one order: who moved pieces is followed, what was added stays behind its neighbour."""

from __future__ import annotations

from collections.abc import Container, Sequence

from refcli.bibtex.merging.nodes import END, Id


def merge_order(base: Sequence[Id], ours: Sequence[Id], theirs: Sequence[Id], keep: Container[Id]) -> list[Id]:
    """All pieces of `keep`, once each; symmetric. `END` is left out."""
    common = set(base) & set(ours) & set(theirs)
    old, one, other = ([piece for piece in side if piece in common] for side in (base, ours, theirs))
    order = other if one == old else one if other == old else min(one, other)
    added: dict[Id, list[list[Id]]] = {}
    for side in sorted((list(ours), list(theirs))):
        for anchor, run in _runs(side, common, keep):
            added.setdefault(anchor, []).append(run)
    out: list[Id] = []
    seen: set[Id] = set()
    for piece in (END, *order):
        for new in (piece, *_joined(added.get(piece, ()))):
            if new in keep and new not in seen and new != END:
                seen.add(new)
                out.append(new)
    return out


def _runs(side: Sequence[Id], common: Container[Id], keep: Container[Id]) -> list[tuple[Id, list[Id]]]:
    """What a side has that the others have not, in runs, each with the common piece before it (`END` for none)."""
    out: list[tuple[Id, list[Id]]] = [(END, [])]
    for piece in side:
        if piece in common and piece != END:
            out.append((piece, []))
        elif piece in keep:
            out[-1][1].append(piece)
    return [(anchor, run) for anchor, run in out if run]


def _joined(runs: Sequence[list[Id]]) -> list[Id]:
    """Runs of both sides at one place: sorted together where each is sorted, else one behind the other."""
    pieces = [piece for run in sorted(runs) for piece in run]
    plain = all(run == sorted(run) and all(piece[0] == "entry" for piece in run) for run in runs)
    return sorted(set(pieces)) if plain else pieces
