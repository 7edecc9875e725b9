"""The library -> how many entries of which kind and year, and what is amiss with them."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from refcli.bibtex import BlockKind
from refcli.cli.console import say
from refcli.cli.listing import candidates, doubts_of
from refcli.cli.options import JsonOption, LibraryOption
from refcli.cli.store import opened, shown
from refcli.library import Library
from refcli.library.query import COUNTED


def run(library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Count the entries by kind and decade, and what is doubtful, doubled or broken.

    \b
    Examples:
      refcli stats
      refcli stats --json
    """
    found = opened(library)
    counts = count(found)
    if as_json:
        say(json.dumps(counts, ensure_ascii=False, indent=2))
        return
    say(f"{shown(found.path)}: {counts['entries']} entries, {counts['bytes']:,} bytes, {counts['encoding']}")
    for title in ("types", "decades"):
        rows = counts[title].items()
        say(f"\n{title}")
        for name, number in rows:
            say(f"  {number:>6}  {name}")
    say("\nto look at")
    for name in ("doubtful", "without date", "without title", "keys used twice", "broken"):
        say(f"  {counts[name]:>6}  {name}")


def count(library: Library) -> dict[str, Any]:
    """The figures by name."""
    references = [library.reader.entry(row.block, COUNTED).reference for row in candidates(library)]
    keys = Counter(library.file.key(block).lower() for block in library.file.entries if block.key)
    years = [reference.issued.year if reference.issued else None for reference in references]
    decades = Counter(f"{year // 10 * 10}s" if year is not None else "none" for year in years)
    return {
        "entries": len(references),
        "bytes": len(library.file.raw),
        "encoding": library.file.encoding.wide or library.file.encoding.name,
        "types": dict(Counter(reference.type for reference in references).most_common()),
        "decades": dict(sorted(decades.items())),
        "doubtful": sum(bool(doubts_of(reference)) for reference in references),
        "without date": sum(reference.issued is None for reference in references),
        "without title": sum(not reference.get("title") for reference in references),
        "keys used twice": sum(number > 1 for number in keys.values()),
        "broken": sum(block.kind is BlockKind.BROKEN for block in library.file.blocks),
    }
