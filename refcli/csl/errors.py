"""What is wrong with a style, and where: the only exception that leaves this room."""

from __future__ import annotations


class StyleError(Exception):
    """A style (or locale) that cannot be used: one sentence, and the line of its XML, 0 where no line is to blame."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.message = message
        self.line = line
