"""A CSL 1.0.2 processor: style XML -> compiled style; style + references + citations -> nodes -> text, HTML ...

    style = Style.from_xml(xml, parent=load_style)          # StyleError(message, line) for a style that cannot be used
    processor = Processor(style, references, load_locale)   # load_locale("de-DE") -> bytes of the locale file, or None
    for entry in processor.bibliography():
        text = processor.render(entry.node, Text())
    citations = processor.cite([Cluster((Cite("doe2004", locator="12"),))])

How a style flows through: `xml` reads the file into elements that know their line; `style` checks it and compiles it,
macros when they are first called; `elements/` has one module for each rendering element, compiled into an object with
one method, `render(context)`; `context` carries the item and notes which variables were asked for and found, so that
one walk renders and suppresses. `item` readies a reference (particles, variables in `note`), `locale` merges terms and
dates of a language. What comes out is a tree of strings and spans (`nodes`). `processor` numbers, sorts (`sorting`,
`collation`), places (`positions`), tells apart (`disambiguate`), collapses (`collapse`) and finishes entries
(`bibliography`). `stream` turns nodes into a flat stream in which quotes, flip-flops and punctuation are settled;
`outputs/` translates the stream, one format a module. `house` lays the differences of a house over a base style.

To add an output: a module in `outputs/` with a class that fits `outputs.Output`, and its name in `OUTPUTS`.
To add an element: a module in `elements/`, and its compiler in `elements.COMPILERS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.context import Cite
from refcli.csl.errors import StyleError
from refcli.csl.house import house_style
from refcli.csl.kinds import Kind, kinds
from refcli.csl.nodes import Look, Node, Span, text_of
from refcli.csl.outputs import Output, render
from refcli.csl.outputs.ansi import Ansi
from refcli.csl.outputs.html import Html
from refcli.csl.outputs.latex import Latex
from refcli.csl.outputs.markdown import Markdown
from refcli.csl.outputs.text import Text
from refcli.csl.positions import Cluster
from refcli.csl.processor import BibliographyEntry, Citation, Processor
from refcli.csl.section import Section
from refcli.csl.style import Style

if TYPE_CHECKING:
    from collections.abc import Callable

OUTPUTS: dict[str, Callable[[], Output]] = {
    "text": Text,
    "ansi": Ansi,
    "markdown": Markdown,
    "html": Html,
    "latex": Latex,
}

__all__ = [
    "OUTPUTS",
    "Ansi",
    "BibliographyEntry",
    "Citation",
    "Cite",
    "Cluster",
    "Html",
    "Kind",
    "Latex",
    "Look",
    "Markdown",
    "Node",
    "Output",
    "Processor",
    "Section",
    "Span",
    "Style",
    "StyleError",
    "Text",
    "house_style",
    "kinds",
    "render",
    "text_of",
]
