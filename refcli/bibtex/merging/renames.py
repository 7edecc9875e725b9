"""Entries that a side gave another key -> pieces under the key of the base, so that the other side's edits find them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from refcli.bibtex.merging.assembly import Sides
from refcli.bibtex.merging.content import Content, read_content, same_entry
from refcli.bibtex.merging.nodes import Id, Node


def follow_renames(sides: Sides) -> tuple[Sides, dict[str, str]]:
    """The three versions with one identity for each entry, and old key -> new key."""
    base, *others = sides
    out = []
    renamed: dict[str, str] = {}
    for nodes in others:
        new = dict(_renames(base, nodes))
        renamed |= {old[1]: piece[1] for piece, old in new.items()}
        out.append([replace(node, id=new.get(node.id, node.id)) for node in nodes])
    return (base, out[0], out[1]), renamed


def _renames(base: Sequence[Node], nodes: Sequence[Node]) -> Iterator[tuple[Id, Id]]:
    """The side's identity and the base's of every entry that has only its key changed, or little else."""
    before, after = {node.id for node in base}, {node.id for node in nodes}
    added = [(node, read_content(node.text)) for node in nodes if node.id[0] == "entry" and node.id not in before]
    for node in base:
        if not added:
            return
        if node.id[0] == "entry" and node.id not in after:
            content = read_content(node.text)
            hit = next((pair for pair in added if _same(content, pair[1])), None)
            if hit is not None:
                added.remove(hit)
                yield hit[0].id, node.id


def _same(one: Content, other: Content) -> bool:
    return not one.why and not other.why and same_entry(one, other)
