"""The pieces of three versions -> for each what becomes of it: one text, two that clash, or nothing."""

from __future__ import annotations

from collections.abc import Mapping

from refcli.bibtex.merging.assembly import Sides
from refcli.bibtex.merging.content import read_content
from refcli.bibtex.merging.entries import Outcome, merge_entry
from refcli.bibtex.merging.lines import merge_lines
from refcli.bibtex.merging.nodes import END, Id, Node


def decide(sides: Sides) -> dict[Id, Outcome]:
    """What stays, in the order of the base, then of ours and theirs; a deleted piece is left out."""
    base, ours, theirs = ({node.id: node for node in nodes if node.id != END} for nodes in sides)
    out: dict[Id, Outcome] = {}
    for piece in dict.fromkeys((*base, *ours, *theirs)):
        outcome = _outcome(base.get(piece), ours.get(piece), theirs.get(piece))
        if outcome is not None:
            out[piece] = outcome
    _keep_needed_strings(out, base)
    return _one_key_each(out, sides)


def _outcome(base: Node | None, ours: Node | None, theirs: Node | None) -> Outcome | None:
    if ours is None or theirs is None:
        return _in_one(base, ours, theirs)
    if ours.id[0] in ("entry", "string"):
        return merge_entry(base.text if base else "", ours.text, theirs.text)
    text = merge_lines(base.text if base else "", ours.text, theirs.text)
    return Outcome(ours.text, theirs.text, "both changed it") if text is None else Outcome(text, text)


def _in_one(base: Node | None, ours: Node | None, theirs: Node | None) -> Outcome | None:
    left = ours or theirs
    if left is None or (base is not None and _same(base.text, left.text)):
        return None
    if base is None:
        return Outcome(left.text, left.text)
    return Outcome(
        ours.text if ours else "", theirs.text if theirs else "", "deleted on one side, changed on the other"
    )


def _same(one: str, other: str) -> bool:
    """Do two texts of one block say the same, however they are laid out?"""
    if one == other or not one.startswith("@"):
        return " ".join(one.split()) == " ".join(other.split())
    first, second = read_content(one), read_content(other)
    return not first.why and not second.why and first.means == second.means


def _keep_needed_strings(out: dict[Id, Outcome], base: Mapping[Id, Node]) -> None:
    """A @string that one side removed stays when what the other side added uses it."""
    gone = {piece[1]: piece for piece in base if piece[0] == "string" and piece not in out}
    if not gone:
        return
    meanings = (
        words
        for one in out.values()
        for text in {one.ours, one.theirs}
        if text.startswith("@")
        for words in read_content(text).means.values()
    )
    used = {name for words in meanings for name in words.split("\0")[1::2]}
    for name in gone.keys() & used:
        out[gone[name]] = Outcome(base[gone[name]].text, base[gone[name]].text)


def _one_key_each(out: dict[Id, Outcome], sides: Sides) -> dict[Id, Outcome]:
    """A key that two entries have only in the merged file (one renamed here, one added there) is a clash."""
    doubled = [
        {node.block.key for node in nodes if node.block and node.id[0] == "entry" and node.id[2]} for nodes in sides
    ]
    seen: set[str] = set()
    for piece, outcome in out.items():
        if piece[0] != "entry" or outcome.clash:
            continue
        key = read_content(outcome.ours).means["@key", 0]
        if key in seen and not any(key in keys for keys in doubled):
            out[piece] = Outcome(outcome.ours, "", "another work or other values under one key")
        seen.add(key)
    return out
