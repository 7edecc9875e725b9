""".bib text -> its pieces as a merge moves them: entries and other blocks, paragraphs of comment, each with the space before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from refcli.bibtex.blocks import Block, BlockKind, split
from refcli.bibtex.fields import fields_of

Id: TypeAlias = tuple[str, str, int]
"""What a piece is, what it is called (an entry's key, a comment's words), and the how-manieth of that name it is."""

END: Final[Id] = ("end", "", 0)
_PARAGRAPH: Final = re.compile(r"(\s*)(\S[^\r\n]*(?:\r?\n(?![ \t]*\r?\n)[^\r\n]*\S[^\r\n]*)*)")
_LINE: Final = re.compile(r"[^\r\n]*")
_META: Final = re.compile(r"@comment\s*[{(]?\s*(jabref-[\w-]+:\s*[\w-]+|BibDesk [A-Z]\w* \w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Node:
    """A piece: `lead` is the white space before it, `remark` what stands behind it on its last line; the joined pieces are the text."""

    id: Id
    lead: str
    text: str
    remark: str = ""
    block: Block | None = None


def read_nodes(text: str) -> list[Node]:
    """All pieces in order; the last one is `END`, with the space at the end of the file."""
    seen: Counter[tuple[str, str]] = Counter()
    out: list[Node] = []
    for lead, body, remark, block in _pieces(text):
        kind, name = _name(text, body, block)
        out.append(Node((kind, name, seen[kind, name]), lead, body, remark, block))
        seen[kind, name] += kind != "end"
    return out


def _pieces(text: str) -> Iterator[tuple[str, str, str, Block | None]]:
    blocks = list(split(text))
    lead = ""
    for i, block in enumerate(blocks):
        start, end = block.span
        if block.kind is BlockKind.FREE:
            for space, words in _paragraphs(text[start + len(_remark(text, blocks, i)) : end]):
                if words:
                    yield lead + space, words, "", None
                lead = "" if words else lead + space
            continue
        yield lead, text[start:end], _remark(text, blocks, i + 1), block
        lead = ""
    yield lead, "", "", None


def _remark(text: str, blocks: list[Block], i: int) -> str:
    """The words on the line on which a block ends, that belong to it."""
    if not 0 < i < len(blocks) or blocks[i].kind is not BlockKind.FREE or blocks[i - 1].kind is BlockKind.FREE:
        return ""
    line = _LINE.match(text, blocks[i].span.start, blocks[i].span.end)
    whole = line is not None and (line.end() < blocks[i].span.end or i + 1 == len(blocks))
    return line[0].rstrip() if line and whole else ""


def _paragraphs(text: str) -> Iterator[tuple[str, str]]:
    position = 0
    while match := _PARAGRAPH.match(text, position):
        words = match[2].rstrip()
        yield match[1], words
        position = match.start(2) + len(words)
    yield text[position:], ""


def _name(text: str, body: str, block: Block | None) -> tuple[str, str]:
    if block is None:
        return ("free", " ".join(body.split())) if body else END[:2]
    if block.kind is BlockKind.ENTRY and block.key:
        return "entry", block.key
    if block.kind is BlockKind.STRING and (fields := fields_of(text, block).fields):
        return "string", fields[0].name
    meta = _META.match(body) if block.kind is BlockKind.COMMENT else None
    return block.kind.value, meta[1].lower() if meta else " ".join(body.split())
