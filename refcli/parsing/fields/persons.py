"""Words of one person -> Name: straight, inverted or initials behind, particles, suffixes, names that put the family first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from refcli.data.loader import table
from refcli.model import Name
from refcli.parsing.fields.words import one_line
from refcli.text import fold, rare

INITIALS = re.compile(r"(?:(?:[^\W\d_a-zà-ÿ]|Ch|Th|Yu|Ya|Zh|Sh|Ph|Jr|Дж|Вл)\.?[\s-]*){1,5}\Z")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s\Z")
_ONE_INITIAL = re.compile(
    r"[^\W\d_a-zà-ÿ](?:\.|\Z)|[^\W\d_a-zà-ÿ](?:[.-]+[^\W\d_a-zà-ÿ])+\.?\Z|(?:Ch|Th|Yu|Ya|Zh|Ph)\."
)
_SUFFIX = re.compile(r",?\s+(Jr|Sr|II|III|IV)\b\.?\s*\Z")
_SYLLABLE = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|i?ao|uang|[aeiu]ng?|ian?|uan|uai|[aeo]i|ou|ie|iu|u[aeion]|[aeiouv])"
_PINYIN = rare(rf"{_SYLLABLE}[-']?{_SYLLABLE}\Z")
_BIG_PARTICLES = frozenset(
    (
        "van",
        "von",
        "de",
        "del",
        "della",
        "di",
        "da",
        "la",
        "le",
        "el",
        "al",
        "ten",
        "ter",
        "den",
        "dos",
        "du",
        "st",
        "mac",
        "mc",
        "san",
        "santa",
        "bin",
        "ben",
        "el",
        "abu",
    )
)


def is_suffix(piece: str) -> bool:
    """Jr., III, Ph.D.?"""
    return (
        fold(piece).replace(".", "") in _suffixes()
        and piece not in ("JR", "SR", "MD")
        and not re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?\.?", piece)
    )


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(table("honorifics")["suffixes"])


def inverted(family: str, given: str) -> Name:
    """The two sides of "van der Berg, Jan W."."""
    family, tail = _suffix(without_title(family))
    particle, family = _particle(family)
    return Name(family, _given(given), non_dropping_particle=particle, suffix=tail)


def _suffix(words: str) -> tuple[str, str]:
    match = _SUFFIX.search(words)
    return (words[: match.start()], match[1] + ("." if match[1] in ("Jr", "Sr") else "")) if match else (words, "")


def straight(words: str, *, capitals: bool = False) -> Name:
    """ "Roger McDermott", "R. Weitz", "Weitz R", "Dr. Jan van der Berg", "Qin Jize", a single word (a family name).

    `capitals`: in this list family names stand last and in capitals ("Chunying WU").
    """
    words, tail = _suffix(_POSSESSIVE.sub("", without_title(words)))
    parts = _without_honours([part for part in words.split() if part.strip(".,")])
    if not parts:
        return Name(literal=words)
    if len(parts[-1]) > 3 and parts[-1].count(".") == 1:
        parts[-1] = parts[-1].rstrip(".")
    name = _divided(parts, capitals=capitals)
    return replace(name, suffix=tail) if tail else name


def _without_honours(parts: list[str]) -> list[str]:
    """ "David Hart QC" -> "David Hart"; "Smith MP", whose letters are initials, stays."""
    while len(parts) > 2 and is_given(parts[0]) and parts[-1].isupper() and fold(parts[-1]) in _honours():
        parts = parts[:-1]
    return parts


@cache
def _honours() -> frozenset[str]:
    return frozenset(table("honorifics")["behind"])


def _divided(parts: list[str], *, capitals: bool) -> Name:
    if len(parts) == 1:
        return Name(family=parts[0])
    if start := capitals_last(parts, short=capitals):
        return Name(" ".join(parts[start:]), _given(" ".join(parts[:start])))
    if cut := initials_behind(parts) or _capitals_first(parts) or _family_first(parts):
        particle, family = _particle(" ".join(parts[:cut]))
        return Name(family, _spaced(parts[cut:]), non_dropping_particle=particle)
    start = _family_starts(parts)
    particle, family = _particle(" ".join(parts[start:]))
    return Name(family, _given(" ".join(parts[:start])), non_dropping_particle=particle)


def initials_behind(parts: Sequence[str]) -> int:
    """Where the initials of "Navarro J. F." or "van Vliet C" start; 0 where it is another kind of name."""
    cut = len(parts)
    while cut > 1 and INITIALS.match(parts[cut - 1]) and len(parts[cut - 1].replace("-", "").replace(".", "")) <= 4:
        if len(parts[cut - 1]) > 3 and parts[cut - 1].isalpha() and parts[cut - 2].isupper():
            break
        cut -= 1
    if cut == len(parts) or _ONE_INITIAL.match(parts[0]) or len(parts[0].rstrip(".")) < 2:
        return 0
    if all(part.isupper() for part in parts) and not any("." in part for part in parts[cut:]) and len(parts[-1]) > 2:
        return 0
    return cut


def capitals_last(parts: Sequence[str], *, short: bool = False) -> int:
    """Where the capitals of "Michael A. BOWES" or "Désirée VAN DER HEIJDE" start; 0 for other names.

    A word of two to four capitals counts where the list is known to be written so (`short`).
    """
    last = parts[-1].replace("-", "").replace("'", "").replace("’", "")
    if len(parts) < 2 or not (last.isupper() and last.isalpha()) or len(last) < (2 if short else 5):
        return 0
    if parts[0].isupper() or parts[0][2:].endswith("."):
        return 0
    start = len(parts) - 1
    while start > 1 and parts[start - 1].isupper() and "." not in parts[start - 1][:-1]:
        if fold(parts[start - 1]).rstrip(".") not in _BIG_PARTICLES | {"der", "st"} and len(parts[start - 1]) < 4:
            break
        start -= 1
    return start


def _capitals_first(parts: Sequence[str]) -> int:
    """How many words in capitals stand before the given name of "CASELLA COLOMBEAU Sara"; 0 for other names."""
    cut = 0
    while cut < len(parts) - 1 and len(parts[cut]) > 1 and parts[cut].isupper() and "." not in parts[cut]:
        cut += 1
    if len(parts[0]) < 4 and not re.search("[AEIOUY]", parts[0]):
        return 0
    return cut if cut and not any(part.isupper() for part in parts[cut:]) else 0


def _family_first(parts: Sequence[str]) -> int:
    """1 for "Qin Jize", "Kim Jong-un", "Kim Byung Chul", "Nguyễn Phú Trọng", "Szijjártó Péter"; 0 for the others."""
    first, rest = fold(parts[0]), [fold(part) for part in parts[1:]]
    rows = table("family_names")
    if len(rest) == 1:
        chinese = first in rows["chinese"] and _PINYIN.match(rest[0]) and rest[0] not in _given_names()
        korean = first in rows["korean"] and re.fullmatch(r"[^\W\d_]{2,6}-[a-z]{2,6}", parts[1])
        hungarian = rest[0] in rows["hungarian_given"] and first not in _given_names() and not parts[0].isascii()
        return int(bool(chinese or korean or hungarian))
    if any("." in part or len(part) < 2 for part in parts):
        return 0
    if first in rows["vietnamese"] and len(rest) <= 3 and all(len(part) <= 6 and not is_given(part) for part in rest):
        return 1
    if len(rest) == 2:
        asian = first in rows["korean"] and all(len(part) <= 5 for part in rest)
        western = any(word in _given_names() for word in rest)
        return int(asian and not western and rest[-1] not in rows["korean"])
    return 0


def _family_starts(parts: Sequence[str]) -> int:
    last = len(parts) - 1
    for i in range(1, last):
        if fold(parts[i]) in particles() and parts[i][0].islower():
            return i - 1 if i > 1 and fold(parts[i - 1]) in _BIG_PARTICLES else i
    if last > 1 and fold(parts[last - 1]).rstrip(".") in _BIG_PARTICLES and parts[last - 1] not in ("D", "L"):
        return last - 1
    return _two_families(parts) or last


def _two_families(parts: Sequence[str]) -> int:
    """Where the father's name of "Juan Manuel Santos Calderón" stands; 0 for names of other habits."""
    rows = table("family_names")["spanish_given"]
    folded = [fold(part) for part in parts]
    given = 0
    while given < len(parts) - 1 and (folded[given] in rows or _ONE_INITIAL.match(parts[given])):
        given += 1
    if not given or len(parts) - given != 2 or folded[given] in _given_names():
        return 0
    return given if folded[0] in rows and folded[-1] not in rows else 0


def _spaced(initials: Sequence[str]) -> str:
    """ "JA" -> "J. A."; what has stops stays."""
    words = " ".join(initials)
    return ". ".join(words) + "." if words.isalpha() and words.isupper() and len(words) <= 3 else words


def _given(words: str) -> str:
    return one_line(words).strip(" ,") if len(words) > 1 else words


def _particle(family: str) -> tuple[str, str]:
    """Leading particles in small letters (and "Al", "El"), and the rest."""
    parts = family.split()
    n = 0
    while n < len(parts) - 1 and fold(parts[n]) in particles() and (parts[n][0].islower() or parts[n] in ("Al", "El")):
        n += 1
    return " ".join(parts[:n]), " ".join(parts[n:])


def without_title(words: str) -> str:
    """Without ranks and titles in front: "Lt. Gen.", "Prof. Dr.", "President", "Sir"."""
    parts = words.split()
    titles = _titles()
    while len(parts) > 1 and fold(parts[0]).rstrip(".") in titles and len(parts[0].rstrip(".")) > 1:
        if len(parts) == 2 and parts[0].rstrip(".") not in (
            "Dr",
            "Mr",
            "Mrs",
            "Ms",
            "Prof",
            "Sen",
            "Gen",
            "Col",
            "Sir",
        ):
            break
        parts.pop(0)
    return " ".join(parts)


@cache
def _titles() -> frozenset[str]:
    rows = table("honorifics")
    return frozenset((*rows["short"], *rows["long"], *rows["ranks"])) - {
        "m",
        "fr",
        "don",
        "king",
        "prince",
        "pope",
        "bishop",
        "judge",
        "justice",
        "mayor",
    }


@cache
def particles() -> frozenset[str]:
    """Folded particles that may begin a family name."""
    return frozenset(table("particles")["kept"]) - {"st", "saint", "te", "mac", "y", "e"}


@cache
def _given_names() -> frozenset[str]:
    return frozenset(table("given_names")["names"])


def is_given(word: str) -> bool:
    """A common given name?"""
    return fold(word).strip(".,") in _given_names()
