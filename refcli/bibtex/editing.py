"""A .bib file and what shall be different -> the changes: all other bytes stay, and what is new looks like its surroundings.

Values come in two forms: `source` is the value as it is written, with its braces, quotes or as a bare word; `dress`
makes it from words in LaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refcli.bibtex.bibfile import BibFile, Change
from refcli.bibtex.blocks import MARKS, Block, BlockKind, closed
from refcli.bibtex.dialect import MONTHS
from refcli.bibtex.fields import Field
from refcli.bibtex.layout import Layout, layout_of, newline_of
from refcli.problem import Problem
from refcli.text import Span

_KEY = re.compile(r"[^\s,{}\"=()#%@\\]+\Z")
_NAME = re.compile(r"[A-Za-z][\w.:+/*-]*\Z", re.ASCII)
_SPACE = re.compile(r"[ \t\r\n]*")
_LINE = re.compile(r"[^\r\n]*")
_TOKEN = re.compile(r"[^\s,{}\"]+")
_MARK = "\u00ef\u00bb\u00bf"
_LISTED = re.compile(r"@comment\s*[{(]\s*refcli-\w+\s*:", re.IGNORECASE)
_POINTERS = frozenset(("crossref", "xref", "xdata", "related", "entryset"))


class EditError(Problem):
    """What cannot be edited safely; nothing was changed."""


def set_field(file: BibFile, entry: Block, name: str, source: str) -> list[Change]:
    """The first field of that name gets another value; a new one is put behind the last. Nothing where nothing differs.

    Raises EditError for a name or value that BibTeX could not read back, or where the entry's own faults are in the way.
    """
    fields = file.fields(entry)
    old = fields.get(name.lower())
    raw = file.encoding.encode(source)
    if old is not None and file.raw[old.value.start : old.value.end] == raw:
        return []
    _check(file, entry, name, raw)
    if old is not None:
        return [Change(old.value, raw)]
    return [_inserted(file, entry, fields.fields, name, raw)]


def remove_field(file: BibFile, entry: Block, name: str) -> list[Change]:
    """Every field of that name goes, with one comma each. Nothing where there is none."""
    fields = file.fields(entry).fields
    return [
        Change(_with_comma(file, entry, fields, i), "") for i, field in enumerate(fields) if field.name == name.lower()
    ]


def rename_key(file: BibFile, entry: Block, key: str) -> list[Change]:
    """Another key, there and wherever an entry points to it (crossref, xdata, related ...). Raises EditError for an impossible one."""
    check_key(key)
    raw, old = file.encoding.encode(key), entry.key
    if raw == old:
        return []
    return [Change(key_span(file, entry), raw), *(Change(span, raw) for _, span in pointers(file, old))]


def set_kind(file: BibFile, entry: Block, kind: str) -> list[Change]:
    """Another entry type, in the case that the old one is written in. Raises EditError for one that is none."""
    if not _NAME.match(kind):
        raise EditError(f'"{kind}" cannot be an entry type: letters, digits and hyphens only.')
    head = file.raw[entry.span.start : entry.body].lower()
    start = entry.span.start + head.index(entry.name)
    span = Span(start, start + len(entry.name))
    old = file.raw[span.start : span.end]
    raw = kind.upper() if old.isupper() else kind.capitalize() if old.istitle() else kind
    return [] if raw == old else [Change(span, raw)]


def replace_entry(file: BibFile, entry: Block, text: str) -> list[Change]:
    """Other words in the place of the whole entry, from its "@" to its bracket."""
    raw = file.encoding.encode(text)
    return [] if raw == file.raw[entry.span.start : entry.span.end] else [Change(entry.span, raw)]


def remove_entry(file: BibFile, entry: Block) -> list[Change]:
    """The entry goes, with the space that parted it from its neighbour."""
    start, end = entry.span
    behind = _SPACE.match(file.raw, end)
    stop = behind.end() if behind else end
    if stop < len(file.raw) or not start:
        return [Change(Span(start, stop if file.raw[start - 1 : start] in ("", "\n", "\r") else end), "")]
    return [Change(Span(len(file.raw[:start].rstrip(" \t\r\n")), end), "")]


def add_entry(file: BibFile, text: str) -> list[Change]:
    """The entry's text behind the last entry, at the distance that the file's entries have."""
    return add_entries(file, [text])


def add_entries(file: BibFile, texts: Sequence[str]) -> list[Change]:
    """Several entries behind the last one; in a file without entries at its end, but before a block that never ends."""
    if not texts:
        return []
    layout = layout_of(file)
    raw = layout.between.join(file.encoding.encode(text.strip("\r\n")) for text in texts)
    if file.entries:
        place = _line_end(file, file.entries[-1])
        return [Change(Span(place, place), layout.between + raw)]
    newline = newline_of(file)
    broken = next((block.span.start for block in file.blocks if block.kind is BlockKind.BROKEN), None)
    if broken is not None:
        return [Change(Span(broken, broken), raw + newline * 2)]
    empty, lined = not file.raw.strip(_MARK), file.raw.endswith(("\n", "\r"))
    end = Span(len(file.raw), len(file.raw))
    return [Change(end, ("" if empty else newline if lined else newline * 2) + raw + newline)]


def new_entry(
    file: BibFile, kind: str, key: str, fields: Sequence[tuple[str, str]], layout: Layout | None = None
) -> str:
    """The text of an entry in the file's own layout; fields are names and LaTeX words or sources (`{...}`, `aug`)."""
    check_key(key)
    layout = layout or layout_of(file)
    return layout.entry(kind, key, [(name, _like(layout, source)) for name, source in fields])


def dress(file: BibFile, entry: Block, name: str, words: str) -> str:
    """LaTeX words as a source: in the old value's braces or quotes, else in those that the entry and the file use."""
    old = file.fields(entry).get(name.lower())
    layout = layout_of(file, entry)
    if old is not None and len(old.pieces) == 1:
        first = old.pieces[0][0]
        bare = first not in '{"'
        if bare and (words.isdecimal() or (name.lower() == "month" and words.lower() in MONTHS)):
            return words
        return _quoted(words, layout.quote if bare else first)
    if (words.isdecimal() and layout.bare_numbers) or (name.lower() == "month" and words.lower() in MONTHS):
        return words
    return _quoted(words, layout.quote)


def braced(name: str, words: str) -> str:
    """LaTeX words as a source for a new entry: in braces, but for the macros of months."""
    return words if name == "month" and words.lower() in MONTHS else f"{{{words}}}"


def check_key(key: str) -> None:
    """Raises EditError for a key that BibTeX or biber could not read."""
    if not _KEY.match(key):
        raise EditError(
            f'"{key}" cannot be a key: no spaces, commas, quotes, brackets, or any of = # % @ and the backslash.'
        )


def key_span(file: BibFile, entry: Block) -> Span:
    """Where the key stands."""
    head = min(i for mark in "{(" if (i := file.raw.find(mark, entry.span.start)) >= 0) + 1
    start = file.raw.find(entry.key, head)
    return Span(start, start + len(entry.key))


def _like(layout: Layout, source: str) -> str:
    """A source in the file's own quotes."""
    if source[:1] != "{" or not source.endswith("}"):
        return source
    words = source[1:-1]
    return words if words.isdecimal() and layout.bare_numbers else _quoted(words, layout.quote)


def _quoted(words: str, quote: str) -> str:
    return f'"{words}"' if quote == '"' and '"' not in words else f"{{{words}}}"


def _check(file: BibFile, entry: Block, name: str, raw: str) -> None:
    if not _NAME.match(name):
        raise EditError(f'"{name}" cannot be the name of a field: letters, digits and hyphens only.')
    probe = BibFile(f"@x{{k,{name}={raw}\n}}", file.encoding)
    whole = Span(len(f"@x{{k,{name}="), len(probe.raw) - 2)
    values = [field.value for block in probe.entries for field in probe.fields(block).fields]
    if values != [whole] or closed(probe.raw, 2, len(probe.raw), MARKS) != len(probe.raw):
        words = file.encoding.decode(raw)[:60]
        raise EditError(f'the value of "{name}" has a brace or quote without its partner: {words}')
    if entry.kind is not BlockKind.ENTRY:
        raise EditError(f"line {file.line(entry.span.start)}: {entry.why or 'is no entry'}; mend it first.")


def _inserted(file: BibFile, entry: Block, fields: Sequence[Field], name: str, raw: str) -> Change:
    layout = layout_of(file, entry)
    if fields:
        place = fields[-1].span.end
        return Change(Span(place, place), layout.field(name, raw, after=layout.gap))
    place = entry.body
    comma = "" if file.raw[place - 1] == "," else ","
    lined = "\n" in (behind := file.raw[place : entry.span.end - 1]) or "\r" in behind
    tail = layout.tail.rstrip(" \t\r\n") if lined else layout.tail
    return Change(Span(place, place), comma + layout.field(name, raw, after=layout.first) + tail)


def _with_comma(file: BibFile, entry: Block, fields: Sequence[Field], index: int) -> Span:
    """The field and the gap in front of it; for the first one the gap behind it. Comments in a gap stay."""
    span = fields[index].span
    before = fields[index - 1].span.end if index else entry.body
    if index and "%" not in file.raw[before : span.start]:
        return Span(before, span.end)
    after = fields[index + 1].span.start if index + 1 < len(fields) else entry.span.end - 1
    gap = file.raw[span.end : after]
    comma = gap.find(",") + 1
    if index + 1 == len(fields):
        return Span(before if not index else span.start, span.end + comma)
    return Span(span.start, after if "%" not in gap else span.end + comma)


def pointing_to(file: BibFile, key: str) -> list[Block]:
    """The entries that name the key in crossref, xdata, related and the like."""
    found = (block for block, _ in pointers(file, file.encoding.encode(key)))
    return list(dict.fromkeys(block for block in found if block.kind is BlockKind.ENTRY))


def pointers(file: BibFile, old: str) -> Iterator[tuple[Block, Span]]:
    """Where entries, and comments of ours that list keys, point to a key, which is given one character a byte."""
    for block in file.blocks:
        if block.kind is BlockKind.COMMENT and (listed := _LISTED.match(file.raw, block.span.start, block.span.end)):
            tokens = _TOKEN.finditer(file.raw, listed.end(), block.span.end)
            yield from ((block, Span(token.start(), token.end())) for token in tokens if token[0] == old)
        if block.kind is not BlockKind.ENTRY or old not in file.raw[block.body : block.span.end]:
            continue
        for field in file.fields(block).fields:
            if field.name in _POINTERS:
                for token in _TOKEN.finditer(file.raw, field.value.start, field.value.end):
                    if token[0] == old:
                        yield block, Span(token.start(), token.end())


def _line_end(file: BibFile, entry: Block) -> int:
    """Behind the entry, and behind a remark that stands on its last line."""
    end = entry.span.end
    free = next((block for block in reversed(file.blocks) if block.span.start == end), None)
    if free is not None and free.kind is BlockKind.FREE:
        line = _LINE.match(file.raw, end, free.span.end)
        if line and line[0].strip():
            return line.end()
    return end
