"""Marked-up text of a field -> nodes: `<i> <b> <sup> <sub> <sc>`, protected spans, quotation marks, apostrophes.

Tags and quotes have to nest; whatever does not is kept as the characters it is.
Source: the rich text of CSL-JSON, as citation managers write it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from refcli.csl.nodes import QUOTED, Look, Node, Span

_TOKEN = re.compile(
    r"<(?:/?(?:i|b|sup|sub|sc|span)|span (?:class=\"(?:nocase|nodecor)\"|style=\"font-variant: ?small-caps;\"))>"
    r"|[\"'“”‘’]"
)
_LOOKS = {
    "<i>": Look(style="italic", rich=True),
    "<b>": Look(weight="bold", rich=True),
    "<sup>": Look(align="sup"),
    "<sub>": Look(align="sub"),
    "<sc>": Look(variant="small-caps", rich=True),
    '<span class="nodecor">': Look(plain=True),
}
_CURLY = {mark: Look(quotes=mark) for mark in "“‘"}
_SMALL_CAPS = Look(variant="small-caps", rich=True)
_SPECIAL = re.compile("[<\"'“”‘’«»]| [:;?!]")
_FREE_SPACE = re.compile("(?<=«) | (?=[:;?!»])")
"""A space where French typography has a narrow one that does not break; citeproc-js sets it in any language."""
_OPENS_AFTER = frozenset(" \u00a0\t\n([{<-–—/“‘\"'")
_CLOSERS = {"“": "”", "‘": "’", '"': '"', "'": "'"}


@dataclass(slots=True)
class _Waiting:
    """A tag or quotation mark that waits for its other half, and what has come since."""

    piece: str
    nodes: list[Node] = field(default_factory=list)

    @property
    def closer(self) -> str:
        if self.piece[0] == "<":
            return "</" + self.piece[1:].split(" ")[0].rstrip(">") + ">"
        return _CLOSERS.get(self.piece, "")

    def closed(self) -> Node:
        if self.piece[0] != "<":
            return Span(self.nodes, _CURLY.get(self.piece, QUOTED))
        if "nocase" in self.piece:
            return Span(self.nodes, None, "nocase")
        return Span(self.nodes, _LOOKS.get(self.piece, _SMALL_CAPS))


def rich(text: str) -> Node:
    """The nodes of a field; the text itself where nothing in it is special."""
    if not _SPECIAL.search(text):
        return text
    text = _FREE_SPACE.sub("\u202f", text)
    if "<" not in text and '"' not in text and not any(mark in text for mark in "“”‘"):
        if not any(char in text for char in "'’"):
            return text
        if text.count("'") == 1 and text[0] != "'" and "’" not in text:
            return text.replace("'", "’")
    return _parse(text)


def _parse(text: str) -> Node:
    stack = [_Waiting("")]
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start > at:
            stack[-1].nodes.append(text[at:start])
        at = end
        piece = match[0]
        if piece[0] == "<":
            _tag(stack, piece)
        else:
            _quote(stack, piece, text[start - 1 : start], text[end : end + 1])
    if at < len(text):
        stack[-1].nodes.append(text[at:])
    while len(stack) > 1:
        _give_up(stack)
    nodes = _merged(stack[0].nodes)
    return nodes[0] if len(nodes) == 1 else Span(nodes)


def _tag(stack: list[_Waiting], piece: str) -> None:
    if piece[1] != "/":
        if piece != "<span>":
            stack.append(_Waiting(piece))
        else:
            stack[-1].nodes.append(piece)
        return
    at = next((i for i in range(len(stack) - 1, 0, -1) if stack[i].closer == piece and stack[i].piece[0] == "<"), 0)
    if not at:
        stack[-1].nodes.append(piece)
        return
    while len(stack) - 1 > at:
        _give_up(stack)
    _shut(stack)


def _quote(stack: list[_Waiting], piece: str, before: str, after: str) -> None:
    if piece in "\"'”’" and _closes(stack, piece, before, after):
        while stack[-1].closer != piece:
            _give_up(stack)
        _shut(stack)
    elif piece in "“‘" or (piece in "\"'" and _opens(before, after)):
        stack.append(_Waiting(piece))
    else:
        stack[-1].nodes.append(_mark(piece))


def _opens(before: str, after: str) -> bool:
    return (not before or before in _OPENS_AFTER or before == ">") and bool(after) and not after.isspace()


def _closes(stack: list[_Waiting], piece: str, before: str, after: str) -> bool:
    if piece in "\"'" and (before.isspace() or (piece == "'" and after.isalnum())):
        return False
    for one in reversed(stack[1:]):
        if one.closer == piece:
            return bool(one.nodes) or one is not stack[-1]
        if one.piece[0] == "<":
            return False
    return False


def _mark(piece: str) -> str:
    return "’" if piece == "'" else piece


def _shut(stack: list[_Waiting]) -> None:
    done = stack.pop()
    done.nodes = _merged(done.nodes)
    stack[-1].nodes.append(done.closed())


def _give_up(stack: list[_Waiting]) -> None:
    """The mark never met its other half: it is text."""
    lost = stack.pop()
    stack[-1].nodes += [_mark(lost.piece), *lost.nodes]


def _merged(nodes: list[Node]) -> list[Node]:
    """Neighbouring strings joined, so that letter case sees whole words."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and out and isinstance(out[-1], str):
            out[-1] += node
        else:
            out.append(node)
    return out
