"""Words -> whether an entry begins with them (names, dashes) or ends with them (stops, addresses, small words)."""

from __future__ import annotations

import re
from typing import TypeAlias

_BIG = r"[^\W\d_a-zß-öø-ÿа-џ]"  # a capital, or a letter of a script without capitals
_PARTICLE = (
    r"(?:(?:van|von|vom|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|ten|ter|den|der|zu|zur|af|av|y|e|’t|'t) "
    r"|(?:al|el|ul|as|ad|ar)[-‐]|[dDlL]['’]|[ʻ‘'’]){0,3}"
)
_SURNAME = rf"{_PARTICLE}{_BIG}[\w'’‘ʻ‐-]*(?: (?:{_BIG}[\w'’‐-]*|de|del|van|von|der|da|dos|bin|y|al)){{0,3}}"
_GIVEN = rf"{_BIG}[\w'’-]+(?: (?:{_BIG}[\w'’-]*\.?|de|von|van)){{0,4}}"
_NO_PLACE = r"(?!D\.? ?C\b|N\.? ?[YJ]\b|U\.? ?[SK]\b|[A-Z]{2}\b[^.])"
_JUNIOR = r"(?:Jr|Sr|I{2,3})?\.?,? ?"
_INITIALS = rf"{_BIG}\.?(?:[ -]?{_BIG}\.)*(?=[,;.:&( ]|$)"
_TITLED = rf"(?:{_BIG}[\w'’.-]*,? (?:[a-z]{{1,4}} ){{0,2}})"
_YEAR = r"(?:1[5-9]|20)\d\d[a-z]?"
_Patterns: TypeAlias = tuple[tuple[re.Pattern[str], dict[str | None, float]], ...]
_PERSONS: _Patterns = (
    (re.compile(r"(?:[—–―]{1,6}|-{2,10}|_{2,20}|(?:[—–-] ){2,9})\s*[.,:;(“\"‘\w*]"), {None: 2.0}),  # ———. 2004.
    (  # Smith, J. B. | Smith JB, | Smith, John.
        re.compile(
            rf"{_SURNAME}(?:(?P<initials>,? {_JUNIOR}{_NO_PLACE}{_INITIALS})|(?P<glued> (?:[A-Z]{{1,3}}|[A-Z](?: [A-Z]){{1,2}})(?:[,.:]| et al\b))"
            rf"|(?P<given>, {_NO_PLACE}{_GIVEN}(?:\. |\.$|, | and | & | \(|;|:)))"
        ),
        {"initials": 1.6, "glued": 1.2, "given": 1.0},
    ),
    (
        re.compile(
            rf"(?:{_BIG}\.[ -]?){{1,3}}(?:[a-z]{{2,4}} ){{0,2}}{_BIG}[^\W\d_][\w'’‐ -]{{0,30}}?"
            rf"(?: et al\.)?(?:,|:|\(| (?:and|&|und|et|y|и) {_BIG}\.)"
        ),
        {None: 1.2},
    ),  # J. Smith, | J. Smith and K. Roe
    (  # John Smith, “ | John Smith,
        re.compile(rf"{_TITLED}{{1,7}}{_BIG}[\w'’-]*(?:(?P<quote>\)?[.,:]? [“\"‘«*_])|(?P<stop>\s*[.,:(]))"),
        {"quote": 1.2, "stop": 0.5},
    ),
)
_OPENINGS: _Patterns = (
    *_PERSONS[:-1],
    (re.compile(rf"{_BIG}[^.?!\n]{{1,110}}?[.,:]? ?[(\[](?:c\. ?)?{_YEAR}[)\].,]"), {None: 1.2}),  # World Bank (2004)
    (
        re.compile(rf"{_BIG}[^.?!:\n]{{1,110}}\. {_YEAR}[.:](?! ?(?:[Vv]ol|[Nn]o|[Pp]p?)\.)"),
        {None: 1.2},
    ),  # World Bank. 2004.
    _PERSONS[-1],
)
_EMPHASIS = re.compile(r"^(?:\s*<sup>\s*\d{1,4}\s*</sup>|\s+|[*_]{1,3}(?=[^\s*_.,;:]))+")
_ADDRESS = re.compile(r"<?(?:https?://|www\.|doi:?\s?10\.|URL\b)", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?:[Aa]ccessed|[Rr]etrieved|[Aa]vailable|[Ll]ast (?:visited|modified|accessed)|[Vv]ols?\.|[Nn]os?\.|[Pp]p?\.|ISBN|ISSN|Print\.|Web\."
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,4}\b)"
)
_FURTHER = re.compile(r"(?:and|und|et|y|и)\b[\w ]{0,20}: |(?:plus|also|see also|as well as|sowie|ainsi que)\b")
_SMALL = re.compile(
    r"(?:^|[\s(])(?:an?|and|as|at|by|for|from|into|in|of|on|or|the|to|with|und|der|die|das|von|für|im|zur|et|de|la|le|les|du"
    r"|des|en|y|el|los|las|del|da|do|dos|e|i|в|и|на|vols?|nos?|pp?|eds?|Hrsg|doi)[.(]?$",
    re.IGNORECASE,
)
_COMMA_INSIDE = re.compile(r",[”\"’»*_]{1,2}\Z")
_ABBREVIATION = re.compile(
    rf"(?:^|[\s(.])(?:{_BIG}|(?i:vols?|nos?|pp?|eds?|Nr|Bd|Jg|Hrsg|Univ|Dr|St|Mrs?|Ms|al|cf|vs|Proc|Int|Rev|с|т|№))\.$"
)
_LONGEST_LAST = 12
"""Characters that the longest of those last words takes, with the signs around it."""


def opening(words: str) -> float:
    """Evidence (-2 to 2) that an entry begins with these words rather than goes on with them."""
    head = _EMPHASIS.sub("", words[:200])
    if not head:
        return 0.0
    if _ADDRESS.match(head) or _INSIDE.match(head):
        return -1.5
    best = _best(head, _OPENINGS)
    first = head[0]
    if first.islower():
        return best if best > 1.0 else -0.3 if _FURTHER.match(head) else -1.8
    if best:
        return best
    if first.isdecimal() or first in "([)],.;:&":
        return -0.8
    return 0.2 if first in '“"«„‘' or words[0] in "*_" else 0.0


def person(words: str) -> float:
    """Evidence (0 to 2) that the words begin with the name of a person, or dashes that stand for it."""
    return _best(_EMPHASIS.sub("", words[:200]), _PERSONS)


def _best(head: str, patterns: _Patterns) -> float:
    """The points of the first pattern that matches."""
    return next((points[match.lastgroup] for pattern, points in patterns if (match := pattern.match(head))), 0.0)


def closing(words: str) -> float:
    """Evidence (-2 to 0.7) that an entry ends with these words."""
    tail = words.rstrip("*_ \t")[-120:]
    if not tail:
        return 0.0
    last = tail.rsplit(None, 1)[-1]
    if "://" in last or last.startswith(("www.", "doi.", "10.")):
        return 0.0 if last[-1] in "/-_=?&" else 0.5
    near_end = max(0, len(tail) - _LONGEST_LAST)
    if tail[-1] in ",-–—:&(/;=+" or _SMALL.search(tail, near_end) or _COMMA_INSIDE.search(tail):
        return -2.0
    if tail[-1] == ".":
        return -1.4 if _ABBREVIATION.search(tail, near_end) else 0.7
    return 0.4 if tail[-1] in ')]>”"»’?!' or tail[-1].isdecimal() else -0.6


def unclosed(words: str) -> bool:
    """A bracket or curly quotation mark opened in these words and left open."""
    return words.rfind("(") > words.rfind(")") or (words.rfind("“") > words.rfind("”") and "„" not in words)
