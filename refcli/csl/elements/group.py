"""cs:group -> its children with a delimiter, or nothing when every variable it asked for is empty.

Source: CSL 1.0.2, "Group": a group is suppressed if it calls a variable and all called are empty; a group that printed
counts as a variable found for the group around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.dress import Dress
from refcli.csl.elements.base import grouped
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
        """The nodes of the children, joined."""
        node = join(grouped(self.parts, ctx), self.delimiter)
        return None if node is None else self.dress.wrap(node)


def compile_group(element: Element, style: Style) -> Renderer:
    """cs:group."""
    return Group(style.children(element), element.get("delimiter"), Dress.of(element))
