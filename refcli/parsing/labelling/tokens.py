"""Text of an entry -> tokens, without losing a character.

Letters and digits that touch are apart ("D76", "3Boghani", "제7권"), and so are words that lost the space between them
("detectorClass"): what they are may differ, and segments join them again where it does not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LETTERS = r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
_TOKEN = re.compile(
    r"(?:https?://|ftp://|www\.)(?:(?!\]\()[^\s<>])*[^\s<>.,;:!?)\]}\"'”’*_]"
    r"|1(?<![\d.]1)0\.\d{4,9}/(?:[ \t]*\r?\n[ \t]*(?=\S*\d))?[^\s<>]*[^\s<>.,;:)\]}\"'”’*_]"
    r"|\d{4}[a-z](?![^\W_])|\d+(?:(?:st|nd|rd|th)(?![^\W_]))?"
    r"|[A-Z]?[a-zà-ÿ]{3,}+(?=[A-Z][a-zà-ÿ])"
    rf"|{_LETTERS}(?:['’]{_LETTERS})*"
    r"|[^\s\u200b\ufeff]"
)


class Token(NamedTuple):
    """A word, a number, an address or one sign, and where it starts and ends (exclusive) in the entry."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """The tokens in order; between two of them there is white space or nothing."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
