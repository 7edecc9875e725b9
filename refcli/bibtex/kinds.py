"""Entry type and fields -> CSL type. What `@article` and `@misc` leave open, the other fields tell.

Zotero and Mendeley write newspapers, magazines and journals all as `@article`, and web pages as `@misc`: the outlet tells
them apart where we know it, else a keyword, else a date to the day without a volume.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from refcli.bibtex.dialect import SUBTYPE_TO_CSL, TYPE_TO_CSL
from refcli.bibtex.latex import to_text
from refcli.data.outlets import find_outlet
from refcli.model import TYPES

EVIDENCE: Final = frozenset(
    "entrysubtype url howpublished doi eprint volume number journal journaltitle keywords date year month day".split()  # noqa: SIM905
)
"""The fields that are looked at."""

_OUTLETS: Final = {
    "newspaper": "article-newspaper", "wire": "article-newspaper", "broadcaster": "article-newspaper", "website": "article-newspaper",
    "magazine": "article-magazine", "newsletter": "article-magazine", "journal": "article-journal",
}  # fmt: skip
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d\b(?!/)", re.ASCII)
_DAY_OF_MONTH: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)", re.ASCII)
_LETTER: Final = re.compile(r"[^\W\d_]")
_ADDRESS: Final = re.compile(r"\\url\b|https?://")


def csl_type(name: str, values: Mapping[str, str]) -> str:
    """The type of an entry with these fields, which are as BibTeX has them: `entrysubtype` before all else."""
    subtype = values.get("entrysubtype", "").strip().lower()
    if subtype in SUBTYPE_TO_CSL or subtype in TYPES:
        return SUBTYPE_TO_CSL.get(subtype, subtype)
    if name == "article":
        return _article(values)
    if name == "misc" and ("url" in values or _ADDRESS.search(values.get("howpublished", ""))):
        return "webpage"
    return TYPE_TO_CSL.get(name, name if name in TYPES else "document")


def _article(values: Mapping[str, str]) -> str:
    to_the_day = _is_dated(values)
    if "doi" in values or "eprint" in values or ("volume" in values and not to_the_day):
        return "article-journal"
    journal = to_text(values.get("journal") or values.get("journaltitle", ""))
    outlet = find_outlet(journal) if journal else None
    if outlet is not None and outlet.kind in _OUTLETS:
        return _OUTLETS[outlet.kind]
    keywords = {word.strip().lower() for word in re.split("[,;]", values.get("keywords", ""))}
    named = next((csl for word, csl in SUBTYPE_TO_CSL.items() if word in keywords), "")
    news = journal and to_the_day and not {"volume", "number"} & values.keys()
    return named or ("article-newspaper" if news else "article-journal")


def _is_dated(values: Mapping[str, str]) -> bool:
    """Is there a day? Months are written "aug", "8", "August 11", "11~aug"."""
    if _DAY.match(values.get("date", "").strip()):
        return True
    month = values.get("month", "")
    told = values.get("day", "").strip() or (_LETTER.search(month) and _DAY_OF_MONTH.search(month))
    return bool(told) and "year" in values
