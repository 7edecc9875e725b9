"""Bytes and a file name -> Document, by the format that the name's ending says."""

from __future__ import annotations

from refcli.documents import markdown, text
from refcli.documents.encoding import decode
from refcli.documents.types import Document, Format, Unreadable

FORMATS: tuple[Format, ...] = (markdown, text)

_MAGIC = (
    (b"%PDF-", "is a PDF: save its text to a file first (pdftotext FILE.pdf) and name that."),
    (b"PK\x03\x04", "is a Word document or another zip archive: save it as plain text or Markdown first."),
    (b"\xd0\xcf\x11\xe0", "is an old Word document: save it as plain text or Markdown first."),
    (b"{\\rtf", "is an RTF document: save it as plain text or Markdown first."),
)


def read(data: bytes, name: str) -> Document | Unreadable:
    """The document in a file's bytes; never raises.

    `name` is what the user called it; its ending chooses the format, plain text where none claims it.
    """
    for magic, why in _MAGIC:
        if data.startswith(magic):
            return Unreadable(name, why)
    decoded = decode(data)
    if decoded is None:
        return Unreadable(name, "is a binary file, not text: name a plain-text or Markdown file.")
    content, encoding = decoded
    form = next((form for form in FORMATS if name.lower().endswith(tuple(form.ENDINGS))), text)
    return Document(name, content, form.prose(content), form.NAME, encoding, form.bibliography(content))
