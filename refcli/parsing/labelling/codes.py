"""Text, tokens and labels -> labels: what is the number of a report, a document or an act beyond doubt is labelled so.

"R47064" looks like a page, "S/RES/1373" like the end of a title. Forms: the series of CRS, GAO and RAND, the symbols of the United
Nations, the European Commission's and the British Parliament's papers, standards, and files of the British National Archives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refcli.parsing.labelling.tokens import Token
from refcli.text import rare

_UN = r"(?:A|S|E|ST|TD|SG|HRI|CCPR|CEDAW|CERD|CRC|CAT|FCCC|UNEP|UNCTAD|INFCIRC)/(?:[A-Z0-9][\w.()-]*/)*[\w.()-]*\d[\w-]*(?:\(\w+\))?(?: ?\((?:19|20)\d\d\))?"
_CODE = re.compile(
    r"\b(?=[A-Z](?:[A-Z\d/.]| Z|esolution|ocument|pp|ase |mn?d|m |rucks|ub|oD))(?<![/.-])(?:(?:Resolution |Document )?(?:U\.?N\.? Doc(?:ument|\.)? )?"
    + _UN
    + r"|(?:CRS )?(?:R[LS]?\d{5}|(?:IF|IN|LSB)\d{5})|GAO[-/]\d\d-\d+\w*"
    r"|(?:COM|SWD|JOIN|SEC)\(\d{4}\) ?\d+(?: final)?|(?:Cmn?d\.?|Cm|CP) \d{3,4}|(?:RR|MG|TR|PE)-[A-Z]?\d+[\w-]*"
    r"|Pub\. ?L\. (?:No\. )?\d+-\d+|(?:BT-)?Drucksache \d\d?/\d+|(?:OPNAV|SECNAV|CJCS)INST \d+\.\d+\w?|Do?D[ID] \d{4}\.\d+\w?"
    r"|(?:FO|CAB|PREM|WO|CO|DEFE|FCO) ?\d{1,4}/\d+|(?:Application|App\.) [Nn]os?\.? \d+/\d\d|Case [CT]-\d+/\d\d|[IVX]+ Z[RB] \d+/\d\d)(?![\w/-])"
)
_PLAIN = re.compile(r"\d[\d/.-]")
_NUMBERS = frozenset(("pages", "idno", "volume", "issue", "isbn", "other"))
_WORDS = frozenset(("title", "publisher", "container", "author", "org"))
_BEFORE = rare(r"[.,;:(\[|·–—][\"”’*_]?\s*\Z")
_BEHIND = rare(r"[\"”’*_]?(?:[.,;:)\]|·]|\s*\Z|\s+\()")
_QUOTED = rare(r",? [“\"‘]")


def code_labels(text: str, tokens: Sequence[Token], labels: Sequence[str]) -> list[str]:
    """The labels, those of such a number made `number` where it is no part of other words and there is none yet."""
    out = list(labels)
    if "number" in out or not _PLAIN.search(text):
        return out
    for found in _CODE.finditer(text):
        inside = [i for i, token in enumerate(tokens) if found.start() <= token.start < found.end()]
        names = {labels[i] for i in inside}
        if inside and (
            names <= _NUMBERS or _apart(text, found, [labels[i - 1] if i else "" for i in inside[:1]], names)
        ):
            for i in inside:
                out[i] = "number"
            break
    return out


def _apart(text: str, found: re.Match[str], before: Sequence[str], names: set[str]) -> bool:
    """Words of a title or a name end in front of it, or the title in quotation marks begins behind it."""
    if not names <= _WORDS | _NUMBERS:
        return False
    ends = found.start() > 0 and _BEFORE.search(text, 0, found.start()) is not None and "" not in before
    return ends and (_BEHIND.match(text, found.end()) is not None or _QUOTED.match(text, found.end()) is not None)
