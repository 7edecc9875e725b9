"""Words of a list of names -> Names: both orders, initials, particles, suffixes, institutions, "et al.".

Source: BibTeX's and CSL's division of names; the habits of APA, Chicago, Vancouver and of free lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from refcli.data.loader import table
from refcli.data.outlets import find_outlet
from refcli.model import Name, Names
from refcli.parsing.fields.words import one_line
from refcli.text import fold

_ROLE = re.compile(
    r"[(\[]?\b(?:eds?|editors?|edited by|hrsg|hg|dirs?|coords?|comps?|red|trans(?:lators?|lated)?(?: by)?|übers|trad|comp|with|by)\b\.?[)\]]?(?=$|[\s,.;])",
    re.IGNORECASE,
)
_ETAL = re.compile(r",?\s*(?:\bet\s+al\b\.?|\band others\b|\bu\.\s?a\.|\band colleagues\b|\bи др\.)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*)?(?:\s(?:and|und|et|y|e|en|och|og|и)\s|&|;)\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,4}\Z")
_SUFFIX = re.compile(r",?\s+(Jr|Sr|II|III|IV)\b\.?\s*\Z")
_DASHES = re.compile(r"[—–_-]{2,}|[—–]")
_PLACE_IN_NAME = re.compile(r"\s+of\s+|\s+for\s+|\s+on\s+", re.IGNORECASE)


def read_names(words: str) -> Names:
    """The persons and bodies that the words name, in order; "et al." is a Name with `others`."""
    line = re.sub(r"\s+(?=[.,;])", "", one_line(words).strip(' ,;:*_"“”()[]'))
    if _DASHES.fullmatch(line.rstrip(".")):
        return (Name(literal=line.rstrip(".")),)
    others = bool(_ETAL.search(line))
    line = _ROLE.sub("", _ETAL.sub(" ", line)).strip(" ,;:()[]&")
    if not line:
        return (Name(others=True),) if others else ()
    names = _split(line)
    return (*names, Name(others=True)) if others else names


def _split(line: str) -> Names:
    if is_body(line):
        return (Name(literal=_literal(line)),)
    parts = [part.strip(" ,") for part in _AND.split(line) if part.strip(" ,")]
    out: list[Name] = []
    for part in parts:
        out += _by_commas(part)
    return tuple(out)


def _by_commas(part: str) -> list[Name]:
    """Pieces between commas -> names: "Weitz, R., Blank, S." and "Roger McDermott, Marat Yermukanov" and "Weitz R, Blank S"."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip(" .")]
    out: list[Name] = []
    i = 0
    while i < len(pieces):
        piece, after = pieces[i], pieces[i + 1] if i + 1 < len(pieces) else ""
        if out and _is_suffix(piece):
            last = out.pop()
            out.append(
                Name(
                    last.family, last.given, last.dropping_particle, last.non_dropping_particle, piece.rstrip(".") + "."
                )
            )
            i += 1
        elif is_body(piece):
            out.append(Name(literal=_literal(piece)))
            i += 1
        elif after and _is_given(piece, after, pieces[i + 2 :]):
            out.append(_inverted(piece, after))
            i += 2
        else:
            out.append(straight(piece))
            i += 1
    return out


def _is_suffix(piece: str) -> bool:
    return fold(piece).rstrip(".") in table("honorifics")["suffixes"]


def _is_given(family: str, given: str, more: Sequence[str]) -> bool:
    """Is the piece behind the comma the given name of the one before it?"""
    if _INITIALS.match(given) or _is_suffix(given):
        return not _is_suffix(given)
    words = family.split()
    if len(words) >= 3 and words[0][0].isupper() and fold(words[0]) not in _particles():
        return False
    if len(words) == 2 and fold(words[0].rstrip(".")) in _given_names() and len(given.split()) > 1:
        return False
    if len(words) == 2 and _INITIALS.match(words[1]) and len(words[1]) <= 3:
        return False
    return len(given.split()) <= 3 and not (
        more and len(words) == 2 and len(given.split()) == 2 and fold(words[0]) in _given_names()
    )


def _inverted(family: str, given: str) -> Name:
    particle, family = _particle(family)
    return Name(family, _given(given), non_dropping_particle=particle)


def straight(words: str) -> Name:
    """ "Roger McDermott", "R. Weitz", "Weitz R", "Dr. Jan van der Berg", a single word (a family name)."""
    words = _without_title(words)
    suffix = _SUFFIX.search(words)
    if suffix:
        words = words[: suffix.start()]
    parts = [part for part in words.split() if part.strip(".,")]
    if parts and len(parts[-1]) > 3 and parts[-1].count(".") == 1:
        parts[-1] = parts[-1].rstrip(".")
    tail = suffix[1] + ("." if suffix[1] in ("Jr", "Sr") else "") if suffix else ""
    if len(parts) == 1:
        return Name(family=parts[0], suffix=tail) if parts[0].strip(".") else Name(literal=words)
    if not parts:
        return Name(literal=words)
    if _vancouver(parts):
        return Name(" ".join(parts[:-1]), ". ".join(parts[-1].strip(".")) + ".", suffix=tail)
    start = next(
        (i for i in range(1, len(parts) - 1) if fold(parts[i]) in _particles() and parts[i][0].islower()),
        len(parts) - 1,
    )
    particle, family = _particle(" ".join(parts[start:]))
    return Name(family, _given(" ".join(parts[:start])), non_dropping_particle=particle, suffix=tail)


def _vancouver(parts: Sequence[str]) -> bool:
    last = parts[-1]
    return len(last) <= 3 and last.isupper() and last.isalpha() and not parts[0].endswith(".") and len(parts) <= 3


def _given(words: str) -> str:
    return one_line(words).strip(" ,") if len(words) > 1 else words


def _particle(family: str) -> tuple[str, str]:
    """Leading particles in small letters, and the rest."""
    parts = family.split()
    n = 0
    while (
        n < len(parts) - 1
        and fold(parts[n]) in _particles()
        and (parts[n][0].islower() or parts[n] in ("Al", "El"))
        and "-" not in parts[n]
    ):
        n += 1
    return " ".join(parts[:n]), " ".join(parts[n:])


def _without_title(words: str) -> str:
    parts = words.split()
    titles = (*table("honorifics")["short"], *table("honorifics")["long"])
    while len(parts) > 2 and fold(parts[0]).rstrip(".") in titles and len(parts[0].rstrip(".")) > 1:
        parts.pop(0)
    return " ".join(parts)


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("particles")["kept"]) - {"st", "saint", "te", "mac", "y", "e"}


@cache
def _given_names() -> frozenset[str]:
    return frozenset(table("given_names")["names"])


@cache
def _body_words() -> frozenset[str]:
    return frozenset(table("institutions")["words"])


def is_body(words: str) -> bool:
    """An institution rather than persons: a known one, a word such as "Ministry", a preposition inside, an acronym."""
    outlet = find_outlet(words)
    if outlet is not None:
        return True
    folded = fold(words).replace(",", " ").replace("(", " ").replace(")", " ").split()
    if any(word.strip(".") in _body_words() for word in folded) and not _INITIALS.match(
        words.rsplit(",", 1)[-1].strip()
    ):
        return True
    if _PLACE_IN_NAME.search(words) or folded[:1] == ["the"]:
        return True
    return words.isupper() and len(words) <= 6 and words.isalpha() and len(words) > 1


def _literal(words: str) -> str:
    words = words.strip(" ,;")
    return (
        words[:-1]
        if words.endswith(".") and words.count(".") == 1 and not words.endswith(("Inc.", "Co.", "Corp.", "Ltd."))
        else words
    )
