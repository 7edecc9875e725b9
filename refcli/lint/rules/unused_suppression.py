"""A comment suppresses findings that are not there.

Why: it would hide the next fault that comes to stand in its place.
Example: "<!-- refcli: ignore REF103 -->" behind a year that has been corrected since.
Remedy: delete the comment, or the codes that it no longer needs; in the list beside a Word file, the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.documents import Document
from refcli.lint.types import Edit, Facts, Fix, Hit, Profile, Severity
from refcli.text import Span

CODE = "REF401"
NAME = "unused-suppression"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False


def check(facts: Facts) -> Iterator[Hit]:
    """Suppressions without effect, in the draft and beside it."""
    for said in facts.unused:
        what = ", ".join(said.codes) or "anything"
        where = f" ({said.label})" if said.label else ""
        fix = _without(facts.document, said.where) if said.where else None
        yield Hit(f"nothing here needs the suppression of {what}{where}", said.where, (), fix, in_file=True)


def _without(document: Document, where: Span) -> Fix | None:
    """The comment goes, with the blanks before it, and with its line where nothing else stands in it."""
    raw = document.raw
    if document.origin is not None and not document.origin.pieces:
        return None
    start, end = where
    while start and raw[start - 1] in " \t":
        start -= 1
    if (not start or raw[start - 1] == "\n") and raw[end : end + 1] in ("\n", ""):
        end = min(len(raw), end + 1)
    return Fix("delete the comment", (Edit(Span(start, end), ""),), safe=True)
