"""Words of a list of names -> Names: which commas part persons, which part a person's two names; bodies; "et al.".

Source: BibTeX's and CSL's division of names; the habits of APA, Chicago, Vancouver and of free lists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from refcli.model import Name, Names
from refcli.parsing.fields.bodies import bodies, is_body, literal
from refcli.parsing.fields.persons import INITIALS, initials_behind, inverted, is_given, is_suffix, particles, straight
from refcli.parsing.fields.words import one_line
from refcli.text import fold

_ROLES = r"eds?|éds?|editors?|edited|herausgegeben|hrsgg?|hgg?|dirs?|coords?|orgs?|comps?|compilers?|ред|trans|translators?|translated|übers|trad|introd"
_ROLE_LEAD = re.compile(
    rf"[(\[]?(?:(?:{_ROLES})\b[.:)\]]*(?:\s+(?:and|&|und)\s+(?:{_ROLES})\b[.)\]]*)?(?:\s+(?:by|von|par|por)\b)?|by|par|von(?=\s+[^\W\d_]+\s+[^\W\d_]+)|a cura di|sous la dir(?:ection|\.)? de)[\s:,]+",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"\s*[(\[]\s*(?:{_ROLES}|a cura di|with|sous la dir[\w.]*)\b[^()\[\]]{{0,20}}(?:[)\]]|\Z)|,?\s+(?:{_ROLES})\b(?:\s+par\b)?[.:]?(?=\s*(?:[,;)\]]|\Z))",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:in|dans|en)\s*:?\s+(?=\S)", re.IGNORECASE)
_ETAL = re.compile(
    r",?\s*(?:\bet\s*\.?\s*al\b\.?|\band others\b|\bet alii\b|\bu\.\s?a\b\.?|\bet coll\b\.?|\band colleagues\b|\bи др\.|та ін\.|\by otros\b)\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,?\s*(?:(?<=[\s,.])(?:and|And|AND|und|et|ET|y|e|en|och|og|и|та|і|with)\s|&|;|\s[–—-]\s|/)\s*")
_BRACKETED = re.compile(r"\(((?:[^\W\d_]\.[\s-]?){0,3}[^\W\d_]\.?)\)")
_GAELIC = ("Ó", "Ní", "Nic", "Uí")
_DASHES = re.compile(r"[—–_-]{2,}|[—–]")
_STRAY_SPACE = re.compile(r"\s+(?=[.,;])")
_LOST_SPACE = re.compile(r"(?<=[^\W\d_a-zà-ÿ]\.)(?=[^\W\d_a-z]['’]?[^\W\d_.]{2})")
_NUMBER = re.compile(r"\A(?:[\[(]?\d{1,3}[\])]?[.)]?\s*|[-–•*]\s+)(?=[^\W\d_])")


def read_names(words: str) -> Names:
    """The persons and bodies that the words name, in order; "et al." is a Name with `others`."""
    line = _STRAY_SPACE.sub("", one_line(words).strip(' ,;:*_"“”«»'))
    line = _LOST_SPACE.sub(" ", _NUMBER.sub("", line))
    if _DASHES.fullmatch(line.rstrip(".")):
        return (Name(literal=line.rstrip(".")),)
    others = bool(_ETAL.search(line))
    line = _without_roles(_ETAL.sub(" ", line))
    if not line:
        return (Name(others=True),) if others else ()
    names = _split(line)
    return (*names, Name(others=True)) if others else names


def _without_roles(line: str) -> str:
    """Without "edited by", "(Eds.)", "In:" and the brackets around the whole."""
    bare = _IN.sub("", line.strip(" ,;:[]&"), count=1) if _IN.match(line) else line
    bare = _ROLE_LEAD.sub("", bare, count=1) if _ROLE_LEAD.match(bare) else bare
    bare = _BRACKETED.sub(r"\1", _ROLE.sub("", bare)).strip(" ,;:[]&")
    if bare.count("(") != bare.count(")") or (bare[:1] == "(" and bare[-1:] == ")"):
        bare = bare.strip("() ,;:")
    return bare


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
    first = next((part for part in _AND.split(line) if part.strip(" ,.")), "")
    return " " not in first.strip() or is_body(first)


def _by_commas(part: str) -> list[Name]:
    """Pieces between commas -> names: "Weitz, R., Blank, S." and "Roger McDermott, Marat Yermukanov" and "Weitz R, Blank S"."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip(" .")]
    out: list[Name] = []
    i = 0
    while i < len(pieces):
        piece, after = pieces[i], pieces[i + 1] if i + 1 < len(pieces) else ""
        if out and is_suffix(piece):
            out[-1] = replace(out[-1], suffix=piece.rstrip(".") + ".")
        elif is_body(piece) and not _family_in_capitals(piece, after):
            out.append(Name(literal=literal(piece)))
        elif after and _is_given_of(piece, after, first=not out):
            out.append(inverted(piece, after))
            i += 1
        else:
            out.append(straight(piece))
        i += 1
    return out


def _family_in_capitals(piece: str, after: str) -> bool:
    """ "FRIARD, Dominique": a single word in capitals that looks like an acronym, and a given name behind it."""
    return bool(after) and " " not in piece and (bool(INITIALS.match(after)) or not is_body(after))


def _is_given_of(family: str, given: str, *, first: bool) -> bool:
    """Is the piece behind the comma the given name of the one before it?"""
    if is_suffix(given):
        return False
    words, behind = [word for word in family.split() if not is_suffix(word)] or [family], given.split()
    whole = bool(initials_behind(words)) or bool(
        len(words) > 1 and words[0] not in _GAELIC and INITIALS.match(words[0])
    )
    if INITIALS.match(given):
        return not whole
    if whole or len(behind) > 3:
        return False
    if len(words) == 1 or words[0] in _GAELIC or _particles_lead(words):
        return first or not INITIALS.match(behind[0]) or len(behind) == 1
    return _two_words_are_family(words, behind, first=first)


def _particles_lead(words: Sequence[str]) -> bool:
    return all(fold(word) in particles() for word in words[:-1]) and words[0][0].islower()


def _two_words_are_family(words: Sequence[str], behind: Sequence[str], *, first: bool) -> bool:
    """ "García Márquez, Gabriel José", not "Roger McDermott, Marat Yermukanov"."""
    if is_given(words[0]) or len(words) > 3:
        return False
    if len(behind) == 1:
        return first
    return is_given(behind[0]) and (is_given(behind[-1]) or bool(INITIALS.match(behind[-1])))
