"""Parsed entries of a list, in order -> the same, dashes in an author's place replaced by the authors before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from refcli.model import Names
from refcli.parsing.types import Parsed, Unparsed

_DASHES = re.compile(r"[—–_-]+\Z")
_SAME = re.compile(
    r"(?:[—–_-]{2,}|[—–](?:[.,]|\s+\(|\s+(?:and|&)\s)|(?:idem|eadem|ders|dies|он же|она же)\b[.,:]*\s)", re.IGNORECASE
)
"""What stands for the authors of the entry before."""
_JOINED = re.compile(r"[—–_-]+,?\s+(?:and|&|und)\s")
"""What stands for the first of them: "— and Sutter, P."."""


def same_authors(read: Sequence[Parsed | Unparsed]) -> list[Parsed | Unparsed]:
    """ "———. Loud Water" is by whom the entry above is."""
    out: list[Parsed | Unparsed] = []
    before: Names = ()
    for item in read:
        named = _with_authors(item, before) if isinstance(item, Parsed) else item
        if isinstance(named, Parsed):
            before = named.reference.names.get("author", ())
        out.append(named)
    return out


def repeats_authors(text: str) -> bool:
    """Whether an entry begins with dashes or "Idem" in the place of its authors."""
    return _SAME.match(text) is not None


def _with_authors(item: Parsed, before: Names) -> Parsed:
    authors = item.reference.names.get("author", ())
    first = f"{authors[0].literal or authors[0].family} " if authors else ""
    if before and authors and _JOINED.match(item.entry.text) and not _DASHES.match(first.strip()):
        named = {**item.reference.names, "author": (*before[:1], *authors)}
        return replace(item, reference=replace(item.reference, names=named))
    if before and (
        (not authors and repeats_authors(item.entry.text)) or _DASHES.match(first.strip()) or _SAME.match(first)
    ):
        named = {**item.reference.names, "author": (*before, *authors[1:])}
        return replace(item, reference=replace(item.reference, names=named))
    return item
