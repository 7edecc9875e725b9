"""How wide and colourful a report may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Columns of the terminal, and whether it shows colour."""

    width: int = 80
    colour: bool = False

    def paint(self, code: str, text: str) -> str:
        """The text in an ANSI colour, or as it is."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text
