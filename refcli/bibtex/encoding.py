"""The bytes of a .bib file <-> text with one character a byte, and the pieces of it decoded.

What was read is written back bit for bit whatever it holds: only new words are ever encoded. UTF-16 is taken apart into
UTF-8 and put together again, where that gives the same bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from refcli.documents.encoding import decode as guess
from refcli.problem import Problem

# JabRef's "% Encoding: Cp1252" and Emacs' "-*- coding: latin-1 -*-".
_DECLARED = re.compile(rb"%\s*Encoding:\s*([\w-]+)|-\*-.*?coding:\s*([\w-]+).*?-\*-", re.IGNORECASE)
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class EncodingError(Problem):
    """Bytes that are no text, or words that the file's encoding does not have."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the words of a file are encoded; `wide` names the UTF-16 that it had on the disk."""

    name: str = "utf-8"
    wide: str = ""

    def decode(self, raw: str) -> str:
        """The words that a stretch of the file holds; UTF-8 in a file that is otherwise Windows-1252 is read as well."""
        if raw.isascii():
            return raw
        data = raw.encode("latin-1")
        for name in dict.fromkeys((self.name if self.name not in ("windows-1252", "latin-1") else "utf-8", "utf-8")):
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
        try:
            return data.decode("windows-1252")
        except UnicodeDecodeError:
            return raw

    def encode(self, text: str) -> str:
        """Words as a stretch of the file. Raises EncodingError."""
        if text.isascii():
            return text
        try:
            return text.encode(self.name).decode("latin-1")
        except UnicodeEncodeError as error:
            raise EncodingError(
                f"the file is {self.name} and cannot hold {error.object[error.start]!r}; save it as UTF-8 first."
            ) from error


UTF_8: Final = Encoding()


def unpack(data: bytes) -> tuple[str, Encoding]:
    """The file, one character a byte, and its encoding. Raises EncodingError for what is no text."""
    for mark, wide in _WIDE:
        if data.startswith(mark):
            try:
                text = data.decode(wide)
            except UnicodeDecodeError as error:
                raise EncodingError("is UTF-16 with an error in it; save it as UTF-8 first.") from error
            return text.encode("utf-8").decode("latin-1"), Encoding("utf-8", wide)
    head = data[:65536]
    if b"\0" in head and (head.count(b"\0") * 3 > len(head) or b"@" not in data):
        raise EncodingError("is a binary file, not BibTeX.")
    return data.decode("latin-1"), Encoding(_name(data))


def pack(raw: str, encoding: Encoding) -> bytes:
    """The bytes of the file."""
    data = raw.encode("latin-1")
    return data.decode("utf-8").encode(encoding.wide) if encoding.wide else data


def _name(data: bytes) -> str:
    if data.isascii():
        declared = _declared(data)
        return declared if declared and declared != "ascii" else "utf-8"
    for name in ("utf-8", _declared(data)):
        if name:
            try:
                data.decode(name)
            except UnicodeDecodeError:
                continue
            return name
    found = guess(data.replace(b"\0", b" "))
    return found[1] if found else "windows-1252"


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:1024])
    try:
        name = codecs.lookup((match[1] or match[2]).decode()).name if match else ""
        return name if name and "@{}\n".encode(name) == b"@{}\n" else ""
    except LookupError:
        return ""
