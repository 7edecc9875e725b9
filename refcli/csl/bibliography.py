"""One item -> its bibliography entry; entries -> entries with repeated authors substituted.

Source: CSL 1.0.2, "Bibliography-specific Options" (second-field-align, subsequent-author-substitute), "Display".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.dress import Dress
from refcli.csl.nodes import Look, Node, Span, find, replace, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refcli.csl.context import Context
    from refcli.csl.style import Area
    from refcli.model import Names

    Entry = tuple[Node | None, Names]
    """An entry and the people whom its first names stand for."""


def entry_node(area: Area, ctx: Context) -> Node | None:
    """The entry with the affixes of its layout; None when it has no words."""
    nodes = area.layout.nodes(ctx)
    node: Node = nodes[0] if len(nodes) == 1 else Span(nodes)
    if not text_of(node).strip():
        return None
    if area.attrs.get("second-field-align") and len(nodes) > 1 and not _displayed(node):
        node = Span([Span(nodes[:1], Look(display="left-margin")), Span(nodes[1:], Look(display="right-inline"))])
    dress = area.dress
    if _displayed(node):
        node = _append(_prepend(node, dress.prefix), dress.suffix)
        dress = Dress(dress.look)
    return dress.wrap_layout(node)


def _displayed(node: Node) -> bool:
    if isinstance(node, str):
        return False
    return bool(node.look and node.look.display) or any(_displayed(child) for child in node.children)


def _prepend(node: Node, prefix: str) -> Node:
    """The prefix inside the first block."""
    if not prefix:
        return node
    if isinstance(node, str) or not node.children:
        return Span([prefix, node])
    if node.look and node.look.display:
        return node._replace(children=[prefix, *node.children])
    return node._replace(children=[_prepend(node.children[0], prefix), *node.children[1:]])


def _append(node: Node, suffix: str) -> Node:
    """The suffix inside the last block."""
    if not suffix:
        return node
    if isinstance(node, str) or not node.children:
        return Span([node, suffix])
    if node.look and node.look.display:
        return node._replace(children=[*node.children, suffix])
    return node._replace(children=[*node.children[:-1], _append(node.children[-1], suffix)])


def substitute_authors(entries: Sequence[Entry], area: Area) -> list[Node | None]:
    """Names, or a title in their place, that repeat those of the entry before give way to the substitute."""
    substitute = area.attrs.get("subsequent-author-substitute")
    if substitute is None:
        return [node for node, _ in entries]
    rule = area.attrs.get("subsequent-author-substitute-rule", "complete-all")
    out: list[Node | None] = []
    before: list[object] = []
    for node, people in entries:
        first = next(find(node, "names"), None) if node is not None else None
        words = [text_of(name) for name in find(first, "name")] if first is not None else []
        names: list[object] = (
            list(zip(words, map(str, people), strict=False)) if words else [text_of(first)] if first else []
        )
        out.append(_substituted(node, names, before, rule, substitute) if node is not None and names else node)
        before = names
    return out


def _substituted(node: Node, names: list[object], before: list[object], rule: str, substitute: str) -> Node:
    same = 0
    while same < min(len(names), len(before)) and names[same] == before[same]:
        same += 1
    if not same or (rule.startswith("complete") and names != before):
        return node
    if rule == "complete-all" or next(find(node, "name"), None) is None:
        return _first_names(node, lambda first: _all(first, substitute))
    count = 1 if rule == "partial-first" else same
    return _first_names(node, lambda first: replace(first, "name", [substitute] * count))


def _first_names(node: Node, change: Callable[[Span], Node]) -> Node:
    first = next(find(node, "names"), None)
    if first is None:
        return node
    return replace(node, "names", [change(first)])


def _all(first: Span, substitute: str) -> Node:
    """The whole list of names becomes the substitute; a label stays."""
    if next(find(first, "namelist"), None) is None:
        return substitute
    return replace(first, "namelist", [substitute])
