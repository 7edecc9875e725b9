"""cs:group -> its children with a delimiter, or nothing when every variable it asked for is empty.

Source: CSL 1.0.2, "Group": a group is suppressed if it calls a variable and all called are empty; a group that printed
counts as a variable found for the group around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.dress import Dress
from refcli.csl.nodes import Node, join

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.elements.base import Renderer, Sequence
    from refcli.csl.style import Style
    from refcli.csl.xml import Element


class Group:
    """Children joined by a delimiter."""

    __slots__ = ("delimiter", "dress", "parts")

    def __init__(self, parts: Sequence, delimiter: str, dress: Dress) -> None:
        self.parts, self.delimiter, self.dress = parts, delimiter, dress

    def render(self, ctx: Context) -> Node | None:
        """One walk: what the children asked for decides afterwards whether their nodes stand."""
        asked, found, said = ctx.asked, ctx.found, ctx.said
        ctx.asked = ctx.found = ctx.said = False
        nodes = self.parts.nodes(ctx)
        stands = ctx.found or (ctx.said and not ctx.asked)
        ctx.asked = asked or ctx.asked
        ctx.found = found or (stands and bool(nodes))
        ctx.said = said
        node = join(nodes, self.delimiter) if stands else None
        return None if node is None else self.dress.wrap(node)


def compile_group(element: Element, style: Style) -> Renderer:
    """cs:group."""
    return Group(style.children(element), element.get("delimiter"), Dress.of(element))
