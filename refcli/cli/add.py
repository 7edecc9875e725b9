"""Text, fields or BibTeX -> one more entry of the library."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex import BibFile, BlockKind, editing
from refcli.bibtex.dialect import CSL_TO_SUBTYPE, CSL_TO_TYPE, SUBTYPE_TO_CSL, TYPE_TO_CSL
from refcli.cli.console import note, say
from refcli.cli.entries import record
from refcli.cli.errors import Problem
from refcli.cli.options import JsonOption, LibraryOption
from refcli.cli.set import written
from refcli.cli.store import change, library_path, log, shown
from refcli.config import Settings, load
from refcli.library import Library, add, read_library
from refcli.library.keys import stem, unique
from refcli.model import TYPES

_FIELD = re.compile(r"([A-Za-z][\w-]*)=", re.ASCII)
_KINDS = (("journal", "article"), ("journaltitle", "article"), ("booktitle", "incollection"), ("institution", "techreport"),
          ("school", "phdthesis"), ("publisher", "book"))  # fmt: skip


def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT | FIELD=VALUE...", help='One reference as text, or its fields; "-" is standard input.'
        ),
    ] = None,
    kind: Annotated[str, typer.Option("--type", metavar="TYPE", help="Entry type or CSL type, for fields.")] = "",
    key: Annotated[str, typer.Option(metavar="KEY", help="Its key; made by the pattern of keys by default.")] = "",
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add one reference: as free text, as fields, or as BibTeX, which is kept as it is written.

    \b
    Examples:
      refcli add 'McDermott, Roger: "Kazakhstan and the Alliance", Eurasia Daily Monitor, 11 August 2004'
      refcli add --type report title="Annual Report" author="{Court of Auditors}" year=2023 institution="European Union"
      pbpaste | refcli add -
    """
    settings = load(Path.cwd())
    path = library_path(library, settings)
    given = words or []
    if given == ["-"] or not given:
        given = [sys.stdin.read()]
    text = " ".join(given).strip()
    if not text:
        raise Problem('nothing to add; give the reference as text, or fields such as title="..." year=2004.')
    if all(_FIELD.match(word) for word in given):
        added = _from_fields(path, given, (kind, key), settings)
    elif text.startswith("@"):
        added = _from_bibtex(path, text, settings)
    else:
        added = _from_text(path, text, key, settings)
    _report(read_library(path), added, as_json=as_json)


def _report(library: Library, keys: list[str], *, as_json: bool) -> None:
    blocks = [library.file.find(key)[0] for key in keys]
    if as_json:
        records = [record(library, block) for block in blocks]
        say(json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=2))
        return
    for block in blocks:
        say(library.file.text(block.span).replace("\r\n", "\n").replace("\r", "\n"))
        entry = library.reader.entry(block)
        custom = entry.reference.extra.get("custom")
        for doubt in custom.get("doubts", []) if isinstance(custom, dict) else []:
            note(f"{entry.key}: {doubt}")


def _from_text(path: Path, text: str, key: str, settings: Settings) -> list[str]:
    from refcli.cli.personal import use_personal  # noqa: PLC0415 - the model is for text only
    from refcli.parsing import Entry, Parsed, canonical, parse_entry  # noqa: PLC0415
    from refcli.text import Span  # noqa: PLC0415

    use_personal()
    words = " ".join(text.split())
    match parse_entry(Entry(words, Span(0, len(words)))):
        case Parsed(reference=reference):
            pass
        case unparsed:
            raise Problem(
                f"this is no reference that can be read ({unparsed.why}); give its fields instead, title=... year=..."
            )
    added = add(path, [canonical(reference)], log("add"), settings.keys)
    if added.known[0]:
        note(f"{shown(path)}: is there already, as {added.references[0].id}")
        return [added.references[0].id]
    if not key:
        return [added.new[0].id]
    change(path, lambda found: _renamed(found, added.new[0].id, key), f"add {key}")
    return [key]


def _renamed(library: Library, old: str, new: str) -> BibFile:
    return library.file.apply(editing.rename_key(library.file, library.file.find(old)[0], _free(library.file, new)))


def _from_fields(path: Path, given: list[str], said: tuple[str, str], settings: Settings) -> list[str]:
    pairs = {name.strip().lower(): value.strip() for name, _, value in (word.partition("=") for word in given)}
    kind, key = said
    subtype = ""
    kind = SUBTYPE_TO_CSL.get(kind, kind)
    if kind in CSL_TO_TYPE and CSL_TO_TYPE[kind] != kind:
        kind, subtype = CSL_TO_TYPE[kind], kind
    elif kind in TYPES and kind not in TYPE_TO_CSL:
        kind, pairs["entrysubtype"] = "misc", kind
    kind = kind or next((name for field, name in _KINDS if field in pairs), "misc")
    if subtype in CSL_TO_SUBTYPE:
        pairs["entrysubtype"] = CSL_TO_SUBTYPE[subtype]
    fields = [(name, editing.braced(name, written(name, value))) for name, value in pairs.items() if value]
    chosen: list[str] = []

    def edit(found: Library) -> BibFile:
        chosen[:] = [_free(found.file, key) if key else _made(found.file, kind, fields, settings.keys)]
        return _with(found.file, editing.new_entry(found.file, kind, chosen[0], fields))

    change(path, edit, "add")
    return chosen


def _with(file: BibFile, text: str) -> BibFile:
    """The file with that entry. Raises Problem for one that is broken."""
    probe = BibFile(file.encoding.encode(text), file.encoding)
    faults = [block.why for block in probe.blocks if block.why] + [probe.fields(block).why for block in probe.entries]
    if not probe.entries or any(faults):
        raise Problem(
            f"this would be no entry: {next(filter(None, faults), 'nothing begins with @type{key,')}; nothing was added."
        )
    return file.apply(editing.add_entry(file, text))


def _made(file: BibFile, kind: str, fields: list[tuple[str, str]], pattern: str) -> str:
    """A key for an entry with these fields."""
    probe = Library(Path(), BibFile(file.encoding.encode(editing.new_entry(file, kind, "key", fields)), file.encoding))
    reference = probe.references[0] if probe.references else None
    if reference is None:
        raise Problem("a value has a brace or quote without its partner; nothing was added.")
    return unique(stem(reference, pattern), map(file.key, file.entries))


def _free(file: BibFile, key: str) -> str:
    if file.find(key):
        raise Problem(f'there is an entry "{key}" already; choose another key, or leave --key out.')
    return key


def _from_bibtex(path: Path, text: str, settings: Settings) -> list[str]:
    """Every entry of the text, as it is written; a key that is taken gets a suffix, a missing one is made."""
    given = BibFile.of(text.encode("utf-8"))
    faults = [block.why for block in given.blocks if block.why] + [given.fields(block).why for block in given.entries]
    if any(faults) or not given.entries:
        raise Problem(
            f"the BibTeX cannot be read: {next(filter(None, faults), 'there is no entry in it')}; nothing was added."
        )
    chosen: list[str] = []

    def edit(found: Library) -> BibFile:
        taken = {found.file.key(block).lower() for block in found.file.entries}
        texts = []
        chosen.clear()
        for block in (block for block in given.blocks if block.kind is BlockKind.ENTRY):
            entry = Library(Path(), given).reader.entry(block)
            wanted = entry.key or stem(entry.reference, settings.keys)
            chosen.append(unique(wanted, taken))
            taken.add(chosen[-1].lower())
            texts.append(_keyed(given.text(block.span), entry.key, chosen[-1]))
        return found.file.apply(editing.add_entries(found.file, texts))

    change(path, edit, "add")
    return chosen


def _keyed(text: str, old: str, new: str) -> str:
    """The entry's text with its key another; a missing one put in."""
    if old == new:
        return text
    alone = BibFile.of(text.encode("utf-8"))
    place = editing.key_span(alone, alone.entries[0])
    return alone.raw[: place.start].encode("latin-1").decode() + new + alone.raw[place.end :].encode("latin-1").decode()
