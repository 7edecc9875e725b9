"""The store, `references.bib`: find it, read it, add to it under a lock; the old file or the new one, never a torn one.

What is there already is never rewritten: new entries are appended in the file's own line ends and indent.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from refcli.bibtex import BadBlock, BibEntry, read, write_reference
from refcli.matching import same_work, work_key
from refcli.model import Reference
from refcli.problem import Problem
from refcli.text import fold_key

NAME = "references.bib"
_PATIENCE = 10.0
_STALE = 60.0


class LibraryError(Problem):
    """The library cannot be read or written; the sentence says why and what to do, and nothing was changed."""


@dataclass(frozen=True, slots=True)
class Library:
    """A library as it stands: its text and how it was encoded, its entries, its broken blocks."""

    path: Path
    text: str
    encoding: str
    entries: tuple[BibEntry, ...]
    broken: tuple[BadBlock, ...]

    @property
    def references(self) -> tuple[Reference, ...]:
        """What the entries say."""
        return tuple(entry.reference for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: for each reference in order the key that it has now, and whether it was there before."""

    references: tuple[Reference, ...]
    known: tuple[bool, ...]

    @property
    def new(self) -> tuple[Reference, ...]:
        """Those that were added."""
        return tuple(reference for reference, known in zip(self.references, self.known, strict=True) if not known)


def read_library(path: Path) -> Library:
    """The library; an empty one where there is no file yet. Raises LibraryError for what is no text or cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Library(path, "", "utf-8", (), ())
    except OSError as error:
        if path.is_dir():
            raise LibraryError(f"{path}: is a folder; name a .bib file.") from error
        raise LibraryError(f"{path}: cannot be read: {error.strerror or error}.") from error
    text, encoding = _decode(path, data)
    blocks = read(text)
    entries = tuple(block for block in blocks if isinstance(block, BibEntry))
    return Library(path, text, encoding, entries, tuple(block for block in blocks if isinstance(block, BadBlock)))


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    if b"\0" in data[:4096]:
        raise LibraryError(f"{path}: is a binary file, not BibTeX.")
    for encoding in ("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8", "windows-1252", "latin-1"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding), encoding
    raise LibraryError(f"{path}: is no text that BibTeX could hold.")


def plan(library: Library, references: Iterable[Reference]) -> Added:
    """What `add` would do: keys for new works, the old keys for works that the library has already."""
    taken = {entry.key.lower() for entry in library.entries}
    by_work = {work_key(reference): reference for reference in library.references if reference.get("title")}
    by_words = {words: reference for reference in library.references if (words := _as_found(reference))}
    out: list[Reference] = []
    known: list[bool] = []
    for reference in references:
        old = by_work.get(work_key(reference)) or by_words.get(_as_found(reference) or "-")
        if old is not None and same_work(old, reference):
            out.append(old)
            known.append(True)
            continue
        new = replace(reference, id=_key(reference, taken))
        taken.add(new.id.lower())
        by_work[work_key(new)] = by_words[_as_found(new)] = new
        out.append(new)
        known.append(False)
    return Added(tuple(out), tuple(known))


def add(path: Path, references: Sequence[Reference]) -> Added:
    """Append the references that the library does not have. Raises LibraryError; then nothing was changed."""
    with _locked(path):
        library = read_library(path)
        added = plan(library, references)
        if added.new:
            _replace(path, _appended(library, added.new))
        return added


def with_keys(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references with the keys that they would get in an empty library."""
    return plan(Library(Path(NAME), "", "utf-8", (), ()), references).new


def _as_found(reference: Reference) -> str:
    custom = reference.extra.get("custom")
    return fold_key(str(custom.get("asfound", ""))) if isinstance(custom, dict) else ""


def _appended(library: Library, references: Sequence[Reference]) -> bytes:
    """The file's bytes as they are, and the new entries behind them."""
    text = library.text
    newline = "\r\n" if "\r\n" in text else "\n"
    indent = re.search(r"^@\w+\{[^\n]*\n([ \t]+)\w+[ \t]*=", text, re.MULTILINE)
    gap = "" if not text else newline if text.endswith("\n") else newline * 2
    entries = [
        write_reference(reference, indent=indent[1] if indent else "  ", newline=newline) for reference in references
    ]
    new = gap + newline.join(entries)
    encoding = "utf-8" if library.encoding == "utf-8-sig" else library.encoding
    try:
        return text.encode(library.encoding) + new.encode(encoding)
    except UnicodeEncodeError as error:
        raise LibraryError(
            f"{library.path}: is {library.encoding} and cannot hold {error.object[error.start]!r}; save it as UTF-8 first."
        ) from error


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, flush to the disk, then put it in the old one's place; a link stays a link."""
    target = Path(os.path.realpath(path))
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            if not os.access(target, os.W_OK):
                raise PermissionError(13, "the file is read-only")
            Path(temporary).chmod(stat.S_IMODE(target.stat().st_mode))
        else:
            Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise LibraryError(f"{path}: cannot be written: {error.strerror or error}; it was left as it was.") from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Only one process at a time; a lock whose owner died is taken over after a minute."""
    target = Path(os.path.realpath(path))
    lock = target.with_name(f".{target.name}.lock")
    deadline = time.monotonic() + _PATIENCE
    while not _take(lock):
        if time.monotonic() > deadline:
            raise LibraryError(
                f"{path}: another refcli is writing to it; try again, or remove {lock} if none is running."
            )
        time.sleep(0.02)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()


def _take(lock: Path) -> bool:
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        with suppress(OSError):
            if time.time() - lock.stat().st_mtime > _STALE:
                lock.unlink()
        return False
    except PermissionError as error:
        if lock.exists():  # Windows says so while the other process is removing it
            return False
        raise LibraryError(f"{lock.parent}: cannot be written: {error.strerror}.") from error
    except OSError as error:
        raise LibraryError(f"{lock.parent}: cannot be written: {error.strerror or error}.") from error
    return True


def _key(reference: Reference, taken: set[str]) -> str:
    """Family name (or the first words of a body) and year, in small ASCII letters; b, c ... where that is taken."""
    authors = reference.authors
    words = (
        authors[0].full_family
        if authors
        else reference.get("container-title") or reference.get("title") or reference.type
    )
    name = _ascii(words if authors and not authors[0].literal else " ".join(words.split()[:3])) or "entry"
    year = reference.issued.year if reference.issued else None
    stem = f"{name}{'nd' if year is None else year}"
    letters = iter("bcdefghijklmnopqrstuvwxyz")
    key, count = stem, 1
    while key.lower() in taken:
        letter = next(letters, "")
        count += 1
        key = f"{stem}{letter}" if letter else f"{stem}-{count}"
    return key


def _ascii(words: str) -> str:
    return "".join(char for char in fold_key(words) if char.isascii())[:32]
