"""Nodes -> a flat stream of text and marks, in which quotation marks, flip-flops and colliding punctuation are settled.

An output format only has to translate the stream. Looks alternate ("flip-flop") inside one another: italics in italics
are upright, quotes in quotes are the inner ones.
Source: CSL 1.0.2, "Formatting", "Quotes", "Locale options" (punctuation-in-quote).
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from refcli.csl.nodes import Look, Node, Span, text_of


class Mark(NamedTuple):
    """The start (or end) of a look: `kind` is a field of Look, `value` its new value."""

    kind: str
    value: str
    start: bool


class Quotes(NamedTuple):
    """A language's quotation marks, and whether full stops and commas move inside them."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    inside: bool = False


Token: TypeAlias = str | Mark

_CURLY = {"“": ("“", "”"), "‘": ("‘", "’")}
_SPACES = frozenset(" \u00a0")
_STOPS = frozenset(".,;:!?")
_DROP = frozenset((":.", ";:", ";.", "!:", "!.", "?:", "?.", "..", ",,", ";;", "::", "!!", "??"))
_WIN = frozenset((":!", ";!", ":?", ";?"))
_NORMAL = {"style": "normal", "variant": "normal", "weight": "normal", "decoration": "none", "align": "baseline"}
_FLIPS = ("align", "decoration", "weight", "variant", "style")


def stream(node: Node | None, quotes: Quotes) -> list[Token]:
    """The stream of one entry or citation."""
    writer = _Writer(quotes)
    if node is not None:
        writer.node(node)
    return _trimmed([token for token in writer.out if token != ""])


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Spaces at the edges of the first and last block moved out of them."""
    for edge, places in ((0, range(len(tokens))), (len(tokens), range(len(tokens) - 1, -1, -1))):
        blocked = False
        for place in places:
            token = tokens[place]
            if isinstance(token, str):
                bare = token.rstrip(" ") if edge else token.lstrip(" ")
                if blocked and bare != token:
                    tokens[place] = bare
                    tokens.insert(edge, " ")
                break
            blocked = blocked or token.kind == "display"
    return tokens


class _Writer:
    def __init__(self, quotes: Quotes) -> None:
        self.quotes = quotes
        self.out: list[Token] = []
        self.state = dict(_NORMAL)
        self.depth = 0
        self.last = -1
        self.closed: list[int] = []
        self.barred = False
        self.passed: tuple[int, list[int]] = (-1, [])

    def node(self, node: Node) -> None:
        if isinstance(node, str):
            if node:
                self.text(node)
        elif node.look is None:
            if node.role == "apart" and self.closed:
                self.barred = True
            for child in node.children:
                self.node(child)
        else:
            self.look(node, node.look)

    def look(self, node: Span, look: Look) -> None:
        if look.plain:
            self.plain(node)
            return
        if look.display and not text_of(node).strip():
            return
        if look.quotes:
            self.quoted(Span(node.children, look._replace(quotes="")), look.quotes)
            return
        marks = self.begin(look)
        for child in node.children:
            self.node(child)
        self.finish(marks)

    def begin(self, look: Look) -> list[tuple[str, str, str]]:
        """Writes the marks of a look; returns them as (kind, value, value before)."""
        marks: list[tuple[str, str, str]] = []
        if look.display:
            marks.append(("display", look.display, ""))
            self.last, self.closed = -1, []
        for kind in _FLIPS:
            value: str = getattr(look, kind)
            if value:
                self.flip(kind, value, marks, rich=look.rich)
        if look.href:
            marks.append(("href", look.href, ""))
        for kind, value, _ in marks:
            self.out.append(Mark(kind, value, start=True))
        return marks

    def flip(self, kind: str, value: str, marks: list[tuple[str, str, str]], *, rich: bool) -> None:
        now = self.state[kind]
        new = _NORMAL[kind] if rich and value == now else value
        if new == now == _NORMAL[kind]:
            return
        marks.append((kind, new, now))
        self.state[kind] = new

    def finish(self, marks: list[tuple[str, str, str]]) -> None:
        for kind, value, was in reversed(marks):
            self.out.append(Mark(kind, value, start=False))
            if kind in self.state:
                self.state[kind] = was
            elif kind == "display":
                self.last, self.closed = -1, []

    def plain(self, node: Span) -> None:
        """Without any look that is in force around it."""
        style, variant, weight, decoration, align = (
            _NORMAL[kind] if self.state[kind] != _NORMAL[kind] else "" for kind in reversed(_FLIPS)
        )
        look = Look(style, variant, weight, decoration, align)
        self.look(Span(node.children, look), look)

    def quoted(self, node: Span, kind: str) -> None:
        typed = _CURLY.get(kind)
        if typed and typed != self.quotes.outer and not (self.depth and typed == self.quotes.inner):
            self.mark(typed[0])
            self.node(node)
            self.mark(typed[1])
            return
        pair = self.quotes.inner if self.depth % 2 else self.quotes.outer
        self.depth += 1
        self.mark(pair[0])
        self.node(node)
        if kind != "kept":
            self.closed.append(len(self.out))
            self.out.append(pair[1])
        else:
            self.mark(pair[1])
        self.depth -= 1

    def mark(self, text: str) -> None:
        self.out.append(text)
        self.last, self.closed, self.passed, self.barred = len(self.out) - 1, [], (-1, []), False

    def text(self, text: str) -> None:
        if self.last >= 0 or self.closed:
            text = self.meet(text)
            if not text:
                return
        passed = (self.last, self.closed) if self.closed and len(text) == 1 else (-1, [])
        self.mark(text)
        self.passed = passed

    def meet(self, text: str) -> str:
        """What is left of a text once its first character has met the last one before it."""
        first = text[0]
        if first in _SPACES:
            return (
                text.lstrip(first) if not self.closed and self.before().endswith(first) and not self.looks() else text
            )
        if first not in _STOPS:
            return text
        if self.closed:
            return self.meet_quote(text, inside=self.quotes.inside and not self.barred)
        if first in "!?" and self.win_inside(first):
            return text[1:]
        return text[1:] if self.clash(self.last, first) else text

    def win_inside(self, first: str) -> bool:
        """A colon after a quotation mark gives way to a stronger stop, which goes inside."""
        index, closed = self.passed
        if not closed or not self.quotes.inside or self.before() + first not in _WIN:
            return False
        self.out[self.last] = ""
        self.last, self.closed, self.passed = index, closed, (-1, [])
        self.insert(first)
        return True

    def insert(self, stop: str) -> None:
        """A stop inside the quotation marks that have just been closed."""
        self.out.insert(self.closed[0], stop)
        self.last = self.closed[0]
        self.closed = [index + 1 for index in self.closed]

    def looks(self) -> bool:
        """Whether a look began or ended since the last text: spaces on its two sides both stay."""
        return any(isinstance(token, Mark) and token.kind in _NORMAL for token in self.out[self.last + 1 :])

    def before(self) -> str:
        token = self.out[self.last]
        return token if isinstance(token, str) else ""

    def clash(self, index: int, first: str) -> bool:
        """Whether that stop is swallowed by the end of the text at `index` (or takes its last character's place)."""
        token = self.out[index] if index >= 0 else ""
        if not isinstance(token, str) or not token:
            return False
        pair = token[-1] + first
        if pair in _WIN:
            self.out[index] = token[:-1] + first
            return True
        return pair in _DROP

    def meet_quote(self, text: str, *, inside: bool) -> str:
        first = text[0]
        if inside and first in ".,!?":
            if not self.clash(self.last, first):
                self.insert(first)
            return text[1:]
        last = self.before()[-1:] if self.last >= 0 else ""
        if not inside:
            return text[1:] if last + first in ("..", "!.", "?.", "??", "!!") else text
        return text[1:] if last in ("!", "?", ".") and last + first in _DROP else text
