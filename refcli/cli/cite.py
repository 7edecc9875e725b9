"""Keys -> the citation as it stands in the text: "(McDermott, 2004)"."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from refcli.cli.completing import keys as complete_keys
from refcli.cli.completing import styles as complete_styles
from refcli.cli.console import colourful, say
from refcli.cli.errors import Problem
from refcli.cli.format import Output
from refcli.cli.options import FromOption, LibraryOption
from refcli.cli.references import all_references, chosen
from refcli.cli.styles import find_style
from refcli.config import load
from refcli.csl import OUTPUTS, Cite, Cluster, Processor
from refcli.data.loader import locale_xml


def run(
    keys: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY...", help="One key or more: one citation of them all.", autocompletion=complete_keys
        ),
    ],
    style: Annotated[str, typer.Option(help="As for refcli format.", autocompletion=complete_styles)] = "",
    locator: Annotated[str, typer.Option(metavar="TEXT", help='Where in the source: "12-14", "ch. 3".')] = "",
    label: Annotated[
        str, typer.Option(metavar="TERM", help="What the locator counts: page, chapter, paragraph ...")
    ] = "page",
    prefix: Annotated[str, typer.Option(metavar="TEXT", help='Words before the first source: "see".')] = "",
    suffix: Annotated[str, typer.Option(metavar="TEXT", help="Words after the last one.")] = "",
    suppress_author: Annotated[bool, typer.Option("--suppress-author", help="Without the author: (2004).")] = False,
    author_only: Annotated[bool, typer.Option("--author-only", help="The author alone: McDermott.")] = False,
    narrative: Annotated[bool, typer.Option("--narrative", help="For a sentence: McDermott (2004).")] = False,
    to: Annotated[Output, typer.Option(help="Text shows italics on a terminal.")] = Output.TEXT,
    source: FromOption = "",
    library: LibraryOption = None,
    locale: Annotated[str, typer.Option(metavar="LANG", help="Language of terms and dates, such as de-DE.")] = "",
) -> None:
    """Print the in-text citation of entries, or the note in a style of notes.

    The locator belongs to the last key. All entries of the library count when names and years are told apart.

    \b
    Examples:
      refcli cite mcdermott2004
      refcli cite mcdermott2004 --locator 12 --narrative
      refcli cite mcdermott2004 yermukanov2007 --prefix see --style chicago-notes
    """
    if sum((suppress_author, author_only, narrative)) > 1:
        raise Problem("choose one of --suppress-author, --author-only and --narrative.")
    settings = load(Path.cwd())
    references = all_references(source, library, settings)
    chosen(references, keys)
    processor = Processor(
        find_style(style or settings.style), references, locale_xml, lang=locale or settings.locale or None
    )
    last = len(keys) - 1
    cites = tuple(
        Cite(
            key,
            locator if i == last else "",
            label,
            "" if i else prefix,
            suffix if i == last else "",
            suppress_author=suppress_author,
            author_only=author_only,
            narrative=narrative and i == 0,
        )
        for i, key in enumerate(keys)
    )
    form = OUTPUTS["ansi" if to is Output.TEXT and colourful(sys.stdout) else to.value]()
    (citation,) = processor.cite([Cluster(cites, 1)])
    prose, rest = (processor.render(node, form).strip() for node in (citation.prose, citation.node))
    say(f"{prose}\n{rest}" if prose and processor.style.note else f"{prose} {rest}".strip())
