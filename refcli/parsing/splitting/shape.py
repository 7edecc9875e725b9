"""Words -> how much they look like a reference, how much like prose: cheap signs, no parsing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from refcli.data.loader import table
from refcli.data.outlets import find_outlet
from refcli.parsing.splitting.edges import opening
from refcli.parsing.splitting.prose import is_caption, prose, talk
from refcli.text import fold, holds_any

YEAR = re.compile(r"(?:1[5-9]|20)(?<![\d/.-]..)\d\d[a-z]?(?![\d/])")
_SIGNS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"\((?:[^()]{0,20}\b)?(?:1[5-9]|20)\d\d[^()]{0,20}\)|\((?:n\.d\.|in press|forthcoming)\)"), 1.0),
    (YEAR, 0.8),
    (re.compile(r"\d/(?:19|20)\d\d\b"), 0.8),
    (re.compile(r"://|www\.|doi(?<=\bdoi)\b|10(?<=\b10)\.\d{4,}/"), 1.0),
    (re.compile(r"[“\"«„‘][^“”\"«»]{8,300}[”\"»“’]"), 0.7),
    (re.compile(r"\b(?:[pP]p?|[vV]ols?|[nN]os?|[nN]r|Bd|Jg|[eE]ds?|Hg|Hrsg|[tT]rans|стр?|[СсТт])\.\s*\w"), 0.8),
    (re.compile(r"\d\s?\(\d{1,3}\)|\d:\s?\d+[-–]\d|\d\s?[-–]\s?\d"), 0.6),
    (re.compile(r"\b(?:[rR]etrieved|[aA]ccessed|[aA]vailable (?:at|from)|[lL]ast (?:visited|modified))\b"), 0.8),
    (re.compile(r"\b(?:Press|Publish|Verlag|Editions?\b|Journal|Review|University|Institute|Report|Paper)"), 0.4),
    (re.compile(r"\b[A-Z][\w. ]{2,20}: [A-Z][\w&. ]"), 0.4),
    (re.compile(r"\b[SAE]/(?:HRC/)?(?:RES/)?\d|\bU\.?S\.?C\.?\b|\bStat\.|\bCong\."), 0.6),
    (re.compile(r"[*_][^*_\s][^*_]{3,200}[*_]"), 0.4),
)  # fmt: skip

_ACCESS = ("acces", "retrieved", "visited", "viewed", "consult", "abgerufen", "zugriff", "обращ")
_DAY = re.compile(r"\b\d{1,2}\b")


def likeness(words: str) -> float:
    """Points for being a reference: 1.5 and more is likely one, below 0.8 hardly."""
    points = _signs(words) - 0.5 * talk(words)
    return points - (2.0 if is_caption(words.strip()) else 0.0)


@lru_cache(maxsize=8192)
def _signs(words: str) -> float:
    """Points for what references have, whatever else is there."""
    words = words.strip()[:1500]
    points = sum(weight for pattern, weight in _SIGNS if pattern.search(words))
    points += 0.8 if opening(words) >= 0.5 else 0.3 if words[:1] in tuple('“"«„‘') else 0.0
    points += 0.5 if has_date(words) else 0.0
    points += 0.6 if names_outlet(words) else 0.0
    return points - (1.0 if len(words) >= 1500 else 0.0)


def names_outlet(words: str) -> bool:
    """A known outlet or body stands between two signs."""
    return any(
        find_outlet(piece.strip(' *_"“”')) is not None
        for piece in re.split(r"[,.:;()\n]", words[:300])
        if 2 < len(piece) < 60
    )


@lru_cache(maxsize=8192)
def is_prose(words: str) -> bool:
    """True for sentences about something rather than a reference to it."""
    words = words.strip()
    return is_caption(words) or prose(words, _signs(words))


def has_date(words: str) -> bool:
    """A year, or the name of a month beside a day."""
    if YEAR.search(words):
        return True
    return bool(_DAY.search(words)) and any(word.strip(".,;:()") in _months() for word in fold(words).split())


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in table("months").values() for name in names if len(name) > 2)


def is_access(words: str) -> bool:
    """The date in these words is that of a visit to a page, or they end an address."""
    return holds_any(words.lower(), _ACCESS)
