"""Prose + index -> the index with the acronyms that the prose coins: "Customs and Border Protection (CBP)", "the CBP" from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from refcli.drafts.lexicon import words_of
from refcli.drafts.listing import Index, starts
from refcli.drafts.ways import SMALL
from refcli.drafts.words import Prose, Word

_ACRONYM = re.compile(r"[A-Z][A-Za-z&-]{0,8}[A-Z]s?\Z")
_LONGEST = 12

Name = tuple[str, ...]


def coin(index: Index, prose: Prose) -> Index:
    """For a body that is listed by its name the acronym too; for one that is listed by its acronym the name.

    The name may be another language's: "the Federal Office for Information Security (BSI)" is listed in German.
    """
    found: dict[Name, tuple[int, ...]] = {}
    for name, acronym in _pairs(prose.words):
        known = next((name[at:] for at in range(len(name) - 1) if name[at:] in index.bodies), None)
        if known is not None:
            found.setdefault(acronym, index.bodies[known])
        elif acronym in index.bodies and (whole := _spelt(name, acronym[0]) or name):
            found.setdefault(whole, index.bodies[acronym])
    found = {name: hits for name, hits in found.items() if name not in index.bodies}
    if not found:
        return index
    bodies = {**index.bodies, **found}
    return replace(index, bodies=bodies, starts=starts(bodies), coined=frozenset(found))


def _pairs(words: tuple[Word, ...]) -> Iterator[tuple[Name, Name]]:
    """The words in front of each bracket that holds an acronym alone, or with a year or "hereafter" beside it."""
    for i, word in enumerate(words[:-2]):
        if word.text not in "([" or not _ACRONYM.match(words[i + 1].text):
            continue
        if words[i + 2].text in ")],;":
            yield _capitalised(words[max(0, i - _LONGEST) : i]), (words[i + 1].folded,)


def _capitalised(words: Sequence[Word]) -> Name:
    """The last of these words as far back as they are capitalised, small words of names between them."""
    start = len(words)
    while start and (words[start - 1].capital or words[start - 1].folded in SMALL):
        start -= 1
    while start < len(words) and (not words[start].capital or words[start].folded in words_of("openers")):
        start += 1
    return tuple(word.folded for word in words[start:])


def _spelt(name: Name, acronym: str) -> Name:
    """The last words of which the acronym has the first letters, small words left out or not; () for none."""
    for at in range(len(name) - 1):
        words = name[at:]
        letters = "".join(word[0] for word in words if word not in SMALL)
        if name[at] not in SMALL and letters == acronym.replace("&", "").replace("-", ""):
            return words
    return ()
