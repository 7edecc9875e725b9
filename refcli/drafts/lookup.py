"""Words that stand where authors stand -> the entries that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from refcli.drafts.lexicon import no_names
from refcli.drafts.linking import misspelled, resolve
from refcli.drafts.listing import Index
from refcli.drafts.types import Link, Unknown
from refcli.drafts.ways import split_name
from refcli.text import fold

YEARS = r"(?:(?:\d{4}[a-z]?|n\.d\.?|forthcoming)(?:\s*[,/&–-]\s*(?:and\s+)?(?=\d{4}|[a-z]\b))?)+(?![\d/])"
_JOINT = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b(?!\s*al)|\by\b|;)\s*")
_ETAL = re.compile(r",?\s*\bet\.?\s+al\b\.?|\band others\b|\band colleagues\b|['’]s?\b(?=\s*$)", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:van|von|de|der|den|del|da|dos|di|al|el|bin|ibn|ter|ten|la|le|du)[\s-]+){0,3}[^\W\d_a-z][\w'’.-]*(?:\s+[^\W\d_a-z][\w'’.-]*){0,2}\Z"
)


def link_names(index: Index, names: str, years: Sequence[str], *, strict: bool = False) -> Link | None:
    """The link of an author-date mention; None when the words are no names. `strict`: what is unknown must look like names."""
    if names.strip()[:1] in '*_“"‘«' and (titled := index.titled(names)):
        return resolve(index, titled, years)
    body = body_targets(index, names)
    if body:
        return resolve(index, body, years)
    parts = [part.strip(" .,’'\"“”*_") for part in _JOINT.split(_ETAL.sub("", names)) if part.strip(" .,*_")]
    if not parts or len(parts) > 8 or not all(_NAME.match(part) for part in parts):
        return None
    families = [part.split()[-1] if len(part.split()) > 1 and index.family(part) == () else part for part in parts]
    sets = [index.family(family) for family in families]
    if sets[0]:
        common = set(sets[0]).intersection(*(found for found in sets[1:] if found)) or set(sets[0])
        return resolve(index, _led_by(index, families[0], sorted(common)), years)
    given = parts[0].split()[0] if len(parts[0].split()) > 1 else ""
    near = misspelled(index, given, families[0], years)
    if near is not None:
        return near
    return None if strict and not _like_names(parts) else Unknown(names.strip())


def _led_by(index: Index, family: str, found: Sequence[int]) -> Sequence[int]:
    """Works that this author leads, before those that he only shares in."""
    first = [
        i
        for i in found
        if (makers := index.entries[i].reference.authors) and fold(makers[0].family or "") == fold(family)
    ]
    return first or found


def body_targets(index: Index, words: str) -> tuple[int, ...]:
    """The entries of a body or outlet that is named so, with or without its acronym in brackets."""
    for way in (words, re.sub(r"\s*[\[(][^\])]*[\])]?", "", words), words.rsplit("[", 1)[-1].strip("] ")):
        if (found := index.bodies.get(split_name(way), ())) and way.strip():
            return found
    return ()


def _like_names(parts: Iterable[str]) -> bool:
    """Family names, not "NATO Summit" or "June"."""
    return all(
        len(part.split()) <= 3
        and not any(fold(word).strip(".") in no_names() for word in part.split())
        and not part.isupper()
        for part in parts
    )
