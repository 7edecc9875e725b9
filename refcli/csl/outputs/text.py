"""Stream -> plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.csl.stream import Mark


class Text:
    """Words alone; a block stands on a line of its own."""

    def escape(self, text: str) -> str:
        """The text itself."""
        return text

    def mark(self, mark: Mark) -> str:
        """Nothing, but for what display puts beside or below."""
        if mark.kind != "display":
            return ""
        if mark.value == "left-margin":
            return "" if mark.start else " "
        return "\n" if mark.start and mark.value in ("block", "indent") else ""

    def entries(self, entries: Sequence[str], *, hanging: bool = False) -> str:  # noqa: ARG002 - words alone do not hang
        """An empty line between entries."""
        return "\n".join(f"{entry.strip()}\n" for entry in entries)
