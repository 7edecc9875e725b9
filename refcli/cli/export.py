"""Library -> a file of another program; what its format cannot carry is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from refcli.bibtex import write_reference
from refcli.cli.console import note, put
from refcli.cli.errors import Problem
from refcli.cli.options import CitedInOption, FromOption, KeysArgument, LibraryOption, OutputOption
from refcli.cli.references import all_references, chosen, cited_in
from refcli.config import load
from refcli.exchange import FORMATS, losses
from refcli.model import Reference


class Notation(StrEnum):
    """What `--to` takes."""

    RIS = "ris"
    CSL_JSON = "csl-json"
    CSL_YAML = "csl-yaml"
    BIBTEX = "bibtex"


def run(
    keys: KeysArgument = None,
    to: Annotated[
        Notation | None, typer.Option(help="The format; by default the one that the name of --output tells.")
    ] = None,
    library: LibraryOption = None,
    source: FromOption = "",
    drafts: CitedInOption = None,
    output: OutputOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 when something cannot be carried.")] = False,
) -> None:
    """Write the library as RIS, CSL-JSON, CSL-YAML or plain BibTeX, for Zotero, EndNote, pandoc and the like.

    What a format cannot carry is told, entry by entry, on standard error.

    \b
    Examples:
      refcli export --to ris -o references.ris
      refcli export mcdermott2004 --to csl-json
      refcli export --cited-in draft.md --to csl-yaml
      refcli export --from zotero.ris --to bibtex
    """
    notation = to or _told_by(output)
    references = chosen(all_references(source, library, load(Path.cwd())), keys or ())
    if drafts:
        references = cited_in(references, drafts)
    if notation is Notation.BIBTEX:
        text = "\n".join(write_reference(reference) for reference in references)
        lost = False
    else:
        text = FORMATS[notation.value].write(references)
        lost = _tell_losses(notation.value, references)
    put(text, output)
    if lost and strict:
        raise typer.Exit(1)


def _told_by(output: Path | None) -> Notation:
    ending = output.suffix.lower().lstrip(".") if output else ""
    if ending in ("bib", "bibtex"):
        return Notation.BIBTEX
    named = next((Notation(name) for name, form in FORMATS.items() if ending in form.ENDINGS), None)
    if named is None:
        raise Problem(f"say with --to which format is wanted: {', '.join(Notation)}.")
    return named


def _tell_losses(name: str, references: Sequence[Reference]) -> bool:
    """Say what is lost: each entry of a few, the sums of many."""
    found = [
        (reference.id, lost)
        for reference, lost in zip(references, losses(FORMATS[name], references), strict=True)
        if lost
    ]
    if len(found) <= 10:
        for key, lost in found:
            note(f"{key}: {name} cannot carry {', '.join(lost)}")
    else:
        counts = Counter(variable for _, lost in found for variable in lost)
        note(f"{name} cannot carry: {', '.join(f'{variable} ({count})' for variable, count in counts.most_common())}; in {len(found)} of {len(references)} entries")  # fmt: skip
    return bool(found)
