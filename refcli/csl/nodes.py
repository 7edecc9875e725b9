"""What rendering makes: strings, and spans of strings that look or mean something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Look(NamedTuple):
    """How a span is to be shown; an empty field changes nothing. `quotes` is "on", "kept" (punctuation stays
    outside), or the curly mark that was typed, which stays unless it is the language's own."""

    style: str = ""
    variant: str = ""
    weight: str = ""
    decoration: str = ""
    align: str = ""
    quotes: str = ""
    display: str = ""
    href: str = ""
    plain: bool = False
    rich: bool = False
    """Markup of a field, which flips inside its like; a style's own look does not."""


class Span(NamedTuple):
    """Nodes that belong together: their look, and the role they play ("names", "year", "nocase" ...)."""

    children: Sequence[Node]
    look: Look | None = None
    role: str = ""


Node: TypeAlias = "str | Span"

NO_LOOK = Look()
QUOTED = Look(quotes="on")


def text_of(node: Node | None) -> str:
    """All words of a node, without looks and quotation marks."""
    if node is None:
        return ""
    if isinstance(node, str):
        return node
    return "".join(text_of(child) for child in node.children)


def has_words(node: Node | None) -> bool:
    """Whether a node has any text at all."""
    if node is None or isinstance(node, str):
        return bool(node)
    for child in node.children:  # noqa: SIM110 - called for every node
        if has_words(child):
            return True
    return False


def join(nodes: Sequence[Node], delimiter: str) -> Node | None:
    """Nodes with a delimiter between; None for no nodes, the node itself for one."""
    if not nodes:
        return None
    if len(nodes) == 1:
        return nodes[0]
    if not delimiter:
        return Span(nodes)
    joined: list[Node] = []
    for node in nodes:
        joined += (delimiter, node)
    return Span(joined[1:])


def find(node: Node, role: str) -> Iterator[Span]:
    """The outermost spans of a role, in order."""
    if isinstance(node, str):
        return
    if node.role == role:
        yield node
        return
    for child in node.children:
        yield from find(child, role)


def replace(node: Node, role: str, new: Sequence[Node | None]) -> Node:
    """The node with its first spans of a role replaced, one by one; None removes a span's content."""
    return _replace(node, role, list(new))


def _replace(node: Node, role: str, new: list[Node | None]) -> Node:
    if isinstance(node, str) or not new:
        return node
    if node.role == role:
        return new.pop(0) or ""
    return node._replace(children=[_replace(child, role, new) for child in node.children])
