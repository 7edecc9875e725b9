"""What is written, what should be -> the fix, where it is plain which letters it changes."""

from __future__ import annotations

import re

from refcli.documents import Document
from refcli.lint.types import Edit, Fix
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
