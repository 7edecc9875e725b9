"""Number -> roman numeral, letter suffix."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def roman(number: int) -> str:
    """Lower-case roman numeral of 1 to 3999; the arabic one beyond."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        out += letters * count
    return out


def letters(number: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa: the suffix that tells years apart."""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out


def is_roman(text: str) -> bool:
    """Whether the letters are a well-formed roman numeral, upper or lower case."""
    low = text.lower()
    if not low or any(char not in _DIGITS for char in low) or not (text.isupper() or text.islower()):
        return False
    values = [_DIGITS[char] for char in low]
    total = sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
    return roman(total) == low
