"""What a format is, and what reading a file of it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from refcli.model import Reference


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a file that became no reference, the line where they stand (from 1), and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What was read, in order, and what could not be."""

    references: tuple[Reference, ...]
    unread: tuple[Unread, ...] = ()


class Format(Protocol):
    """A module with these names. `read` never raises; a file that is none of the format is unread as a whole."""

    NAME: str
    ENDINGS: tuple[str, ...]

    def begins(self, text: str) -> bool:
        """Does a file that begins so look like this format?"""
        ...

    def read(self, text: str) -> ReadFile:
        """The references of a file."""
        ...

    def write(self, references: Sequence[Reference]) -> str:
        """A whole file."""
        ...
