"""What is written, what should be -> the fix; findings with fixes -> the mended text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refcli.documents import Document
from refcli.lint.types import Edit, Finding, Fix
from refcli.text import Span


def replacing(document: Document, within: Span, written: str, meant: str, *, safe: bool = False) -> Fix | None:
    """`meant` instead of `written` in a stretch of the text; None where it stands there not once, or nothing is meant."""
    if not meant or not written or written == meant:
        return None
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(written)}(?!\w)", within.of(document.text))]
    if len(found) != 1:
        return None
    place = Span(*found[0]).shift(within.start)
    return Fix(f"write {meant} for {written}", (Edit(place, meant),), safe)


def fixable(document: Document, finding: Finding, *, unsafe: bool) -> bool:
    """Can the finding be mended in the file, and may it be?"""
    writable = document.origin is None or bool(document.origin.pieces)
    return writable and finding.fix is not None and (finding.fix.safe or unsafe)


def mend(document: Document, findings: Sequence[Finding], *, unsafe: bool) -> tuple[str, tuple[Finding, ...]]:
    """The file's text with the fixes made, and the findings that they mend; of fixes that touch each other the first is made."""
    edits: list[Edit] = []
    mended = []
    for finding in findings:
        if finding.fix is None or not fixable(document, finding, unsafe=unsafe):
            continue
        if not any(_touch(edit.span, other.span) for edit in finding.fix.edits for other in edits):
            edits += finding.fix.edits
            mended.append(finding)
    parts, last = [], 0
    for span, words in sorted(edits):
        parts += [document.raw[last : span.start], words]
        last = span.end
    return "".join([*parts, document.raw[last:]]), tuple(mended)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
