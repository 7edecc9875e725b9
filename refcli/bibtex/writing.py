"""Reference -> the text of one BibTeX entry."""

from __future__ import annotations

import json
from collections.abc import Iterator

from refcli.bibtex import dialect
from refcli.bibtex.dates import read_year
from refcli.bibtex.kinds import csl_type
from refcli.bibtex.latex import from_marked, from_text, to_text
from refcli.bibtex.people import read_people
from refcli.bibtex.reading import read_value
from refcli.model import Date, Name, Reference


def write_reference(reference: Reference, *, indent: str = "  ", newline: str = "\n") -> str:
    """The entry, its last line ended; fields in the order in which people read them."""
    lines = [f"@{_name(reference)}{{{reference.id},"]
    lines += [f"{indent}{field} = {value}," for field, value in fields(reference)]
    return newline.join([*lines, "}", ""])


def entry_of(reference: Reference) -> tuple[str, str, list[tuple[str, str]]]:
    """Type, key and fields as written (braces included), for a file's own layout."""
    return _name(reference), reference.id, list(fields(reference))


def _name(reference: Reference) -> str:
    """The entry type; that of a thesis is its degree."""
    name = dialect.CSL_TO_TYPE.get(reference.type, "misc")
    degrees = {genre: kind for kind, genre in dialect.DEGREES.items()}
    return degrees.get(reference.get("genre"), name) if name == "phdthesis" else name


def fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Field and value as written (braces included), in order."""
    left: dict[str, object] = {}
    rows = list(_said(reference, left))
    yield from rows
    # Other programs do not know the outlet: newspapers and magazines always say that they are.
    subtype = dialect.CSL_TO_SUBTYPE.get(reference.type, "")
    if subtype or csl_type(_name(reference), {name: value.strip("{}") for name, value in rows}) != reference.type:
        yield "entrysubtype", f"{{{subtype or reference.type}}}"
    yield from _provenance(reference, left)


def _said(reference: Reference, left: dict[str, object]) -> Iterator[tuple[str, str]]:
    """What fields can hold; the rest goes into `left`."""
    for variable, names in reference.names.items():
        if variable in dialect.WRITE_NAMES and all(_writable(name) for name in names):
            yield dialect.WRITE_NAMES[variable], "{" + " and ".join(map(write_name, names)) + "}"
        else:
            left[variable] = [name.to_json() for name in names]
    yield from _texts(reference, left)
    for variable, date in reference.dates.items():
        yield from _date(variable, date, left)


def _texts(reference: Reference, left: dict[str, object]) -> Iterator[tuple[str, str]]:
    degree = dialect.DEGREES.get(_name(reference), "")
    if degree and "genre" not in reference.texts:
        yield "type", "{}"
    for variable, text in reference.texts.items():
        if variable == "genre" and text == degree:
            continue
        field = _field(variable, reference.type)
        value = _value(field, text)
        raw = field in dialect.RAW_FIELDS and any(sign in text for sign in "{}\\")
        if field and text and not raw and read_value(field, value, protect="<" in text) == text:
            yield field, f"{{{value}}}"
        else:
            left[variable] = text


def _value(field: str, text: str) -> str:
    """A text as a field holds it, without the braces around."""
    if field in dialect.RAW_FIELDS:
        return text
    if field == "pages":
        return from_text(text).replace("–", "--")
    return from_marked(text) if "<" in text and field in dialect.TITLES else from_text(text)


def _field(variable: str, csl_type: str) -> str:
    if variable == "authority" and csl_type in dialect.AUTHORITY_TYPES:
        return "institution"
    if variable == "container-title":
        return dialect.container_field(csl_type)
    if variable == "publisher":
        return dialect.publisher_field(csl_type)
    if variable in ("issue", "number", "collection-number"):
        return "number" if dialect.number_variable(csl_type) == variable else ""
    return dialect.TEXT_FIELDS.get(variable, "")


def _date(variable: str, date: Date, left: dict[str, object]) -> Iterator[tuple[str, str]]:
    edtf = date.to_edtf()
    if variable == "issued":
        yield from _issued(date, edtf, left)
        return
    field = next((field for field, name in dialect.DATE_FIELDS.items() if name == variable), "")
    if field and edtf and Date.from_edtf(edtf) == date:
        yield field, f"{{{edtf}}}"
    else:
        left[variable] = date.to_json()


def _issued(date: Date, edtf: str, left: dict[str, object]) -> Iterator[tuple[str, str]]:
    """`year` and `month` for classic styles, `date` where it says more; words stand in `year`."""
    if not date.days:
        plain = date == Date(literal=date.literal) and to_text(from_text(date.literal)) == date.literal
        if plain and date.literal and read_year(date.literal) == date:
            yield "year", "{" + from_text(date.literal) + "}"
        else:
            left["issued"] = date.to_json()
        return
    day = date.days[0]
    yield "year", f"{{{day.year}}}"
    if day.month:
        yield "month", dialect.MONTHS[day.month - 1]
    if Date.from_edtf(edtf) != date:
        left["issued"] = date.to_json()
    elif len(date.days) > 1 or day.day or day.season or date.circa or date.open_end or not 1000 <= day.year <= 9999:
        yield "date", f"{{{edtf}}}"


def _provenance(reference: Reference, left: dict[str, object]) -> Iterator[tuple[str, str]]:
    extra = dict(reference.extra)
    custom = extra.get("custom")
    if (
        isinstance(custom, dict)
        and custom
        and set(custom) == {"asfound", "doubts"}
        and custom["asfound"]
        and _plain_custom(custom)
    ):
        del extra["custom"]
        if custom.get("asfound"):
            yield dialect.AS_FOUND, "{" + from_text(custom["asfound"]) + "}"
        if custom.get("doubts"):
            yield dialect.DOUBTS, "{" + from_text("; ".join(custom["doubts"])) + "}"
    left.update(extra)
    if left:
        said = json.dumps(left, ensure_ascii=True, sort_keys=True).replace("  ", " \\u0020")
        yield dialect.EXTRA, "{" + from_text(said) + "}"


def _plain_custom(custom: dict[str, object]) -> bool:
    doubts = custom.get("doubts", [])
    return (
        isinstance(custom.get("asfound", ""), str)
        and isinstance(doubts, list)
        and all(isinstance(doubt, str) and ";" not in doubt and doubt.strip() == doubt != "" for doubt in doubts)
        and all(to_text(from_text(words)) == words for words in (str(custom.get("asfound", "")), "; ".join(doubts)))
        and bool(custom.get("asfound") or not doubts)
    )


def _writable(name: Name) -> bool:
    """Can BibTeX's own notation hold the name and give it back?"""
    return read_back(name) == name


def read_back(name: Name) -> Name | None:
    """The name as reading its written form gives it."""
    read = read_people(write_name(name))
    return read[0] if len(read) == 1 else None


def write_name(name: Name) -> str:
    """von Last, Jr, First; an institution in braces of its own; "others" for et al."""
    if name.others:
        return "others"
    if name.literal:
        return "{" + from_text(name.literal) + "}"
    family = " ".join(part for part in (_small(name.non_dropping_particle), _group(name.family)) if part)
    given = from_text(name.given)
    if name.suffix:
        return f"{family}, {from_text(name.suffix)}, {given}"
    return f"{family}, {given}" if given else family if " " not in family else "{" + family + "}"


def _small(particle: str) -> str:
    return from_text(particle)


def _group(family: str) -> str:
    """A family name of which a part begins with a small letter, or with a comma or "and" inside, is kept together by braces."""
    words = from_text(family)
    parts = family.split(" ")
    if any(part[:1].islower() or part.lower() == "and" for part in parts) or "," in family:
        return "{" + words + "}"
    return words
