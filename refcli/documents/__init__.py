"""Bytes of a file -> a text with its places: `read(data, name) -> Document | Unreadable`.

One format a module; a name's ending says which one of `FORMATS` reads it, plain text reads all that is left.
"""

from refcli.documents.reader import FORMATS, read
from refcli.documents.types import Document, Unreadable

__all__ = ["FORMATS", "Document", "Unreadable", "read"]
