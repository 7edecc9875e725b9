""".bib text -> references with their places; a broken block never costs the rest of the file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from refcli.bibtex import dialect
from refcli.bibtex.bibfile import BibFile
from refcli.bibtex.blocks import Block, BlockKind, split
from refcli.bibtex.dates import issued, read_date
from refcli.bibtex.fields import fields_of, rows_of
from refcli.bibtex.inheritance import Values, inherit
from refcli.bibtex.kinds import csl_type
from refcli.bibtex.latex import to_marked, to_text
from refcli.bibtex.people import read_people
from refcli.model import Date, Name, Reference
from refcli.text import Span


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


_PARENTS: Final = frozenset(("crossref", "xdata"))


class Reader:
    """Reads entries of one file, each when it is asked for, with its @strings and with what entries inherit."""

    def __init__(
        self, text: str, blocks: Sequence[Block], decode: Callable[[str], str], *, protect: bool = False
    ) -> None:
        self._text, self._blocks, self._decode = text, blocks, decode
        self._protect = protect

    @classmethod
    def of(cls, file: BibFile, *, protect: bool = False) -> Reader:
        """A reader of that file; with `protect`, braces in titles become CSL's nocase, as for printing in a style."""
        return cls(file.raw, file.blocks, file.encoding.decode, protect=protect)

    def all(self) -> Iterator[BibEntry | BadBlock]:
        """Everything, in order; what only lends its fields (@xdata) is no reference."""
        for block in self._blocks:
            if block.kind is BlockKind.ENTRY and block.key and block.name != "xdata":
                yield self.entry(block)
            elif block.kind is BlockKind.BROKEN or (block.kind is BlockKind.ENTRY and not block.key):
                yield BadBlock(block.span, block.why or f"the @{block.name} has no key before its first field")

    def entry(self, block: Block, only: frozenset[str] | None = None) -> BibEntry:
        """One entry; with `only` no more of it than these fields say, which is quicker."""
        key, (values, why) = self._decode(block.key), self.values(block, only)
        if "crossref" in values or "xdata" in values:
            values = inherit(block.name, values, lambda other: self._find(other) if other != key else None)
        if only is not None:
            values = {name: value for name, value in values.items() if name in only}
        return BibEntry(key, _reference(key, block.name, values, self._protect), block.span, why)

    def values(self, block: Block, only: frozenset[str] | None = None) -> tuple[Values, str]:
        """Its own fields by name, the first of each: pieces joined, braces and quotes off; and what could not be read."""
        rows = rows_of(self._text, block)
        if rows is not None:
            if only is not None:
                return {name: self._read_piece(rows[name]) for name in rows.keys() & (only | _PARENTS)}, ""
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


def _reference(key: str, kind: str, values: Mapping[str, str], protect: bool = False) -> Reference:  # noqa: FBT001, FBT002
    kind_of_work = csl_type(kind, values)
    texts: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    for field, value in values.items():
        if field in dialect.READ_NAMES:
            names[_maker(field, values)] = read_people(value)
        elif field in dialect.DATE_FIELDS:
            dates[dialect.DATE_FIELDS[field]] = read_date(value)
        elif (variable := _variable(field, kind_of_work)) and (text := read_value(field, value, protect=protect)):
            texts.setdefault(variable, text)
    if (date := issued(values)) is not None:
        dates["issued"] = date
    texts |= _joined(texts, values, kind_of_work)
    if "type" not in values and kind in dialect.DEGREES:
        texts["genre"] = dialect.DEGREES[kind]
    return _with_extra(Reference(key, kind_of_work, texts, names, dates, _custom(values)), values)


def _maker(field: str, values: Mapping[str, str]) -> str:
    """An editor may be a compiler or director: biblatex's `editortype`."""
    variable = dialect.READ_NAMES[field]
    role = values.get("editortype", "").strip().lower() if field == "editor" else ""
    return role if role in ("compiler", "director") else variable


def _joined(texts: Mapping[str, str], values: Mapping[str, str], kind: str) -> dict[str, str]:
    """What several fields say together: titles with their subtitles, addresses that stand elsewhere."""
    out = {}
    for field, variable in (
        ("subtitle", "title"),
        ("journalsubtitle", "container-title"),
        ("booksubtitle", "container-title"),
    ):
        if field in values and variable in texts:
            out[variable] = f"{texts[variable]}: {to_text(values[field])}"
    addon = to_text(values.get("titleaddon", ""))
    if addon and kind in ("webpage", "post", "post-weblog"):
        out.setdefault("container-title", texts.get("container-title", addon))
    elif addon and "title" in texts:
        out["title"] = f"{out.get('title', texts['title'])}. {addon}"
    if "URL" not in texts and (address := _address(values)):
        out["URL"] = read_value("url", address)
    return out


def _address(values: Mapping[str, str]) -> str:
    published = values.get("howpublished", "")
    found = _ADDRESS.search(f"{published} {values.get('note', '')}") or _BARE_ADDRESS.fullmatch(published.strip())
    return found[1] if found else ""


def read_value(field: str, value: str, *, protect: bool = False) -> str:
    """The text that a field's value means; with `protect`, braces in titles as CSL's nocase."""
    if field in dialect.RAW_FIELDS:
        return _identifier(value)
    words = to_marked(value) if protect and field in dialect.TITLES else to_text(value)
    if field == "pages":
        return words.replace("--", "–")
    if field in _WORDS:
        return _WORDS[field].get(words.strip().lower(), words)
    addressed = _ADDRESS.fullmatch(value.strip()) or _BARE_ADDRESS.fullmatch(value.strip())
    return "" if field == "howpublished" and addressed else words


_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "langid": dialect.LANGUAGES, "language": dialect.LANGUAGES, "type": dialect.GENRES, "pubstate": dialect.STATES,
}  # fmt: skip
"""Fields whose value may be a word that stands for another."""
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl|href)\{([^{}]+)\}(?:\{[^{}]*\})?\.?")
_BARE_ADDRESS = re.compile(r"(https?://[^\s{}]+)")
_ESCAPED = re.compile(r"\\(?:textasciitilde|~)(?:\{\})?|\{?\\textunderscore(?:\{\})?\}?|\\([&%$#_{}])")


def _identifier(value: str) -> str:
    """An address or number: braces around it and LaTeX's escapes go, all else is as it is."""
    value = value.strip()
    if "{" not in value and "\\" not in value:
        return value
    if address := _ADDRESS.fullmatch(value):
        value = address[1]
    held = _ESCAPED.sub(lambda match: match[1] or ("_" if "score" in match[0] else "~"), value)
    return held if held.count("{") != held.count("}") else held.replace("{", "").replace("}", "")


def _variable(field: str, kind: str) -> str:
    if field == "number":
        return dialect.number_variable(kind)
    if field in ("institution", "organization") and kind in dialect.AUTHORITY_TYPES:
        return "authority"
    return dialect.READ_FIELDS.get(field, "")


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
