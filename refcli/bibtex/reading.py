""".bib text -> references with their places; a broken block never costs the rest of the file."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from refcli.bibtex import dialect
from refcli.bibtex.bibfile import BibFile
from refcli.bibtex.blocks import Block, BlockKind, split
from refcli.bibtex.fields import fields_of, rows_of
from refcli.bibtex.inheritance import Values, inherit
from refcli.bibtex.latex import to_text
from refcli.bibtex.people import read_people
from refcli.model import TYPES, Date, Name, Reference
from refcli.text import Span

_MONTH_NAMES = {name: i for i, name in enumerate(dialect.MONTHS, 1)}


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry: its key, what it says, where it stands, and what in it could not be read ("" when nothing)."""

    key: str
    reference: Reference
    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True)
class BadBlock:
    """A stretch that begins like an entry and is none, or an entry with something in it that is no field (`partly`)."""

    span: Span
    why: str
    partly: bool = False


def read(text: str) -> tuple[BibEntry | BadBlock, ...]:
    """Entries and broken blocks in order, with spans of the text; comments, strings and free text are read over."""
    return tuple(Reader(text, tuple(split(text)), str).all())


def read_file(file: BibFile) -> tuple[BibEntry | BadBlock, ...]:
    """The same of a file, with spans of its bytes."""
    return tuple(Reader.of(file).all())


class Reader:
    """Reads entries of one file, each when it is asked for, with its @strings and with what entries inherit."""

    def __init__(self, text: str, blocks: Sequence[Block], decode: Callable[[str], str]) -> None:
        self._text, self._blocks, self._decode = text, blocks, decode

    @classmethod
    def of(cls, file: BibFile) -> Reader:
        """A reader of that file."""
        return cls(file.raw, file.blocks, file.encoding.decode)

    def all(self) -> Iterator[BibEntry | BadBlock]:
        """Everything, in order; what only lends its fields (@xdata) is no reference."""
        for block in self._blocks:
            if block.kind is BlockKind.ENTRY and block.key and block.name != "xdata":
                yield self.entry(block)
            elif block.kind is BlockKind.BROKEN or (block.kind is BlockKind.ENTRY and not block.key):
                yield BadBlock(block.span, block.why or f"the @{block.name} has no key before its first field")

    def entry(self, block: Block, only: Container[str] | None = None) -> BibEntry:
        """One entry; with `only` no more of it than these fields say, which is quicker."""
        key, (values, why) = self._decode(block.key), self.values(block)
        if "crossref" in values or "xdata" in values:
            values = inherit(block.name, values, self._find)
        if only is not None:
            values = {name: value for name, value in values.items() if name in only}
        return BibEntry(key, _reference(key, block.name, values), block.span, why)

    def values(self, block: Block) -> tuple[Values, str]:
        """Its own fields by name, the first of each: pieces joined, braces and quotes off; and what could not be read."""
        rows = rows_of(self._text, block)
        if rows is not None:
            return {name: self._read_piece(piece) for name, piece in rows.items()}, ""
        found = fields_of(self._text, block)
        values: Values = {}
        for field in found.fields:
            if field.name not in values:
                values[field.name] = self._decode(_resolve(field.pieces, self._strings))
        return values, found.why

    def _read_piece(self, piece: str) -> str:
        words = piece[1:-1] if piece[0] in '{"' else self._strings.get(piece.lower(), piece)
        return words if words.isascii() else self._decode(words)

    def _find(self, key: str) -> Values | None:
        block = self._by_key.get(key)
        return self.values(block)[0] if block else None

    @cached_property
    def _by_key(self) -> dict[str, Block]:
        entries = (block for block in reversed(self._blocks) if block.kind is BlockKind.ENTRY)
        return {self._decode(block.key): block for block in entries}

    @cached_property
    def _strings(self) -> dict[str, str]:
        """The @strings, raw; one may stand for what was said before it."""
        strings: dict[str, str] = {}
        for block in self._blocks:
            if block.kind is BlockKind.STRING:
                for field in fields_of(self._text, block).fields:
                    strings[field.name] = _resolve(field.pieces, strings)
        return strings


def _resolve(pieces: Iterable[str], strings: Mapping[str, str]) -> str:
    """Pieces joined; braces and quotes off, @string names looked up, month macros kept as they are."""
    out = []
    for piece in pieces:
        if piece[0] in '{"':
            out.append(piece[1:-1])
        else:
            out.append(strings.get(piece.lower(), piece))
    return "".join(out)


def _reference(key: str, kind: str, values: Mapping[str, str]) -> Reference:
    csl_type = _type(kind, values.get("entrysubtype", ""), values)
    texts: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    for field, value in values.items():
        if field in dialect.READ_NAMES:
            names[dialect.READ_NAMES[field]] = read_people(value)
        elif field in dialect.DATE_FIELDS:
            dates[dialect.DATE_FIELDS[field]] = Date.from_edtf(value) or Date(literal=to_text(value))
        elif variable := _variable(field, csl_type):
            texts.setdefault(variable, read_value(field, value))
    if (issued := _issued(values)) is not None:
        dates["issued"] = issued
    if "subtitle" in values and "title" in texts:
        texts["title"] += ": " + to_text(values["subtitle"])
    return _with_extra(Reference(key, csl_type, texts, names, dates, _custom(values)), values)


def read_value(field: str, value: str) -> str:
    """The text that a field's value means."""
    if field in dialect.RAW_FIELDS:
        return value.strip() if value.count("{") == value.count("}") == 0 and not value.endswith("\\") else ""
    words = to_text(value)
    return words.replace("--", "–") if field == "pages" else words


def _type(name: str, subtype: str, values: Mapping[str, str]) -> str:
    if subtype in dialect.SUBTYPE_TO_CSL:
        return dialect.SUBTYPE_TO_CSL[subtype]
    if subtype in TYPES:
        return subtype
    addressed = "url" in values or "\\url" in values.get("howpublished", "")
    return "webpage" if name == "misc" and addressed else dialect.TYPE_TO_CSL.get(name, "document")


def _variable(field: str, csl_type: str) -> str:
    if field == "number":
        return dialect.number_variable(csl_type)
    return dialect.READ_FIELDS.get(field, "")


def _issued(values: Mapping[str, str]) -> Date | None:
    """`date` before `year` and `month`; a year that is none keeps its words."""
    if "date" in values and (date := Date.from_edtf(values["date"])) is not None:
        return date
    words = to_text(values.get("year", values.get("date", "")))
    if not words:
        return None
    date = Date.from_edtf(words)
    if date is None:
        return Date(literal=words)
    month = _month(values.get("month", ""))
    return Date.of(date.days[0].year, month) if month and len(date.days) == 1 else date


def _month(value: str) -> int:
    word = to_text(value).lower().strip(". ")
    return int(word) if word.isdecimal() and 1 <= int(word) <= 12 else _MONTH_NAMES.get(word[:3], 0)


def _custom(values: Mapping[str, str]) -> dict[str, Any]:
    custom: dict[str, Any] = {}
    if dialect.AS_FOUND in values:
        custom = {"asfound": to_text(values[dialect.AS_FOUND]), "doubts": []}
    if dialect.DOUBTS in values:
        custom["doubts"] = [doubt.strip() for doubt in to_text(values[dialect.DOUBTS]).split(";") if doubt.strip()]
    return {"custom": custom} if custom else {}


def _with_extra(reference: Reference, values: Mapping[str, str]) -> Reference:
    """What no field could hold, merged back."""
    if dialect.EXTRA not in values:
        return reference
    try:
        extra = json.loads(to_text(values[dialect.EXTRA]))
    except ValueError:
        return reference
    if not isinstance(extra, dict):
        return reference
    whole = Reference.from_json({**reference.to_json(), **extra})
    return Reference(reference.id, reference.type, whole.texts, whole.names, whole.dates, whole.extra)
