"""Three versions of a .bib file -> one, entry by entry and field by field; what clashes is marked, and the rest still parses.

The common ancestor tells who changed what. A side that only moved, indented or re-wrapped an entry has not changed it.
Clashes are: one field with two new values, an entry deleted here and changed there, different works under one key.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from refcli.bibtex import editing
from refcli.bibtex.bibfile import BibFile, Change
from refcli.bibtex.merging.assembly import MARKERS, Sides, assemble
from refcli.bibtex.merging.content import read_content
from refcli.bibtex.merging.decide import decide
from refcli.bibtex.merging.entries import Outcome
from refcli.bibtex.merging.nodes import END, Id, read_nodes
from refcli.bibtex.merging.order import merge_order
from refcli.bibtex.merging.renames import follow_renames
from refcli.bibtex.merging.versions import one_form, other_form


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The merged file, and what clashes in it: for each entry (or other block) its name and in what."""

    data: bytes
    clashes: tuple[tuple[str, str], ...]


class MergeFailed(Exception):  # noqa: N818 - the caller falls back to a merge by lines
    """The merged text would not say what both sides said."""


def merge(base: bytes, ours: bytes, theirs: bytes) -> MergedFile:
    """Both sides' changes of the base; an empty base means that both added the file. The same result with the sides exchanged.

    Raises EncodingError for what is no text and MergeFailed where a merge cannot be vouched for.
    """
    texts, form = one_form(base, ours, theirs)
    sides, renamed = follow_renames((read_nodes(texts[0]), read_nodes(texts[1]), read_nodes(texts[2])))
    outcomes = decide(sides)
    ids = [[node.id for node in nodes] for nodes in sides]
    text = assemble(merge_order(ids[0], ids[1], ids[2], outcomes), outcomes, sides)
    _check(text, outcomes)
    clashes = tuple((piece[1], outcome.clash) for piece, outcome in outcomes.items() if outcome.clash)
    return MergedFile(other_form(_follow_keys(text, renamed), form), clashes)


def _follow_keys(text: str, renamed: dict[str, str]) -> str:
    """Entries that one side added still point to a key that the other renamed."""
    for old, new in renamed.items():
        file = BibFile(text)
        if not file.find(old):
            text = file.apply(Change(span, new) for _, span in editing.pointers(file, old)).raw
    return text


def _check(text: str, outcomes: dict[Id, Outcome]) -> None:
    """The text, read again, says all that was decided and nothing else."""
    wanted = Counter(_said(part) for one in outcomes.values() for part in {one.ours, one.theirs} if part)
    found = Counter(_said(node.text) for node in read_nodes(_unmarked(text)) if node.id != END)
    if _words(wanted) != _words(found):
        raise MergeFailed


def _unmarked(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if line.rstrip("\r\n") not in MARKERS)


def _said(text: str) -> str:
    if not text.startswith("@"):
        return " ".join(text.split())
    content = read_content(text)
    return repr(sorted(content.means.items())) if not content.why else " ".join(text.split())


def _words(said: Counter[str]) -> Counter[str]:
    """Blocks as they are; of comments the words, since neighbours may have become one paragraph."""
    out: Counter[str] = Counter()
    for words, count in said.items():
        for word in (words,) if words.startswith("[(") else words.split():
            out[word] += count
    return out


__all__ = ["MergeFailed", "MergedFile", "Sides", "merge"]
