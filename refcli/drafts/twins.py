"""Listed entries -> which of them are the same work, however they were read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refcli.drafts.types import Listed
from refcli.drafts.ways import makers
from refcli.matching import romanised, same_person
from refcli.text import fold, fold_key

_ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:?\s?)\S+|(?:retrieved|accessed|last visited|available)\b.*", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]{3,}")
_DIGITS = re.compile(r"\d+")
_APART = ("edition", "volume", "number", "issue", "page")


@dataclass(frozen=True, slots=True)
class _Look:
    """What two entries are compared by: title, words and numbers of the entry without its address."""

    entry: Listed
    title: str
    words: frozenset[str]
    numbers: frozenset[str]


def twins(entries: Sequence[Listed]) -> dict[int, int]:
    """Entry -> the earlier entry that is the same work; entries that have no twin are left out."""
    found: dict[int, int] = {}
    groups: defaultdict[tuple[str, str], list[_Look]] = defaultdict(list)
    for entry in entries:
        look = _look(entry)
        for key in _keys(look):
            twin = next((other.entry.index for other in groups[key] if _same(other, look)), None)
            if twin is not None and twin != entry.index:
                found.setdefault(entry.index, found.get(twin, twin))
            groups[key].append(look)
    return found


def _look(entry: Listed) -> _Look:
    text = _ADDRESS.sub(" ", fold(entry.text))
    title = fold_key(entry.reference.get("title"))
    return _Look(entry, title, frozenset(_WORDS.findall(text)), frozenset(_DIGITS.findall(text)))


def _keys(look: _Look) -> Iterator[tuple[str, str]]:
    """Twins share a title or a first word, and the year."""
    issued = look.entry.reference.issued
    year = str(issued.year if issued else "")
    if len(look.title) >= 10:
        yield "title " + romanised(look.title), year
    first = re.search(r"[^\W\d_]{2,}", look.entry.text)
    if first:
        yield "word " + romanised(first[0]), year


def _same(one: _Look, other: _Look) -> bool:
    first, second = makers(one.entry), makers(other.entry)
    if one.title and one.title == other.title and len(one.title) >= 10 and not _apart(one.entry, other.entry):
        return not first or not second or same_person(first[0], second[0])
    common, all_words = len(one.words & other.words), len(one.words | other.words)
    return all_words >= 5 and common / all_words >= 0.8 and one.numbers == other.numbers


def _apart(one: Listed, other: Listed) -> bool:
    """Both state an edition, a volume or the like, and not the same one."""
    pairs = ((one.reference.get(key), other.reference.get(key)) for key in _APART)
    return any(first and second and _DIGITS.findall(first) != _DIGITS.findall(second) for first, second in pairs)
