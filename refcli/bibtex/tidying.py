"""A .bib file -> the same laid out evenly: one field a line, braces, small letters; what it says is not touched.

Comments between fields keep their line, behind a field or alone. Entries with something in them that is no field stay as they
are, and so does every word outside of entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.bibtex.bibfile import BibFile, Change
from refcli.bibtex.blocks import Block, BlockKind
from refcli.bibtex.editing import key_span
from refcli.bibtex.fields import Field
from refcli.bibtex.layout import newline_of
from refcli.text import Span

_GAP = re.compile(r"(?:[ \t\r\n,]++|%[^\r\n]*+)*+\Z")
_COMMENT = re.compile(r"([\r\n][ \t\r\n,]*+)?(%[^\r\n]*+)")
_INDENT = "  "


def tidy(file: BibFile) -> BibFile:
    """The file tidied; doing it twice changes nothing more."""
    newline = newline_of(file)
    return file.apply([*_entries(file, newline), *_gaps(file, newline)])


def _entries(file: BibFile, newline: str) -> Iterator[Change]:
    for block in file.entries:
        fields = file.fields(block)
        if block.key and not fields.why and _is_plain(file, block, fields.fields):
            raw = _laid_out(file, block, fields.fields, newline)
            if raw != file.raw[block.span.start : block.span.end]:
                yield Change(block.span, raw)


def _is_plain(file: BibFile, block: Block, fields: tuple[Field, ...]) -> bool:
    """Is there nothing but space, commas and comments between its fields?"""
    return all(_GAP.match(gap) for gap in _between(file, block, fields))


def _between(file: BibFile, block: Block, fields: tuple[Field, ...]) -> list[str]:
    """What stands before the first field, between two, and behind the last."""
    ends = [block.body, *(field.span.end for field in fields)]
    starts = [*(field.span.start for field in fields), block.span.end - 1]
    return [file.raw[end:start] for end, start in zip(ends, starts, strict=True)]


def _laid_out(file: BibFile, block: Block, fields: tuple[Field, ...], newline: str) -> str:
    key = key_span(file, block)
    lines = [f"@{block.name}{{{file.raw[key.start : key.end]},"]
    lines += [f"{_INDENT}{field.name} = {' # '.join(map(_braced, field.pieces))}," for field in fields]
    gaps = _between(file, block, fields)
    return newline.join([*(row for line, gap in zip(lines, gaps, strict=True) for row in _commented(line, gap)), "}"])


def _commented(line: str, gap: str) -> Iterator[str]:
    """The line, with the comment that stands behind it; then the comments that have lines of their own."""
    comments = [(match[1], match[2].rstrip()) for match in _COMMENT.finditer(gap)]
    if comments and not comments[0][0]:
        yield f"{line} {comments.pop(0)[1]}"
    else:
        yield line
    yield from (f"{_INDENT}{comment}" for _, comment in comments)


def _braced(piece: str) -> str:
    if piece[0] == '"' and _balanced(piece[1:-1]):
        return f"{{{piece[1:-1]}}}"
    return f"{{{piece}}}" if piece.isdecimal() else piece


def _balanced(words: str) -> bool:
    """No brace behind a backslash, so that braces around are safe."""
    return "\\{" not in words and "\\}" not in words


def _gaps(file: BibFile, newline: str) -> Iterator[Change]:
    """One empty line before and after an entry, one line end at the end of the file; free words keep their lines."""
    blocks = file.blocks
    for i, block in enumerate(blocks):
        before = blocks[i - 1] if i else None
        if block.kind is BlockKind.ENTRY and before and before.kind not in (BlockKind.FREE, BlockKind.BROKEN):
            yield Change(Span(block.span.start, block.span.start), newline * 2)
        if block.kind is not BlockKind.FREE:
            continue
        start, end = block.span
        after = blocks[i + 1] if i + 1 < len(blocks) else None
        if file.raw[start:end].strip(" \t\r\n"):
            continue
        beside_entry = any(other is not None and other.kind is BlockKind.ENTRY for other in (before, after))
        wanted = (
            "" if before is None else newline if after is None else newline * 2 if beside_entry else file.raw[start:end]
        )
        if file.raw[start:end] != wanted:
            yield Change(block.span, wanted)
    if blocks and blocks[-1].kind is BlockKind.ENTRY:
        yield Change(Span(len(file.raw), len(file.raw)), newline)
