"""An entry lacks what a source of its kind cannot be found without.

Why: a newspaper has several hundred issues a year, a journal has many volumes; without the date or the title nobody finds the piece.
Example: "Sadykova, A. Rail link opens. The Guardian.", a newspaper article without a date.
Remedy: add what is missing; where a source has no date say so ("n.d.").
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.lint.types import Facts, Hit, Profile, Severity
from refcli.model import Reference

CODE = "REF203"
NAME = "incomplete-entry"
SEVERITY: Severity = "warning"
PROFILE: Profile = "submission"
LISTLESS = False

_NEEDS = {
    "article-newspaper": ("a newspaper article", ("issued", "container-title")),
    "article-magazine": ("a magazine article", ("issued", "container-title")),
    "article-journal": ("a journal article", ("issued", "container-title")),
    "book": ("a book", ("issued", "title")),
    "chapter": ("a chapter", ("issued", "container-title")),
    "report": ("a report", ("issued", "title")),
    "thesis": ("a thesis", ("issued", "publisher")),
    "webpage": ("a web page", ("URL",)),
}
_WORDS = {
    "issued": "date",
    "container-title": "title of what it appeared in",
    "title": "title",
    "publisher": "university",
    "URL": "address",
}


def check(facts: Facts) -> Iterator[Hit]:
    """Entries of the draft's own list that were read as a kind and lack one of its fields; "n.d." is a date."""
    for entry in facts.entries if facts.own_list else ():
        what, fields = _NEEDS.get(entry.reference.type, ("", ()))
        missing = [_WORDS[field] for field in fields if not _has(entry.reference, field)]
        if missing and entry.span:
            yield Hit(f"{what} without {' and '.join(f'a {word}' for word in missing)}", entry.span, (entry.index,))


def _has(reference: Reference, field: str) -> bool:
    return bool(reference.dates.get(field) if field == "issued" else reference.get(field))
