"""Options and arguments that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from refcli.cli.completing import keys

LibraryOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="FILE", help="The library; by default references.bib here, or the nearest configured one."
    ),
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON.")]
KeysArgument: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(metavar="[KEY]...", help="Only these entries; all by default.", autocompletion=keys),
]
FromOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="FILE",
        help='A file other than the library: .bib, RIS, CSL-JSON, CSL-YAML; "-" is standard input.',
    ),
]
CitedInOption: TypeAlias = Annotated[
    list[str] | None, typer.Option("--cited-in", metavar="DRAFT", help="Only what this draft cites; may be repeated.")
]
OutputOption: TypeAlias = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
]
