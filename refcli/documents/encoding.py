"""Bytes -> text, and the name of the encoding; None for what is no text."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))


def decode(data: bytes) -> tuple[str, str] | None:
    """UTF-8 or -16 by its mark, else UTF-8, else the likelier of Windows-1252 and Windows-1251.

    A byte order mark is left out of the text. None when a NUL or many control characters say that this is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), encoding
    head = data[:65536]
    if b"\0" in data or len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 50:
        return None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _mended(data) or _eight_bit(data)


def _mended(data: bytes) -> tuple[str, str] | None:
    """UTF-8 in which a few bytes are broken (a cut, a paste): the rest of it could not be so well formed by chance."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    fine = sum(1 for char in text[:200_000] if char > "\x7f" and char != "\ufffd")
    return (text, "utf-8") if fine > 10 * broken else None


def _eight_bit(data: bytes) -> tuple[str, str]:
    """Cyrillic text in Windows-1251 is mostly bytes above 0xBF in long runs; in Western text such bytes stand alone."""
    letters = bytes(range(0xC0, 0x100))
    sample = data[:200_000]
    total = sum(sample.count(byte) for byte in letters)
    pairs = sum(len(run) - 1 for run in _runs(sample, frozenset(letters)))
    encoding = "windows-1251" if total and pairs > 0.5 * total else "windows-1252"
    return data.decode("latin-1").translate(_table(encoding)), encoding


def _runs(data: bytes, members: frozenset[int]) -> list[bytes]:
    marked = bytes(byte if byte in members else 0x20 for byte in range(256))
    return data.translate(marked).split()


def _table(encoding: str) -> dict[int, str]:
    """Code page -> characters; the few bytes that the page leaves open stay the control characters of Latin-1."""
    table = {}
    for byte in range(0x80, 0x100):
        decoded = bytes([byte]).decode(encoding, errors="ignore")
        if decoded:
            table[byte] = decoded
    return table
