"""Stream -> LaTeX, for a document that loads hyperref; a list is a sequence of hanging paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.csl.stream import Mark

_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
        "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "\u00a0": "~", "<": r"\textless{}",
        ">": r"\textgreater{}", "|": r"\textbar{}", '"': r"\textquotedbl{}", "'": r"\textquotesingle{}", "`": r"\textasciigrave{}",
        "\u2009": r"\,", "\u202f": r"\,",
    }
)  # fmt: skip
_OPENING = {
    ("style", "italic"): r"\textit{",
    ("style", "oblique"): r"\textsl{",
    ("style", "normal"): r"\textup{",
    ("weight", "bold"): r"\textbf{",
    ("weight", "normal"): r"\textmd{",
    ("variant", "small-caps"): r"\textsc{",
    ("variant", "normal"): r"\textup{",
    ("decoration", "underline"): r"\underline{",
    ("align", "sup"): r"\textsuperscript{",
    ("align", "sub"): r"\textsubscript{",
}


class Latex:
    """LaTeX."""

    def escape(self, text: str) -> str:
        """LaTeX's own characters as commands; characters that no engine can print are left out."""
        text = "".join(char for char in text if char >= " " or char in "\n\t")
        return text.translate(_ESCAPED)

    def mark(self, mark: Mark) -> str:
        """A command; a link's address is written so that it may stand in any argument."""
        if mark.kind == "href":
            return self._link(mark)
        if mark.kind == "display":
            return {"left-margin": r"\quad ", "block": r"\newline "}.get(mark.value, "") if not mark.start else ""
        opening = _OPENING.get((mark.kind, mark.value))
        if opening is None:
            return ""
        return opening if mark.start else "}"

    def _link(self, mark: Mark) -> str:
        if not mark.value.startswith(("http://", "https://")):
            return ""
        if not mark.start:
            return "}"
        address = "".join(_HEX.get(char, char) for char in mark.value if char > " ")
        return rf"\href{{{address}}}{{"

    def entries(self, entries: Sequence[str], *, hanging: bool = False) -> str:
        """One paragraph an entry."""
        start = r"\hangindent=2em\hangafter=1\noindent " if hanging else r"\noindent "
        return "\n".join(f"{start}{entry.strip()}\\par\n" for entry in entries)


_HEX = {
    "%": r"\%",
    "#": r"\#",
    "&": r"\&",
    "_": r"\_",
    "\\": r"\%5C",
    "{": r"\%7B",
    "}": r"\%7D",
    "^": r"\%5E",
    "~": r"\string~",
}
