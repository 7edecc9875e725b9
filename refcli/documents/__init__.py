"""Bytes of a file -> a text with its places: `read(data, name) -> Document | Unreadable`.

One format a module; the first of `FORMATS` that claims a name reads it, plain text claims all that is left.
"""

from refcli.documents import markdown, text
from refcli.documents.reader import FORMATS, read
from refcli.documents.types import Document, Unreadable

__all__ = ["FORMATS", "Document", "Unreadable", "markdown", "read", "text"]
