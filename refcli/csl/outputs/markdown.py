"""Stream -> Markdown (CommonMark; raised, lowered and small capitals as HTML tags)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.csl.stream import Mark

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"^(\s*)([-+#]|\d+[.)])(?=\s)")
_MARKS = {
    ("style", "italic"): ("*", "*"),
    ("weight", "bold"): ("**", "**"),
    ("align", "sup"): ("<sup>", "</sup>"),
    ("align", "sub"): ("<sub>", "</sub>"),
    ("variant", "small-caps"): ('<span style="font-variant: small-caps">', "</span>"),
    ("decoration", "underline"): ("<u>", "</u>"),
}
_REVERSED = {"style": "*", "weight": "**"}


class Markdown:
    """Markdown."""

    def escape(self, text: str) -> str:
        """What Markdown would take for markup gets a backslash."""
        return _SPECIAL.sub(r"\\\1", text)

    def mark(self, mark: Mark) -> str:
        """Asterisks, tags, brackets."""
        if mark.kind == "href":
            if not mark.value.startswith(("http://", "https://")):
                return ""
            return "[" if mark.start else f"]({mark.value.replace('(', '%28').replace(')', '%29').replace(' ', '%20')})"
        if mark.kind == "display":
            return " " if not mark.start and mark.value == "left-margin" else ""
        found = _MARKS.get((mark.kind, mark.value))
        if found:
            return found[0] if mark.start else found[1]
        return _REVERSED.get(mark.kind, "")

    def entries(self, entries: Sequence[str], *, hanging: bool = False) -> str:  # noqa: ARG002 - words alone do not hang
        """One paragraph an entry; a number or dash at its start is no list."""
        return "\n".join(_LINE_START.sub(_guard, entry.strip()) + "\n" for entry in entries)


def _guard(match: re.Match[str]) -> str:
    mark = match[2]
    return match[1] + (mark[:-1] + "\\" + mark[-1] if mark[0].isdecimal() else "\\" + mark)
