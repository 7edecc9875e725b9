"""Words of a note -> the listed work that they name by author, title or body: "Gathoni, Bonds, 91"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from refcli.drafts.linking import resolve
from refcli.drafts.listing import Index
from refcli.drafts.types import Ambiguous, Cites
from refcli.drafts.ways import split_name
from refcli.text import fold

_NAMES = re.compile(r"[^\W\d_][\w’'-]+")
_YEARS = re.compile(r"\b(?:19|20)\d\d[a-z]?\b")


def worded(index: Index, words: str) -> Cites | Ambiguous | None:
    """The entry whose author, title or body stands in front, told apart by the words of its title, then by the year."""
    head = [match[0] for match in _NAMES.finditer(words[:80])][:6]
    found: Sequence[int] = next((hits for word in head if word[0].isupper() and (hits := index.family(word))), ())
    found = found or _signed(index, words) or _titled(index, words) or _body(index, words)
    if not found:
        return None
    said = {match[0] for match in _NAMES.finditer(fold(words))}
    scores = {i: len(said & {word for word in index.titles[i].split() if len(word) > 3}) for i in found}
    best = [i for i in found if scores[i] == max(scores.values())]
    link = resolve(index, best, tuple(_YEARS.findall(words)[:1]) if len(best) > 1 else ())
    return link if isinstance(link, Cites | Ambiguous) else Ambiguous(tuple(best))


def _signed(index: Index, words: str) -> Sequence[int]:
    """Entries by the signature of a document in an archive."""
    said = [fold(word).strip(".,;:*_()") for word in words.split()]
    return next((hits for pair in pairwise(said) if (hits := index.signatures.get(pair))), ())


def _titled(index: Index, words: str) -> Sequence[int]:
    """Entries the first three words of whose title stand there in a row."""
    said = fold(words).replace("*", "").replace('"', "").split()
    said = [word.strip(".,:;?!()'_") for word in said][:60]
    for i in range(len(said) - 2):
        if found := index.title_starts.get((said[i], said[i + 1], said[i + 2])):
            return found
    return ()


def _body(index: Index, words: str) -> Sequence[int]:
    """Entries of the body with whose name the words begin."""
    said = split_name(words[:160])
    for start in range(min(2, len(said))):
        for length in range(min(index.starts.get(said[start], 0), len(said) - start), 1, -1):
            if found := index.bodies.get(tuple(said[start : start + length])):
                return found
    return ()
