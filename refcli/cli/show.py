"""KEY -> its entry as it stands in the library, and the words that it was read from, with their labels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated

import typer

from refcli.bibtex import BibEntry
from refcli.cli.completing import keys as complete_keys
from refcli.cli.console import say
from refcli.cli.entries import entry_of_key, record
from refcli.cli.options import JsonOption, LibraryOption
from refcli.cli.store import opened, shown


def run(
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help="The entries.", autocompletion=complete_keys)],
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show entries as they stand in the library.

    Where an entry was read from free text, the words follow, each stretch with its label, and what is doubtful.

    \b
    Examples:
      refcli show mcdermott2004
      refcli show mcdermott2004 --json
    """
    found = opened(library)
    blocks = [entry_of_key(found, key) for key in keys]
    if as_json:
        records = [record(found, block) for block in blocks]
        for item in records:
            item["segments"] = [list(pair) for pair in _labelled(item["asfound"])]
        say(json.dumps(records if len(records) > 1 else records[0], ensure_ascii=False, indent=2))
        return
    for i, block in enumerate(blocks):
        entry = found.reader.entry(block)
        if i:
            say()
        say(found.file.text(block.span).replace("\r\n", "\n").replace("\r", "\n"))
        for line in _provenance(entry):
            say(line)
        if entry.why:
            say(f"\n{shown(found.path)}:{found.file.line(block.span.start)}: {entry.why}")


def _provenance(entry: BibEntry) -> Iterator[str]:
    custom = entry.reference.extra.get("custom")
    words = custom.get("asfound", "") if isinstance(custom, dict) else ""
    if not words:
        return
    yield f"\nread from: {words}"
    pairs = list(_labelled(words))
    wide = max((len(label) for label, _ in pairs), default=0)
    yield from (f"  {label:<{wide}}  {text}" for label, text in pairs)
    doubts = custom.get("doubts", []) if isinstance(custom, dict) else []
    yield from (f"doubtful: {doubt}" for doubt in doubts)


def _labelled(words: str) -> Iterator[tuple[str, str]]:
    """The stretches of the words that say something, with their labels."""
    if words:
        from refcli.parsing import label_words  # noqa: PLC0415 - the model is loaded for entries read from text only

        yield from ((segment.label, segment.text) for segment in label_words(words) if segment.label != "other")
