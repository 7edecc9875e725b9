"""How wide and colourful a report may be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_INDENT = "  "
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def columns(text: str) -> int:
    """How many columns of a terminal the text takes. Source: Unicode Standard Annex 11 (East Asian width)."""
    return len(text) if text.isascii() else sum(map(_column, text))


def fitting(text: str, room: int) -> str:
    """As much of the beginning as so many columns hold."""
    while columns(text) > room:
        text = text[: min(len(text) - 1, room)]
    return text


def printable(text: str) -> str:
    """Control characters, which a terminal would obey, as replacement characters; every character stays at its offset."""
    return text if text.isprintable() else _CONTROL.sub("\ufffd", text)


def _column(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Look:
    """Columns to fit in, whether colour is shown, and whether a person sees it on a terminal."""

    width: int = 80
    colour: bool = False
    terminal: bool = False

    def paint(self, code: str, text: str) -> str:
        """The text in an ANSI colour, or as it is."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def wrap(self, text: str) -> list[str]:
        """The text in lines that fit a terminal, broken between words; one line where there is no terminal."""
        if not self.terminal:
            return [text]
        lines, taken = [""], 0
        for word in text.split(" "):
            size = columns(_ANSI.sub("", word))
            if taken and taken + 1 + size > self.width:
                lines.append(_INDENT + word)
                taken = len(_INDENT) + size
            else:
                lines[-1] += f" {word}" if taken else word
                taken += size + bool(taken)
        return lines
