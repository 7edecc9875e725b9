"""An entry's text -> what it says, apart from how it is laid out; and three such contents -> one, field by field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from refcli.bibtex.blocks import split
from refcli.bibtex.fields import Field, fields_of

Slot: TypeAlias = tuple[str, int]
"""A field's name, and the how-manieth of that name it is."""

KEY: Final[Slot] = ("@key", 0)
KIND: Final[Slot] = ("@type", 0)
LISTS: Final = frozenset(
    ("keywords", "keyword", "groups", "mendeley-tags", "mendeley-groups", "file", "related", "xdata", "entryset")
)
"""Fields that hold a list, to which two people may add at once."""

_SPACE: Final = re.compile(r"\s+")
_DASHES: Final = re.compile(r"-{2,}|[–—]|\u00e2\u0080[\u0093\u0094]")


@dataclass(frozen=True, slots=True)
class Content:
    """What an entry or @string says: for every slot what its value means and, with its name, how that is written.

    `why` says what in it could not be read: then it is only ever taken whole.
    """

    means: Mapping[Slot, str]
    sources: Mapping[Slot, tuple[str, str]]
    why: str = ""


def read_content(text: str) -> Content:
    """The content of the text of one block."""
    block = next(split(text))
    found = fields_of(text, block)
    means, sources = {KEY: block.key, KIND: block.name}, {KEY: ("", block.key), KIND: ("", block.name)}
    seen: Counter[str] = Counter()
    for item in found.fields:
        slot = (item.name, seen[item.name])
        seen[item.name] += 1
        means[slot] = _meaning(item)
        sources[slot] = (
            text[item.span.start : item.span.start + len(item.name)],
            text[item.value.start : item.value.end],
        )
    return Content(means, sources, found.why or block.why)


def _meaning(item: Field) -> str:
    """The value without its quotes and line breaks; a macro is marked, so that it is not the word."""
    pieces = (
        piece[1:-1] if piece[0] in '{"' else piece if piece.isdecimal() else f"\0{piece.lower()}\0"
        for piece in item.pieces
    )
    return _DASHES.sub("-", _SPACE.sub(" ", "".join(pieces)).strip())


@dataclass(slots=True)
class Merged:
    """Which slots change, to which source (None: the field goes), and which were changed to two values."""

    taken: dict[Slot, tuple[str, str] | None] = field(default_factory=dict)
    clashes: list[Slot] = field(default_factory=list)


def merge_contents(base: Content, ours: Content, theirs: Content) -> Merged:
    """Both sides' changes of the base; symmetric."""
    out = Merged()
    for slot in dict.fromkeys((*base.means, *ours.means, *theirs.means)):
        old, one, other = (content.means.get(slot) for content in (base, ours, theirs))
        if one == other:
            pair = sorted(filter(None, (ours.sources.get(slot), theirs.sources.get(slot))))
            out.taken[slot] = pair[0] if pair else None
        elif one == old:
            out.taken[slot] = theirs.sources.get(slot)
        elif other == old:
            out.taken[slot] = ours.sources.get(slot)
        elif slot[0] in LISTS:
            out.taken[slot] = _merge_list(slot, (base, ours, theirs))
        else:
            out.clashes.append(slot)
    return out


def _merge_list(slot: Slot, contents: tuple[Content, Content, Content]) -> tuple[str, str] | None:
    """The base's items that neither side took away, then what either added."""
    joint, items = _items(slot, contents)
    base, ours, theirs = ({_SPACE.sub(" ", item).casefold(): item for item in found} for found in items)
    kept = [item for key, item in base.items() if key in ours and key in theirs]
    added = sorted({**theirs, **ours}.items())
    words = joint.join((*kept, *(item for key, item in added if key not in base)))
    name, source = min(content.sources[slot] for content in contents if slot in content.sources)
    return (name, f'"{words}"' if source[0] == '"' else f"{{{words}}}") if words else None


def _items(slot: Slot, contents: tuple[Content, ...]) -> tuple[str, list[list[str]]]:
    written = [content.means.get(slot, "") for content in contents]
    mark = ";" if any(";" in words for words in written) else ","
    spaced = sum(words.count(f"{mark} ") for words in written) * 2 >= sum(words.count(mark) for words in written)
    return f"{mark} " if spaced else mark, [
        [item.strip() for item in words.split(mark) if item.strip()] for words in written
    ]


Fits: TypeAlias = Callable[[Content, Content], bool]


def same_entry(one: Content, other: Content) -> bool:
    """The same entry under another key: all its fields equal, or its title and most of the rest."""
    first, second = (
        {slot: words for slot, words in content.means.items() if slot not in (KEY, KIND)} for content in (one, other)
    )
    equal = sum(second.get(slot) == words for slot, words in first.items())
    if first == second:
        return bool(first)
    titled = first.get(("title", 0)) is not None and first.get(("title", 0)) == second.get(("title", 0))
    return titled and equal * 2 > max(len(first), len(second))
