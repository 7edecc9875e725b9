"""Listed entry -> all names of bodies and outlets by which a draft may cite it, as folded words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.data.outlets import find_outlet
from refcli.drafts.lexicon import institution_words, words_of
from refcli.drafts.types import Listed
from refcli.model import Name
from refcli.text import fold

SMALL = frozenset(
    """of the and for on in to at with de la du des et y und e en del los las el le les aux sur pour par para da do das dos di della
    delle per der die das den dem des fur zur zum von van het voor i na w""".split()  # noqa: SIM905
)
_SWAPS = {
    "un": ("united", "nations"), "us": ("united", "states"), "u.s": ("united", "states"), "uk": ("united", "kingdom"), "eu": ("european", "union"),
    "united nations": ("un",), "united states": ("us",), "united kingdom": ("uk",), "european union": ("eu",),
}  # fmt: skip
_SHORT = {
    "gov't": "government", "govt": "government", "dep't": "department", "dept": "department", "int'l": "international", "nat'l": "national",
    "comm'n": "commission", "admin": "administration", "ass'n": "association", "conf": "conference", "inst": "institute", "univ": "university",
    "ctr": "center", "bd": "board", "auth": "authority", "fed'n": "federation", "u.s": "us", "cnty": "county",
}  # fmt: skip
"""How lists, of lawyers above all, shorten the words of a body's name (source: The Bluebook, table T13)."""
_DATE_BEHIND = re.compile(r"[\s,]+[(\[]?(?:1[5-9]|20)\d\d[a-z]?\Z")
_VAGUE = frozenset(["international", "national", "nations", "state", "states", "union", "government", "house"])
_ACRONYM = re.compile(r"[\[(]([A-Z][A-Za-z]*[A-Z](?: [A-Z]{2,})?)[\])]")
_UNFOLDED = re.compile(r"[*_]*([A-Z][A-Za-z]*[A-Z])\s*[(\[]([A-Z][^()\[\]\d]{8,120})[)\]]")
_DOMAIN = re.compile(r"[*_“\"]*([^\W_][\w-]*(?:\.[\w-]+)*\.[a-z]{2,12})(?=[*_”\"]*[\s.,(])")
_YEAR_FIRST = re.compile(r"(?:1[5-9]|20)\d\d")
_PRESSES = frozenset(["press", "university", "publishing", "publishers", "books", "verlag"])
_PIECE = re.compile(r"[^,.:;()\[\]“”\"«»\n]+")
_NAME_WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*")
_BRACKETED = re.compile(r"\s*[\[(][^\])]*[\])]")


def makers(entry: Listed) -> tuple[Name, ...]:
    """Authors, else editors and so on; without the "et al." of the list."""
    return tuple(name for name in entry.reference.authors if not name.others)


def firm_ways(entry: Listed) -> Iterator[tuple[str, ...]]:
    """Names of the entry's makers, or of what stands for them: where prose has none of these, it does not name the entry."""
    if any(name.family for name in makers(entry)):
        yield from _in_front(entry)
    else:
        yield from _firm(entry)


def front_of(entry: Listed) -> str:
    """The name of the body that made a work, or what stands first in its entry; "" where a person did."""
    people = makers(entry)
    if any(name.family for name in people):
        return ""
    return people[0].literal if people else next(iter(_pieces(entry)), "")


def ways(entry: Listed) -> Iterator[tuple[str, ...]]:
    """Names of the makers that are bodies, what the words of the entry state, and the outlet; with their usual variants."""
    for words in _ways(entry):
        yield words
        if any(word in _SHORT for word in words):
            yield tuple(_SHORT.get(word, word) for word in words)
        if swapped := _SWAPS.get(words[0]):
            yield (*swapped, *words[1:])
        elif swapped := _SWAPS.get(" ".join(words[:2])):
            yield (*swapped, *words[2:])
            yield words[2:] if len(words) > 4 else words


def short_ways(entry: Listed) -> Iterator[tuple[str, ...]]:
    """The first words of a body's long name: "Group of Experts" on the Democratic Republic of the Congo."""
    fronts = [name.literal for name in makers(entry) if name.literal] or _pieces(entry)[:1]
    for front in fronts[:1]:
        bare = _BRACKETED.sub("", front)
        words = split_name(bare) if len(bare.split()) > 2 and _is_name(bare, 14) else ()
        for length in range(2, len(words)):
            head = words[:length]
            if words[length - 1] not in SMALL and any(
                word in institution_words() and word not in _VAGUE for word in head
            ):
                yield head


def _ways(entry: Listed) -> Iterator[tuple[str, ...]]:
    yield from _firm(entry)
    yield from _stated(entry)


def _firm(entry: Listed) -> Iterator[tuple[str, ...]]:
    people = makers(entry)
    for name in people:
        yield from _spellings(name.literal)
    yield from _in_front(entry)
    for variable in ("container-title", "publisher") if people else ("container-title", "publisher", "title"):
        if _nameable(entry, variable):
            yield from _spellings(entry.reference.get(variable))


def ways_of_name(name: str) -> Iterator[tuple[str, ...]]:
    """A body's name as words, also without the "United Nations" or the like in front."""
    words = split_name(name)
    yield words
    if " ".join(words[:2]) in _SWAPS:
        yield words[2:]


def split_name(name: str) -> tuple[str, ...]:
    """A name as the folded words in which a draft has it; a leading "the" is left out."""
    words = [fold(match[0]) for match in _NAME_WORD.finditer(name)]
    words = [word[:-2] if word.endswith("'s") and len(word) > 3 else word for word in words]
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _stated(entry: Listed) -> Iterator[tuple[str, ...]]:
    """Names that the entry's own words state, however it was read: capitalised pieces between its signs; no places, no presses,
    nothing of its title."""
    title = fold(entry.reference.get("title"))
    for piece in _pieces(entry)[1:]:
        words = split_name(piece) if _is_name(piece) and fold(piece) not in title else ()
        if (
            len(words) > 1
            and words[0] not in SMALL
            and not all(word in words_of("places") for word in words)
            and not _PRESSES & set(words)
        ):
            yield words


def _in_front(entry: Listed) -> Iterator[tuple[str, ...]]:
    """What stands in front of the entry, and its acronyms."""
    yield from (split_name(match[1]) for match in _ACRONYM.finditer(entry.text[:150]))
    if unfolded := _UNFOLDED.match(entry.text):
        yield from ((fold(unfolded[1]),), *ways_of_name(unfolded[2]))
    if domain := _DOMAIN.match(entry.text):
        yield (fold(domain[1]),)
    for piece in (_DATE_BEHIND.sub("", front) for front in _pieces(entry)[:1]):
        alone = len(piece.split()) == 1 and len(piece) > 3 and _alone(entry, piece)
        if any(fold(piece) in (fold(name.family), fold(name.full_family)) for name in makers(entry)):
            continue
        if _is_name(piece) and (len(piece.split()) > 1 or alone):
            yield from _spellings(piece)


def _pieces(entry: Listed) -> list[str]:
    return [match[0].strip(" *_\u00a0") for match in _PIECE.finditer(" ".join(entry.text.split())[:600])]


def _is_name(piece: str, most: int = 8) -> bool:
    """At most eight (or `most`) capitalised words, small ones between them, no digits."""
    words = piece.split()
    plain = [word for word in words if fold(word) not in SMALL]
    capital = bool(plain) and all(word[0].isupper() for word in plain)
    return capital and len(words) <= most and not any(char.isdecimal() for char in piece)


def _alone(entry: Listed, piece: str) -> bool:
    """A single word in front that is no family name read already: a pseudonym, an acronym."""
    behind = entry.text.lstrip(" *_").removeprefix(piece).lstrip(" *_.,")
    return (behind.startswith("(") or _YEAR_FIRST.match(behind) is not None) and all(
        piece != name.family for name in makers(entry)
    )


_BODIES = ("think-tank", "igo", "ngo", "government")
"""Kinds of outlet that speak for themselves though a person signs: "AlgorithmWatch argues"."""


def _nameable(entry: Listed, variable: str) -> bool:
    """Is that a name by which prose cites the entry? The outlet of an article is, a body that published it; a book's title is not."""
    if variable == "publisher" and makers(entry):
        outlet = find_outlet(entry.reference.get(variable))
        return outlet is not None and outlet.kind in _BODIES
    if variable == "container-title":
        return entry.reference.type.startswith(("article", "post", "webpage", "broadcast", "interview"))
    return variable == "publisher" or len(entry.reference.get(variable).split()) <= 6


def _spellings(name: str) -> set[tuple[str, ...]]:
    """The name, its aliases, the acronym that it states or that its capitals make, each of "OSCE/ODIHR"."""
    if not name:
        return set()
    found = {name, _BRACKETED.sub("", name)} | {match[1] for match in _ACRONYM.finditer(name)}
    outlet = find_outlet(name)
    if outlet is not None:
        found |= {outlet.name, *outlet.aliases}
    capitals = [word[0] for word in re.split(r"[\s-]+", name) if word and fold(word) not in SMALL]
    if len(capitals) >= 3 and all(letter.isupper() for letter in capitals):
        found.add("".join(capitals))
    first = name.split(maxsplit=1)[0]
    if "/" in name:
        found |= {part for part in name.split("/") if part.isalpha() and part.isupper()}
    if len(first) >= 3 and first.isalpha() and first.isupper() and not name.isupper():
        found.add(first)
    return {words for way in found if (words := split_name(way)) and (len(words) > 1 or len(words[0]) > 1)}
