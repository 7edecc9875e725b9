"""Words of a note -> the work that they point back to: "Ibid., 45", "McDermott, op. cit.", "supra note 12, at 4", "(n 3) 17".

Forms: Chicago 14.34-35, Bluebook rule 4, OSCOLA 1.2, and what stands in their place in German, French, Spanish, Italian, Portuguese,
Russian, Polish and Chinese notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from refcli.text import holds_any, rare

_LEAD = re.compile(
    r"(?:(?:but|and|und|et|y)\s+)?(?:see|cf|compare|accord|contra|vgl|siehe|voir|véase|vid|ver|см|zob|also|auch|aussi|e\.\s?g|for example)\b"
    r"[.,:]*\s*(?:(?:also|auch|aussi|generally|e\.\s?g\.|for example)[.,:]*\s*)*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?P<work>(?:ibid(?:em)?|íbid(?:em)?|ibíd(?:em)?|ebd|ebenda|там же|tamże|op\. ?cit|loc\. ?cit|ob\. ?cit|a\. ?a\. ?o)\b"
    r"|id\b(?=\.|,|\s+at\b|\W*\Z)|同上|同前)|(?P<author>idem|eadem|ders|dies|он же|она же)\b)[.,;:]*",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"[(\[]?\b(?:(?:op|ob|óp|loc)\.? ?cit\b\.?|supra\b|infra\b|a\. ?a\. ?O\.|указ\. ?соч\.|dz\. ?cyt\.|above,?\s+n(?:ote)?s?\.?\s?(?=\d))"
    r"|[(\[](?:n|fn|note|anm|nota|сноска)\.? ?(?=\d{1,4}[)\]])"
    r"|\b(?=(?:foot|end)?note \d{1,4},? (?:above|supra)\b)",
    re.IGNORECASE,
)
_OF_AGAIN = (
    *("cit", "supra", "infra", "a.o.", "a. o.", "соч", "cyt", "above", "note", "anm", "nota", "сноска"),
    *("(n", "[n", "(fn", "[fn"),
)
"""One of these stands in whatever `_AGAIN` finds; to look for them takes a tenth of its time."""
_NOTE = rare(
    r"\s*(?:at\s+)?(?P<word>(?:(?:foot|end)?notes?|nn?|fn|anm|fußnote|nota|сноска)?)\b\.?\s*(?P<number>\d{1,4})\b[)\]]?(?:,? (?:above|supra)\b)?",
    re.IGNORECASE,
)
_PLACE = rare(
    r"(?:(?:at|auf|pp?|pgs?|pages?|pag|págs?|ss?|с|стр|paras?|[¶§]+|arts?|articles?|chs?|chap|cap|n|nn|vols?|cols?|fol|ff?|rn|rz|z|nos?|tables?|fig|pt|sec)\b"
    r"[.:]?\s*|[¶§]+\s*)*[\dIVXLCivxlc]+\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SHORT = re.compile(
    r"(?P<who>[^\W\d_][^,;:\d“”\"]{1,40}), ?[‘’“”\"*_]{0,2}(?P<title>[^\W_][^“”\"\d]{5,90}?)[‘’“”\"*_.,]{0,3}"
    r"(?:,? ?(?P<place>(?:at |pp?\. ?|S\. ?|С\. ?|para\.? |paras\.? |¶ ?)?\d[\d–,‒ -]{0,12}))?\W*\Z"
)
_LONGEST = 90
"""Characters of a name and a short title in front of "op. cit."; more is a reference that goes on."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """`named` is what stands in front of the pointing words (a surname, a short title), `note` the note's number, `locator` the place
    in the work. Neither named nor note: the entry before.
    """

    named: str = ""
    note: str = ""
    locator: str = ""


def pointer(text: str) -> Pointer | None:
    """What the words point to; None for words that are a reference of their own."""
    words = text.strip(" \t\r\n*_")
    if lead := _LEAD.match(words):
        words = words[lead.end() :]
    words = words.lstrip(' *_(“"')
    if (before := _BEFORE.match(words)) and (before["work"] or _only_place(words[before.end() :])):
        return Pointer(locator=locator(words[before.end() :]))
    opening = words[: _LONGEST + 20].lower()
    found = _AGAIN.search(words, 0, _LONGEST + 20) if holds_any(opening, _OF_AGAIN) else None
    if found is None or found.start() > _LONGEST or _YEAR.search(words, 0, found.start()):
        return None
    named = words[: found.start()].strip(' ,;:.*_(“”"')
    rest = words[found.end() :]
    number = _NOTE.match(rest)
    if number and (number["word"] or found[0][:1] in ("(", "[") or found[0].lower().startswith("above")):
        return Pointer(named, number["number"], locator(rest[number.end() :]))
    return Pointer(named, "", locator(rest)) if named and found[0] else None


def short_form(words: str) -> re.Match[str] | None:
    """`who`, `title` and, where it is stated, `place`: "McDermott, “Military Reform,” 12"."""
    return _SHORT.match(words)


def _only_place(rest: str) -> bool:
    """Nothing follows but a place in the work: "Idem" names the same work then, else another one of the same author."""
    return not rest.strip(" .,;:*_)") or bool(locator(rest))


def locator(words: str) -> str:
    """The place in the work as it is written: "at 45", "pp. 3-4", "para 12"; without what is said about it in brackets."""
    words = words.strip(" ,.;:*_)]")
    if not _PLACE.match(words):
        return ""
    place = re.split(r"[\[(]|;|\.\s+(?=[^\W\d_]{3})", words, maxsplit=1)[0]
    return re.sub(r"\A(?:at|auf)\s+(?=\S)", "", " ".join(place.split())).strip(" ,.;:*_)")
