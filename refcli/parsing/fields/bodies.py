"""Words where a name is expected -> is it a body (a ministry, an agency, a company)? And how many of them?

A body is one value however many commas and ands its name has; persons beside it are found by what follows.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from refcli.data.loader import table
from refcli.data.outlets import find_outlet
from refcli.model import Name
from refcli.parsing.fields.persons import is_given
from refcli.text import fold

_LINK = re.compile(r"\b(?:of|for|on|to|ohne|für|pour|sans|sin|para|pro)\b")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’.-][^\W\d_]+)*")
_CAPITAL = r"[^\W\d_a-zà-ÿ]"
_INITIALS = re.compile(
    rf"(?<![.\w])(?!U\.S|U\.K|U\.N|E\.U|D\.C){_CAPITAL}\.(?!\w\w)|,\s*(?:{_CAPITAL}\.?[\s-]?){{1,4}}(?=[,;]|\Z)|[a-z]\s+{_CAPITAL}{{1,3}}(?=[,;]|\Z)"
)
_OFFICIAL = re.compile(r"(?:U\.?S|U\.?K|U\.?N|E\.?U|HM|UNITED (?:STATES|NATIONS|KINGDOM))\b", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:;|/|,?\s+(?:and|und|et|y|e)\s+|,|&)\s*")
_HEAD = re.compile(
    r"(?:ministry|department|institute|government|office|bureau|university|international|world)\b", re.IGNORECASE
)
_SHORT_FIRST = re.compile(r"(?P<short>[^\W\d_a-zà-ÿ]{2,8})(?:,| [–—-]| ?[(\[]) ?(?P<long>[^()\[\],;]+?)[)\]]?")
_SHORT_BEHIND = re.compile(r"(?P<long>[^()\[\],;]+?) ?[(\[](?P<short>[^\W\d_a-zà-ÿ]{2,8})[)\]]")
_BRANCH = re.compile(r"(\S+ .*[^\W\d_A-Z]) (?:UK|USA?|EU)\Z")
_ENDS = (
    "ministerium", "agentur", "behorde", "bundesamt", "rechnungshof", "departementet", "myndigheten", "verket", "styrelsen", "inspektionen",
    "overheid",
)  # fmt: skip
"""How compounds end that name a body: Bundesnetzagentur, Socialdepartementet."""
_STOPPED = ("Inc.", "Co.", "Corp.", "Ltd.", "U.S.", "U.K.", "D.C.", "Dept.", "Serv.", "Just.", "Def.", "Int'l.")


@lru_cache(maxsize=8192)
def is_body(words: str) -> bool:
    """An institution rather than persons: a known one, a word such as "Ministry", a preposition inside, an acronym."""
    if find_outlet(words) is not None:
        return True
    if branch := _BRANCH.match(words):
        return is_body(branch[1])
    found = _WORD.findall(words)
    folded = [fold(word).rstrip(".") for word in found]
    if spelled_out(words) or (len(folded) == 1 and _alone(folded[0])):
        return True
    if _acronym(words) or folded[:1] == ["the"] or (len(found) > 1 and _OFFICIAL.match(words)):
        return True
    if _INITIALS.search(words) and not _LINK.search(words):
        return False
    return bool(_strong().intersection(folded)) or (len(found) > 1 and _looks_like_body(found, folded))


def _looks_like_body(found: list[str], folded: list[str]) -> bool:
    """Words that no personal name has: a link in small letters, a country in front, "Energy" or "Research" at an end."""
    small = [key for word, key in zip(found, folded, strict=True) if word.islower() and len(word) > 1]
    if len(small) < sum(len(word) > 1 for word in folded) and any(
        word not in _particles_and_joints() for word in small
    ):
        return True
    edges = {folded[0], folded[-1]}
    if edges & _surnames() and any(is_given(word) for word in folded):
        edges -= _surnames()
    return any(word in _weak() or word in _countries() for word in edges)


def _alone(word: str) -> bool:
    """A state, or a compound such as "Bundesnetzagentur", by one word."""
    return word in _states() or (len(word) > 10 and word.endswith(_ENDS))


def spelled_out(words: str) -> bool:
    """A name with its own acronym: "CCSI (Compliance and Capacity Skills International)", "ABVE, Associação ...", "... (LIPI)"."""
    found = _SHORT_FIRST.fullmatch(words.strip(" .")) or _SHORT_BEHIND.fullmatch(words.strip(" ."))
    if not found or " " not in found["long"]:
        return False
    initials = iter("".join(word[0] for word in re.findall(r"[^\W\d_]+", fold(found["long"]))))
    return all(letter in initials for letter in fold(found["short"]))


def _acronym(words: str) -> bool:
    bare = words.strip()
    return bare.isupper() and bare.isalpha() and bare.isascii() and 1 < len(bare) <= 6


def bodies(words: str) -> tuple[Name, ...]:
    """The bodies named: one, unless each part is a body that is known by itself or begins like one."""
    if find_outlet(words) is not None:
        return (Name(literal=literal(words)),)
    parts = [part for part in _JOINT.split(words) if part]
    heads = "," not in words and all(_HEAD.match(part) and len(part.split()) > 2 for part in parts)
    if len(parts) > 1 and (heads or all(find_outlet(part) is not None or _acronym(part) for part in parts)):
        return tuple(Name(literal=literal(part)) for part in parts)
    by_semicolon = [part.strip() for part in words.split(";") if part.strip()]
    return tuple(Name(literal=literal(part)) for part in by_semicolon)


def literal(words: str) -> str:
    """The name as it is written, without the full stop that closes the sentence."""
    words = words.strip(" ,;")
    ends = words.endswith(".") and not words.endswith(_STOPPED) and not re.search(r"\.\w+\.\Z", words)
    return words[:-1] if ends else words


@cache
def _strong() -> frozenset[str]:
    rows = table("institutions")
    return frozenset((*rows["words"], *rows["elsewhere"])) - {
        "house",
        "party",
        "press",
        "group",
        "states",
        "state",
        "trust",
        "watch",
        "union",
    }


@cache
def _weak() -> frozenset[str]:
    rows = table("institutions")
    return frozenset((*rows["words"], *rows["also"]))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(table("institutions")["surnames"])


@cache
def _states() -> frozenset[str]:
    return _countries() | frozenset(table("institutions")["states"])


@cache
def _countries() -> frozenset[str]:
    return frozenset(table("places")["countries"]) - {
        "chad",
        "jordan",
        "georgia",
        "israel",
        "chile",
        "wales",
        "england",
        "france",
        "ireland",
    }


@cache
def _particles_and_joints() -> frozenset[str]:
    return frozenset((*table("particles")["kept"], *table("reference_words")["conj"], "et", "al"))
