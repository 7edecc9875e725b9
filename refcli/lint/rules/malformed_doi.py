"""A DOI that cannot be one.

Why: the link leads nowhere, and reference managers do not recognise it.
Example: "https://doi.org/https://doi.org/10.1000/182", "doi:1000/182".
Remedy: write https://doi.org/ and the DOI, which begins with "10." and has a slash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.lint.types import Edit, Facts, Fix, Hit, Profile, Severity
from refcli.text import Span

CODE = "REF204"
NAME = "malformed-doi"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False

_SAID = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?[ \t]?(?=[\dh]))(?P<rest>(?:https?://(?:dx\.)?doi\.org/|doi:[ \t]?)*)(?P<doi>10\.[ \t]\d{4,9}/\S+|\S+)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"10/[a-z0-9]{2,12}\Z", re.IGNORECASE)
"""A short DOI (source: shortdoi.org)."""
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+\Z")


def check(facts: Facts) -> Iterator[Hit]:
    """DOIs of the draft's own list that say their prefix twice, or are no DOI behind it (source: ISO 26324)."""
    for entry in facts.entries if facts.own_list else ():
        for match in _SAID.finditer(entry.text) if entry.span else ():
            hit = _judge(match)
            if hit and entry.span:
                start = entry.span.start + match.start()
                span = Span(start, start + len(match[0].rstrip(".,;)")))
                fix = Fix(f"write {hit[1]}", (Edit(span, hit[1]),), safe=True) if hit[1] else None
                yield Hit(hit[0], span, (entry.index,), fix)


def _judge(match: re.Match[str]) -> tuple[str, str] | None:
    """What is wrong with a DOI, and how it is written right, where that is plain."""
    doi = match["doi"].split("](")[0].rstrip(".,;)")
    joined = re.sub(r"\s", "", doi)
    right = f"https://doi.org/{joined}" if _DOI.match(joined) else ""
    if match["rest"]:
        return "this DOI has its prefix twice", right
    if right and joined != doi:
        return "there is a blank in this DOI", right
    return None if right or _SHORT.match(joined) else ('this is no DOI: one begins with "10." and has a slash', "")
