"""Element -> renderer, by tag. A renderer has one method, `render(context)`, which returns a node or None for nothing.

Each kind of element is a module of this package; `COMPILERS` names them all. While it renders, an element tells the context which
variables it asked for and whether they had a value; a group looks at that when its children are done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from refcli.csl.errors import StyleError
from refcli.csl.nodes import Node, Span

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.style import Style
    from refcli.csl.xml import Element


class Renderer(Protocol):
    """A compiled element."""

    def render(self, ctx: Context) -> Node | None:
        """What the element makes of the item in the context; None for nothing."""
        ...


class Sequence:
    """Renderers one after the other."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Renderer, ...]) -> None:
        self.parts = parts

    def render(self, ctx: Context) -> Node | None:
        """Their nodes in one span."""
        nodes = self.nodes(ctx)
        if not nodes:
            return None
        return nodes[0] if len(nodes) == 1 else Span(nodes)


    def nodes(self, ctx: Context) -> list[Node]:
        """Their nodes one by one; what is in a `cs:choose` counts as if it stood in its place."""
        out: list[Node] = []
        for part in self.parts:
            if isinstance(part, Choose):
                out += part.nodes(ctx)
            else:
                node = part.render(ctx)
                if node is not None:
                    out.append(node)
        return out


def compile_element(element: Element, style: Style) -> Renderer:
    """The renderer of an element. Raises StyleError for an element that renders nothing where it stands."""
    compiler = COMPILERS.get(element.tag)
    if compiler is None:
        raise StyleError(f"<{element.tag}> cannot stand here", element.line)
    return compiler(element, style)


def compile_children(element: Element, style: Style) -> Sequence:
    """The renderer of all children of an element."""
    return Sequence(tuple(compile_element(child, style) for child in element.children))


from refcli.csl.elements.choose import Choose, compile_choose  # noqa: E402
from refcli.csl.elements.date import compile_date  # noqa: E402
from refcli.csl.elements.group import compile_group  # noqa: E402
from refcli.csl.elements.label import compile_label  # noqa: E402
from refcli.csl.elements.names import compile_names  # noqa: E402
from refcli.csl.elements.number import compile_number  # noqa: E402
from refcli.csl.elements.text import compile_text  # noqa: E402

COMPILERS: dict[str, Callable[[Element, Style], Renderer]] = {
    "text": compile_text,
    "number": compile_number,
    "date": compile_date,
    "names": compile_names,
    "label": compile_label,
    "group": compile_group,
    "choose": compile_choose,
}
