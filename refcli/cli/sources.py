"""SOURCE arguments -> documents: the one place where a command reads what the user named."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from refcli.cli.errors import Problem

if TYPE_CHECKING:
    from refcli.documents import Document

STDIN = "-"
_BLOCK = 1 << 20


def read_bytes(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises Problem with what to do instead."""
    with _opened(name) as file:
        return file.read()


def read_blocks(name: str) -> Iterator[Document]:
    """The document that stands there; a long plain text in blocks of whole lines, so that memory never holds all of it."""
    from refcli.documents import Document, read  # noqa: PLC0415 - commands that read no document need not load it

    with _opened(name) as file:
        block = file.read(_BLOCK) + file.readline()
        match read(block, name):
            case Document(format="text", encoding="utf-8") as document:
                yield document
            case _:
                yield document_of(block + file.read(), name)
        while block := file.read(_BLOCK):
            yield document_of(block + file.readline(), name)


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == STDIN:
        yield sys.stdin.buffer
        return
    path = Path(name)
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise Problem(f"{name}: no such file{_nearest(path)}.") from None
    except OSError as error:
        if path.is_dir():
            raise Problem(f"{name}: is a folder; name the files in it, for instance {path / '*.md'}.") from None
        raise Problem(f"{name}: cannot be read: {error.strerror or error}.") from None


def read_document(name: str) -> Document:
    """The document that stands there. Raises Problem when it is no text that we can read."""
    return document_of(read_bytes(name), name)


def document_of(data: bytes, name: str) -> Document:
    """The same of bytes that were read already."""
    from refcli.documents import Document, Unreadable, read  # noqa: PLC0415 - not every command reads drafts

    match read(data, name):
        case Unreadable(name=_, why=why):
            raise Problem(f"{name}: {why}")
        case Document() as document:
            return document


def _nearest(path: Path) -> str:
    """A hint at a file of nearly that name."""
    import difflib  # noqa: PLC0415 - only after a mistake

    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return ""
    close = difflib.get_close_matches(path.name, names, n=1, cutoff=0.75)
    return f'; did you mean "{path.with_name(close[0])}"?' if close else ""
