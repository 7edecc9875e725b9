"""Stream -> text for a terminal: italics, bold and underlined as escape codes, URLs as links of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.outputs.text import Text

if TYPE_CHECKING:
    from refcli.csl.stream import Mark

_ON = {("style", "italic"): "\x1b[3m", ("weight", "bold"): "\x1b[1m", ("decoration", "underline"): "\x1b[4m"}
_OFF = {"style": "\x1b[23m", "weight": "\x1b[22m", "decoration": "\x1b[24m"}


class Ansi(Text):
    """Text with looks."""

    def escape(self, text: str) -> str:
        """Without control characters, which could steer the terminal."""
        return "".join(char for char in text if char >= " " or char in "\n\t")

    def mark(self, mark: Mark) -> str:
        """The code that switches a look on or off."""
        if mark.kind not in _OFF:
            return super().mark(mark)
        on = (mark.kind, mark.value) in _ON
        if on == mark.start:
            return _ON.get((mark.kind, mark.value)) or next(
                code for (kind, _), code in _ON.items() if kind == mark.kind
            )
        return _OFF[mark.kind]
