"""Reference and pattern -> its key: "[auth][year]" gives mcdermott2004; unique, in small ASCII letters.

The names in brackets are those of JabRef and Better BibTeX as far as they mean the same: auth, authors, year, shortyear,
month, day, shorttitle, title, outlet, type; a number behind one takes so many letters (of auth) or words (of titles), and
`:upper`, `:capitalize` or `:abbr` change its letters. All else stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from refcli.library.errors import LibraryError
from refcli.model import Reference
from refcli.text import fold, fold_key

DEFAULT: Final = "[auth][year]"
_PART = re.compile(r"\[([A-Za-z]+)(\d*)((?::[a-z]+)*)\]|([^\[\]]+)")
_LONGEST: Final = 32
_SMALL: Final = frozenset(
    "a an the of on in at to for and or from with by der die das ein eine und le la les un une de des du et el los las y".split()  # noqa: SIM905
)


class KeyPatternError(LibraryError):
    """A pattern that names something unknown."""


def check_pattern(pattern: str) -> None:
    """Raises KeyPatternError, which says what a pattern can name."""
    if "".join(match[0] for match in _PART.finditer(pattern)) != pattern or not pattern:
        raise KeyPatternError(f'"{pattern}" is no pattern of keys; write for instance [auth][year][shorttitle].')
    for match in _PART.finditer(pattern):
        unknown = [] if match[1] in (*_PARTS, None) else [f"[{match[1]}]"]
        unknown += [word for word in (match[3] or "").split(":")[1:] if word not in _CHANGES]
        if unknown:
            raise KeyPatternError(
                f'"{pattern}": {unknown[0]} is unknown; there are {", ".join(f"[{part}]" for part in _PARTS)}, '
                f"and {', '.join(':' + change for change in _CHANGES)} inside of the brackets."
            )


def stem(reference: Reference, pattern: str = "") -> str:
    """The key by the pattern ("" for `DEFAULT`), which other entries may have too."""
    key = "".join(match[4] or _part(reference, match) for match in _PART.finditer(pattern or DEFAULT))
    return _plain(key) or "entry"


def unique(wanted: str, taken: Iterable[str] | set[str]) -> str:
    """That key, or with b, c ... behind it where it is taken; case makes no difference."""
    taken = taken if isinstance(taken, set) else {key.lower() for key in taken}
    letters = iter("bcdefghijklmnopqrstuvwxyz")
    key, count = wanted, 1
    while key.lower() in taken:
        letter = next(letters, "")
        count += 1
        key = f"{wanted}{letter}" if letter else f"{wanted}-{count}"
    return key


def fits(key: str, wanted: str) -> bool:
    """Is it the wanted key, or one with a suffix that `unique` gives?"""
    return re.fullmatch(rf"{re.escape(wanted)}(?:[a-z]|-\d+)?", key, re.IGNORECASE) is not None


def _part(reference: Reference, match: re.Match[str]) -> str:
    words = _PARTS[match[1]](reference, int(match[2] or 0))
    for change in match[3].split(":")[1:]:
        words = _CHANGES[change](words)
    return "".join(words)


def _plain(key: str) -> str:
    return "".join(char for char in key if char.isascii() and (char.isalnum() or char in "_-:.+/"))


def _auth(reference: Reference, letters: int) -> list[str]:
    """The first family name; of a body, or where nobody is named, the first words of what there is."""
    authors = reference.authors
    if authors and not authors[0].literal:
        words = [authors[0].full_family]
    else:
        named = authors[0].literal if authors else ""
        words = (named or reference.get("container-title") or reference.get("title") or reference.type).split()[:3]
    name = _ascii("".join(words))[: letters or _LONGEST]
    return [name or "entry"]


def _authors(reference: Reference, most: int) -> list[str]:
    """Up to three (or so many) family names; "etal" stands for more."""
    names = [_ascii(name.full_family) for name in reference.authors if not name.others]
    if len(names) < 2:
        return _auth(reference, 0)
    most = most or 3
    return [*names[:most], *(["etal"] if len(names) > most else [])]


def _year(reference: Reference, _: int) -> list[str]:
    year = reference.issued.year if reference.issued else None
    return ["nd" if year is None else str(year)]


def _short_year(reference: Reference, most: int) -> list[str]:
    return [year[-2:] for year in _year(reference, most)]


def _month(reference: Reference, _: int) -> list[str]:
    days = reference.issued.days if reference.issued else ()
    return [f"{days[0].month:02d}" if days and days[0].month else ""]


def _day(reference: Reference, _: int) -> list[str]:
    days = reference.issued.days if reference.issued else ()
    return [f"{days[0].day:02d}" if days and days[0].day else ""]


def _title(reference: Reference, most: int) -> list[str]:
    """Its words, all or so many, without articles and small words at the head of it."""
    words = [word for word in map(_ascii, re.split(r"[\s/–—-]+", reference.get("title"))) if word]
    return [word for word in words if word not in _SMALL][: most or None]


def _short_title(reference: Reference, most: int) -> list[str]:
    """The first word, or so many."""
    return _title(reference, most or 1)


def _outlet(reference: Reference, most: int) -> list[str]:
    words = (reference.get("container-title") or reference.get("publisher")).split()
    return [_ascii(word) for word in words if fold(word) not in _SMALL][: most or None]


def _type(reference: Reference, _: int) -> list[str]:
    return [_ascii(reference.type)]


def _ascii(words: str) -> str:
    folded = fold_key(words)
    if not folded.isascii():
        from anyascii import anyascii  # noqa: PLC0415 - only names in other scripts need its tables

        folded = anyascii(folded).lower()
    return "".join(char for char in folded if char.isalnum())


_PARTS: Final[Mapping[str, Callable[[Reference, int], list[str]]]] = {
    "auth": _auth, "authors": _authors, "year": _year, "shortyear": _short_year, "month": _month, "day": _day, "shorttitle": _short_title, "title": _title,
    "outlet": _outlet, "journal": _outlet, "type": _type,
}  # fmt: skip
_CHANGES: Final[Mapping[str, Callable[[list[str]], list[str]]]] = {
    "lower": lambda words: [word.lower() for word in words],
    "upper": lambda words: [word.upper() for word in words],
    "capitalize": lambda words: [word.capitalize() for word in words],
    "abbr": lambda words: [word[:1] for word in words],
}
