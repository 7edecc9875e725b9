"""Library -> a formatted list in a style, as text, Markdown or HTML."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex import BadBlock, BibEntry, read
from refcli.cli.console import colourful, note, say
from refcli.cli.errors import Problem
from refcli.cli.sources import read_bytes
from refcli.cli.store import library_path, shown
from refcli.cli.styles import find_style
from refcli.config import load
from refcli.csl import OUTPUTS, Processor
from refcli.data.loader import locale_xml
from refcli.library import read_library
from refcli.model import Reference


class Output(StrEnum):
    """What `--to` takes."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def run(
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY]...", help="Only these entries; all by default.")
    ] = None,
    style: Annotated[
        str,
        typer.Option(
            help="apa, chicago, chicago-notes, the id of a CSL style, csl:ID for the stock style always, or FILE.csl."
        ),
    ] = "",
    to: Annotated[Output, typer.Option(help="Text shows italics on a terminal.")] = Output.TEXT,
    source: Annotated[
        str,
        typer.Option(
            "--from", metavar="FILE", help='A .bib or CSL-JSON file other than the library; "-" is standard input.'
        ),
    ] = "",
    library: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="The library; by default references.bib here, or the nearest configured one."
        ),
    ] = None,
    locale: Annotated[
        str, typer.Option(metavar="LANG", help="Language of terms and dates, such as de-DE; by default the style's.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
    ] = None,
) -> None:
    """Print the library as a reference list, sorted and punctuated as the style asks.

    \b
    Examples:
      refcli format --style apa
      refcli format mcdermott2004 --style chicago-notes
      refcli format --style nature --to html -o references.html
      refcli format --from zotero.json --style csl:apa --to markdown
    """
    settings = load(Path.cwd())
    references = read_references(source) if source else _library(library_path(library, settings))
    chosen = _chosen(references, keys or ())
    compiled = find_style(style or settings.style)
    processor = Processor(compiled, chosen, locale_xml, lang=locale or settings.locale or None)
    form = OUTPUTS["ansi" if to is Output.TEXT and output is None and colourful(sys.stdout) else to.value]()
    entries = processor.bibliography()
    if not entries and chosen:
        raise Problem(f'the style "{style or settings.style}" has no bibliography; choose one that lists its sources.')
    text = form.entries([processor.render(entry.node, form) for entry in entries], hanging=True)
    if output is None:
        say(text.rstrip("\n"))
    else:
        _write(output, text.rstrip("\n") + "\n")


def read_references(name: str) -> tuple[Reference, ...]:
    """The references of a .bib or CSL-JSON file. Raises Problem with the place of what is wrong."""
    data = read_bytes(name)
    text = data.decode("utf-8-sig", errors="replace")
    if text.lstrip()[:1] in "[{" and text.strip():
        return _csl_json(name, text)
    return _bibtex(name, text)


def _csl_json(name: str, text: str) -> tuple[Reference, ...]:
    try:
        items = json.loads(text)
    except ValueError as error:
        raise Problem(f"{name}: is no CSL-JSON: {error}.") from error
    except RecursionError:
        raise Problem(f"{name}: is nested too deeply to be CSL-JSON.") from None
    items = items.get("items", [items]) if isinstance(items, dict) else items
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Problem(f"{name}: should be a list of CSL-JSON items.")
    return tuple(_with_id(Reference.from_json(item), i) for i, item in enumerate(items, 1))


def _with_id(reference: Reference, number: int) -> Reference:
    return (
        reference
        if reference.id
        else Reference(
            f"item-{number}", reference.type, reference.texts, reference.names, reference.dates, reference.extra
        )
    )


def _bibtex(name: str, text: str) -> tuple[Reference, ...]:
    found = []
    for block in read(text):
        match block:
            case BibEntry(reference=reference):
                found.append(reference)
            case BadBlock(span=span, why=why):
                note(f"{name}:{text.count(chr(10), 0, span.start) + 1}: {why}; it is left out")
    if not found and text.strip():
        raise Problem(f"{name}: has no BibTeX entry and is no CSL-JSON.")
    return tuple(found)


def _library(path: Path) -> tuple[Reference, ...]:
    if not path.exists():
        raise Problem(f"{shown(path)}: no such library; make one with refcli import, or name a file with --from.")
    library = read_library(path)
    for block in library.broken:
        note(f"{shown(path)}:{library.text.count(chr(10), 0, block.span.start) + 1}: {block.why}; it is left out")
    return library.references


def _chosen(references: Iterable[Reference], keys: Sequence[str]) -> tuple[Reference, ...]:
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


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise Problem(f"{path}: cannot be written: {error.strerror or error}.") from error
