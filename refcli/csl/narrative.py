"""A cite in running prose -> the words for its author, outside the citation: "McDermott" in "McDermott (2004)".

Source: the `author-only` and `composite` cites of citation processors; CSL 1.0.2 itself has no words for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.nodes import Node, find, text_of
from refcli.csl.xml import parse

if TYPE_CHECKING:
    from refcli.csl.context import Context

_PLAIN = """<group><names variable="author"><name form="short" and="text"/><et-al/><substitute>
<names variable="editor"/><text variable="title" form="short"/></substitute></names></group>"""


def in_words(prose: Node, and_: str) -> Node:
    """The names as prose has them: "and" where the citation prints an ampersand."""
    if isinstance(prose, str):
        return prose if prose.strip() != "&" else prose.replace("&", and_)
    return prose._replace(children=[in_words(child, and_) for child in prose.children])


def author_of(rendered: Node | None, ctx: Context) -> Node | None:
    """The author as the cite has it; as any reader would write it where the cite has none (numbers, notes with ibid.).

    None for a work that is cited by its title: the citation says it.
    """
    names = next(find(rendered, "names"), None) if rendered is not None else None
    if names is not None and text_of(names).strip():
        return names
    plain = ctx.style.compile(parse(_PLAIN)).render(ctx)
    return None if text_of(plain) in text_of(rendered) else plain
