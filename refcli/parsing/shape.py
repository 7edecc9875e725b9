"""Words -> how much they look like a reference, how much like prose: cheap signs, no parsing."""

from __future__ import annotations

import re
from functools import cache

from refcli.data.loader import table
from refcli.data.outlets import find_outlet
from refcli.parsing.edges import opening
from refcli.text import fold

YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]|20)\d\d[a-z]?(?![\d/])")
_SIGNS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"\((?:[^()]{0,20}\b)?(?:1[5-9]|20)\d\d[^()]{0,20}\)|\((?:n\.d\.|in press|forthcoming)\)"), 1.0),
    (YEAR, 0.8),
    (re.compile(r"\d/(?:19|20)\d\d\b"), 0.8),
    (re.compile(r"://|www\.|\bdoi\b|\b10\.\d{4,}/"), 1.0),
    (re.compile(r"[“\"«„‘][^“”\"«»]{8,300}[”\"»“’]"), 0.7),
    (re.compile(r"\b(?:[pP]p?|[vV]ols?|[nN]os?|[nN]r|Bd|Jg|[eE]ds?|Hg|Hrsg|[tT]rans|стр?|[СсТт])\.\s*\w"), 0.8),
    (re.compile(r"\d\s?\(\d{1,3}\)|\d:\s?\d+[-–]\d|\d\s?[-–]\s?\d"), 0.6),
    (re.compile(r"\b(?:[rR]etrieved|[aA]ccessed|[aA]vailable (?:at|from)|[lL]ast (?:visited|modified))\b"), 0.8),
    (re.compile(r"\b(?:Press|Publish|Verlag|Editions?\b|Journal|Review|University|Institute|Report|Paper)"), 0.4),
    (re.compile(r"\b[A-Z][\w. ]{2,20}: [A-Z][\w&. ]"), 0.4),
    (re.compile(r"\b[SAE]/(?:HRC/)?(?:RES/)?\d|\bU\.?S\.?C\.?\b|\bStat\.|\bCong\."), 0.6),
    (re.compile(r"[*_][^*_\s][^*_]{3,200}[*_]"), 0.4),
)  # fmt: skip

_ACCESS = re.compile(
    r"(?:last )?(?:accessed|retrieved|visited|viewed|consulted|abgerufen|zugriff|consult|acces|обращ)", re.IGNORECASE
)
_DAY = re.compile(r"\b\d{1,2}\b")
_TALK = re.compile(
    r"\b(?:(?i:has|have|had|is|are|was|were|can|could|will|would|should|you|we|they|i|it|he|she|this|these|those|my|our|your"
    r"|their|his|its|be|been|might|does|do|did|there|here|who|what|ist|sind|wurde|wurden|hat|haben|nicht|sich|sont|était|ont|été|nous"
    r"|fue|fueron|está|están|han|são|foi|è|sono|был|были|что|это|также)|may)\b"
)
_QUOTED = re.compile(r"[“\"«‘][^”\"»’]{0,400}[”\"»’]|[*_][^*_]{0,400}[*_]|\b\w{2,8}://\S*")
_LEAD = re.compile(
    r"(?:photo|image|picture|figure|fig\.|credit|caption|about the authors?|tags?|filed under|share|posted|copyright|©|contact)"
    r"\b[^.]{0,40}?[:©]",
    re.IGNORECASE,
)


def likeness(words: str) -> float:
    """Points for being a reference: 1.5 and more is likely one, below 0.8 hardly."""
    words = words.strip()[:1500]
    points = sum(weight for pattern, weight in _SIGNS if pattern.search(words))
    points += 0.8 if opening(words) >= 0.5 else 0.3 if words[:1] in tuple('“"«„‘') else 0.0
    points += 0.5 if has_date(words) else 0.0
    points += 0.6 if names_outlet(words) else 0.0
    points -= 0.5 * talk(words)
    return points - (2.0 if _LEAD.match(words) else 0.0) - (1.0 if len(words) >= 1500 else 0.0)


def names_outlet(words: str) -> bool:
    """A known outlet or body stands between two signs."""
    return any(
        find_outlet(piece.strip(' *_"“”')) is not None
        for piece in re.split(r"[,.:;()\n]", words[:300])
        if 2 < len(piece) < 60
    )


def talk(words: str) -> int:
    """How many words of running talk (verbs, pronouns) stand there outside quotations, italics and addresses."""
    return len(_TALK.findall(_QUOTED.sub(" ", words[:1500])))


def is_prose(words: str) -> bool:
    """True for sentences about something rather than a reference to it."""
    words = words.strip()
    if _LEAD.match(words):
        return True
    if talk(words) < 2:
        return False
    return likeness(words) < (0.3 if opening(words) >= 1.2 else 1.8 + 0.3 * (len(words) > 200))


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
    return bool(_ACCESS.search(words))
