"""Stream -> HTML, with the class names that citation tools share (`csl-entry`, `csl-left-margin` ...)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.csl.stream import Mark

_TAGS = {
    ("style", "italic"): "i",
    ("weight", "bold"): "b",
    ("align", "sup"): "sup",
    ("align", "sub"): "sub",
}
_CSS = {
    "style": "font-style",
    "variant": "font-variant",
    "weight": "font-weight",
    "decoration": "text-decoration",
    "align": "vertical-align",
}
_MODIFIERS = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
_DISPLAY = {
    "block": "csl-block",
    "left-margin": "csl-left-margin",
    "right-inline": "csl-right-inline",
    "indent": "csl-indent",
}
_SAFE_LINK = ("http://", "https://", "ftp://", "mailto:")


@lru_cache(maxsize=4096)
def _flat(char: str) -> str:
    """A raised letter or digit as the plain one in `<sup>`."""
    found = _MODIFIERS.get(char)
    if not found and unicodedata.decomposition(char).startswith("<super>"):
        found = unicodedata.normalize("NFKC", char)
    return f"<sup>{found}</sup>" if found else char


class Html:
    """HTML; links can be left out."""

    def __init__(self, *, links: bool = True) -> None:
        self.links = links

    def escape(self, text: str) -> str:
        """`& < >` as numbers; raised letters and digits as `<sup>`; two spaces so that a browser shows both."""
        if "&" in text or "<" in text or ">" in text:
            text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
        text = text.replace("  ", "\u00a0 ")
        if not text.isascii():
            text = "".join(map(_flat, text))
        return text

    def mark(self, mark: Mark) -> str:
        """A tag."""
        if mark.kind == "display":
            return self._block(mark)
        if mark.kind == "href":
            return self._link(mark)
        tag = _TAGS.get((mark.kind, mark.value))
        if tag:
            return f"<{tag}>" if mark.start else f"</{tag}>"
        return f'<span style="{_CSS[mark.kind]}:{mark.value};">' if mark.start else "</span>"

    def _block(self, mark: Mark) -> str:
        """Each block on a line of its own, but for what stands beside a margin."""
        if mark.start:
            line = {"left-margin": "\n    ", "block": "\n\n    "}.get(mark.value, "")
            return f'{line}<div class="{_DISPLAY.get(mark.value, "csl-block")}">'
        return "</div>" if mark.value == "left-margin" else "</div>\n"

    def _link(self, mark: Mark) -> str:
        if not self.links or not mark.value.startswith(_SAFE_LINK):
            return ""
        if not mark.start:
            return "</a>"
        return '<a href="' + self.escape(mark.value).replace('"', "&#34;") + '">'

    def entries(self, entries: Sequence[str], *, hanging: bool = False) -> str:
        """The bibliography in its `div`."""
        closed = (f"{entry}  " if entry.rstrip(" ").endswith("</div>\n") else entry for entry in entries)
        lines = "".join(f'  <div class="csl-entry">{entry}</div>\n' for entry in closed)
        style = ' style="padding-left: 2em; text-indent: -2em;"' if hanging else ""
        return f'<div class="csl-bib-body"{style}>\n{lines}</div>'
