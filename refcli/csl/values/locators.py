"""A locator that says itself what it counts ("vol. 1, fol. 186") -> its label and the rest.

Source: the locators of CSL 1.0.2 (appendix "Locators"), with the abbreviations that English manuals print for them.
"""

from __future__ import annotations

import re

_LABELS = {
    "art": "article", "bk": "book", "ch": "chapter", "chap": "chapter", "col": "column", "fig": "figure",
    "fol": "folio", "fn": "note", "l": "line", "ll": "line", "n": "note", "no": "issue", "op": "opus", "p": "page",
    "pp": "page", "para": "paragraph", "paras": "paragraph", "pt": "part", "r": "rule", "sec": "section",
    "s.v": "sub-verbo", "v": "verse", "vv": "verse", "vol": "volume", "vols": "volume",
}  # fmt: skip
_LABELLED = re.compile(rf"({'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))})\.\s+(?=\S)")


def split_locator(locator: str, label: str) -> tuple[str, str]:
    """The locator without the abbreviation in front, and what it stands for; both as they are without one."""
    found = _LABELLED.match(locator) if label in ("", "page") else None
    return (locator[found.end() :], _LABELS[found[1]]) if found else (locator, label.replace(" ", "-"))
