"""HTML -> the words that it shows, with the way back to its characters.

Source: HTML Living Standard, sections 13.1.2 (tags) and 13.2.5 (tokens). The standard library's parser takes quadratic time
on a long run of open tags, so tags are found by a pattern here; character references are the standard library's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from refcli.documents.text import masked
from refcli.documents.types import Document
from refcli.documents.weave import Weave

NAME = "html"

_TOKEN = re.compile(
    r"(?P<comment><!--(?P<words>.*?)(?:-->|\Z))|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]{0,30})(?P<attrs>(?:\s[^<>]{0,5000})?/?)>"
    r"|(?P<odd><[!?][^<>]{0,5000}>)|(?P<sign>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_DEAF = frozenset(
    ["script", "style", "template", "svg", "math", "head", "noscript", "nav", "code", "samp", "kbd", "select", "button", "textarea"]
)  # fmt: skip
_BLOCKS = frozenset(
    ["p", "div", "section", "article", "main", "header", "footer", "aside", "ul", "ol", "dl", "dt", "dd", "table", "tr",
     "blockquote", "figure", "figcaption", "pre", "address", "hr", "body", "html", "form", "details", "summary", "caption"]
)  # fmt: skip
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_RAISED = re.compile(
    r"\s*(?:<a\s(?![^<>]*#)[^<>]{0,500}>)?\[?\d{1,3}(?:\s*[,–-]\s*\d{1,3}){0,8}\]?\s*(?:</a>)?\s*</sup>", re.IGNORECASE
)
_BACK = re.compile(
    r"footnote-?back|backlink|backref|href\s*=\s*[\"']?#_?(?:ftnt_?ref|ftnref|ednref|fnref|cite_ref)", re.IGNORECASE
)
_NOTE = re.compile(r"#?_?(?:fn|ftnt?|(e)dn|footnote|(e)ndnote|note|cite_note(?:-.{1,80})?)[-_:]?(\d+)\Z", re.IGNORECASE)
_IN = r"(?:</?(?:span|sup|b|i|font)\b[^<>]{0,300}>|\s)*+"
_CALL = re.compile(
    rf"{_IN}(?:\[|&#91;|\()?{_IN}(?:\d{{1,4}}|[ivxlc]{{1,7}}|[*†‡]){_IN}(?:\]|&#93;|\))?{_IN}</a>", re.IGNORECASE
)


def document(name: str, text: str, encoding: str) -> Document:
    """The page as a reader sees it; scripts, navigation and code are no part of it."""
    page = _Page(Weave(text))
    page.read()
    shown, origin = page.weave.close()
    return Document(name, shown, masked(shown), NAME, encoding, comments=tuple(page.weave.comments), origin=origin)


@dataclass(slots=True)
class _Page:
    """A page while it is read: which elements are open matters for lists, quotations and text kept as it is typed."""

    weave: Weave
    lists: list[int] = field(default_factory=list)
    quotes: int = 0
    kept: int = 0
    raised: bool = False
    behind: int = 0

    def read(self) -> None:
        """All of it; what stands inside an element that is no prose is passed over."""
        raw, at, deaf = self.weave.raw, 0, ""
        for match in _TOKEN.finditer(raw):
            if match.start() < self.behind:
                continue
            tag, closing = (match["tag"] or "").lower(), bool(match["close"])
            if not deaf:
                self._words(at, match.start())
                self._token(tag, match)
                silent = (
                    (tag in _DEAF or (tag == "a" and _BACK.search(match["attrs"])))
                    and not closing
                    and not match["attrs"].endswith("/")
                )
                deaf = tag if silent else ""
            elif tag == deaf and closing:
                deaf = ""
            at = max(match.end(), self.behind)
        if not deaf:
            self._words(at, len(raw))

    def _token(self, tag: str, match: re.Match[str]) -> None:
        if match["comment"]:
            self.weave.comment(*match.span(), match["words"])
        elif match["sign"]:
            self.weave.put(unescape(match["sign"]).replace("\xa0", " ").replace("\xad", ""), *match.span())
        elif tag:
            self._tag(tag, match)

    def _words(self, start: int, end: int) -> None:
        if self.kept:
            self.weave.copy(start, end)
        else:
            self.weave.flow(start, end)

    def _tag(self, tag: str, match: re.Match[str]) -> None:
        closing, weave = bool(match["close"]), self.weave
        if tag == "a" and not closing:
            self._link(match)
        elif tag == "br":
            weave.line(match.start())
        elif tag in ("td", "th") and not closing:
            self._cell(match)
        elif tag == "sup":
            self._superscript(match, closing=closing)
        elif tag == "li" or tag in _HEADINGS or tag in _BLOCKS:
            weave.paragraph(match.start())
            self._block(tag, match, closing=closing)

    def _block(self, tag: str, match: re.Match[str], *, closing: bool) -> None:
        """What a block's beginning or end changes for the words behind it."""
        step = -1 if closing else 1
        if tag == "pre":
            self.kept = max(0, self.kept + step)
        elif tag == "blockquote":
            self.quotes = max(0, self.quotes + step)
            self.weave.prefix = "> " if self.quotes else ""
        elif tag in ("ol", "ul"):
            self._list(tag, match, closing=closing)
        elif not closing:
            self._mark(tag, match)

    def _list(self, tag: str, match: re.Match[str], *, closing: bool) -> None:
        if not closing:
            start = _attributes(match["attrs"]).get("start", "1")
            self.lists.append((int(start) if start.isdecimal() else 1) if tag == "ol" else 0)
        elif self.lists:
            self.lists.pop()

    def _mark(self, tag: str, match: re.Match[str]) -> None:
        """What a heading, an item or a note begins with."""
        note = _label(_attributes(match["attrs"]).get("id", ""))
        if note:
            self.weave.mark(f"[^{note}]: ", *match.span())
        elif tag in _HEADINGS:
            self.weave.mark(_HEADINGS[tag], *match.span())
        elif tag == "li":
            number = self.lists[-1] if self.lists else 0
            self.weave.mark(f"{number}. " if number else "- ", *match.span())
            if number:
                self.lists[-1] += 1

    def _cell(self, match: re.Match[str]) -> None:
        """Cells of a row stand in one line; behind a number that is all of the first cell only a blank."""
        if not self.weave.breaks:
            lone = self.weave.parts[-1].strip(" []().").isdecimal()
            self.weave.put(" " if lone else "| ", *match.span())

    def _link(self, match: re.Match[str]) -> None:
        """A link to a note is its call; one that is a note's own mark, as a writing program's export has it, begins the note."""
        attributes = _attributes(match["attrs"])
        note = _label(attributes.get("id", ""))
        if note and self.weave.breaks:
            self.weave.mark(f"[^{note}]: ", *match.span())
        called, call = _label(attributes.get("href", "")), _CALL.match(self.weave.raw, match.end())
        if called and call:
            self.behind = call.end()
            self.weave.put(f"[^{called}]", match.start(), self.behind)

    def _superscript(self, match: re.Match[str], *, closing: bool) -> None:
        """A number that is raised is Pandoc's "^2^"."""
        if not closing:
            self.raised = _RAISED.match(self.weave.raw, match.end()) is not None
        if self.raised:
            self.weave.put("^", *match.span())


def _label(name: str) -> str:
    """What a note is called in the text: its number, behind an "e" if it is an endnote; "" for what is no note's name."""
    note = _NOTE.match(name)
    return f"{'e' if note[1] or note[2] else ''}{note[3]}" if note else ""


def _attributes(words: str) -> dict[str, str]:
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(words)}
