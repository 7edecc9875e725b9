"""Given names -> initials."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_TAG = re.compile(r"(<[^<>]*>)")
_SPLIT = re.compile(r"[\s\u00a0]+")


@lru_cache(maxsize=4096)
def initials(given: str, mark: str) -> str:
    """`Jean-Luc Marie` with ". " -> "J.-L. M."; words in lower case stay ("Ibn al", "de"), and so do tags."""
    return _around_tags(given, lambda words: _initials(words, mark))


def _around_tags(given: str, change: Callable[[str], str]) -> str:
    """The words between tags changed, each with the space or hyphen before it."""
    if "<" not in given:
        return change(given)
    pieces = _TAG.split(given)
    pieces[::2] = [piece[: len(piece) - len(bare := piece.lstrip(" -"))] + change(bare) for piece in pieces[::2]]
    return "".join(pieces)


def _initials(given: str, mark: str) -> str:
    words = _words(given)
    pieces: list[str] = []
    for word in words:
        short = _word(word, mark.strip())
        if short is None:
            if pieces:
                pieces[-1] = pieces[-1].rstrip()
            pieces.append(f" {word} ")
        else:
            pieces.append(short + mark[len(mark.rstrip()) :])
    return re.sub(" +", " ", "".join(pieces)).strip()


def _words(given: str) -> list[str]:
    """Names apart, also where only full stops part them ("J.R.")."""
    return [word for word in _SPLIT.split(re.sub(r"\.(?=[^\W\d_-])", ". ", given.strip())) if word]


def _word(word: str, mark: str) -> str | None:
    """Initials of one (perhaps hyphenated) name; None for a word that stays, such as a particle."""
    parts = [part for part in re.split("[-–]", word) if part]
    if not parts or (parts[0][0].islower() and len(parts[0].rstrip(".")) > 1) or not _abbreviated(parts[0][0]):
        return None
    firsts = [
        _first(part) + mark for part in parts if part[0].isalpha() and (part is parts[0] or not part[0].islower())
    ]
    if not firsts:
        return None
    return "-".join(firsts)


def _abbreviated(first: str) -> bool:
    """Whether names that begin so have initials: those of alphabets with capitals have, 泽东 and ʿAlī have not."""
    return not first.isalpha() or first.lower() != first.upper()


def _first(part: str) -> str:
    """The initial, which keeps what stands for one sound where it is written so: "Yu.", "Th.", "TSerendorj"."""
    bare = part.rstrip(".")
    if part.endswith(".") and 1 < len(bare) <= 3 and bare[0].isupper() and bare[1:].islower():
        return bare
    if part.endswith(".") and len(bare) > 1 and bare.isupper():
        return bare
    capitals = next((i for i, char in enumerate(bare) if not char.isupper()), 0)
    if 1 < capitals < 4:
        return part[0] + part[1:capitals].lower()
    return part[0].upper()


def tidy_initials(given: str, mark: str) -> str:
    """Without abbreviating: initials that are there already take the style's mark ("J R" or "J.R." -> "J. R.")."""
    return _around_tags(given, lambda words: _tidied(words, mark))


def _tidied(given: str, mark: str) -> str:
    out = ""
    for word in _words(given):
        bare = word.rstrip(".")
        if (len(bare) == 1 and bare.isupper()) or (word.endswith(".") and len(bare) <= 3 and bare.isalpha()):
            out += bare + mark
        else:
            out = f"{out.rstrip()} {word} " if out else f"{word} "
    return re.sub(" +", " ", out).strip()
