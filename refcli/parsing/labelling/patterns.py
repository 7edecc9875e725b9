"""Text of an entry -> stretches that look like a number of law, of a report, of the United Nations, a full date, a page.

Each is a hint for the sequence model, never a decision. Forms: Bluebook, OSCOLA, the United Nations' editorial manual,
the series of GAO, CRS, RAND, the European Commission and the British Parliament.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refcli.parsing.labelling.tokens import Token

_MONTH = (
    r"(?:j(?:an(?:uary?|vier)?|u(?:n(?:e|io?)?|in|l(?:y|io?)?|illet))|f(?:eb(?:ruary?|rero)?|évrier)|m(?:ar(?:ch|s|zo)?|ärz|a(?:yo?|i))"
    r"|a(?:pr(?:il)?|bril|vril|ug(?:ust)?|oût|gosto)|sep(?:ember|t(?:ember|embre|iembre)?)?|o(?:ct(?:ober|obre|ubre)?|ktober)"
    r"|nov(?:ember|embre|iembre)?|d(?:ec(?:ember)?|ezember|écembre|iciembre)|enero)\.?"
)
"""English, German, French, Spanish; letters that begin alike are together, as the pattern is compiled at every start."""
_FORMS = (
    ("date", rf"\b\d{{1,2}}(?:st|nd|rd|th|\.|º)?(?: de)? {_MONTH},?(?: de)? \d{{4}}\b|\b{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?(?:[-–]\d{{1,2}})?,? \d{{4}}|,? (?:19|20)\d\d)\b|\b(?:19|20)\d\d, {_MONTH} \d{{1,2}}\b|\b\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"),
    ("un", r"\b(?:U\.?N\.? Doc\.? )?[ASE](?:/[A-Z0-9][\w.()-]*)+(?: ?\(\d{4}\))?|\bS/RES/\d+|\bU\.?N\.? Doc\.? \S+"),
    ("law", r"\bpub(?:lic|\.) ?l(?:aw|\.)(?: no\.?)? ?\d+[-–]\d+|\b\d+ ?U\.? ?S\.? ?C\.?(?: ?§+ ?[\d\w–-]+)?|\bexec(?:utive|\.) order(?: no\.)? ?\d+|\b(?:S\.? ?C\.?|G\.? ?A\.?|UNSC|security council|general assembly) res(?:olution|\.) ?\d+(?: ?\(\d{4}\))?"),
    ("bill", r"\b(?:H\. ?R\.|HR|H\. ?Res\.|S\. ?Res\.) ?\d{1,5}\b|\bS\. \d{2,4}, "),
    ("cite", rf"\d{{1,4}} (?!{_MONTH}\b)(?-i:[A-Z][\w.’&]*(?: [A-Z2-4][\w.’&]*){{0,5}}) \d[\d,]*(?= ?[,.(;]|$)"),
    ("case", r"\bNo\. \d+-(?:[A-Z]+-)?\d+|\bCase [CT]-\d+/\d+\b|\bApp(?:lication|\.) No\. \d+/\d+|\bICC-\d\d/\d\d\S*"),
    ("eu", r"\b(?:COM|SWD|JOIN|SEC)\(\d{4}\) ?\d+(?: final)?|\((?:EU|EC|EEC)\)(?: No)? ?\d+/\d+|\b\d{4}/\d+/(?:EU|EC|CFSP|UE|CE)\b"),
    ("report", r"\bGAO[-/][\w-]+|\bRL?\d{5}\b|\b(?:RR|MG|TR|PE|OP)-\d[\w-]*|\b(?:HC|CP|Cm|Cmnd|Cd|HL Paper|HL) ?\d{2,5}\b|\b(?:working|research|discussion|occasional|policy|technical|briefing|special|country)? ?(?:paper|report|brief|briefing|study|memo)s? (?:no\.?|n°|nr\.?|#)? ?[\d/-]+\b"),
    ("section", r"§+ ?[\w().–-]+|\b(?:art|arts|article|para|paras|section|sec|ch)\.? ?\d[\w().]*"),
    ("cong", r"\b\d{1,3}(?:st|nd|rd|th|d) Cong(?:ress|\.)?(?:,? \(?\d(?:st|nd|rd|th|d) Sess(?:ion|\.)?)?"),
    ("pages", r"\bpp?\. ?[A-Z]?\d+(?:[-–]+[A-Z]?\d+)?|\bat [A-F]?\d+(?:[-–]\d+)?\b|\b[SС]\. ?\d+(?:[-–]\d+)?"),
    ("volume", r"\bvol(?:ume|\.)? ?\d+|\bno\. ?\d+|\b\d{1,4} ?\(\d{1,3}(?:[-–/]\d+)?\)"),
)  # fmt: skip
_OPENINGS = {
    "a": "/bgoprtuv", "b": "r", "c": "adhmop", "d": "eéi", "e": "/nx", "f": "eé", "g": ". ae", "h": ".clr", "i": "c", "j": "aou",
    "m": "aäeg", "n": "o", "o": "ckp", "p": ".aeopu", "r": "elr0123456789", "s": " ./ceptw", "t": "er", "u": ".n", "v": "o", "w": "o",
}  # fmt: skip
"""The first and second letters of the forms above: by them most words are seen to begin none. `re` asks a set of characters
long before a form, but not where small letters and capitals are one: so both stand in it."""
_OTHERS = "Ссᲃſıİ"
"""The letter that the Cyrillic form begins with, and what `re` takes for an s or an i: what has one is not judged by its beginning."""
_OPENING = "|".join(
    (
        *(f"[{first}{first.upper()}][{second}{second.upper()}]" for first, second in _OPENINGS.items()),
        rf"\w?[{_OTHERS}]",
    )
)
_ANY = re.compile(
    rf"(?<![^\W_])(?=(?-i:[\d§]|{_OPENING}))(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS) + ")",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\d")


def patterns(text: str, tokens: Sequence[Token]) -> list[str]:
    """For each token "-", or the pattern that covers it, marked at its first token ("un<") and after ("un")."""
    marks = ["-"] * len(tokens)
    if not _PLAIN.search(text):
        return marks
    at = 0
    for match in _ANY.finditer(text):
        start, end = match.span()
        name = match.lastgroup or ""
        first = True
        while at < len(tokens) and tokens[at].start < start:
            at += 1
        while at < len(tokens) and tokens[at].start < end:
            marks[at] = name + "<" if first else name
            first = False
            at += 1
    return marks
