"""Library -> a formatted list in a style, as text, Markdown, HTML or LaTeX."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from refcli.cli.completing import styles as complete_styles
from refcli.cli.console import colourful, note, put
from refcli.cli.errors import Problem
from refcli.cli.options import CitedInOption, FromOption, KeysArgument, LibraryOption, OutputOption
from refcli.cli.references import all_references, chosen, cited_in
from refcli.cli.styles import find_style
from refcli.config import load
from refcli.csl import OUTPUTS, Processor
from refcli.data.loader import locale_xml


class Output(StrEnum):
    """What `--to` takes."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    LATEX = "latex"


def run(
    keys: KeysArgument = None,
    style: Annotated[
        str,
        typer.Option(
            help="apa, chicago, chicago-notes, the id of a CSL style, csl:ID for the stock style always, or FILE.csl.",
            autocompletion=complete_styles,
        ),
    ] = "",
    to: Annotated[Output, typer.Option(help="Text shows italics on a terminal.")] = Output.TEXT,
    source: FromOption = "",
    library: LibraryOption = None,
    locale: Annotated[
        str, typer.Option(metavar="LANG", help="Language of terms and dates, such as de-DE; by default the style's.")
    ] = "",
    drafts: CitedInOption = None,
    output: OutputOption = None,
) -> None:
    """Print the library as a reference list, sorted and punctuated as the style asks.

    \b
    Examples:
      refcli format --style apa
      refcli format mcdermott2004 --style chicago-notes
      refcli format --style nature --to html -o references.html
      refcli format --from zotero.json --style csl:apa --to markdown
      refcli format --cited-in draft.md --style chicago
    """
    settings = load(Path.cwd())
    references = chosen(all_references(source, library, settings), keys or ())
    if drafts:
        references = cited_in(references, drafts)
        if not references:
            note("the drafts cite nothing that the library has")
    compiled = find_style(style or settings.style)
    processor = Processor(compiled, references, locale_xml, lang=locale or settings.locale or None)
    form = OUTPUTS["ansi" if to is Output.TEXT and output is None and colourful(sys.stdout) else to.value]()
    entries = processor.bibliography()
    if not entries and references:
        raise Problem(f'the style "{style or settings.style}" has no bibliography; choose one that lists its sources.')
    _tell_missing([reference.id for reference in references], {entry.id for entry in entries})
    text = form.entries([processor.render(entry.node, form) for entry in entries], hanging=True)
    put(text, output)


def _tell_missing(asked: list[str], printed: set[str]) -> None:
    """Some styles print nothing for some types of work; nobody should have to find that out by counting."""
    missing = [key for key in asked if key not in printed]
    if missing:
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        note(f"the style prints no entry for {', '.join(missing[:5])}{more}")
