"""Plain text -> its prose: web and e-mail addresses, and what is said to refcli, are blanked."""

from __future__ import annotations

import re

from refcli.documents.types import Comment, Document
from refcli.text import Span, blank

NAME = "text"

ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
)
_SAID = re.compile(r"<!--\s*(refcli:[^\n]{0,200}?)-->")


def document(name: str, text: str, encoding: str) -> Document:
    """The text itself; the only comments in it are those to refcli (`<!-- refcli: ignore -->`)."""
    said = [Comment(Span(*match.span()), match[1].strip()) for match in _SAID.finditer(text)]
    prose = blank(text, [*(comment.span for comment in said), *addresses(text)])
    return Document(name, text, prose, NAME, encoding, comments=tuple(said))


def masked(text: str) -> str:
    """The text, same length, with its addresses blank."""
    return blank(text, addresses(text))


def addresses(text: str) -> list[Span]:
    """Where URLs and e-mail addresses stand; what closes the sentence behind them is not theirs."""
    found = []
    for match in ADDRESS.finditer(text):
        words = match[0].rstrip(".,;:!?'\"”’")
        if words.endswith(")") and "(" not in words:
            words = words.rstrip(")")
        found.append(Span(match.start(), match.start() + len(words)))
    return found
