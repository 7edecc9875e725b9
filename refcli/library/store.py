"""The store, `references.bib`: find it, read it, change it under a lock; every byte that is not meant to change stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from refcli.bibtex import BadBlock, BibEntry, BibFile, EncodingError, Reader
from refcli.library.errors import LibraryError
from refcli.library.files import read_bytes, replace_file, target_of
from refcli.library.history import History, Step, history_file, read_history, write_history
from refcli.library.locking import locked
from refcli.model import Reference

NAME: Final = "references.bib"
_TRIES: Final = 5


@dataclass(frozen=True)
class Library:
    """A library as it stands: its file, and, read when they are asked for, its entries and broken blocks."""

    path: Path
    file: BibFile = BibFile()  # noqa: RUF009 - immutable

    @cached_property
    def reader(self) -> Reader:
        """Reads single entries, without reading all."""
        return Reader.of(self.file)

    @cached_property
    def _found(self) -> tuple[BibEntry | BadBlock, ...]:
        return tuple(self.reader.all())

    @cached_property
    def entries(self) -> tuple[BibEntry, ...]:
        """What was read, in the order of the file; spans count its bytes."""
        return tuple(block for block in self._found if isinstance(block, BibEntry))

    @cached_property
    def broken(self) -> tuple[BadBlock, ...]:
        """What could not be read: blocks that are no entry, and faults inside of entries."""
        return tuple(BadBlock(block.span, block.why, isinstance(block, BibEntry)) for block in self._found if block.why)

    @property
    def references(self) -> tuple[Reference, ...]:
        """What the entries say."""
        return tuple(entry.reference for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Log:
    """Where a step back is kept, what was done (as the user would say it), and when."""

    folder: Path
    what: str
    when: str


def read_library(path: Path) -> Library:
    """The library; an empty one where there is no file yet. Raises LibraryError for what is no text or cannot be read."""
    return _library(path, read_bytes(path) or b"")


def _library(path: Path, data: bytes) -> Library:
    try:
        return Library(path, BibFile.of(data))
    except EncodingError as error:
        raise LibraryError(f"{path}: {error}") from error


def write(path: Path, edit: Callable[[Library], BibFile], log: Log | None = None) -> tuple[Library, Library]:
    """Read, edit and replace the library under its lock; returns it as it was and as it is.

    What the edit leaves as it was is not written. When another program replaces the file meanwhile, the edit is made anew
    of what that left. Raises LibraryError, or what the edit raises; then nothing was changed.
    """
    target = target_of(path)
    with locked(target):
        for _ in range(_TRIES):
            data = read_bytes(path)
            old = _library(path, data or b"")
            try:
                new = replace(old, file=edit(old))
            except EncodingError as error:
                raise LibraryError(f"{path}: {error}") from error
            if new.file.raw == old.file.raw and data is not None:
                return old, new
            if _put(path, target, data, (new.file.to_bytes(), log)):
                return old, new
    raise LibraryError(f"{path}: another program keeps changing it; nothing was written.")


def _put(path: Path, target: Path, old: bytes | None, to: tuple[bytes, Log | None]) -> bool:
    new, log = to
    if log is None:
        return replace_file(path, new, lambda: read_bytes(path) == old)
    kept = history_file(log.folder, target)
    before = read_history(kept)
    write_history(kept, before.at(old or b"").then(Step.between(old or b"", new, log.what, log.when)))
    done = False
    try:
        done = replace_file(path, new, lambda: read_bytes(path) == old)
    finally:
        if not done:
            write_history(kept, before)
    return done


def undo(path: Path, folder: Path, steps: int = 0) -> tuple[tuple[Step, ...], bool]:
    """Take back the last steps; 0 takes back the last one or, where the last command was an undo, that undo.

    Returns the steps taken back (newest first) or, with True, made again. Raises LibraryError where there is none, or where
    another program has changed the file since.
    """
    target = target_of(path)
    kept = history_file(folder, target)
    with locked(target):
        data = read_bytes(path)
        history = read_history(kept).at(data or b"")
        again = steps == 0 and history.undone_from is not None
        end = history.undone_from if again and history.undone_from is not None else history.position - max(1, steps)
        if end < 0:
            raise LibraryError(f"{path}: {_too_few(history.position)}.")
        chosen = history.steps[history.position : end] if again else history.steps[end : history.position][::-1]
        new: bytes | None = data or b""
        for step in chosen:
            new = None if new is None else step.again(new) if again else step.back(new)
        if new is None:
            raise LibraryError(f"{path}: was changed by another program since; nothing was undone.")
        if not replace_file(path, new, lambda: read_bytes(path) == data):
            raise LibraryError(f"{path}: another program is changing it; nothing was undone.")
        write_history(kept, History(history.steps, end, None if again else history.position))
    return chosen, again


def _too_few(steps: int) -> str:
    return f"there {'is' if steps == 1 else 'are'} only {steps} to undo" if steps else "there is nothing to undo"


def steps_back(path: Path, folder: Path) -> History:
    """The steps of a library that can be undone, and those that were."""
    return read_history(history_file(folder, target_of(path))).at(read_bytes(path) or b"")
