"""Text -> a key that sorts as people sort: punctuation, digits, letters; accents, then case, only between equals."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DROP = dict.fromkeys(map(ord, '“”"«»[]'), None)
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ß": "ss",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ʿ": "",
        "ʾ": "",
        "ʻ": "",
    }
)
_PUNCTUATION = {
    ord(char): number for number, char in enumerate("_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$–—’‘", start=33) if char
}

Key = tuple[str, str, str]


@lru_cache(maxsize=8192)
def collation_key(text: str) -> Key:
    """The key; equal keys mean equal texts."""
    low = text.translate(_DROP).lstrip("'‘’ ").rstrip().casefold()
    if low.isascii():
        return low.translate(_ASCII), "", text.swapcase()
    bare = unicodedata.normalize("NFKD", low.translate(_LETTERS))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return bare.translate(_ASCII), low, text.swapcase()


_ASCII = {code: f"\x01{chr(place)}" for code, place in _PUNCTUATION.items()}
