"""Formatting and affix attributes of an element -> a function that wraps what the element rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.nodes import NO_LOOK, Look, Node, Span

if TYPE_CHECKING:
    from refcli.csl.xml import Element


class Dress:
    """The affixes and look of one element. Affixes stand outside the look, as the specification wants it."""

    __slots__ = ("apart", "look", "plain", "prefix", "suffix")

    def __init__(self, look: Look | None, prefix: str = "", suffix: str = "") -> None:
        self.look, self.prefix, self.suffix = look, prefix, suffix
        self.plain = not (look or prefix or suffix)
        self.apart = "apart" if prefix[:1] in {",", "."} and look and look[:5] != NO_LOOK[:5] else ""

    @classmethod
    def of(cls, element: Element) -> Dress:
        """From the attributes for font, decoration, alignment, quotes, display and affixes."""
        get = element.attrs.get
        quotes = "on" if get("quotes") == "true" else ""
        look = Look(
            get("font-style", ""), get("font-variant", ""), get("font-weight", ""), get("text-decoration", ""),
            get("vertical-align", ""), quotes, get("display", ""),
        )  # fmt: skip
        return cls(None if look == NO_LOOK else look, get("prefix", ""), get("suffix", ""))

    def wrap_layout(self, node: Node) -> Node:
        """The node between its affixes, all in its look: a layout's affixes are formatted with it."""
        parts: list[Node] = [part for part in (self.prefix, node, self.suffix) if part]
        return Span(parts, self.look)

    def wrap(self, node: Node, role: str = "") -> Node:
        """The node in its look, between its affixes."""
        if self.plain:
            return Span([node], None, role) if role else node
        prefix, suffix, look = self.prefix, self.suffix, self.look
        display = ""
        if look:
            display = look.display
            if display:
                look = look._replace(display="")
                if look == NO_LOOK:
                    look = None
            if look:
                node = Span([node], look)
        if prefix or suffix:
            parts: list[Node] = [prefix, node, suffix]
            node = Span([part for part in parts if part], None, self.apart)
        if display:
            node = Span([node], Look(display=display))
        return Span([node], None, role) if role else node
