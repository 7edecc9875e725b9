"""cs:text -> a variable, a macro, a term or a value of the style.

Source: CSL 1.0.2, "Text".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.dress import Dress
from refcli.csl.elements.base import grouped
from refcli.csl.elements.numeric import NUMBER_FORM, formatted, pages
from refcli.csl.errors import StyleError
from refcli.csl.nodes import Look, Node, Span, has_words
from refcli.csl.values.casing import capitalize_first, recase
from refcli.csl.values.richtext import rich

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.elements.base import Renderer, Sequence
    from refcli.csl.style import Style
    from refcli.csl.xml import Element

_LINKS = {
    "URL": "",
    "DOI": "https://doi.org/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}
_PLAIN = frozenset(("URL", "DOI", "PMID", "PMCID"))


class Finish:
    """Strip-periods, letter case, look and affixes of one element, in that order."""

    __slots__ = ("case", "dress", "idle", "strip", "term")

    def __init__(self, element: Element, *, cased: bool = True) -> None:
        self.dress = Dress.of(element)
        self.case = element.get("text-case") if cased else ""
        self.strip = element.get("strip-periods") == "true"
        self.term = element.tag == "label" or "term" in element.attrs
        self.idle = self.dress.plain and not self.case and not self.strip

    def of(self, node: Node, ctx: Context, role: str = "") -> Node | None:
        """The finished node; None for a node without words."""
        if self.idle and not role:
            return node or None
        if self.strip:
            node = strip_periods(node)
        if self.case:
            node = recase(node, self.case, self.language(ctx))
        if not has_words(node):
            return None
        return self.dress.wrap(node, role)

    def looked(self, node: Node, ctx: Context) -> Node:
        """The node in its letter case and look, without affixes."""
        if self.case:
            node = recase(node, self.case, self.language(ctx))
        return Span([node], self.dress.look) if self.dress.look else node

    def language(self, ctx: Context) -> str:
        """The language whose letters count: of the item, or else of the style. A term has title case in any language."""
        if self.term:
            return "en" if self.case == "title" else ctx.locale.lang
        return (ctx.item.language or ctx.locale.lang).lower()


def strip_periods(node: Node) -> Node:
    """The node without full stops."""
    if isinstance(node, str):
        return node.replace(".", "")
    return node._replace(children=[strip_periods(child) for child in node.children])


class Variable:
    """`<text variable=.../>`."""

    __slots__ = ("finish", "form", "name")

    def __init__(self, element: Element) -> None:
        self.name, self.form = element.get("variable"), element.get("form")
        self.finish = Finish(element)

    def render(self, ctx: Context) -> Node | None:
        """The field's words with their own markup."""
        value, name = self.value(ctx), self.name
        if value or name != "year-suffix":
            ctx.see(name, found=bool(value))
        if not value:
            return None
        if name in _LINKS:
            return self.link(value)
        if name in NUMBER_FORM or name == "page":
            return self.finish.of(self.number(value, ctx), ctx, "citation-number" if name == "citation-number" else "")
        if name == "year-suffix":
            ctx.suffix_done = True
            return self.finish.of(value, ctx, "year-suffix")
        return self.finish.of(rich(value), ctx, "title" if name == "title" else "")

    def value(self, ctx: Context) -> str:
        name = self.name
        if self.form == "short":
            return ctx.text(f"{name}-short") or ctx.text(name)
        if name.endswith("-short"):
            return ctx.text(name) or (ctx.text(name[:-6]) if name in ("container-title-short",) else "")
        return ctx.text(name)

    def number(self, value: str, ctx: Context) -> Node:
        if self.name in ("page", "page-first") or (self.name == "locator" and ctx.cite and ctx.cite.label == "page"):
            return pages(value, ctx)
        return formatted(value, self.name, "numeric", ctx)

    def link(self, value: str) -> Node:
        """An identifier is never marked up; with its resolver in front as prefix, both are one link."""
        dress, base = self.finish.dress, _LINKS[self.name]
        href = value if value.startswith(("http://", "https://")) else base + value if base else value
        if dress.prefix and base and dress.prefix.endswith(("doi.org/", "pubmed/", "articles/")):
            start = dress.prefix.rfind("http")
            if start >= 0:
                named = Dress(dress.look).wrap(value)
                linked = Span([dress.prefix[start:], named], Look(href=dress.prefix[start:] + value))
                return Dress(None, dress.prefix[:start], dress.suffix).wrap(linked)
        return dress.wrap(Span([value], Look(href=href)))


class Macro:
    """`<text macro=.../>`, compiled when it is first rendered.

    Its `text-case` has no effect, as in citeproc-js, with which the styles have been tried.
    """

    __slots__ = ("body", "finish", "name", "style")

    def __init__(self, element: Element, style: Style) -> None:
        self.name, self.style = element.get("macro"), style
        self.finish = Finish(element, cased=False)
        self.body: Sequence | None = None

    def render(self, ctx: Context) -> Node | None:
        """What the macro renders, formatted as one."""
        body = self.body
        if body is None:
            body = self.body = self.style.macro(self.name)
        nodes = grouped(body, ctx)
        if not nodes:
            return None
        return self.finish.of(nodes[0] if len(nodes) == 1 else Span(nodes), ctx)


class Term:
    """`<text term=.../>`."""

    __slots__ = ("finish", "form", "name", "plural")

    def __init__(self, element: Element) -> None:
        self.name, self.form = element.get("term"), element.get("form", "long")
        self.plural = element.get("plural") == "true"
        self.finish = Finish(element)

    def render(self, ctx: Context) -> Node | None:
        """The words of the locale; what opens a citation or an entry begins with a capital."""
        words = ctx.locale.term(self.name, self.form, plural=self.plural)
        if words is None:
            return None
        ctx.said = True
        if not words:
            return None
        if not ctx.printed:
            words = capitalize_first(words)
        ctx.printed = True
        return self.finish.of(words.replace("'", "’"), ctx)


class Value:
    """`<text value=.../>`."""

    __slots__ = ("finish", "node")

    def __init__(self, element: Element) -> None:
        self.node = rich(element.get("value"))
        self.finish = Finish(element)

    def render(self, ctx: Context) -> Node | None:
        """The words of the style."""
        ctx.said = ctx.printed = True
        return self.finish.of(self.node, ctx)


def compile_text(element: Element, style: Style) -> Renderer:
    """cs:text of any of its four kinds."""
    if "variable" in element.attrs:
        return Variable(element)
    if "macro" in element.attrs:
        return Macro(element, style)
    if "term" in element.attrs:
        return Term(element)
    if "value" in element.attrs:
        return Value(element)
    raise StyleError("<text> without variable, macro, term or value", element.line)
