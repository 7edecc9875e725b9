"""What every element fits: a renderer; renderers in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from refcli.csl.nodes import Node, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from refcli.csl.context import Context


class Renderer(Protocol):
    """A compiled element."""

    def render(self, ctx: Context) -> Node | None:
        """What the element makes of the item in the context; None for nothing."""
        ...


class Transparent:
    """An element whose children count as if they stood in its place: the group around joins them (`cs:choose`)."""

    __slots__ = ()

    def nodes(self, ctx: Context) -> list[Node]:
        """The nodes of its children."""
        raise NotImplementedError

    def render(self, ctx: Context) -> Node | None:
        """The nodes of its children as one."""
        nodes = self.nodes(ctx)
        if not nodes:
            return None
        return nodes[0] if len(nodes) == 1 else Span(nodes)


class Sequence(Transparent):
    """Renderers one after the other."""

    __slots__ = ("steps",)

    def __init__(self, parts: tuple[Renderer, ...]) -> None:
        self.steps = tuple(_step(part) for part in parts)

    def nodes(self, ctx: Context) -> list[Node]:
        """Their nodes one by one."""
        out: list[Node] = []
        for many, one in self.steps:
            if one is None:
                out += many(ctx)
            elif (node := one(ctx)) is not None:
                out.append(node)
        return out


def _step(part: Renderer) -> tuple[Callable[[Context], list[Node]], Callable[[Context], Node | None] | None]:
    """How to have the nodes of a part: one after the other, or at most one. Looked up once, for it is done often."""
    return (part.nodes, None) if isinstance(part, Transparent) else (_none, part.render)


def _none(_ctx: Context) -> list[Node]:
    return []


def grouped(body: Transparent, ctx: Context) -> list[Node]:
    """The nodes of a group or macro, none of them when every variable that it asked for is empty.

    One walk: what the children asked for decides afterwards whether their nodes stand. What stood counts as a variable
    found for the group around.
    """
    asked, found, said, printed = ctx.asked, ctx.found, ctx.said, ctx.printed
    ctx.asked = ctx.found = ctx.said = False
    nodes = body.nodes(ctx)
    stands = ctx.found or (ctx.said and not ctx.asked)
    ctx.asked = asked or ctx.asked
    ctx.found = found or (stands and bool(nodes))
    ctx.said = said
    if not stands:
        ctx.printed = printed
        return []
    if nodes and isinstance(nodes[0], Span) and nodes[0].role == "apart":
        nodes[0] = nodes[0]._replace(role="")
    return nodes
