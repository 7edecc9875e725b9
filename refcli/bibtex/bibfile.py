"""The bytes of a .bib file <-> its blocks, and the same file with some stretches of it replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from refcli.bibtex.blocks import Block, BlockKind, split
from refcli.bibtex.encoding import UTF_8, Encoding, pack, unpack
from refcli.bibtex.fields import Field, Fields, fields_of
from refcli.text import Span


class Change(NamedTuple):
    """A stretch of a file and what shall stand there, one character a byte."""

    span: Span
    raw: str


@dataclass(frozen=True)
class BibFile:
    """A .bib file as it stands: one character a byte (spans count bytes), and the encoding of its words.

    Nothing is ever changed in place: `editing.py` makes changes, `apply` gives the file that has them.
    """

    raw: str = ""
    encoding: Encoding = UTF_8

    @classmethod
    def of(cls, data: bytes) -> BibFile:
        """The file of these bytes. Raises EncodingError (a Problem) for what is no text."""
        return cls(*unpack(data))

    def to_bytes(self) -> bytes:
        """The bytes; those of `of` where nothing was changed."""
        return pack(self.raw, self.encoding)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All of it, in order."""
        return tuple(split(self.raw))

    @cached_property
    def entries(self) -> tuple[Block, ...]:
        """The entries in order, those with faults inside included."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.ENTRY)

    @cached_property
    def _by_key(self) -> dict[str, list[Block]]:
        out: dict[str, list[Block]] = {}
        for block in self.entries:
            out.setdefault(block.key, []).append(block)
        return out

    def find(self, key: str) -> tuple[Block, ...]:
        """The entries with that key, the first of which is the one that counts."""
        return tuple(self._by_key.get(self.encoding.encode(key), ()))

    def key(self, block: Block) -> str:
        """The entry's key as words."""
        return self.encoding.decode(block.key)

    def fields(self, block: Block) -> Fields:
        """The fields of an entry or @string; their pieces are raw, `text` reads them."""
        return fields_of(self.raw, block)

    def text(self, span: Span) -> str:
        """The words of a stretch, exactly as written."""
        return self.encoding.decode(self.raw[span.start : span.end])

    def source(self, field: Field) -> str:
        """A field's value as written, with its braces or quotes."""
        return self.text(field.value)

    def line(self, offset: int) -> int:
        """The line of a byte, counted from 1."""
        head = self.raw[:offset]
        return head.count("\n") + head.count("\r") - head.count("\r\n") + 1

    def apply(self, changes: Iterable[Change]) -> BibFile:
        """The file with the changes, which must not overlap; of several insertions at one place the first stands first."""
        out, last = [], 0
        for (start, end), raw in sorted(changes, key=lambda change: (change.span.start, change.span.end)):
            if start < last:
                raise ValueError("changes overlap")
            out += [self.raw[last:start], raw]
            last = end
        return BibFile("".join([*out, self.raw[last:]]), self.encoding)
