"""Bytes of three versions <-> texts that can be compared: one encoding, one line end; and back in the form that was changed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeVar

from refcli.bibtex.encoding import UTF_8, Encoding, pack, unpack

T = TypeVar("T")
_BOM: Final = "\u00ef\u00bb\u00bf"


@dataclass(frozen=True, slots=True)
class Form:
    """How the merged file is written: encoding, byte order mark, line end ("" where all three agree on theirs)."""

    encoding: Encoding
    bom: bool
    newline: str
    utf8: bool


def one_form(base: bytes, ours: bytes, theirs: bytes) -> tuple[tuple[str, str, str], Form]:
    """The texts, one character a byte, and the form of the merged file. Raises EncodingError."""
    read = [unpack(data) for data in (base, ours, theirs)]
    bom = _changed([raw.startswith(_BOM) for raw, _ in read], based=bool(base))
    encoding = _changed([encoding if not raw.isascii() else UTF_8 for raw, encoding in read], based=bool(base))
    raws = [raw.removeprefix(_BOM) for raw, _ in read]
    utf8 = len({encoding for raw, encoding in read if not raw.isascii()}) > 1
    if utf8:
        raws = [
            encoding.decode(raw).encode("utf-8").decode("latin-1")
            for raw, (_, encoding) in zip(raws, read, strict=True)
        ]
        encoding = next((one for raw, one in read if not raw.isascii() and one.name == "utf-8"), encoding)
    else:
        encoding = next((one for raw, one in read if not raw.isascii()), encoding)
    ends = [_line_end(raw) for raw in raws]
    newline = ""
    if len(set(filter(None, ends))) > 1:
        newline = _changed([end or ends[1] or ends[2] for end in ends], based=bool(base))
        raws = [raw.replace("\r\n", "\n").replace("\r", "\n") for raw in raws]
    return (raws[0], raws[1], raws[2]), Form(encoding, bom, newline, utf8)


def other_form(text: str, form: Form) -> bytes:
    """The bytes of the merged file."""
    if form.newline:
        text = text.replace("\r\n", "\n").replace("\n", form.newline)
    if form.utf8 and form.encoding.name != "utf-8":
        text = form.encoding.encode(text.encode("latin-1").decode("utf-8"))
    return pack((_BOM if form.bom else "") + text, form.encoding)


def _line_end(raw: str) -> str:
    windows = raw.count("\r\n")
    counts = {"\r\n": windows, "\n": raw.count("\n") - windows, "\r": raw.count("\r") - windows}
    most = max(counts, key=lambda end: counts[end])
    return most if counts[most] else ""


def _changed(values: list[T], *, based: bool) -> T:
    """What a side changed it to; ours where both did. Without a base, ours."""
    base, ours, theirs = values
    return theirs if based and ours == base else ours
