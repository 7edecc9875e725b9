"""The value of a name field -> Names. Source: BibTeX's three forms "First von Last", "von Last, First", "von Last, Jr, First"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from refcli.bibtex.latex import to_text
from refcli.model import Name, Names

_AND = re.compile(r"\sand(?=\s)\s", re.IGNORECASE)
_PLAIN: Final[Mapping[str, Callable[[str], list[str]]]] = {
    "and": _AND.split,
    ",": lambda words: words.split(","),
    " ": str.split,
}
"""How words without braces are split."""
_LABELLED = re.compile(r"(?:family|given|prefix|suffix|useprefix)(?:-i)?\s*=")


def read_people(value: str) -> Names:
    """The names between the "and"s of the outermost level."""
    return tuple(_name(part) for part in _split(value, "and") if part.strip())


@lru_cache(maxsize=1 << 14)
def _name(words: str) -> Name:
    words = words.strip()
    if words == "others":
        return Name(others=True)
    if words.startswith("{") and _closing(words) == len(words) - 1:
        return Name(literal=to_text(words[1:-1]))
    if _LABELLED.match(words):
        return _labelled(words)
    words = words.replace("~", " ") if "\\~" not in words else words
    pieces = [piece.strip() for piece in _split(words, ",")]
    if len(pieces) == 1:
        return _straight(words)
    particle, family = _von_last(pieces[0])
    suffix, given = (to_text(pieces[1]), to_text(" ".join(pieces[2:]))) if len(pieces) > 2 else ("", to_text(pieces[1]))
    return Name(family, given, non_dropping_particle=particle, suffix=suffix)


def _labelled(words: str) -> Name:
    """biblatex's `family=Lisle, given=Rouget, prefix=de, useprefix=true`."""
    pairs = (piece.partition("=") for piece in _split(words, ","))
    parts = {name.strip(): to_text(value.strip().strip('"')) for name, _, value in pairs}
    prefix = parts.get("prefix", "")
    non_dropping = parts.get("useprefix", "true").lower() != "false"
    return Name(
        parts.get("family", ""),
        parts.get("given", ""),
        "" if non_dropping else prefix,
        prefix if non_dropping else "",
        parts.get("suffix", ""),
    )


def _straight(words: str) -> Name:
    parts = _split(words, " ")
    small = next((i for i, part in enumerate(parts[:-1]) if part[:1].islower()), len(parts) - 1)
    particle, family = _von_last(" ".join(parts[small:]))
    return Name(family, to_text(" ".join(parts[:small])), non_dropping_particle=particle)


def _von_last(words: str) -> tuple[str, str]:
    parts = _split(words, " ")
    count = next((i for i, part in enumerate(parts) if not part[:1].islower()), len(parts) - 1)
    return to_text(" ".join(parts[:count])), to_text(" ".join(parts[count:]))


def _split(words: str, separator: str) -> list[str]:
    """Split at the outermost level: at a comma, at white space, or at the word "and"."""
    if "\\" not in words:
        pieces = _PLAIN[separator](words)
        return _rejoined(pieces, separator) if "{" in words or "}" in words else pieces
    out, depth, last, i = [], 0, 0, 0
    while i < len(words):
        char = words[i]
        if char == "\\":
            i += 2
            continue
        depth += (char == "{") - (char == "}")
        length = _separates(words, i, separator) if depth == 0 else 0
        if length:
            out.append(words[last:i])
            i = last = i + length
        else:
            i += 1
    out.append(words[last:])
    return [piece for piece in out if piece.strip()] if separator == " " else out


def _rejoined(pieces: list[str], separator: str) -> list[str]:
    """Pieces that were cut inside of braces put together again; "and" and spaces inside become single ones, as LaTeX has it."""
    joint = {"and": " and ", ",": ",", " ": " "}[separator]
    out: list[str] = []
    depth = 0
    for piece in pieces:
        if depth > 0:
            out[-1] += joint + piece
        else:
            out.append(piece)
        depth += piece.count("{") - piece.count("}")
    return out


def _separates(words: str, i: int, separator: str) -> int:
    if separator == " ":
        return int(words[i].isspace())
    if separator == ",":
        return int(words[i] == ",")
    if words[i].isspace() and words[i + 1 : i + 4].lower() == "and" and words[i + 4 : i + 5].isspace():
        return 5
    return 0


def _closing(words: str) -> int:
    depth = 0
    for i, char in enumerate(words):
        if char in "{}" and (i == 0 or words[i - 1] != "\\"):
            depth += 1 if char == "{" else -1
            if depth == 0:
                return i
    return -1
