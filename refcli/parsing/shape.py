"""Words -> how much they look like a reference, how much like prose, like an entry's first or last words: signs, no parsing."""

from __future__ import annotations

import re
from functools import cache

from refcli.data.loader import table
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
    (re.compile(r"\b(?:[rR]etrieved|[aA]ccessed|[aA]vailable (?:at|from|online)|[lL]ast (?:visited|modified)|abgerufen|consulté)\b"), 0.8),
    (re.compile(r"\b(?:Press|Publish|Verlag|Editions?\b|Journal|Review|University|Institute|Report|Paper|Resolution|Act\b|UN Doc)"), 0.4),
    (re.compile(r"\b[A-Z][\w. ]{2,20}: [A-Z][\w&. ]"), 0.4),
    (re.compile(r"\b[SAE]/(?:HRC/)?(?:RES/)?\d|\bU\.?S\.?C\.?\b|\bStat\.|\bCong\."), 0.6),
    (re.compile(r"[*_][^*_\s][^*_]{3,200}[*_]"), 0.4),
)  # fmt: skip

_BIG = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏȘȚА-ЯЁЄІЇҐΑ-Ω"
_PARTICLE = r"(?:(?:van|von|vom|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ten|ter|den|der|zu|zur|af|av|y|e|’t|'t)[ ]|(?:al|el|ul|as|ad|ar)[-‐]|[dDlL]['’]|[ʻ‘'’]){0,3}"
_SURNAME = rf"{_PARTICLE}[{_BIG}][\w'’‘ʻ‐-]*(?: (?:[{_BIG}][\w'’‐-]*|de|del|van|von|der|da|dos|bin|y|al)){{0,3}}"
_PLACE = r"(?!D\.? ?C\b|N\.? ?[YJ]\b|U\.? ?[SK]\b|[A-Z]{2}\b[^.])"
_OPENINGS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"(?:[—–―]{1,6}|-{2,10}|_{2,20}|(?:[—–-] ){2,})\s*[.,:;(“\"‘\w*]"), 2.0),
    (re.compile(rf"{_SURNAME},? (?:Jr|Sr|I{{2,3}})?\.?,? ?{_PLACE}[{_BIG}]\.?(?:[ -]?[{_BIG}]\.)*(?=[,;.:&( ]|$)"), 1.6),
    (re.compile(rf"(?:[{_BIG}]\.[ -]?){{1,3}}{_SURNAME}(?:,| and | & |:| \()"), 1.2),
    (re.compile(rf"{_SURNAME} [A-Z]{{1,3}}(?:,|\.|:)"), 1.2),
    (re.compile(rf"{_SURNAME}, {_PLACE}[{_BIG}][\w'’-]+(?: (?:[{_BIG}][\w'’-]*\.?|de|von|van))*(?:\. |\.$|, | and | & | \(|;|:)"), 1.0),
    (re.compile(rf"[{_BIG}][^.?!\n]{{1,110}}?[.,:]? ?[(\[](?:c\. ?)?(?:1[5-9]|20)\d\d[a-z]?[)\].,]"), 1.2),
    (re.compile(rf"[{_BIG}][^.?!:\n]{{1,110}}\. (?:1[5-9]|20)\d\d[a-z]?[.:]"), 1.2),
    (re.compile(rf"(?:[{_BIG}][\w'’.-]*,? (?:[a-z]{{1,4}} ){{0,2}}){{1,7}}[{_BIG}][\w'’-]*\)?[.,:]? [“\"‘«*_]"), 1.2),
    (re.compile(rf"(?:[{_BIG}][\w'’.-]* (?:[a-z]{{1,4}} ){{0,2}}){{1,6}}[{_BIG}][\w'’-]+\s*[.,:(]"), 0.5),
)  # fmt: skip
_ADDRESS = re.compile(r"<?(?:https?://|www\.|doi:?\s?10\.|URL\b)", re.IGNORECASE)
_FURTHER = re.compile(r"(?:and|und|et|y|и)\b[\w ]{0,20}: |(?:plus|also|see also|as well as|sowie|ainsi que)\b")
_ACCESS = re.compile(
    r"(?:last )?(?:accessed|retrieved|visited|viewed|consulted|abgerufen|zugriff|consult|acces|обращ)", re.IGNORECASE
)
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
_SMALL = frozenset(
    """a an and as at by for from in into of on or the to with und der die das von für im in zur et de la le les du des en
    y el los las del da do dos e i в и на vol no nos pp p ed eds hrsg doi""".split()
)
_SHORT = re.compile(
    rf"(?:^|[\s(.])(?:[{_BIG}]|vols?|nos?|pp?|eds?|Nr|Bd|Jg|Hrsg|Univ|Dr|St|Mr|Mrs|Ms|al|cf|vs|Proc|Int|J|Rev|с|т|№)\.$",
    re.IGNORECASE,
)


def likeness(words: str) -> float:
    """Points for being a reference: 1.5 and more is likely one, below 0.8 hardly."""
    words = words.strip()[:1500]
    points = sum(weight for pattern, weight in _SIGNS if pattern.search(words))
    points += 0.8 if opening(words) >= 0.5 else 0.3 if words[:1] in tuple('“"«„‘') else 0.0
    points += 0.5 if has_date(words) else 0.0
    points -= 0.5 * talk(words)
    return points - (2.0 if _LEAD.match(words) else 0.0) - (1.0 if len(words) >= 1500 else 0.0)


def talk(words: str) -> int:
    """How many words of running talk (verbs, pronouns) stand there outside quotations, italics and addresses."""
    bare = _QUOTED.sub(" ", words[:1500]).lower()
    return sum(word.strip(".,;:!?()") in _TALK for word in bare.split())


def is_prose(words: str) -> bool:
    """True for sentences about something rather than a reference to it."""
    words = words.strip()
    if _LEAD.match(words):
        return True
    spoken = talk(words)
    return spoken >= 2 and likeness(words) < 1.8 + 0.3 * (len(words) > 200)


def has_date(words: str) -> bool:
    """A year, or the name of a month beside a day."""
    if YEAR.search(words):
        return True
    return bool(_DAY.search(words)) and any(word.strip(".,;:()") in _months() for word in fold(words).split())


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in table("months").values() for name in names if len(name) > 2)


def opening(words: str) -> float:
    """Evidence (-2 to 2) that an entry begins with these words rather than goes on with them."""
    head = words[:200].lstrip(" \t\u00a0*_")
    if not head:
        return 0.0
    if _ADDRESS.match(head):
        return -1.5
    best = next((points for pattern, points in _OPENINGS if pattern.match(head)), 0.0)
    first = head[0]
    if first.islower():
        return best if best > 1.0 else -0.3 if _FURTHER.match(head) else -1.8
    if best:
        return best
    if first.isdigit() or first in "([)],.;:&":
        return -0.8
    return 0.2 if first in '“"«„‘' or words[0] in "*_" else 0.0


def is_access(words: str) -> bool:
    """The date in these words is that of a visit to a page, or they end an address."""
    return bool(_ACCESS.search(words))


def closing(words: str) -> float:
    """Evidence (-2 to 0.7) that an entry ends with these words."""
    tail = words.rstrip("*_ \t")[-120:]
    if not tail:
        return 0.0
    last = tail.rsplit(None, 1)[-1]
    if "://" in last or last.startswith(("www.", "doi.", "10.")):
        return 0.0 if last[-1] in "/-_=?&" else 0.5
    if tail[-1] in ",-–—:&(/;=+" or last.lower().strip(".(,") in _SMALL:
        return -2.0
    if tail[-1] == ".":
        return -0.6 if _SHORT.search(tail) else 0.7
    return 0.4 if tail[-1] in ')]>”"»’?!' or tail[-1].isdigit() else -0.6


def unclosed(words: str) -> bool:
    """A bracket or curly quotation mark opened in these words and left open."""
    return words.rfind("(") > words.rfind(")") or (words.rfind("“") > words.rfind("”") and "„" not in words)
