"""Sources -> what can be added to a library: entries of a list in a text, of another .bib, of RIS, CSL-JSON or CSL-YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from refcli.bibtex import BibEntry, BibFile, Block, Change, EncodingError, editing
from refcli.bibtex.dialect import MONTHS
from refcli.bibtex.reading import Reader
from refcli.cli.errors import Problem
from refcli.cli.personal import use_personal
from refcli.cli.reading import Reading, read_list
from refcli.cli.sources import document_of, read_bytes
from refcli.documents.encoding import decode
from refcli.exchange import Format, format_of
from refcli.model import Reference
from refcli.parsing import canonical
from refcli.text import Span

_BIBTEX = re.compile(r"(?:\s|%[^\n]*\n)*@\s*[A-Za-z]+\s*[{(]")
_GOOD_KEY = re.compile(r"[A-Za-z][\w:.+/-]{2,63}\Z")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reference, and where it comes from: `place` is that for a reader, `line` 0 where there is none. `entry` is its BibTeX where it came as such, so that no field is lost."""

    file: str
    line: int
    place: str
    text: str
    reference: Reference
    doubts: tuple[str, ...] = ()
    confidence: float = 1.0
    outlet: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """What became no reference, where it stands, and why."""

    file: str
    line: int
    place: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read; `doubtful` says why its list cannot be trusted, "" when it can."""

    name: str
    rows: tuple[Incoming, ...]
    left: tuple[Left, ...]
    doubtful: str = ""


def read_source(name: str, jobs: int = 1) -> Source:
    """A file, by its name and what is in it; "-" is standard input. Raises Problem for what cannot be read."""
    data = read_bytes(name)
    found = decode(data)
    text = found[0] if found else ""
    if name.lower().endswith((".bib", ".bibtex")) or _BIBTEX.match(text):
        return _from_bibtex(name, data)
    form = format_of(name, text)
    if form is not None and (found or not data):
        return _from_records(name, text, form)
    return _from_list(name, data, jobs)


def _from_list(name: str, data: bytes, jobs: int) -> Source:
    """The list in a text; of a Word file without one, the works that its reference manager left in it."""
    use_personal()
    reading = read_list(document_of(data, name), jobs=jobs)
    if reading.document.works and not reading.parsed:
        return Source(name, tuple(_recorded(name, reading.document.works)), ())
    rows = tuple(
        Incoming(
            name, _line(reading, parsed.entry.span), reading.place(parsed.entry.span), parsed.entry.text, canonical(parsed.reference), parsed.doubts,
            parsed.confidence, parsed.reference.get("container-title"),
        )
        for parsed in reading.parsed
    )  # fmt: skip
    left = (
        Left(name, _line(reading, span), reading.place(span), span.of(reading.document.text), why)
        for span, why in reading.left()
    )
    return Source(name, rows, tuple(left), reading.listing.doubtful)


def _line(reading: Reading, span: Span) -> int:
    return reading.source.place(reading.document.at(span).start).line


def _from_records(name: str, text: str, form: Format) -> Source:
    found = form.read(text)
    if found.unread and not found.references:
        raise Problem(f"{name}:{found.unread[0].line}: {found.unread[0].why}.")
    left = tuple(Left(name, one.line, f"{name}:{one.line}", one.text, one.why) for one in found.unread)
    return Source(name, tuple(_recorded(name, found.references)), left)


def _recorded(name: str, references: Iterable[Reference]) -> Iterator[Incoming]:
    """Works that another program wrote down field by field."""
    return (Incoming(name, 0, name, reference.get("title"), _with_good_key(reference)) for reference in references)


def _with_good_key(reference: Reference) -> Reference:
    """Numbers and addresses that programs give as an id are no keys."""
    return reference if _GOOD_KEY.match(reference.id) and "//" not in reference.id else replace(reference, id="")


def _from_bibtex(name: str, data: bytes) -> Source:
    try:
        file = BibFile.of(data)
    except EncodingError as error:
        raise Problem(f"{name}: {error}") from error
    blocks = {block.span: block for block in file.entries}
    rows, left = [], []
    reader = Reader.of(file)
    for found in reader.all():
        line = file.line(found.span.start)
        if isinstance(found, BibEntry):
            if found.why:
                left.append(Left(name, line, f"{name}:{line}", found.key, f"{found.why}; the rest of it was read"))
            text = _standing_alone(file, blocks[found.span], reader)
            rows.append(
                Incoming(name, line, f"{name}:{line}", found.reference.get("title"), found.reference, entry=text)
            )
        else:
            left.append(Left(name, line, f"{name}:{line}", file.text(found.span)[:200], found.why))
    if data.strip() and not rows and not left:
        raise Problem(f"{name}: has no BibTeX entry.")
    return Source(name, tuple(rows), tuple(left))


def _standing_alone(file: BibFile, block: Block, reader: Reader) -> str:
    """The entry's text with its @strings written out."""
    values = reader.values(block)[0]
    changes = [
        Change(field.value, file.encoding.encode("{" + values[field.name] + "}"))
        for field in file.fields(block).fields
        if any(piece[0] not in '{"' and not piece.isdecimal() and piece.lower() not in MONTHS for piece in field.pieces)
        and field.name in values
    ]
    shifted = [Change(span.shift(-block.span.start), raw) for span, raw in changes]
    alone = BibFile(file.raw[block.span.start : block.span.end], file.encoding)
    return alone.encoding.decode(alone.apply(shifted).raw)


def keyed(rows: Iterable[tuple[Incoming, str]]) -> Iterator[str]:
    """The entries of other .bib files with the keys that they get here; what points to a key follows."""
    pairs = list(rows)
    renamed = {row.reference.id: key for row, key in pairs if row.reference.id != key}
    for row, key in pairs:
        file = BibFile.of(row.entry.encode("utf-8"))
        file = file.apply([Change(editing.key_span(file, file.entries[0]), file.encoding.encode(key))])
        for old, new in ((old, new) for old, new in renamed.items() if old in row.entry):
            file = file.apply(
                Change(span, file.encoding.encode(new)) for _, span in editing.pointers(file, file.encoding.encode(old))
            )
        yield file.encoding.decode(file.raw)
