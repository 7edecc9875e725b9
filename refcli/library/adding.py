"""References -> the library: keys for new works (their own where they have one), the old keys for works that it has already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from refcli.bibtex import BibFile, editing, entry_of, layout_of
from refcli.library.keys import stem, unique
from refcli.library.store import NAME, Library, Log, write
from refcli.matching import same_work, work_key
from refcli.model import Reference
from refcli.text import fold_key


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: for each reference in order the key that it has now, and whether it was there before."""

    references: tuple[Reference, ...]
    known: tuple[bool, ...]

    @property
    def new(self) -> tuple[Reference, ...]:
        """Those that were added."""
        return tuple(reference for reference, known in zip(self.references, self.known, strict=True) if not known)


def plan(library: Library, references: Iterable[Reference], pattern: str = "") -> Added:
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
        new = replace(reference, id=unique(reference.id or stem(reference, pattern), taken))
        taken.add(new.id.lower())
        by_work[work_key(new)] = by_words[_as_found(new)] = new
        out.append(new)
        known.append(False)
    return Added(tuple(out), tuple(known))


def add(path: Path, references: Sequence[Reference], log: Log | None = None, pattern: str = "") -> Added:
    """Put the references that the library does not have behind its last entry. Raises LibraryError; then nothing was changed."""
    added: list[Added] = []

    def edit(library: Library) -> BibFile:
        added[:] = [plan(library, references, pattern)]
        return with_entries(library.file, added[0].new)

    write(path, edit, log)
    return added[0]


def with_entries(file: BibFile, references: Sequence[Reference]) -> BibFile:
    """The file with these entries behind its last, in its own layout."""
    layout = layout_of(file)
    texts = [editing.new_entry(file, *entry_of(reference), layout) for reference in references]
    return file.apply(editing.add_entries(file, texts))


def with_keys(references: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references with the keys that they would get in an empty library."""
    return plan(Library(Path(NAME)), references).new


def _as_found(reference: Reference) -> str:
    custom = reference.extra.get("custom")
    return fold_key(str(custom.get("asfound", ""))) if isinstance(custom, dict) else ""
