"""Typst -> the words that it sets, with the way back to its characters; citations stay as they are written.

Source: the Typst reference (0.13), chapters Syntax, Cite, Bibliography, Quote and Footnote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from refcli.documents.text import masked
from refcli.documents.types import Document
from refcli.documents.weave import Weave

NAME = "typst"

_TOKEN = re.compile(
    r"(?P<comment>(?<![:\w])//(?P<line>[^\n]*)|/\*(?P<block>.*?)(?:\*/|\Z))|(?P<raw>(?P<ticks>`{3,}).*?(?:(?P=ticks)|\Z)|`[^`]*`)"
    r"|(?P<address>https?://[^\s\[\]<>\"]+)|(?P<cite>#cite\(\s*(?:<[^<>\n]{1,200}>|label\(\"[^\"\n]{1,200}\"\))[^()\n]{0,300}(?:\([^()\n]*\)[^()\n]{0,300})?\))"
    r"|(?P<statement>#(?:set|show|let|import|include)\b)|#(?P<call>[A-Za-z][\w.-]*)|(?P<label><[A-Za-z][\w:.-]{0,100}>)|(?P<key>@[A-Za-z0-9_][\w:.-]*)"
    r"|(?P<math>\$[^$]{1,3000}\$)|(?P<escaped>\\[^\w\s]|\\(?=\s))|(?P<dash>---?)|(?P<tie>~)|(?P<close>\])"
    r"|(?P<heading>^[ \t]*={1,6}(?=[ \t]))|(?P<item>^[ \t]*(?:\+|\d+\.|-)(?=[ \t]))|(?P<blank>\n[ \t\r]*\n\s*)",
    re.DOTALL | re.MULTILINE,
)
_BRACKETS = re.compile(r"(?<![:\w])//[^\n]*|/\*.*?(?:\*/|\Z)|`[^`]*`|\"(?:\\.|[^\"\\\n])*\"|\\.|[()\[\]{}]", re.DOTALL)
_DEEPEST = 40
_OPENS = {")": "(", "]": "[", "}": "{"}
_LIBRARY = re.compile(r"\"(?P<bib>[^\"\n]+\.bib)\"|\bbibliography\w*\((?P<call>(?:[^()\"]|\"[^\"\n]*\"|\([^()]*\))*)\)")
"""What names a library: any BibTeX file, a YAML or JSON one only as what `bibliography` reads."""
_FILE = re.compile(r"(?<!: )(?<!:)\"([^\"\n]+\.(?:bib|ya?ml|json))\"")
_PART = re.compile(r"#?\binclude\s+\"([^\"\n]+\.typ)\"")
_COMMENTS = re.compile(r"(?<![:\w])//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_PREFIX = re.compile(r"\balexandria\([^()]{0,200}?prefix:\s*\"([^\"\n]{1,40})\"")
"""The package alexandria, for several lists in one document, puts this in front of the keys."""
_LABELS = re.compile(r"<([A-Za-z][\w:.-]*)>")
_NOCITE = re.compile(
    r"#cite\([^()\n]{0,200}form:\s*none[^()\n]{0,200}\)|#bibliography\w*\([^()]{0,500}(?P<full>full:\s*true)"
)
_STATEMENT_END = re.compile(r"[\n;({\[\"]")


def document(name: str, text: str, encoding: str) -> Document:
    """The text of the file; settings, definitions and code are no part of it."""
    said = _COMMENTS.sub("", text)
    page = _Page(text, Weave(text), _brackets(text), prefixes=tuple(_PREFIX.findall(said)))
    page.read(0, len(text), page.weave)
    shown, origin = page.weave.close()
    calls = _LIBRARY.finditer(said)
    files = [name for match in calls for name in ([match["bib"]] if match["bib"] else _FILE.findall(match["call"]))]
    comments = tuple(page.weave.comments)
    return Document(
        name,
        shown,
        masked(shown),
        NAME,
        encoding,
        bibliography=tuple(dict.fromkeys(files)),
        comments=comments,
        cited=tuple(_cited(text)),
        parts=tuple(dict.fromkeys(_PART.findall(said))),
        origin=origin,
    )


def _cited(text: str) -> Iterator[str]:
    """Keys that are cited without a mark in the text; "*" where the whole library is printed."""
    for match in _NOCITE.finditer(text):
        key = _LABELS.search(match[0])
        if match["full"] or key:
            yield "*" if match["full"] or not key else key[1]


@dataclass(slots=True)
class _Page:
    """A file while it is read. `pairs` has the closing bracket of each open one; `closers` what its closing means."""

    raw: str
    weave: Weave
    pairs: dict[int, int]
    closers: dict[int, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    depth: int = 0

    def read(self, at: int, end: int, into: Weave) -> None:
        """The characters from `at` to `end`, into the text or into one of its notes."""
        self.own = self.own or frozenset(_LABELS.findall(re.sub(r"#cite\([^)\n]{0,500}\)", "", self.raw)))
        while at < end:
            match = _TOKEN.search(self.raw, at, end)
            into.flow(at, match.start() if match else end)
            if match is None:
                return
            at = self._token(match, into)

    def _token(self, match: re.Match[str], into: Weave) -> int:
        """What one token sets; where reading goes on."""
        start, stop = match.span()
        match match.lastgroup or "":
            case "statement":
                return self._statement_end(stop)
            case "call":
                return self._call(match["call"], start, stop, into)
            case "heading":
                return self._heading(match, into)
            case "comment":
                into.comment(start, stop, match["line"] or match["block"] or "")
            case "item":
                into.paragraph(start)
                into.mark(_mark(match[0].strip()), start, stop)
            case kind:
                self._sign(kind, match, into)
        return stop

    def _sign(self, kind: str, match: re.Match[str], into: Weave) -> None:
        if kind == "key" and match["key"][1:].rstrip(".:-") not in self.own:
            self._key(match["key"], match.start(), into)
        elif kind in ("cite", "address"):
            into.copy(*match.span())
        elif kind == "close":
            self._close(self.closers.get(match.start()), match.start(), into)
        elif kind == "blank":
            into.paragraph(match.start())
        else:
            into.put(_sign(kind, match[0]), *match.span())

    def _key(self, key: str, start: int, into: Weave) -> None:
        """A key as the library has it."""
        bare = start + max((len(prefix) for prefix in self.prefixes if key.startswith(prefix, 1)), default=0)
        into.put("@", start, bare + 1)
        into.copy(bare + 1, start + len(key))

    def _heading(self, match: re.Match[str], into: Weave) -> int:
        end = self.raw.find("\n", match.end())
        end = len(self.raw) if end < 0 else end
        into.paragraph(match.start())
        into.mark(_mark(match[0].strip()), *match.span())
        self.read(match.end(), end, into)
        into.paragraph(end)
        return end

    def _statement_end(self, at: int) -> int:
        """Behind `#set text(...)`, `#let x = [...]`: the end of its line that is in no bracket."""
        while found := _STATEMENT_END.search(self.raw, at):
            close = self.pairs.get(found.start(), -1)
            if found[0] in "\n;":
                return found.start()
            at = close + 1 if close >= 0 else found.end()
        return len(self.raw)

    def _call(self, name: str, start: int, stop: int, into: Weave) -> int:
        """A function: of its arguments only what stands in square brackets is text."""
        bracket = self.raw[stop : stop + 1]
        if bracket == "(":
            close = self.pairs.get(stop, -1)
            if close < 0:
                return stop
            block = name == "quote" and "block: true" in self.raw[stop:close]
            if name != "bibliography":
                self._contents(stop + 1, close, into)
            stop = close + 1
            bracket, name = self.raw[stop : stop + 1], "block" if block else name
        if bracket != "[" or stop not in self.pairs:
            return stop
        return self._content(name, start, stop, into)

    def _contents(self, at: int, end: int, into: Weave) -> None:
        """The contents among a function's arguments, each a paragraph."""
        for match in _BRACKETS.finditer(self.raw, at, end):
            if match[0] == "[" and match.start() >= at and match.start() in self.pairs and self.depth < _DEEPEST:
                at = self.pairs[match.start()] + 1
                into.paragraph(match.start())
                self.depth += 1
                self.read(match.start() + 1, at - 1, into)
                self.depth -= 1
                into.paragraph(at)

    def _content(self, name: str, start: int, at: int, into: Weave) -> int:
        close = self.pairs[at]
        if name == "footnote" and into is self.weave:
            self.read(at + 1, close, into.note(start, close + 1))
            return close + 1
        if name == "block":
            into.paragraph(start)
            into.prefix = "> "
            self.closers[close] = "block"
        elif name == "quote":
            into.put("“", start, at + 1)
            self.closers[close] = "”"
        elif name == "super" and self.raw[at + 1 : close].strip().isdecimal():
            into.put("^", start, at + 1)
            self.closers[close] = "^"
        else:
            self.closers[close] = ""
        return at + 1

    def _close(self, words: str | None, at: int, into: Weave) -> None:
        if words == "block":
            into.paragraph(at)
            into.prefix = ""
        else:
            into.put("]" if words is None else words, at, at + 1)


def _mark(words: str) -> str:
    """What Markdown writes for the sign of a heading or an item."""
    return "#" * len(words) + " " if words[0] == "=" else "- " if words in "-+" else f"{words} "


def _sign(kind: str, words: str) -> str:
    match kind:
        case "escaped":
            return words[1:] or "\n"
        case "dash":
            return "—" if len(words) == 3 else "–"
        case "tie":
            return " "
    return ""


def _brackets(raw: str) -> dict[int, int]:
    """The closing bracket of each open one; strings, comments and raw text have none."""
    pairs: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(raw):
        sign = match[0]
        if sign in ("(", "[", "{"):
            opened.append((sign, match.start()))
        elif sign in _OPENS and opened and opened[-1][0] == _OPENS[sign]:
            pairs[opened.pop()[1]] = match.start()
    return pairs
