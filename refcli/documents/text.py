"""Plain text -> its prose: web and e-mail addresses are blanked."""

from __future__ import annotations

import re

from refcli.text import Span, blank

NAME = "text"
ENDINGS: tuple[str, ...] = (".txt", ".text")

ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
)


def prose(text: str) -> str:
    """The text, same length, with its addresses blank."""
    return blank(text, addresses(text))


def bibliography(text: str) -> tuple[str, ...]:  # noqa: ARG001 - plain text has no place to name one
    """None: plain text names no library."""
    return ()


def addresses(text: str) -> list[Span]:
    """Where URLs and e-mail addresses stand; what closes the sentence behind them is not theirs."""
    found = []
    for match in ADDRESS.finditer(text):
        words = match[0].rstrip(".,;:!?'\"”’")
        if words.endswith(")") and "(" not in words:
            words = words.rstrip(")")
        found.append(Span(match.start(), match.start() + len(words)))
    return found
