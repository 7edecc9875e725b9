"""Parsed entries of a list, in order -> the same, dashes in an author's place replaced by the authors before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from refcli.model import Names
from refcli.parsing.types import Parsed, Unparsed

_DASHES = re.compile(r"[—–_-]+\Z")


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


def _with_authors(item: Parsed, before: Names) -> Parsed:
    authors = item.reference.names.get("author", ())
    if not authors and before and re.match(r"[—–_-]{2,}|[—–][.,]", item.entry.text):
        named = {**item.reference.names, "author": before}
    elif authors and _DASHES.match(authors[0].literal) and before:
        named = {**item.reference.names, "author": (*before, *authors[1:])}
    else:
        return item
    return replace(item, reference=replace(item.reference, names=named))
