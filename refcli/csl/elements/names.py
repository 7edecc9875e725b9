"""cs:names -> lists of names with et al., labels and substitutes.

Source: CSL 1.0.2, "Names", "Et-al Abbreviation", "Substitute".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.context import SUBSEQUENT, ShownNames
from refcli.csl.dress import Dress
from refcli.csl.elements.namestyle import NameStyle, name_style
from refcli.csl.elements.person import person
from refcli.csl.elements.text import Finish
from refcli.csl.nodes import Node, Span, join, text_of
from refcli.csl.xml import Element

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.elements.base import Renderer
    from refcli.csl.style import Style
    from refcli.model import Name, Names

_HEBREW_AND = "ו"
"""Hebrew writes its "and" as one word with the next."""
_ET_AL = Element("et-al", {}, 0)


class NamesLabel:
    """cs:label in cs:names."""

    __slots__ = ("finish", "form", "plural")

    def __init__(self, element: Element) -> None:
        self.form, self.plural = element.get("form", "long"), element.get("plural", "contextual")
        self.finish = Finish(element)

    def words(self, role: str, count: int, ctx: Context) -> Node | None:
        plural = self.plural == "always" or (self.plural != "never" and count > 1)
        term = ctx.locale.term(role, self.form, plural=plural)
        return self.finish.of(term, ctx) if term else None


class NamesElement:
    """cs:names."""

    __slots__ = ("element", "et_al", "finish", "label", "label_first", "name", "styles", "substitutes", "variables")

    def __init__(self, element: Element, style: Style) -> None:
        self.element = element
        self.variables = element.get("variable").split()
        self.finish = Finish(element)
        tags = [child.tag for child in element.children]
        label = element.child("label")
        self.name: Element | None = element.child("name")
        self.et_al: Element = element.child("et-al") or _ET_AL
        self.label: NamesLabel | None = NamesLabel(label) if label else None
        self.label_first = bool(label) and "name" in tags and tags.index("label") < tags.index("name")
        self.styles: dict[tuple[str, ...], NameStyle] = {}
        substitute = element.child("substitute")
        children = substitute.children if substitute else ()
        self.substitutes = tuple(style.compile(_inheriting(child, element)) for child in children)

    def name_style(self, ctx: Context) -> NameStyle:
        """The options, worked out once for citation, bibliography and each kind of sort key."""
        sort = ctx.sorting
        key = (ctx.area.name, *([f"{k}={v}" for k, v in sort.items()] + ["sort"] if sort is not None else []))
        found = self.styles.get(key)
        if found is None:
            found = self.styles[key] = name_style(ctx.area.attrs, self.element, self.name, sort)
        return found

    def render(self, ctx: Context) -> Node | None:
        """The names, or the first substitute that prints."""
        groups = self.groups(ctx)
        if groups and ctx.nameless:
            ctx.nameless = False
            return None
        if not groups:
            return self.substitute(ctx)
        style = self.name_style(ctx)
        if style.form == "count":
            return _counted(groups, style, ctx)
        nodes = [node for role, names in groups if (node := self.labelled(role, names, style, ctx)) is not None]
        node = join(nodes, style.names_delimiter)
        return None if node is None else self.finish.of(node, ctx, "names")

    def groups(self, ctx: Context) -> list[tuple[str, Names]]:
        """Role and names of each variable that has any; editors who are the translators too appear once."""
        groups = []
        for variable in self.variables:
            names = () if variable in ctx.suppressed else ctx.item.names.get(variable, ())
            ctx.see(variable, found=bool(names))
            if names:
                groups.append((variable, names))
        if (
            len(groups) == 2
            and {groups[0][0], groups[1][0]} == {"editor", "translator"}
            and groups[0][1] == groups[1][1]
        ):
            role = "editortranslator" if ctx.locale.lookup("editortranslator") else "editor-translator"
            if ctx.locale.term(role):
                return [(role, groups[0][1])]
        return groups

    def substitute(self, ctx: Context) -> Node | None:
        """The first substitute that prints; what it used is not printed again in this entry."""
        nameless, before = ctx.nameless, ctx.suppressed
        for child in self.substitutes:
            outer, ctx.trace = ctx.trace, []
            said, ctx.said = ctx.said, False
            node = child.render(ctx)
            said, ctx.said = ctx.said, said or ctx.said
            used, ctx.trace = ctx.trace, outer
            if outer is not None:
                outer += used
            if node is None or ctx.sorting is not None:
                ctx.suppressed = before
            if (nameless and not ctx.nameless) or (node is None and said):
                return None
            if node is not None:
                if ctx.sorting is None:
                    ctx.suppressed = ctx.suppressed | set(used)
                if isinstance(child, NamesElement):
                    return self.finish.of(node, ctx, "names")
                return Span([node], None, "names") if used else node
        return None

    def labelled(self, role: str, names: Names, style: NameStyle, ctx: Context) -> Node | None:
        joined = self.joined(names, style, ctx)
        if not joined:
            return None
        node: Node = Span([joined], None, "namelist")
        label = self.label.words(role, len(names), ctx) if self.label and ctx.sorting is None else None
        if label is None:
            return node
        return Span([label, node] if self.label_first else [node, label])

    def joined(self, names: Names, style: NameStyle, ctx: Context) -> Node:
        """The names of one variable, cut and joined."""
        index = len(ctx.lists)
        others = any(name.others for name in names)
        names = tuple(name for name in names if not name.others)
        shown = min(shown_count(len(names), style, ctx) + ctx.hints.add_names.get(index, 0), len(names))
        ctx.lists.append(ShownNames(names, shown, style))
        given = ctx.hints.given
        nodes = [
            _named(name, style, ctx, inverted=_inverted(i, style), level=given.get((index, i), 0) if given else 0)
            for i, name in enumerate(names[:shown])
        ]
        if shown == len(names) and not others:
            return _with_and(nodes, names, style, ctx)
        if style.et_al_use_last and len(names) - shown >= 2:
            last = _named(names[-1], style, ctx, inverted=style.sort_order == "all")
            return Span([_plain_join(nodes, style.delimiter), style.delimiter, "… ", last])
        return self.with_et_al(nodes, style, ctx)

    def with_et_al(self, nodes: list[Node], style: NameStyle, ctx: Context) -> Node:
        words = ctx.locale.term(self.et_al.get("term", "et-al"))
        joined = _plain_join(nodes, style.delimiter)
        if not words or not nodes or ctx.sorting is not None:
            return joined
        rule = style.before_et_al
        inverted = _inverted(len(nodes) - 1, style)
        delimited = (
            rule == "always"
            or (rule == "contextual" and len(nodes) > 1)
            or (rule == "after-inverted-name" and inverted)
        )
        et_al = Finish(self.et_al).of(words, ctx) or ""
        gap = style.delimiter if delimited else "" if _closes_up(text_of(et_al)) else " "
        return style.dress.wrap(Span([joined, gap, et_al]))


def _counted(groups: list[tuple[str, Names]], style: NameStyle, ctx: Context) -> str:
    """How many names would be printed: for sorting, with zeros in front."""
    total = sum(shown_count(len(names), style, ctx) for _, names in groups)
    return f"{total:06d}" if ctx.sorting is not None else str(total)


def _named(name: Name, style: NameStyle, ctx: Context, *, inverted: bool, level: int = 0) -> Node:
    """A name in the look of cs:name; its affixes are for the names of persons."""
    node = person(name, style, ctx, inverted=inverted, level=level)
    dress = style.dress if name.family else Dress(style.dress.look)
    return dress.wrap(node, "name")


def _closes_up(words: str) -> bool:
    """Whether words stand without a space: they bring one, or are written in a script that has none."""
    return words[:1] in " ," or words[:1] >= "\u2e80"


def _inheriting(child: Element, outer: Element) -> Element:
    """A substitute whose names elements have what they lack from the names element around them."""
    if child.tag == "names":
        tags = {one.tag for one in child.children}
        bare = not tags & {"name", "label", "et-al"}
        wanted = {"name", "label", "et-al"} if bare else {"name", "et-al"} - tags
        lent = [one for one in outer.children if one.tag in wanted]
        return Element("names", child.attrs, child.line, [*lent, *child.children])
    if child.tag in ("choose", "if", "else-if", "else", "group"):
        return Element(child.tag, child.attrs, child.line, [_inheriting(one, outer) for one in child.children])
    return child


def shown_count(count: int, style: NameStyle, ctx: Context) -> int:
    """How many of that many names are printed."""
    least, first = style.et_al_min, style.et_al_use_first
    if ctx.position >= SUBSEQUENT and ctx.area.name == "citation":
        least = style.subsequent_min or least
        first = style.subsequent_use_first if style.subsequent_use_first >= 0 else first
    return first if least and first >= 0 and count >= least and first < count else count


def _inverted(index: int, style: NameStyle) -> bool:
    return style.sort_order == "all" or (style.sort_order == "first" and index == 0)


def _plain_join(nodes: list[Node], delimiter: str) -> Node:
    return join(nodes, delimiter) or ""


def _with_and(nodes: list[Node], names: Names, style: NameStyle, ctx: Context) -> Node:
    if len(nodes) < 2 or not style.and_ or ctx.sorting is not None:
        return _plain_join(nodes, style.delimiter)
    word = "&" if style.and_ == "symbol" else ctx.locale.term("and") or "and"
    rule = style.before_last
    inverted = _inverted(len(nodes) - 2, style) and bool(names[len(nodes) - 2].family)
    delimited = (
        rule == "always" or (rule == "contextual" and len(nodes) > 2) or (rule == "after-inverted-name" and inverted)
    )
    gap = style.delimiter if delimited else " "
    if gap[-1:] not in (" ", "\u00a0"):
        gap += " "
    if not word[-1:].isspace() and word != _HEBREW_AND:
        word += " "
    return Span([_plain_join(nodes[:-1], style.delimiter), gap, word, nodes[-1]])


def compile_names(element: Element, style: Style) -> Renderer:
    """cs:names."""
    return NamesElement(element, style)
