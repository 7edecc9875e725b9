"""Two names of journals, newspapers or books -> the same, one short for the other, or others."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from refcli.data.outlets import find_outlet, outlet_key
from refcli.duplicates.titles import STOP
from refcli.text import fold

Kind: TypeAlias = Literal["none", "same", "short", "near", "other"]

_BRACKETS = re.compile(r"\s*[\[(][^\[\]()]*[\])]?")
_PARALLEL = re.compile(r"\s*(?:=|/|: |\. (?=[a-z]{4,}))\s*")
_WORD = re.compile(r"[^\W_]+")
_PREPRINTS = re.compile(
    r"\b(?:arxiv|ssrn|biorxiv|medrxiv|osf|socarxiv|psyarxiv|chemrxiv|research square|preprints?|zenodo|repec|mpra|nber|cepr|iza"
    r"|(?:working|discussion|policy research) papers?|forthcoming|in press|early view|online first|ahead of print)\b"
)


@dataclass(frozen=True, slots=True)
class Container:
    """A name as it compares: its key (an outlet's own where the table has it), its words, and those before a parallel title."""

    key: str
    words: tuple[str, ...]
    lead: tuple[str, ...]
    preprints: bool


def read_container(text: str) -> Container:
    """The name without places and notes in brackets."""
    folded = fold(html.unescape(text))
    bare = _BRACKETS.sub("", folded).strip() or folded
    outlet = find_outlet(bare)
    words = _words(bare)
    return Container(
        outlet_key(outlet.name) if outlet else "".join(words),
        words,
        _words(_PARALLEL.split(bare, maxsplit=1)[0]),
        bool(_PREPRINTS.search(folded)),
    )


def is_unreviewed(text: str) -> bool:
    """Does it name a place of preprints or working papers?"""
    return bool(_PREPRINTS.search(fold(text)))


def _words(text: str) -> tuple[str, ...]:
    words = _WORD.findall(text.replace("'", ""))
    return tuple(word for word in words if word not in STOP) or tuple(words)


def relate_containers(one: Container, other: Container) -> Kind:
    """How two names relate; symmetric."""
    if not one.key or not other.key:
        return "none"
    if one.key == other.key:
        return "same"
    for first, second in (
        (one.words, other.words),
        (one.lead, other.lead),
        (one.lead, other.words),
        (one.words, other.lead),
    ):
        short, long = sorted((first, second), key=lambda words: sum(map(len, words)))
        if first == second or _abbreviates(short, long):
            return "short"
    short, long = sorted((one.words, other.words), key=len)
    return "near" if set(short) <= set(long) or _initials(short, long) else "other"


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Each word of one shortens the word of the other that stands in its place ("J Am Med Assoc"), or all are one acronym."""
    if len(short) == 1 and len(long) > 2 and _initials(short, long):
        return True
    return len(short) == len(long) and all(_shortens(a, b) or _shortens(b, a) for a, b in zip(short, long, strict=True))


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(short[0]) > 1 and short[0] == "".join(word[0] for word in long)


def _shortens(short: str, long: str) -> bool:
    """A beginning ("assoc"), or letters in order from the first to the last ("natl")."""
    if long.startswith(short):
        return True
    letters = iter(long)
    return (
        short[0] == long[0] and len(short) > 2 and short[-1] == long[-1] and all(letter in letters for letter in short)
    )
