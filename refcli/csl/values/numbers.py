"""Words of a number field -> is it a number, one or several, and its parts.

Source: CSL 1.0.2, "Number", "Choose" (is-numeric), "Label" (contextual plural).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from refcli.csl.values.ordinals import is_roman

_NUMERAL = r"[^\W\d_]{0,3}\d+(?:[^\W\d_]{0,3})"
_PART = re.compile(rf"\s*({_NUMERAL})\s*(?:([-–—&;]|,(?=\s)|and|et|und)|$)", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\d\s*[^\W\d_]?\s*(?:[-–—&;]|,(?!\d)|,?\s+and\b|,?\s+et\b|\band\b|\bet\b|\bund\b)\s*[^\W\d_]{0,3}\d"
)

_SYMBOL = re.compile(r"[^\W\d_]{2,}[-–/]\d")
"""What a report or document number begins with; its hyphens are no ranges: "TRO-19-204"."""
_FURTHER = re.compile(r"[,;]\s*(?!and\b|et\b|und\b)[^\W\d_]{2,}[.\s]")
"""What begins to count something else: "1, fol. 186"."""


class Part(NamedTuple):
    """A numeral and the separator after it, "" at the end."""

    numeral: str
    separator: str


def number_parts(text: str) -> tuple[Part, ...]:
    """The numerals of a numeric field ("2-4 & 7"); nothing for a field that holds other words."""
    parts, at = [], 0
    text = text.strip()
    while at < len(text):
        match = _PART.match(text, at)
        if not match:
            return ()
        parts.append(Part(match[1], match[2] or ""))
        at = match.end()
    return tuple(parts) if not parts or not parts[-1].separator else ()


def is_numeric(text: str) -> bool:
    """Whether CSL's `is-numeric` holds: numerals, perhaps with a letter or two, joined by hyphen, comma, ampersand."""
    text = text.strip()
    return text.isdecimal() or bool(number_parts(text))


def is_symbol(text: str) -> bool:
    """Whether the field holds a report or document number, which is printed as it is."""
    return _SYMBOL.match(text.lstrip()) is not None


def is_plural(text: str, variable: str) -> bool:
    """Whether a label of this variable stands in the plural."""
    text = text.strip()
    if variable.startswith("number-of-"):
        return text.isdecimal() and text.lstrip("0") != "1"
    if text.isalnum() and (text.isdecimal() or not any(char.isdecimal() for char in text)):
        return False
    if "\\-" in text or is_symbol(text):
        return False
    text = _FURTHER.split(text)[0]
    if _SEVERAL.search(text):
        return True
    parts = re.split(r"\s*[-–—,&]\s*", text)
    return len(parts) > 1 and all(is_roman(part) for part in parts)
