"""Nodes -> the same nodes in another letter case; protected spans keep theirs.

Source: CSL 1.0.2, "Text-case"; the stop words are appendix "Title Case"'s, with the prepositions of citation managers,
and the articles inside the names of foreign outlets ("Corriere della Sera").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from refcli.csl.nodes import Node, text_of

_STOP = frozenset(
    """a according across afore after against ahead along alongside amid amidst among amongst an and anenst apart
    apropos around as aside astride at athwart atop barring because before behind below beneath beside besides
    between beyond but by circa despite down during due et except far following for forenenst from given in inside
    instead into lest like near next nor notwithstanding of off on onto or out over per plus pro qua sans since so
    than the through throughout thru thruout till to toward towards under underneath until unto up upon v versus via
    vs with within without yet about above de d' von van c ca
    la le der di del della""".split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\s\u00a0]+")
_PARTS = re.compile(r"[^\s\u00a0\-–—]+")
_ELIDED = re.compile(r"[cdjlmnst][’'][^\W\d_]{2}")
"""French words that swallow a vowel: "c’est", "l’état"."""
_PIECES = re.compile(r"([-–—/\u2011])")
Caser = Callable[[str], str]


def recase(node: Node, case: str, lang: str = "en") -> Node:
    """The node in `lowercase`, `uppercase`, `capitalize-first`, `capitalize-all`, `sentence` or `title` case.

    Title case is for English alone; text in another language is left as it is.
    """
    if case == "lowercase":
        return _map(node, str.lower)
    if case == "uppercase":
        return _map(node, _upper_turkish if lang[:2] in ("tr", "az") else str.upper)
    if case == "capitalize-first":
        return _map(node, _First(_capitalize_turkish if lang[:2] in ("tr", "az") else _first_of_mixed))
    if case == "capitalize-all":
        return _map(node, _capitalize_all)
    if case == "sentence":
        return _map(node, _First(str.capitalize if text_of(node).isupper() else capitalize_first, str.lower))
    return _title(node) if case == "title" and lang[:2] == "en" else node


def _upper_turkish(text: str) -> str:
    return text.replace("i", "İ").upper()


def _capitalize_turkish(text: str) -> str:
    return "İ" + text[1:] if text.startswith("i") else capitalize_first(text)


def capitalize_first(text: str) -> str:
    """The first letter of the first word in upper case, if the word begins with one."""
    for i, char in enumerate(text):
        if char.isalpha():
            return text[:i] + _upper(char) + text[i + 1 :]
        if char.isalnum():
            return text
    return text


def _upper(char: str) -> str:
    return char if char == "ß" or "\u0370" <= char <= "\u03ff" else char.upper()


def _first_of_mixed(text: str) -> str:
    """As `capitalize_first`, but a word with a capital inside stays as it is written ("iPhone")."""
    word = _WORD.search(text)
    bare = word[0].lstrip("\"'“‘([") if word else ""
    return text if bare[:1].islower() and any(char.isupper() for char in bare) else capitalize_first(text)


class _First:
    """A caser for the first text with a letter, and another for the words that come after its first word."""

    def __init__(self, first: Caser, rest: Caser | None = None) -> None:
        self.first, self.rest, self.done = first, rest, False

    def __call__(self, text: str) -> str:
        if self.done:
            return self.rest(text) if self.rest else text
        self.done = any(char.isalnum() for char in text)
        if not self.rest:
            return self.first(text)
        found = _WORD.search(text)
        end = found.end() if found else 0
        return self.first(text[:end]) + self.rest(text[end:])

    def skip(self) -> None:
        """A protected span stood first: it counts as the first word."""
        self.done = True


def _map(node: Node, caser: Caser) -> Node:
    if isinstance(node, str):
        return caser(node)
    if node.role == "nocase" or (node.look and (node.look.plain or (node.look.rich and node.look.variant))):
        if isinstance(caser, _First):
            caser.skip()
        return node
    return node._replace(children=[_map(child, caser) for child in node.children])


def _capitalize_all(text: str) -> str:
    return _PARTS.sub(lambda match: _first_of_mixed(match[0]), text)


def _title(node: Node) -> Node:
    text = text_of(node)
    return _Title(text).node(node)


class _Title:
    """Walks the words of a title, knowing which is the first, the last, and which follows a colon or full stop."""

    def __init__(self, text: str) -> None:
        self.length = len(text.rstrip())
        self.at = 0
        self.fresh = True
        self.before = ""

    def node(self, node: Node) -> Node:
        if isinstance(node, str):
            return self.text(node)
        if node.role == "nocase":
            self.skip(text_of(node))
            return node
        if node.look and (node.look.align or node.look.variant):
            self.skip(text_of(node))
            return node
        if node.look and node.look.quotes:
            self.fresh = True
        return node._replace(children=[self.node(child) for child in node.children])

    def skip(self, text: str) -> None:
        self.at += len(text)
        self.before = text[-1:]
        self.fresh = False

    def text(self, text: str) -> str:
        out, end = [], 0
        start = self.at
        for match in _WORD.finditer(text):
            out.append(text[end : match.start()])
            end = match.end()
            glued = match.start() == 0 and bool(self.before) and self.before.isalnum()
            out.append(match[0] if glued else self.word(match[0], last=start + end >= self.length))
        self.at = start + len(text)
        self.before = text[-1:] or self.before
        return "".join(out) + text[end:]

    def word(self, word: str, *, last: bool) -> str:
        fresh = self.fresh
        self.fresh = (word[-1] in ":.?!" and len(word) > 1 and not (word[-1] == "." and len(word) < 4)) or word == ":"
        pieces = _PIECES.split(word)
        out = []
        for i, piece in enumerate(pieces):
            first = i == 0 and (fresh or pieces[1:2] == ["-"])
            if i and pieces[i - 2].isdecimal():
                out.append(piece)
            else:
                out.append(_cap(piece, first=first or (last and i == len(pieces) - 1)))
        return "".join(out)


def _cap(word: str, *, first: bool) -> str:
    bare = word.strip("\"'“”‘’()[]{}«»,;:!?…")
    if not bare or any(char.isupper() for char in bare):
        return word
    if not first and (bare in _STOP or bare.rstrip(".") in _STOP or _ELIDED.match(bare)):
        return word
    return capitalize_first(word)
