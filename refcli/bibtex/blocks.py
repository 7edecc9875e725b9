""".bib text -> its blocks, without losing a character: entries with the places of their fields, @string, @comment, the rest.

Source: the grammar of BibTeX's `bibtex.web` as Markey's "Tame the BeaST" tells it. A block that does not end is broken
alone: the next "@" at the start of a line begins a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from refcli.text import Span

_START = re.compile(r"@[ \t\r\n]*([A-Za-z][\w-]*)[ \t\r\n]*([({])")
_NEXT = re.compile(r"^[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t]*[({]", re.MULTILINE)
_KEY = re.compile(r"[ \t\r\n]*([^\s,{}\"=()#%]*[^,{}\"=\s]*)[ \t\r\n]*(,|(?=[})]))")
_FIELD = re.compile(r"[ \t\r\n,]*([A-Za-z][\w.:+/*-]*)[ \t\r\n]*=[ \t\r\n]*")
_BARE = re.compile(r"[^\s,#{}\"()=]+")
_JOIN = re.compile(r"[ \t\r\n]*#[ \t\r\n]*")


class BlockKind(Enum):
    """What a block is."""

    ENTRY = "entry"
    STRING = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    FREE = "free"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name, and its value in pieces as written: braced, quoted, or a bare word or number."""

    name: str
    pieces: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the file. `name` is the entry's type in small letters, `why` what is wrong with a broken one."""

    kind: BlockKind
    span: Span
    name: str = ""
    key: str = ""
    fields: tuple[Field, ...] = ()
    why: str = ""


def split(text: str) -> Iterator[Block]:
    """The blocks in order; their spans joined are the text."""
    last = 0
    while match := _START.search(text, last):
        if match.start() > last:
            yield Block(BlockKind.FREE, Span(last, match.start()))
        block = _block(text, match)
        yield block
        last = block.span.end
    if last < len(text):
        yield Block(BlockKind.FREE, Span(last, len(text)))


def _block(text: str, match: re.Match[str]) -> Block:
    name, start = match[1].lower(), match.start()
    if name == "comment":
        end = _balanced(text, match.end() - 1)
        return Block(BlockKind.COMMENT, Span(start, end or _give_up(text, match.end())), name)
    key = ""
    position = match.end()
    if name not in ("string", "preamble"):
        found = _KEY.match(text, position)
        if not found:
            return _broken(text, start, position, name, "has no key before its first field")
        key, position = found[1], found.end()
    if name == "preamble":
        end = _balanced(text, match.end() - 1)
        return (
            Block(BlockKind.PREAMBLE, Span(start, end), name)
            if end
            else _broken(text, start, position, name, "is never closed")
        )
    return _with_fields(text, start, position, (name, key, match[2]))


def _with_fields(text: str, start: int, position: int, head: tuple[str, str, str]) -> Block:
    name, key, opening = head
    closing = "}" if opening == "{" else ")"
    fields: list[Field] = []
    while True:
        end = _skip(text, position)
        if end < len(text) and text[end] == closing:
            kind = BlockKind.STRING if name == "string" else BlockKind.ENTRY
            return Block(kind, Span(start, end + 1), name, key, tuple(fields))
        match = _FIELD.match(text, position)
        value = _value(text, match.end()) if match else None
        if not match or value is None:
            return _broken(text, start, position, name, "has a field that does not end" if match else "is never closed")
        pieces, position = value
        fields.append(Field(match[1].lower(), pieces, Span(match.start(1), position)))


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\r\n,":
        position += 1
    return position


def _value(text: str, position: int) -> tuple[tuple[str, ...], int] | None:
    pieces: list[str] = []
    while True:
        end = _piece_end(text, position)
        if end is None:
            return None
        pieces.append(text[position:end])
        joint = _JOIN.match(text, end)
        if not joint:
            return tuple(pieces), end
        position = joint.end()


def _piece_end(text: str, position: int) -> int | None:
    if position >= len(text):
        return None
    if text[position] == "{":
        return _balanced(text, position)
    if text[position] == '"':
        return _quoted(text, position)
    match = _BARE.match(text, position)
    return match.end() if match else None


_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_BRACES_QUOTE = re.compile(r"\\.|[{}\"]", re.DOTALL)


def _balanced(text: str, position: int) -> int | None:
    """Where the bracket that opens here is closed, exclusive; None when it is not before the next entry."""
    if text[position] == "(":
        end = text.find(")", position)
        return end + 1 if end >= 0 else None
    depth = 0
    for match in _BRACES.finditer(text, position):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            if depth == 0:
                return match.end()
    return None


def _quoted(text: str, position: int) -> int | None:
    depth = 0
    for match in _BRACES_QUOTE.finditer(text, position + 1):
        if match[0] == '"' and depth == 0:
            return match.end()
        depth += (match[0] == "{") - (match[0] == "}")
        if depth < 0:
            return None
    return None


def _broken(text: str, start: int, position: int, name: str, why: str) -> Block:
    return Block(BlockKind.BROKEN, Span(start, _give_up(text, position)), name, why=f"the @{name} {why}")


def _give_up(text: str, position: int) -> int:
    match = _NEXT.search(text, position)
    return match.start() if match else len(text)
