"""The library, or the file that a command names -> references, and those that are meant by keys or cited in drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from refcli.cli.console import note
from refcli.cli.errors import Problem
from refcli.cli.sources import read_bytes, read_document
from refcli.config import Settings
from refcli.exchange import format_of
from refcli.model import Reference

_NOCASE = re.compile(r'<span class="nocase">(.*?)</span>')


def all_references(source: str, library: Path | None, settings: Settings) -> tuple[Reference, ...]:
    """What `--from`, `--library` or the settings name. Raises Problem for a file that is not there or holds none."""
    if source:
        return read_references(source)
    from refcli.cli.bibtex_references import of_library  # noqa: PLC0415 - BibTeX costs start-up time

    return of_library(library, settings)


def cited_in(references: Sequence[Reference], drafts: Sequence[str]) -> tuple[Reference, ...]:
    """The references that the drafts mention, in prose or by key, in the order of the library."""
    from refcli.drafts import Listed  # noqa: PLC0415 - only --cited-in reads drafts
    from refcli.lint import check  # noqa: PLC0415

    listed = tuple(Listed(i, _unmarked(reference), "", None, reference.id) for i, reference in enumerate(references))
    cited: set[int] = set()
    for name in drafts:
        for mention in check(read_document(name), listed).mentions:
            cited.update(mention.targets)
    return tuple(reference for i, reference in enumerate(references) if i in cited)


def _unmarked(reference: Reference) -> Reference:
    """Without the marks of words that keep their case: mentions have none."""
    texts = {name: _NOCASE.sub(r"\1", text) if "<" in text else text for name, text in reference.texts.items()}
    return replace(reference, texts=texts)


def read_references(name: str) -> tuple[Reference, ...]:
    """The references of a .bib, RIS, CSL-JSON or CSL-YAML file. Raises Problem with the place of what is wrong."""
    data = read_bytes(name)
    text = data.decode("utf-8-sig", errors="replace")
    form = None if name.lower().endswith(".bib") else format_of(name, text)
    if form is None:
        from refcli.cli.bibtex_references import of_file  # noqa: PLC0415 - as above

        return of_file(name, data)
    found = form.read(text)
    for unread in found.unread:
        if not found.references:
            raise Problem(f"{name}:{unread.line}: {unread.why}.")
        note(f"{name}:{unread.line}: {unread.why}; it is left out")
    return tuple(
        reference if reference.id else replace(reference, id=f"item-{i}")
        for i, reference in enumerate(found.references, 1)
    )


def chosen(references: Iterable[Reference], keys: Sequence[str]) -> tuple[Reference, ...]:
    """The references with these keys, or all; of two with one key the first."""
    by_key: dict[str, Reference] = {}
    for reference in references:
        by_key.setdefault(reference.id, reference)
    unknown = [key for key in keys if key not in by_key]
    if unknown:
        raise Problem(
            f'no entry has the key "{unknown[0]}"; the keys stand behind @article{{ and the like in the library.'
        )
    return tuple(by_key[key] for key in keys) if keys else tuple(by_key.values())
