"""An entry's block -> its fields with their places; what cannot be read is said, and costs only itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from refcli.bibtex.blocks import ESCAPED_MARKS, MARKS, Block, balanced, closed
from refcli.text import Span

# Commas, space, and lines that begin with "%" (comments to biber and to many people) between fields.
_BETWEEN = re.compile(r"(?:[ \t\r\n,]++|%[^\r\n]*+)*+")
_NAME = re.compile(r"([^\s=,{}\"#%()]++)[ \t\r\n]*+=[ \t\r\n]*+", re.ASCII)
_INSIDE = rf"\{{{balanced(5)}\}}"
_PIECE = rf"(?:{_INSIDE}|\"[^{{}}\"]*+(?:{_INSIDE}[^{{}}\"]*+)*+\"" + r"|[^\s,#{}\"()=%]++)"
_SIMPLE = re.compile(_PIECE + r"(?=[ \t\r\n]*+[,})#%])", re.ASCII)
# Nearly every field: name, "=", one piece, and the comma and space up to the next.
_ROW = re.compile(
    r"([^\s=,{}\"#%()]++)[ \t\r\n]*+=[ \t\r\n]*+(" + _PIECE + r")[ \t\r\n]*+(?:,[ \t\r\n,]*+|(?=[})]))", re.ASCII
)
_JOIN = re.compile(r"[ \t\r\n]*+#[ \t\r\n]*+")
_FOLLOWS = re.compile(r"[ \t\r\n]*+(?:[,})#%]|\Z)")
_BARE = re.compile(r"[^\s,#{}\"()=%]+", re.ASCII)
_QUOTES = re.compile(r"[{}\"]")
_ESCAPED_QUOTES = re.compile(r"\\.|[{}\"]", re.DOTALL)
_REST = re.compile(r"[^\r\n,]*")
_LINE = re.compile(r"[^\r\n]*+[\r\n]*+")


class Field(NamedTuple):
    """A field's name in small letters, and its value in pieces as written: braced, quoted, or a bare word or number.

    `span` is the whole of it, `value` what stands behind the "=".
    """

    name: str
    pieces: tuple[str, ...]
    span: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a block in order; `why` says what is wrong with it, at `place`, "" when nothing is."""

    fields: tuple[Field, ...]
    why: str = ""
    place: int = 0

    def get(self, name: str) -> Field | None:
        """The first field of that name: it is the one that counts."""
        return next((field for field in self.fields if field.name == name), None)


def rows_of(text: str, block: Block) -> dict[str, str] | None:
    """The values of a well-formed entry by name, the first of each, as written; None for one that needs `fields_of`."""
    position, end = block.body, block.span.end - 1
    start = _BETWEEN.match(text, position, end)
    position = start.end() if start else position
    out: dict[str, str] = {}
    while position < end:
        row = _ROW.match(text, position, end + 1)
        if row is None:
            return None
        name, value = row.groups()
        out.setdefault(name.lower(), value)
        position = row.end()
    return out if position == end and not block.why else None


def fields_of(text: str, block: Block) -> Fields:
    """The fields of an entry or @string. What is no field is skipped to the end of its line."""
    out: list[Field] = []
    end = block.span.end - (not block.why)
    why, place = block.why, block.span.start
    position = _skip(text, block.body, end)
    while position < end:
        name = _NAME.match(text, position, end)
        pieces, stop = _value(text, name.end(), end) if name else ((), 0)
        if name and pieces:
            out.append(Field(name[1].lower(), pieces, Span(position, stop), Span(name.end(), stop)))
        else:
            if not why:
                why, place = _complaint(text, block, position, name), position
            stop = _LINE.match(text, name.end() if name else position, end).end()  # type: ignore[union-attr] # matches ""
        position = _skip(text, max(stop, position + 1), end)
    return Fields(tuple(out), why, place)


def _skip(text: str, position: int, end: int) -> int:
    match = _BETWEEN.match(text, position, end)
    return match.end() if match else position


def _complaint(text: str, block: Block, position: int, name: re.Match[str] | None) -> str:
    if name:
        return f'the value of "{name[1]}" in {block.key or "the @" + block.name} does not end or is missing'
    words = _REST.match(text, position, min(position + 30, block.span.end - 1))
    return f'"{words[0].strip() if words else ""}" in {block.key or "the @" + block.name} is no field'


def _value(text: str, position: int, end: int) -> tuple[tuple[str, ...], int]:
    pieces: list[str] = []
    while True:
        stop = _piece(text, position, end)
        if not stop:
            return (), 0
        pieces.append(text[position:stop])
        joint = _JOIN.match(text, stop, end)
        if not joint:
            return tuple(pieces), stop
        position = joint.end()


def _piece(text: str, position: int, end: int) -> int:
    """Where the piece that begins here ends; 0 when it does not."""
    if simple := _SIMPLE.match(text, position, end + 1):
        return simple.end()
    first = text[position : position + 1] if position < end else ""
    if first == "{":
        stops = [closed(text, position, end, marks) for marks in (MARKS, ESCAPED_MARKS)]
    elif first == '"':
        stops = [_quoted(text, position, end, marks) for marks in (_QUOTES, _ESCAPED_QUOTES)]
    else:
        bare = _BARE.match(text, position, end)
        return bare.end() if bare else 0
    return next((stop for stop in stops if stop and _FOLLOWS.match(text, stop, end)), stops[0] or stops[1])


def _quoted(text: str, position: int, end: int, marks: re.Pattern[str]) -> int:
    depth = 0
    for match in marks.finditer(text, position + 1, end):
        if match[0] == '"' and depth == 0:
            return match.end()
        depth += (match[0] == "{") - (match[0] == "}")
        if depth < 0:
            return 0
    return 0
