"""volume, issue, pages, edition, number: words -> the number as it is stated, without "vol." and "pp."."""

from __future__ import annotations

import re

from refcli.parsing.fields.words import one_line, strip_lead
from refcli.text import rare

_VOLUME = re.compile(r"(?:volumes?|vols?|band|bd|jahrgang|jg|tome|tomo|т|t|v)\b[.\s]*(?=[\dIVXLC])", re.IGNORECASE)
_ISSUE = re.compile(r"(?:issues?|iss|numbers?|numero|nos?|nr|heft|h|№|n\b)[.°º\s]*(?=\w)", re.IGNORECASE)
_PAGES = re.compile(r"(?:pages?|paginas?|pags?|seiten?|pp?|pgs?|ss?|стр|с|blz)\b[.:\s]*", re.IGNORECASE)
_EDITION = re.compile(r"\b(?:editions?|edn?|ed|aufl(?:age)?|rev)\b\.?", re.IGNORECASE)
_AT = rare(r"at\s+(?:pp?\.?\s*)?(?=[\divx])", re.IGNORECASE)
_MARK = r"(?:issues?|iss|numbers?|num|numero|nos?|nr|heft|h|№|n)\b[.°º]*|n[°º]|№"
_ISSUE_IN_VOLUME = re.compile(
    rf"(?P<volume>[\w ./-]*?[\dIVXLC]\w?)\s*(?:\((?:{_MARK})?\s*(?P<issue>[^()]+)\)|[,;:.]?\s*(?:{_MARK})\s*(?P<number>[\w/–-]+)|\s?[:/,]\s?(?P<bare>\d[\d–-]*))\s*\Z",
    re.IGNORECASE,
)
_ISSUE_ONLY = re.compile(rf"(?:{_MARK})\s*(?P<issue>\d[\w/–-]*)\Z", re.IGNORECASE)


def volume(words: str) -> tuple[str, str]:
    """Volume, and an issue that stands with it: "vol. 12(3)" -> "12", "3"; "No. 16" -> "", "16"."""
    line = strip_lead(words, _VOLUME)
    if only := _ISSUE_ONLY.match(line):
        return "", only["issue"]
    both = _ISSUE_IN_VOLUME.match(line)
    if both and not re.fullmatch(r"(?:19|20)\d\d", both["bare"] or ""):
        return both["volume"].strip(), issue(both["issue"] or both["number"] or both["bare"])
    return line, ""


def issue(words: str) -> str:
    """Issue: "no. 3" -> "3"."""
    return strip_lead(words, _ISSUE)


def pages(words: str) -> tuple[str, str]:
    """What is said of pages, and whether it is a place in the work: ("12-34", "page") or ("579", "locator")."""
    line = one_line(words).strip(" ,;:()[]")
    if _AT.match(line):
        return _AT.sub("", line, count=1).rstrip("."), "locator"
    return strip_lead(words, _PAGES), "page"


def edition(words: str) -> str:
    """Edition: "2nd ed." -> "2", "rev. ed." stays as it is."""
    line = one_line(words).strip(" ,;:()[].")
    digits = re.match(r"(\d+)(?:st|nd|rd|th|\.|e|ª|a)?\s", line + " ")
    return digits[1] if digits else _EDITION.sub("", line).strip(" .") or line


def number(words: str) -> str:
    """Report, docket or document number as it is stated."""
    line = one_line(words).strip(" ,;:").rstrip(".")
    while line[:1] in ("(", "[") and line[-1:] in (")", "]"):
        line = line[1:-1]
    return line if line.count("(") == line.count(")") else line.strip(" ,;:()[]").rstrip(".")
