"""Two values of one BibTeX field -> the fuller one, both where both must stay, and whether something would be lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from refcli.bibtex.latex import to_text
from refcli.duplicates.look import read_pages
from refcli.text import fold_key

LISTS: Final = frozenset(("keywords", "keyword", "groups", "mendeley-tags", "file"))
NOTES: Final = frozenset(("note", "annote", "annotation", "abstract", "comment", "review", "addendum", "doubts"))
AS_FOUND: Final = "asfound"
BETWEEN_FOUND: Final = " ¶ "
"""What parts the words of two entries that became one."""

_WORD: Final = re.compile(r"[^\W_]+")


def combine(name: str, kept: str, other: str) -> str:
    """The value of a field after merging: the fuller one, or both for lists and notes. `kept` wins a tie."""
    if name in LISTS:
        return _union(kept, other)
    if name in NOTES or name == AS_FOUND:
        joint = BETWEEN_FOUND if name == AS_FOUND else "; "
        first, second = fold_key(to_text(kept)), fold_key(to_text(other))
        return kept if second in first else other if first in second else f"{kept}{joint}{other}"
    measure = _MEASURES.get(name, _length)
    return other if measure(other) > measure(kept) else kept


def says_more(name: str, kept: str, other: str) -> bool:
    """Would something be lost with the other value? Not when it is the same words in short, in other case or order."""
    if name == "pages" and read_pages(kept) == read_pages(other):
        return False
    first, second = fold_key(to_text(kept)), fold_key(to_text(other))
    if second in first or first.startswith(second):
        return False
    have = {fold_key(word) for word in _WORD.findall(to_text(kept))}
    return any(not _covered(fold_key(word), have) for word in _WORD.findall(to_text(other)))


def _covered(word: str, have: set[str]) -> bool:
    return not word or any(longer.startswith(word) for longer in have)


def _union(kept: str, other: str) -> str:
    mark = ";" if ";" in kept + other else ","
    items = [item.strip() for item in f"{kept}{mark}{other}".split(mark) if item.strip()]
    unique = {fold_key(item): item for item in reversed(items)}
    return f"{mark} ".join(item for item in dict.fromkeys(items) if unique[fold_key(item)] == item)


def _length(value: str) -> tuple[int, ...]:
    """Words not all in capitals before those that are, accents before their loss, long before short."""
    text = to_text(value)
    return int(not (text.isupper() and len(text) > 6)), len(fold_key(text)), sum(not char.isascii() for char in text)


def _exactness(value: str) -> tuple[int, ...]:
    """How much of a date is told."""
    return len(re.findall(r"\d+", value)), len(value)


def _names(value: str) -> tuple[int, ...]:
    """Whole lists before "and others", then names written out."""
    names = re.split(r"\s+and\s+", value)
    return int(names[-1] != "others"), len(names), *_length(value)


def _pages(value: str) -> tuple[int, ...]:
    numbers = re.findall(r"\d+", value)
    return len(numbers), sum(map(len, numbers))


def _same(value: str) -> tuple[int, ...]:
    """Identifiers and addresses are not better for being longer."""
    return (int(bool(value)),)


_MEASURES: Final[Mapping[str, Callable[[str], tuple[int, ...]]]] = {
    "date": _exactness, "year": _exactness, "urldate": _exactness, "author": _names, "editor": _names, "translator": _names,
    "pages": _pages, "doi": _same, "url": _same, "isbn": _same, "issn": _same, "volume": _same, "edition": _same, "crossref": _same,
    "entrysubtype": _same, "month": _same,
}  # fmt: skip
