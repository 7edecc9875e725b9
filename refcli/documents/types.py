"""Document, Unreadable: what reading a file gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Document:
    """A draft or a list as text.

    `text` is the decoded file (without a byte order mark, line ends as they are); all offsets count its characters.
    `prose` has the same length: what is no prose (code, front matter, comments, addresses) is blank in it.
    `bibliography` names the files that the draft itself names as its library.
    """

    name: str
    text: str
    prose: str
    format: str
    encoding: str = "utf-8"
    bibliography: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that holds no text that we can read; `why` is a sentence that says what to do."""

    name: str
    why: str


class Format(Protocol):
    """A kind of document: a module with these names."""

    NAME: str
    ENDINGS: tuple[str, ...]

    def prose(self, text: str) -> str:
        """The text with what is no prose blanked, same length."""
        ...

    def bibliography(self, text: str) -> tuple[str, ...]:
        """The library files that the document names."""
        ...
