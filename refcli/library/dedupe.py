"""A library -> its groups of entries that are one work; a group -> one entry with the fuller value of every field.

That two works are not duplicates is remembered in the file, in a comment that BibTeX reads over:
`@comment{refcli-distinct: smith2004, smith2004b}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from refcli.bibtex import BibFile, Block, BlockKind, Change, editing
from refcli.duplicates import LIKELY, Group, compare, find_duplicates
from refcli.library.fuller import combine, says_more
from refcli.library.store import Library
from refcli.model import Reference
from refcli.text import Span

_DISTINCT: Final = re.compile(r"@comment\s*[{(]\s*refcli-distinct\s*:([^{}()]*)", re.IGNORECASE)
_PUBLISHED: Final = (
    "journal",
    "journaltitle",
    "doi",
    "volume",
    "number",
    "pages",
    "publisher",
    "year",
    "date",
    "month",
)
_SILENT: Final = frozenset(("ids", "asfound", "doubts", "csljson", "entrysubtype", "crossref", "xdata"))


@dataclass(frozen=True, slots=True)
class Found:
    """Entries that are one work: their keys in the order of the file, the blocks that they are, and why."""

    keys: tuple[str, ...]
    blocks: tuple[Block, ...]
    group: Group


def duplicates(library: Library, at_least: float = LIKELY) -> tuple[Found, ...]:
    """The groups of a library, without those that it says are distinct."""
    entries = library.entries
    blocks = {block.span: block for block in library.file.entries}
    places: dict[str, list[int]] = {}
    for i, entry in enumerate(entries):
        places.setdefault(entry.key, []).append(i)
    apart = {
        frozenset((i, j))
        for one, other in distinct_pairs(library.file)
        for i in places.get(one, ())
        for j in places.get(other, ())
    }
    apart |= set(_parents_and_parts(library, places))
    groups = find_duplicates(library.references, apart=apart, at_least=at_least)
    return tuple(
        Found(
            tuple(entries[i].key for i in group.members), tuple(blocks[entries[i].span] for i in group.members), group
        )
        for group in groups
    )


def _parents_and_parts(library: Library, places: Mapping[str, Sequence[int]]) -> Iterator[frozenset[int]]:
    """An entry and the one from which it inherits by crossref."""
    for block in library.file.entries:
        if "crossref" in library.file.raw[block.body : block.span.end].lower():
            parent = library.reader.values(block)[0].get("crossref", "")
            yield from (
                frozenset((i, j)) for i in places.get(library.file.key(block), ()) for j in places.get(parent, ())
            )


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry that a new one may be the same work as."""

    key: str
    confidence: float
    agree: tuple[str, ...]


def likely_known(old: Sequence[Reference], new: Sequence[Reference]) -> dict[str, Likeness]:
    """New key -> the other entry, old or new, that is likely to be the same work."""
    references = (*old, *new)
    out: dict[str, Likeness] = {}
    for group in find_duplicates(references, new_from=len(old)) if new else ():
        first = references[group.members[0]].id
        for member in group.members[1:]:
            if member >= len(old):
                out[references[member].id] = Likeness(first, group.confidence, group.agree)
    return out


def pair(library: Library, one: str, other: str) -> Found:
    """Two entries of the library, taken for one work because somebody says so."""
    blocks = tuple(library.file.find(key)[0] for key in (one, other))
    return Found((one, other), blocks, compare(*(library.reader.entry(block).reference for block in blocks)))


def distinct_pairs(file: BibFile) -> Iterator[tuple[str, str]]:
    """The pairs of keys that the file says are two works."""
    for block in file.blocks:
        if block.kind is BlockKind.COMMENT and (match := _DISTINCT.match(file.text(block.span))):
            yield from combinations(filter(None, re.split(r"[,\s]+", match[1])), 2)


def keep_apart(file: BibFile, keys: Sequence[str]) -> BibFile:
    """The file with a comment that says that these are distinct works."""
    known = set(map(frozenset, distinct_pairs(file)))
    if len(set(keys)) < 2 or all(frozenset(pair) in known for pair in combinations(keys, 2)):
        return file
    return file.apply(editing.add_entries(file, [f"@comment{{refcli-distinct: {', '.join(keys)}}}"]))


def merge_groups(library: Library, groups: Sequence[tuple[Found, str]]) -> BibFile:
    """The file in which each group is the entry of the given key, with what the others had; pointers follow.

    The old keys stay with the entry in `ids`, where biber finds them. A value that gives way to a fuller one but says
    something of its own stays in `annote`, which no style prints. Raises EditError.
    """
    changes: list[Change] = []
    gone: list[Span] = []
    renamed: dict[str, str] = {}
    for found, key in groups:
        kept = found.blocks[found.keys.index(key)]
        others = [block for block in found.blocks if block is not kept]
        changes += _changes(library, kept, others)
        gone += [change.span for block in others for change in editing.remove_entry(library.file, block)]
        renamed |= {old: key for old in found.keys if old != key}
    file = library.file.apply([*changes, *(Change(span, "") for span in _disjoint(gone))])
    for old, new in renamed.items():
        raw, target = file.encoding.encode(old), file.encoding.encode(new)
        file = file.apply(
            Change(span, target) for block, span in editing.pointers(file, raw) if block.kind is BlockKind.ENTRY
        )
    return file


def _disjoint(spans: Sequence[Span]) -> Iterator[Span]:
    last = 0
    for start, end in sorted(spans):
        if max(start, last) < end:
            yield Span(max(start, last), end)
            last = end


def _changes(library: Library, kept: Block, others: Sequence[Block]) -> Iterator[Change]:
    file = library.file
    own = library.reader.values(kept)[0]
    values, lost = combined(library, kept, others)
    if lost:
        values["annote"] = "; ".join(filter(None, (values.get("annote", ""), *lost)))
    keys = list(dict.fromkeys(file.key(block) for block in others if block.key != kept.key))
    if keys:
        values["ids"] = ", ".join(dict.fromkeys(filter(None, (*re.split(r"\s*,\s*", own.get("ids", "")), *keys))))
    for name, words in values.items():
        if own.get(name) != words:
            yield from editing.set_field(file, kept, name, editing.dress(file, kept, name, words))
    kinds = [block.name for block in (kept, *others) if block.name not in ("misc", "online", "unpublished")]
    if kinds and kept.name == "misc":
        yield from editing.set_kind(file, kept, kinds[0])


def combined(library: Library, kept: Block, others: Sequence[Block]) -> tuple[dict[str, str], list[str]]:
    """The fields of one entry out of several, and what gave way and says something of its own ("KEY: field = value")."""
    values = dict(library.reader.values(kept)[0])
    sources = dict.fromkeys(values, library.file.key(kept))
    lost: list[str] = []
    for block in others:
        key, theirs = library.file.key(block), library.reader.values(block)[0]
        published = _awaits(values) and not _awaits(theirs)
        for name, words in theirs.items():
            if name == "entrysubtype" and kept.name != "misc":
                continue  # what the kept entry is stands
            have = values.get(name, "")
            chosen = words if not have or (published and name in _PUBLISHED) else combine(name, have, words)
            gave, gone = (sources.get(name, ""), have) if chosen == words else (key, words if chosen == have else "")
            if gone and name not in _SILENT and says_more(name, chosen, gone):
                lost.append(f"{gave} had {name} = {gone}")
            sources[name] = key if chosen == words and chosen != have else sources.get(name, key)
            values[name] = chosen
    return {name: words for name, words in values.items() if words}, lost


def _awaits(values: dict[str, str]) -> bool:
    """A preprint or working paper, which gives way to what was published."""
    words = " ".join(
        values.get(name, "") for name in ("journal", "note", "type", "doi", "url", "howpublished", "number")
    ).lower()
    return any(
        word in words
        for word in ("arxiv", "ssrn", "preprint", "10.48550", "10.2139", "biorxiv", "working paper", "discussion paper")
    )
