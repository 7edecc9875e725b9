"""Words -> how much they look like a reference, how much like prose, like the start of an entry: cheap signs, no parsing."""

from __future__ import annotations

import re

from refcli.data.loader import table
from refcli.text import fold

YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]|20)\d\d[a-z]?(?![\d/])")
_SIGNS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"\((?:[^()]{0,20}\b)?(?:1[5-9]|20)\d\d[^()]{0,20}\)|\(n\.d\.\)|\((?:in press|forthcoming)\)"), 1.0),
    (YEAR, 0.8),
    (re.compile(r"\b\d{1,4}/(?:19|20)\d\d\b"), 0.8),
    (re.compile(r"https?://|www\.|\bdoi\b|\b10\.\d{4,}/"), 1.0),
    (re.compile(r"[“\"«„‘].{8,300}?[”\"»“’]", re.DOTALL), 0.7),
    (re.compile(r"\b(?:pp?|vols?|nos?|Bd|Jg|eds?|Hg|Hrsg|trans|стр?|Т|С)\.\s*\w", re.IGNORECASE), 0.8),
    (re.compile(r"\b\d{1,4}\s?\(\d{1,3}\)|\b\d+:\s?\d+[-–]\d+|\d+\s?[-–]\s?\d+\b"), 0.6),
    (re.compile(r"\b(?:retrieved|accessed|available (?:at|from|online)|last (?:visited|modified)|abgerufen|consulté)\b", re.IGNORECASE), 0.8),
    (re.compile(r"\b(?:Press|Publish\w*|Verlag|Editions?|Journal|Review|University|Institute|Report|Paper|Resolution|Act|UN Doc)\b"), 0.4),
    (re.compile(r"\b[A-Z][\w. ]{2,20}: [A-Z][\w&. ]+"), 0.4),
    (re.compile(r"\b(?:S|A|E|A/HRC)/(?:RES/)?\d+|\bU\.?S\.?C\.?\b|\bStat\.|\bCong\."), 0.6),
    (re.compile(r"[*_][^*_\s][^*_]{3,200}[*_]"), 0.4),
)  # fmt: skip
_INVERTED = re.compile(
    r"[^\W\d_][\w'’‘.-]*(?: [\w'’.-]+){0,3},\s+(?:[^\W\d_]\.|[^\W\d_]{1,3}\b|[A-ZÀ-ÞЀ-Я][\w'’-]+\b)|[—–_-]{2,}"
)
_STRAIGHT = re.compile(r"(?:[A-ZÀ-ÞЀ-Я][\w'’.-]*,? (?:[a-z]{1,4} ){0,2}){1,6}?[A-ZÀ-ÞЀ-Я][\w'’-]+\s*[.,:(]")
_DAY = re.compile(r"\b\d{1,2}\b")
_TALK = frozenset(
    """has have had is are was were can could will would should you we they i it he she this these those my our your their
    his its be been may might does do did there here who what""".split()
)
_QUOTED = re.compile(r"[“\"«‘][^”\"»’]{0,400}[”\"»’]|[*_][^*_]{0,400}[*_]|\S*://\S*")
_LEAD = re.compile(
    r"(?:photo|image|picture|figure|fig\.|credit|caption|about the authors?|tags?|filed under|share|posted|copyright|©|contact)\b"
    r"[^.]{0,40}?[:©]",
    re.IGNORECASE,
)


def likeness(words: str) -> float:
    """Points for being a reference: 1.5 and more is likely one, below 0.8 hardly."""
    words = words.strip()
    points = sum(weight for pattern, weight in _SIGNS if pattern.search(words[:1500]))
    points += 0.8 if starts_like_entry(words) else 0.0
    points += 0.5 if has_date(words) else 0.0
    points -= 0.5 * talk(words)
    return points - (2.0 if _LEAD.match(words) else 0.0) - (1.0 if len(words) > 1500 else 0.0)


def talk(words: str) -> int:
    """How many words of running talk (verbs, pronouns) stand there outside quotations, italics and addresses."""
    return sum(word in _TALK for word in re.findall(r"[a-z]+", _QUOTED.sub(" ", words[:1500]).lower()))


def is_prose(words: str) -> bool:
    """True for sentences about something rather than a reference to it."""
    spoken = talk(words)
    return bool(_LEAD.match(words.strip())) or (spoken >= 2 and likeness(words) < 1.8 + 0.3 * (len(words) > 200))


def has_date(words: str) -> bool:
    """A year, or the name of a month beside a day."""
    if YEAR.search(words):
        return True
    months = table("months")["en"]
    return bool(_DAY.search(words)) and any(word.strip(".,;:()") in months for word in fold(words).split())


def starts_like_entry(words: str) -> bool:
    """Inverted or straight author, institution, dashes for the same author, or a quoted title in front."""
    head = words.lstrip(" \t\u00a0*_")[:120]
    if not head or head[0].islower():
        return False
    return bool(_INVERTED.match(head) or _STRAIGHT.match(head) or head[0] in "“\"«„‘")


def ends_like_entry(words: str) -> bool:
    """A full stop, an address, a closing bracket or a page number at the end."""
    tail = words.rstrip()
    return bool(tail) and (tail[-1] in ".)]>”\"»*_" or tail[-1].isdigit() or "://" in tail.rsplit(None, 1)[-1])


def breaks_off(words: str) -> bool:
    """A line that must go on: comma, hyphen, colon, or a small word at its end."""
    tail = words.rstrip()
    last = tail.rsplit(None, 1)[-1] if tail else ""
    return bool(tail) and (tail[-1] in ",-–:&(/;" or last.lower() in ("and", "of", "the", "in", "for", "to", "a", "on", "und", "de", "la", "from", "at", "vol.", "no.", "pp.", "p."))
