"""How wide and colourful a report may be."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INDENT = "  "
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


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
        lines, columns = [""], 0
        for word in text.split(" "):
            size = len(_ANSI.sub("", word))
            if columns and columns + 1 + size > self.width:
                lines.append(_INDENT + word)
                columns = len(_INDENT) + size
            else:
                lines[-1] += f" {word}" if columns else word
                columns += size + bool(columns)
        return lines
