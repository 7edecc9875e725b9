""".bib text -> its blocks, without losing a character: entries, @string, @preamble, @comment, the rest.

Source: the grammar of BibTeX's `bibtex.web` as Markey's "Tame the BeaST" tells it: braces count, with or without a
backslash before them. Where that leads nowhere, braces behind a backslash are taken as text, as many people mean them.
A block that does not end is broken alone: the next entry at the start of a line begins a new one. A line that
begins with "%" is a comment. The text may be decoded, or one character a byte: structure is ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from refcli.text import Span

_DEPTH: Final = 6
_FLAT: Final = r"[^{}]*+"


def balanced(depth: int = _DEPTH) -> str:
    """A pattern of text whose braces are balanced, down to so many levels."""
    pattern = _FLAT
    for _ in range(depth):
        pattern = rf"{_FLAT}(?:\{{{pattern}\}}{_FLAT})*+"
    return pattern


_START = re.compile(r"@[ \t\r\n]*([A-Za-z][\w-]*)[ \t\r\n]*([({])", re.ASCII)
# What is surely the beginning of an entry: at the start of a line, a type and an opening bracket.
_NEXT = re.compile(r"(?<![^\r\n])[ \t]*(?=@[ \t]*[A-Za-z][\w-]*[ \t]*[({])", re.ASCII)
_KEY = re.compile(r"[ \t\r\n]*([^,{}\"=\r\n]*?)[ \t\r\n]*(?:,|(?=[})]))")
_BODY = re.compile(balanced() + r"\}")
# Nearly every entry, in one stroke: type, key, and all up to the closing brace.
_WHOLE = re.compile(
    r"@([A-Za-z][\w-]*+)[ \t\r\n]*+\{[ \t\r\n]*+([^,{}\"=\s]++)[ \t\r\n]*+,()" + balanced() + r"\}", re.ASCII
)
MARKS = re.compile(r"[{}\"()]")
ESCAPED_MARKS = re.compile(r"\\.|[{}\"()]", re.DOTALL)
_ENDS_WELL = re.compile(r"[ \t]*+(?:[\r\n@%]|\Z)")


class BlockKind(Enum):
    """What a block is."""

    ENTRY = "entry"
    STRING = "string"
    PREAMBLE = "preamble"
    COMMENT = "comment"
    FREE = "free"
    BROKEN = "broken"


class Block(NamedTuple):
    """A stretch of the file.

    `name` is the type in small letters ("article", "string"), `key` the entry's key, which ends (with its comma) where
    `body` begins; `why` says what is wrong with a broken one. Its fields are read when they are needed: `fields.py`.
    """

    kind: BlockKind
    span: Span
    name: str = ""
    key: str = ""
    body: int = 0
    why: str = ""


_SPECIAL: Final = {"string": BlockKind.STRING, "preamble": BlockKind.PREAMBLE, "comment": BlockKind.COMMENT}


def split(text: str) -> Iterator[Block]:
    """The blocks in order; their spans joined are the text."""
    last = position = 0
    while match := _START.search(text, position):
        start = match.start()
        if _commented(text, last, start):
            position = match.end()
            continue
        if start > last:
            yield Block(BlockKind.FREE, Span(last, start))
        block = _block(text, match)
        yield block
        last = position = block.span.end
    if last < len(text):
        yield Block(BlockKind.FREE, Span(last, len(text)))


def _commented(text: str, last: int, start: int) -> bool:
    """Does a "%" begin the line, or what stands on it behind the last block?"""
    if start == last:
        return False
    line = max(text.rfind("\n", last, start), text.rfind("\r", last, start), last - 1) + 1
    return text[line:start].lstrip(" \t").startswith("%")


def _block(text: str, match: re.Match[str]) -> Block:
    start = match.start()
    if (whole := _WHOLE.match(text, start)) and not _doubtful(text, whole.start(3), whole.end()):
        name = whole[1].lower()
        if name not in _SPECIAL:
            return Block(BlockKind.ENTRY, Span(start, whole.end()), name, whole[2], whole.start(3))
    name = match[1].lower()
    kind = _SPECIAL.get(name, BlockKind.ENTRY)
    key, body = "", match.end()
    if kind is BlockKind.ENTRY and (found := _KEY.match(text, body)):
        key, body = found[1], found.end()
    end = _end(text, match.end() - 1, body, comment=kind is BlockKind.COMMENT)
    if end:
        return Block(kind, Span(start, end), name, key, body)
    limit = _next(text, match.end())
    why = f"the @{name} is never closed" if kind is not BlockKind.COMMENT else ""
    return Block(BlockKind.BROKEN if why else kind, Span(start, limit), name, key, body, why)


def _next(text: str, position: int) -> int:
    match = _NEXT.search(text, position)
    return match.end() if match else len(text)


def _end(text: str, opening: int, body: int, *, comment: bool) -> int:
    """Where the block is closed, exclusive; 0 when it is not."""
    whole = _BODY.match(text, body) if text[opening] == "{" else None
    if whole and (comment or not _doubtful(text, body, whole.end())):
        return whole.end()
    limit = len(text) if comment else _next(text, body)
    ends = [closed(text, opening, limit, marks) for marks in (MARKS, ESCAPED_MARKS)]
    return next((end for end in ends if end and _ENDS_WELL.match(text, end)), ends[0] or ends[1])


def _doubtful(text: str, start: int, end: int) -> bool:
    """Does another entry begin inside, so that a brace is missing before it? Are there braces that may be text?"""
    if text.find("@", start, end) >= 0 and _NEXT.search(text, start, end):
        return True
    return text.count("\\{", start, end) != text.count("\\}", start, end)


def closed(text: str, opening: int, limit: int, marks: re.Pattern[str]) -> int:
    """Where the bracket that opens here is closed, or 0; inside "(", quotes keep a ")" from closing it."""
    depth, quoted, paren = 0, False, text[opening] == "("
    for match in marks.finditer(text, opening, limit):
        mark = match[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
        elif mark == '"' and paren and depth == 0:
            quoted = not quoted
        if depth < 0:
            return 0
        if depth == 0 and (mark == "}" if not paren else mark == ")" and not quoted):
            return match.end()
    return 0
