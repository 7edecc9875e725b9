"""Bytes and a file name -> Document, by the format that the name's ending says."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from refcli.documents.encoding import decode
from refcli.documents.types import Document, Format, Unreadable

FORMATS: Mapping[str, tuple[str, ...]] = {
    "markdown": (".md", ".markdown", ".qmd", ".rmd", ".mdown"),
    "html": (".html", ".htm", ".xhtml"),
    "latex": (".tex", ".ltx", ".latex"),
    "typst": (".typ",),
}
"""Module of a format -> the endings of its files; a module is imported when a file needs it."""

DOCX_ENDINGS = (".docx", ".docm", ".dotx")

_MAGIC = (
    (b"%PDF-", "is a PDF: save its text to a file first (pdftotext FILE.pdf) and name that."),
    (b"\xd0\xcf\x11\xe0", "is an old Word document: save it as .docx first."),
    (b"{\\rtf", "is an RTF document: save it as .docx first."),
)


def read(data: bytes, name: str) -> Document | Unreadable:
    """The document in a file's bytes; never raises.

    `name` is what the user called it; its ending chooses the format, plain text where none claims it.
    """
    for magic, why in _MAGIC:
        if data.startswith(magic):
            return Unreadable(name, why)
    if data.startswith(b"PK\x03\x04") or name.lower().endswith(DOCX_ENDINGS):
        from refcli.documents.docx import read_docx  # noqa: PLC0415 - unzipping costs start-up that other drafts need not pay

        return read_docx(data, name)
    decoded = decode(data)
    if decoded is None:
        return Unreadable(name, "is a binary file, not text: name a plain-text or Markdown file.")
    content, encoding = decoded
    form = next((form for form, endings in FORMATS.items() if name.lower().endswith(endings)), "text")
    return cast("Format", import_module(f"refcli.documents.{form}")).document(name, content, encoding)
