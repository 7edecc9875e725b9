"""Tables of words -> sets and phrases that the shapes of mentions ask: cues, titles, months, words that are no names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from refcli.data.loader import table
from refcli.drafts.words import Word

Phrases: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases by their last word, the longest first."""


@cache
def words_of(key: str) -> frozenset[str]:
    """A row of `mention_words`."""
    return frozenset(table("mention_words")[key])


@cache
def person_verbs() -> frozenset[str]:
    """Verbs of reporting whose subject is a person: "notes", "points out"."""
    return frozenset(table("reporting_verbs")["verbs"]) | words_of("person_verbs")


@cache
def adverbs() -> frozenset[str]:
    """What may stand between a name and its verb."""
    return frozenset(table("reporting_verbs")["adverbs"])


@cache
def work_nouns() -> frozenset[str]:
    """What persons write: "McDermott's analysis"."""
    nouns = table("reporting_verbs")["nouns"]
    return frozenset((*nouns, *(noun + "s" for noun in nouns)))


@cache
def particles() -> frozenset[str]:
    """Small words inside names; those that are words of English or stand alone are left out."""
    return frozenset(table("particles")["kept"]) - {"e", "y", "st", "saint", "te", "mac", "do", "das", "los", "las"}


@cache
def titles() -> frozenset[str]:
    """Honorifics and offices before a name."""
    return frozenset((*table("honorifics")["short"], *table("honorifics")["long"])) - {"m", "fr", "state"}


@cache
def acting() -> frozenset[str]:
    """Offices of those who act in the text rather than write about it."""
    return frozenset(table("honorifics")["acting"])


@cache
def months() -> Mapping[str, int]:
    """Name of a month -> its number."""
    return {word: number for language in table("months").values() for word, number in language.items() if number < 13}


@cache
def no_names() -> frozenset[str]:
    """Words that begin with a capital and are no family names: months, weekdays, small words, events."""
    return words_of("no_names") | frozenset(word for language in table("months").values() for word in language)


@cache
def institution_words() -> frozenset[str]:
    """Words that say that a name is a body: "ministry", "institute"."""
    return frozenset(table("institutions")["words"])


def names_institution(word: str) -> bool:
    """One of these words, or a German compound that ends in one: "Umweltbundesamt"."""
    return word in institution_words() or (len(word) > 8 and word.endswith(_COMPOUNDS))


_COMPOUNDS = (
    "amt",
    "amtes",
    "amts",
    "ministerium",
    "ministeriums",
    "institut",
    "instituts",
    "behorde",
    "agentur",
    "stiftung",
    "verband",
    "kammer",
)


@cache
def person_leads() -> Phrases:
    """Phrases in front of a person, with a title or what he is between: "according to analyst"."""
    return _by_last(tuple(phrase.split()) for phrase in table("reporting_verbs")["before"])


@cache
def listed_leads() -> Phrases:
    """Phrases in front of a person that are enough when the list has that person."""
    return _by_last(tuple(phrase.split()) for phrase in table("mention_words")["listed_before"])


@cache
def body_leads() -> Phrases:
    """Phrases in front of a body or outlet."""
    return _by_last(tuple(phrase.split()) for phrase in table("mention_words")["body_before"])


def lead(words: Sequence[Word], end: int, phrases: Phrases) -> int:
    """Where a phrase begins that ends right before `end`; `end` when there is none."""
    if not end:
        return end
    for phrase in phrases.get(words[end - 1].folded, ()):
        start = end - len(phrase)
        if start >= 0 and all(word.folded == part for word, part in zip(words[start:end], phrase, strict=True)):
            return start
    return end


def _by_last(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        out.setdefault(phrase[-1], []).append(phrase)
    return {last: tuple(sorted(group, key=len, reverse=True)) for last, group in out.items()}
