"""Keys -> entries of the library, and an entry -> the record that --json prints."""

from __future__ import annotations

import difflib
from typing import Any

from refcli.bibtex import BibEntry, Block
from refcli.cli.console import note
from refcli.cli.errors import Problem
from refcli.cli.store import shown
from refcli.library import Library


def entry_of_key(library: Library, key: str) -> Block:
    """The entry with that key, the first of several. Raises Problem with the nearest key there is."""
    found = library.file.find(key)
    if not found:
        raise Problem(f'{shown(library.path)}: no entry has the key "{key}"{_nearest(library, key)}')
    if len(found) > 1:
        lines = ", ".join(str(library.file.line(block.span.start)) for block in found)
        note(f'{shown(library.path)}: {len(found)} entries have the key "{key}" (lines {lines}); the first is meant')
    return found[0]


def _nearest(library: Library, key: str) -> str:
    keys = [library.file.key(block) for block in library.file.entries]
    same = [known for known in keys if known.lower() == key.lower()]
    close = same or difflib.get_close_matches(key, keys, n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else "; refcli list shows the keys."


def record(library: Library, block: Block, entry: BibEntry | None = None) -> dict[str, Any]:
    """An entry as data: its fields as BibTeX has them, what they say as CSL-JSON, where it stands, its provenance."""
    entry = entry or library.reader.entry(block)
    custom = entry.reference.extra.get("custom")
    custom = custom if isinstance(custom, dict) else {}
    return {
        "key": entry.key,
        "type": block.name,
        "line": library.file.line(block.span.start),
        "fields": library.reader.values(block)[0],
        "reference": entry.reference.to_json(),
        "asfound": custom.get("asfound", ""),
        "doubts": custom.get("doubts", []),
        **({"fault": entry.why} if entry.why else {}),
    }
