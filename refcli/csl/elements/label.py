"""cs:label -> the term of a number variable, in the number that its value asks for.

Source: CSL 1.0.2, "Label".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.elements.text import Finish
from refcli.csl.values.numbers import is_plural

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.elements.base import Renderer
    from refcli.csl.nodes import Node
    from refcli.csl.style import Style
    from refcli.csl.xml import Element


class Label:
    """A term that says what a number is."""

    __slots__ = ("finish", "form", "name", "plural")

    def __init__(self, element: Element) -> None:
        self.name, self.form = element.get("variable"), element.get("form", "long")
        self.plural = element.get("plural", "contextual")
        self.finish = Finish(element)

    def render(self, ctx: Context) -> Node | None:
        """The term, if the variable has a value."""
        value = ctx.text(self.name)
        if not value:
            return None
        name = self.name
        if name == "locator" and ctx.cite:
            name = ctx.cite.label or "page"
        plural = self.plural == "always" or (self.plural != "never" and is_plural(value, self.name))
        words = ctx.locale.term(name, self.form, plural=plural)
        return self.finish.of(words, ctx) if words else None


def compile_label(element: Element, _style: Style) -> Renderer:
    """cs:label outside cs:names."""
    return Label(element)
