"""cs:number -> a number variable in one of its forms.

Source: CSL 1.0.2, "Number".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.elements.numeric import formatted, pages
from refcli.csl.elements.text import Finish

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.elements.base import Renderer
    from refcli.csl.nodes import Node
    from refcli.csl.style import Style
    from refcli.csl.xml import Element


class Number:
    """A number variable."""

    __slots__ = ("finish", "form", "name")

    def __init__(self, element: Element) -> None:
        self.name, self.form = element.get("variable"), element.get("form", "numeric")
        self.finish = Finish(element)

    def render(self, ctx: Context) -> Node | None:
        """The number; the field's words where it holds no number."""
        value = ctx.text(self.name)
        ctx.see(self.name, found=bool(value))
        if not value:
            return None
        if self.form == "numeric" and self.name in ("page", "page-first"):
            node: Node = pages(value, ctx)
        else:
            node = formatted(value, self.name, self.form, ctx)
        return self.finish.of(node, ctx, "citation-number" if self.name == "citation-number" else "")


def compile_number(element: Element, _style: Style) -> Renderer:
    """cs:number."""
    return Number(element)
