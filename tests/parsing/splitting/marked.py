"""Lists with their true entries marked in them: ⟦entry⟧."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from refcli.text import Span

FOLDER = Path(__file__).parent / "lists"
MEASURED_ONLY = frozenset({
    "chicago-blank.txt", "first-line-indent.txt", "german.txt", "long-draft.txt", "mla-wide.txt", "numbered-glued-pages.txt",
    "toc-and-list.txt", "vancouver-pdf.txt", "kept-policy-pdf.txt", "kept-footnotes-prose.md", "kept-email-paste.txt",
    "kept-french-notes.txt", "kept-web-report.txt", "kept-superscript-endnotes.txt", "kept-mixed-years.md", "kept-bibitem.txt",
})  # fmt: skip
"""Kept back: the code was not changed to make these right."""


class Marked(NamedTuple):
    """A text without its marks, and where the entries stand in it."""

    text: str
    entries: tuple[Span, ...]


def unmark(source: str) -> Marked:
    """Take the marks out of a list."""
    out: list[str] = []
    entries, start = [], 0
    for char in source:
        if char == "⟦":
            start = len(out)
        elif char == "⟧":
            entries.append(Span(start, len(out)))
        else:
            out.append(char)
    return Marked("".join(out), tuple(entries))


def read_marked(name: str) -> Marked:
    """A list of the folder, by its file name."""
    return unmark((FOLDER / name).read_text(encoding="utf-8"))
