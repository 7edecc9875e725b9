"""RIS <-> references. The syntax is read and written by rispy; the table of types and tags is `ris_table.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from refcli.exchange import ris_table as tables
from refcli.exchange.ris_dates import read_date, write_date
from refcli.exchange.types import ReadFile, Unread
from refcli.model import Date, Name, Reference

NAME = "ris"
ENDINGS = ("ris",)

Record: TypeAlias = Mapping[str, Sequence[str]]
"""Tag -> its values, in order."""

_TAG = re.compile(r"([A-Z][A-Z0-9]) {1,3}-(?: (.*)|\s*)$")
_PAGES = re.compile(r"([^\s–-]+)\s*[–-]\s*([^\s–-]+)\Z")
_ISBN = re.compile(r"(?:\d[ -]?){9}[\dXx]|(?:\d[ -]?){13}")


def begins(text: str) -> bool:
    """A type of reference, perhaps behind lines of another kind."""
    return bool(re.search(r"^TY {1,3}- ", text[:4096], re.MULTILINE))


def read(text: str) -> ReadFile:
    """Every record between TY and ER, one whose ER is missing too; what stands outside of records is unread."""
    from rispy import RisParser  # noqa: PLC0415 - only this format needs it

    lines, unread = _tidied(text)
    tags = {line[:2] for line in lines} | {"TY", "ER", "UK"}
    parser = RisParser(mapping={tag: tag for tag in tags}, list_tags=sorted(tags - {"TY"}), delimiter_tags_mapping={})
    records = parser.parse("\n".join(lines))
    return ReadFile(tuple(_reference(record) for record in records), tuple(unread))


def _tidied(text: str) -> tuple[list[str], list[Unread]]:
    """One line a tag, every record closed; and the lines that belong to none."""
    out: list[str] = []
    unread: list[Unread] = []
    inside = False
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        match = _TAG.match(line)
        tag = match[1] if match else ""
        if inside and tag in ("TY", "ER"):
            out.append("ER  - ")
        if tag == "TY" or (inside and match and tag != "ER"):
            out.append(f"{tag}  - {(match[2] or '').strip() if match else ''}")
        elif inside and not match and line.strip():
            out[-1] = f"{out[-1]} {line.strip()}"
        elif line.strip() and tag != "ER" and not re.fullmatch(r"\d+\.\s*", line):
            unread.append(Unread(number, line.strip()[:80], "stands outside of a reference"))
        inside = tag == "TY" or (inside and tag != "ER")
    return [*out, *(["ER  - "] if inside else [])], unread


def _reference(record: Mapping[str, Any]) -> Reference:
    kind = str(record["TY"]).strip().upper()
    texts: dict[str, str] = {}
    names: dict[str, list[Name]] = {}
    values = {tag: [value for value in found if value] for tag, found in record.items() if isinstance(found, list)}
    read_as = {**tables.READ_TEXTS, **tables.container_tags(kind), **tables.number_tags(kind)}
    for tag, found in values.items():
        if tag in tables.READ_NAMES:
            names.setdefault(tables.READ_NAMES[tag], []).extend(map(_read_name, found))
        elif variable := read_as.get(tag, ""):
            texts.setdefault(variable, _joined(variable, found))
    texts |= dict(_special(values))
    if kind == "INPR" and "container-title" in texts:
        kind = "JOUR"
    dates = dict(_dates(values))
    left = {
        tag: found
        for tag, found in values.items()
        if tag not in read_as and tag not in _KNOWN and tag not in tables.READ_NAMES
    }
    extra = {"custom": {"ris": left}} if left else {}
    return Reference(
        (values.get("ID") or [""])[0], tables.TYPE_TO_CSL.get(kind, "document"), texts, {key: tuple(value) for key, value in names.items()}, dates, extra
    )  # fmt: skip


_KNOWN = frozenset(("TY", "ER", "ID", "SP", "EP", "SN", "KW", "PY", "Y1", "DA", "Y2", "UK"))


def _joined(variable: str, values: Sequence[str]) -> str:
    return values[0] if variable in ("URL", "DOI", "title", "container-title") else "; ".join(values)


def _special(values: Record) -> Iterator[tuple[str, str]]:
    first, last = ((values.get(tag) or [""])[0] for tag in ("SP", "EP"))
    if first or last:
        yield (
            "page",
            f"{first}-{last}" if first and last and first != last and not _PAGES.match(first) else first or last,
        )
    if keywords := values.get("KW"):
        yield "keyword", ", ".join(keywords)
    for number in values.get("SN", ()):
        yield "ISBN" if _ISBN.search(number) else "ISSN", number


def _dates(values: Record) -> Iterator[tuple[str, Date]]:
    told = [value for tag in ("DA", "PY", "Y1") for value in values.get(tag, ())[:1]]
    read_dates = [date for value in told if (date := read_date(value)) is not None]
    if read_dates:
        yield "issued", next((date for date in read_dates if date.days), read_dates[0])
    if (value := (values.get("Y2") or [""])[0]) and (date := read_date(value)) is not None:
        yield "accessed", date


def _read_name(value: str) -> Name:
    """Last name, first name, suffix; what has no comma is an institution."""
    if value.strip().rstrip(".").lower() in ("et al", "others"):
        return Name(others=True)
    family, comma, rest = value.partition(",")
    if not comma:
        return Name(literal=value.strip())
    given, _, suffix = (part.strip() for part in rest.partition(","))
    words = family.split()
    small = next((i for i, word in enumerate(words) if not word[:1].islower()), 0)
    return Name(" ".join(words[small:]), given, non_dropping_particle=" ".join(words[:small]), suffix=suffix)


def write(references: Sequence[Reference]) -> str:
    """One record a reference, parted by empty lines."""
    from rispy.writer import BaseWriter  # noqa: PLC0415 - as above

    class Writer(BaseWriter):  # type: ignore[misc] # rispy has no types
        START_TAG = "TY"
        PATTERN = "{tag}  - {value}"
        REFERENCE_TYPE_KEY = "ty"
        DEFAULT_MAPPING: dict[str, str] = {}  # noqa: RUF012 - rispy's own way
        DEFAULT_LIST_TAGS: list[str] = []  # noqa: RUF012

        def set_header(self, count: int) -> str:  # noqa: ARG002
            return ""

    records = [_record(reference) for reference in references]
    labels = {tag: tag.lower() for record in records for tag in record}
    writer = Writer(mapping=labels, list_tags=sorted(labels.keys() - {"TY"}), delimiter_tags_mapping={})
    return str(writer.formats([{labels[tag]: value for tag, value in record.items()} for record in records]))


def _record(reference: Reference) -> dict[str, Any]:
    kind = tables.CSL_TO_TYPE.get(reference.type, "GEN")
    out: dict[str, list[str]] = {}
    written = {
        **tables.TEXTS,
        **{name: tag for tag, name in (tables.container_tags(kind) | tables.number_tags(kind)).items()},
    }
    for variable, names in reference.names.items():
        if variable in tables.NAMES:
            out[tables.NAMES[variable]] = [_write_name(name) for name in names]
    for variable, text in reference.texts.items():
        if variable in written:
            out[written[variable]] = [_line(text)]
    for tag, value in _specials(reference):
        out.setdefault(tag, []).append(_line(value))
    custom = reference.extra.get("custom")
    left = custom.get("ris", {}) if isinstance(custom, dict) else {}
    out |= {tag: values for tag, values in left.items() if tag not in out}
    return {"TY": kind, **out, **({"ID": [reference.id]} if reference.id else {})}


def _specials(reference: Reference) -> Iterator[tuple[str, str]]:
    if page := reference.get("page"):
        pair = _PAGES.match(page)
        yield "SP", pair[1] if pair else page
        if pair:
            yield "EP", pair[2]
    yield from (("KW", word.strip()) for word in reference.get("keyword").split(",") if word.strip())
    yield from (("SN", reference.get(variable)) for variable in ("ISBN", "ISSN") if reference.get(variable))
    if issued := reference.issued:
        if issued.year is not None:
            yield "PY", str(issued.year)
        yield "DA", write_date(issued)
    if accessed := reference.dates.get("accessed"):
        yield "Y2", write_date(accessed)


def _write_name(name: Name) -> str:
    if name.others:
        return "et al."
    if name.literal:
        return _line(name.literal)
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return _line(f"{family}, {given}, {name.suffix}" if name.suffix else f"{family}, {given}".rstrip(" "))


def _line(text: str) -> str:
    return " ".join(text.split())
