"""A BibTeX file or the library -> references for print. Raises Problem for one that is not there or holds none."""

from __future__ import annotations

from pathlib import Path

from refcli.bibtex import BibEntry, BibFile, EncodingError, Reader
from refcli.cli.console import note
from refcli.cli.errors import Problem
from refcli.cli.store import library_path, shown
from refcli.config import Settings
from refcli.library import Library, read_library
from refcli.model import Reference


def of_file(name: str, data: bytes) -> tuple[Reference, ...]:
    """Those of a file whose bytes these are."""
    try:
        library = Library(Path(name), BibFile.of(data))
    except EncodingError as error:
        raise Problem(f"{name}: {error}") from error
    found = _printed(library, name)
    if not found and data.strip():
        raise Problem(f"{name}: has no BibTeX entry, and is no RIS, CSL-JSON or CSL-YAML.")
    return found


def of_library(option: Path | None, settings: Settings) -> tuple[Reference, ...]:
    """Those of the library that the option or the settings name."""
    path = library_path(option, settings)
    if not path.exists():
        raise Problem(f"{shown(path)}: no such library; make one with refcli import, or name a file with --from.")
    return _printed(read_library(path), shown(path))


def _printed(library: Library, name: str) -> tuple[Reference, ...]:
    """The references with the marks that a style minds; what could not be read is noted."""
    for block in library.broken:
        rest = "the rest of it is used" if block.partly else "it is left out"
        note(f"{name}:{library.file.line(block.span.start)}: {block.why}; {rest}")
    found = Reader.of(library.file, protect=True).all()
    return tuple(entry.reference for entry in found if isinstance(entry, BibEntry))
