"""Words of a list of names -> Names: which commas part persons, which part a person's two names; bodies; "et al.".

Source: BibTeX's and CSL's division of names; the habits of APA, Chicago, Vancouver and of free lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from refcli.data.outlets import find_outlet
from refcli.model import Name, Names
from refcli.parsing.fields.bodies import bodies, is_body, literal, spelled_out
from refcli.parsing.fields.persons import (
    INITIALS,
    capitals_last,
    initials_behind,
    inverted,
    is_given,
    is_suffix,
    particles,
    straight,
)
from refcli.parsing.fields.words import one_line
from refcli.text import fold

_ROLES = r"eds?|éds?|editors?|edited|herausgegeben|hrsgg?|hrg|hgg?|dirs?|coords?|orgs?|comps?|compilers?|compilador(?:es)?|gen\. eds?|ред|trans|translators?|translated|übers|trad|introd"
_ROLE_LEAD = re.compile(
    rf"[(\[]?(?:(?:{_ROLES})\b[.:)\]]*(?:\s+(?:and|&|und)\s+(?:{_ROLES})\b[.)\]]*)?(?:\s+(?:by|von|par|por)\b)?|by|par|von(?=\s+[^\W\d_]+\s+[^\W\d_]+)|a cura di|sous la dir(?:ection|\.)? de)[\s:,]+",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"\s*[(\[]\s*(?:{_ROLES}|a cura di|with|sous la dir[\w.]*)\b[^()\[\]]{{0,20}}(?:[)\]]|\Z)|,?\s+(?:{_ROLES})\b(?:\s+par\b)?[.:]?(?=\s*(?:[,;)\]]|\Z))",
    re.IGNORECASE,
)
_CREDIT = re.compile(r",\s+(?:directors?|producers?|presenters?|moderators?|performers?)\.?\Z", re.IGNORECASE)
_IN = re.compile(r"(?:in|dans|en)\s*:?\s+(?=\S)", re.IGNORECASE)
_ETAL = re.compile(
    r",?\s*(?:\bet\s*\.?\s*al\b\.?|\band others\b|\bet alii\b|\bu\.\s?a\b\.?|\bet coll\b\.?|\band colleagues\b|\bи др\.|та ін\.|\by otros\b)\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,?\s*(?:(?<=[\s,.])(?:and|And|AND|und|et|ET|y|e|en|och|og|и|та|і|with)\s|&|;|\s[–—-]\s|/)\s*")
_EMPTY = re.compile(r"\[\s*\]|\(\s*\)")
_BRACKETED = re.compile(r"\(((?:[^\W\d_]\.[\s-]?){0,3}[^\W\d_]\.?)\)")
_ASIDE = re.compile(r"\s*(?:\([^()]{0,40}[^\W\d_]{4}[^()]{0,40}\)|\[[^\[\]]{0,40}[^\W\d_]{4}[^\[\]]{0,40}\])")
_PARTICLE_BEHIND = re.compile(r"\s(?:de|von|van|di|da|del|d['’]|v\.)(?: (?:la|der|den))?\Z")
_GAELIC = ("Ó", "Ní", "Nic", "Uí")
_DASHES = re.compile(r"[—–_-]{2,}|[—–]")
_STRAY_SPACE = re.compile(r"\s+(?=[.,;])")
_LOST_SPACE = re.compile(r"(?<=[^\W\d_a-zà-ÿ]\.)(?=[^\W\d_a-z]['’]?[^\W\d_.]{2})")
_NUMBER = re.compile(r"\A(?:[\[(]?\d{1,3}[\])]?[.)]?\s*|[-–•*]\s+|(?:and|&|und)\s+)(?=[^\W\d_])")


def read_names(words: str) -> Names:
    """The persons and bodies that the words name, in order; "et al." is a Name with `others`."""
    line = _STRAY_SPACE.sub("", one_line(words).strip(' ,;:*_"“”«»'))
    line = _LOST_SPACE.sub(" ", _NUMBER.sub("", line))
    if _DASHES.fullmatch(line.rstrip(".")):
        return (Name(literal=line.rstrip(".")),)
    line, others = _ETAL.subn(" ", line)
    line = _without_roles(line)
    if not line:
        return (Name(others=True),) if others else ()
    names = _split(line)
    return (*names, Name(others=True)) if others else names


def persons_only(words: str) -> Names:
    """The names, where each is a person's with a given and a family name; none where one is not."""
    names = read_names(words)
    return names if all(name.family and name.given for name in names) else ()


def _without_roles(line: str) -> str:
    """Without "edited by", "(Eds.)", "In:" and the brackets around the whole."""
    line = _CREDIT.sub("", line)
    bare = _IN.sub("", line.strip(" ,;:[]&"), count=1) if _IN.match(line) else line
    bare = _ROLE_LEAD.sub("", bare, count=1) if _ROLE_LEAD.match(bare) else bare
    bare = _BRACKETED.sub(r"\1", _ROLE.sub(_unless_initials, bare))
    bare = _EMPTY.sub("", bare).strip(" ,;:&")
    for opening, closing in ("[]", "()"):
        if bare.count(opening) != bare.count(closing) or (bare[:1] == opening and bare[-1:] == closing):
            bare = bare.strip(f"{opening}{closing} ,;:&")
    return bare


def _unless_initials(role: re.Match[str]) -> str:
    """ "Leufkens HG, Egberts AC": two capitals without a comma in front are initials, no editor."""
    words = role[0].strip()
    return role[0] if len(words) == 2 and words.isupper() else ""


def _split(line: str) -> Names:
    if _one_body(line):
        return bodies(line)
    parts = [part.strip(" ,") for part in _AND.split(line) if part.strip(" ,.")]
    out: list[Name] = []
    for part in parts:
        out += _by_commas(part)
    return tuple(out)


def _one_body(line: str) -> bool:
    """All of it bodies: not where a person stands before or behind one ("Jane Roe and the World Bank")."""
    if not is_body(line):
        return False
    if spelled_out(line):
        return True
    first, *others = [part for part in _AND.split(line) if part.strip(" ,.")] or [""]
    return " " not in first.strip() or is_body(first) or not (_person(first) or any(map(_apart, others)))


def _person(words: str) -> bool:
    """A comma, an initial or a common given name."""
    return "," in words or any(is_given(word) or INITIALS.match(word) for word in words.split())


def _apart(words: str) -> bool:
    """A body that stands by itself behind an "and"."""
    return words.lower().startswith("the ") or find_outlet(words) is not None


def _by_commas(part: str) -> list[Name]:
    """Pieces between commas -> names: "Weitz, R., Blank, S." and "Roger McDermott, Marat Yermukanov" and "Weitz R, Blank S"."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip(" .")]
    words = [piece.split() for piece in pieces]
    capitals = sum(map(bool, map(capitals_last, words))) > sum(map(bool, map(initials_behind, words)))
    if _families_only(words):
        return [Name(family=piece) for piece in pieces]
    out: list[Name] = []
    i = 0
    while i < len(pieces):
        piece, after, next_two = (pieces[j] if j < len(pieces) else "" for j in (i, i + 1, i + 2))
        if out and is_suffix(piece):
            out[-1] = replace(out[-1], suffix=piece.rstrip(".") + ".")
        elif is_body(piece) and not _family_in_capitals(piece, after):
            out.append(Name(literal=literal(piece)))
        elif is_suffix(after) and next_two and _is_given_of(piece, next_two, first=not out):
            out.append(replace(inverted(piece, next_two), suffix=after.rstrip(".") + "."))
            i += 2
        elif after and _is_given_of(piece, after, first=not out):
            out.append(inverted(_ASIDE.sub("", piece), _ASIDE.sub("", after)))
            i += 1
        else:
            out.append(straight(_ASIDE.sub("", piece), capitals=capitals))
        i += 1
    return out


def _families_only(words: Sequence[Sequence[str]]) -> bool:
    """ "Schock, Vergino, Joeck": an odd number of single words, none of which is a given name or initials."""
    single = len(words) > 1 and len(words) % 2 == 1 and all(len(piece) == 1 for piece in words)
    return single and not any(
        is_given(piece[0]) or piece[0].isupper() or is_suffix(piece[0]) or is_body(piece[0]) for piece in words
    )


def _family_in_capitals(piece: str, after: str) -> bool:
    """ "FRIARD, Dominique": a single word in capitals that looks like an acronym, and a given name behind it."""
    if find_outlet(piece) is not None and find_outlet(after) is not None:
        return False
    return bool(after) and " " not in piece and (bool(INITIALS.match(after)) or not is_body(after))


def _is_given_of(family: str, given: str, *, first: bool) -> bool:
    """Is the piece behind the comma the given name of the one before it?"""
    if is_suffix(given):
        return False
    words, behind = [word for word in family.split() if not is_suffix(word)] or [family], given.split()
    shouted = len(words) > 1 and all(word.isupper() for word in words) and fold(words[0]) in particles()
    whole = bool(initials_behind(words)) or bool(
        len(words) > 1 and words[0] not in _GAELIC and not shouted and INITIALS.match(words[0])
    )
    if INITIALS.match(_PARTICLE_BEHIND.sub("", given)):
        return not whole
    if whole or len(behind) > (4 if first and is_given(behind[0]) else 3) or capitals_last(behind):
        return False
    if len(words) == 1 or words[0] in _GAELIC or shouted or _particles_lead(words):
        return first or len(behind) < 3 or not INITIALS.match(behind[0])
    return _two_words_are_family(words, behind, first=first)


def _particles_lead(words: Sequence[str]) -> bool:
    return all(fold(word) in particles() for word in words[:-1]) and words[0][0].islower()


def _two_words_are_family(words: Sequence[str], behind: Sequence[str], *, first: bool) -> bool:
    """ "García Márquez, Gabriel José", not "Roger McDermott, Marat Yermukanov"."""
    if is_given(words[0]) or len(words) > 3:
        return False
    if len(behind) == 1:
        return first
    return is_given(behind[0]) and ((is_given(behind[-1]) and first) or bool(INITIALS.match(behind[-1])))
