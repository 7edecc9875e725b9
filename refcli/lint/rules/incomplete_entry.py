"""An entry lacks the date, without which a source of its kind cannot be found.

Why: a newspaper has several hundred issues a year, a journal has many volumes, a report comes out again.
Example: "Sadykova, A. Rail link opens. The Guardian.", a newspaper article without a date.
Remedy: add it; where a source has no date say so ("n.d.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.lint.notes import are_notes
from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF203"
NAME = "incomplete-entry"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False

_KINDS = {
    "article-newspaper": "a newspaper article",
    "article-magazine": "a magazine article",
    "article-journal": "a journal article",
    "paper-conference": "a conference paper",
    "book": "a book",
    "chapter": "a chapter",
    "report": "a report",
    "thesis": "a thesis",
    "speech": "a speech",
    "broadcast": "a broadcast",
}
_YEAR = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\bn\.\s?d\b|\b(?:forthcoming|in press|undated|various)\b", re.IGNORECASE
)


def check(facts: Facts) -> Iterator[Hit]:
    """Entries of the draft's own list, of a kind that has dates, in whose words no year stands; "n.d." is a date.

    Only the date is asked for: of what else was not found in an entry, hardly any is missing from it. Notes are not looked at.
    """
    for entry in facts.entries if facts.own_list and not are_notes(facts) else ():
        kind = _KINDS.get(entry.reference.type, "")
        dated = bool(entry.reference.issued) or _YEAR.search(entry.text) is not None
        if kind and not dated and entry.span:
            yield Hit(f"{kind} without a date", entry.span, (entry.index,))
