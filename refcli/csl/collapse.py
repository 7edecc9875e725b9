"""Rendered cites of a citation -> grouped and collapsed: [1–3], (Doe 2000a, b; Roe 1999).

Source: CSL 1.0.2, "Cite Grouping", "Cite Collapsing".
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from refcli.csl.nodes import Node, Span, find, join, text_of
from refcli.csl.values.richtext import rich

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refcli.csl.context import Cite
    from refcli.csl.style import Area


_HELD, _HELD_END = "\ue000", "\ue001"


@dataclass(slots=True)
class Rendered:
    """A cite and its node; `again` renders it without its names."""

    cite: Cite
    node: Node
    number: int
    again: Callable[[], Node | None]

    @property
    def names(self) -> str:
        """The words of its first names, "" without any."""
        found = next(find(self.node, "names"), None)
        return text_of(found) if found else ""

    @property
    def bare(self) -> bool:
        """Whether nothing but the work itself is cited."""
        return not (self.cite.locator or self.cite.prefix or self.cite.suffix)


def collapsed(cites: list[Rendered], area: Area, *, note: bool = False) -> Node | None:
    """The cites joined, with what the style wants collapsed; `note` for a style of notes."""
    delimiter = area.layout_attrs.get("delimiter", "")
    mode = area.attrs.get("collapse", "")
    if mode == "citation-number":
        return _numbers(cites, delimiter, area.attrs.get("after-collapse-delimiter", delimiter))
    grouping = area.attrs.get("cite-group-delimiter")
    if mode in ("year", "year-suffix", "year-suffix-ranged") or grouping is not None:
        inner = area.attrs.get("cite-group-delimiter", ", " if mode and not note else delimiter)
        return _grouped(cites, area, inner, mode)
    delimiters = [_between(one.cite, two.cite, delimiter) for one, two in pairwise(cites)]
    return _joined([_with_affixes(one.node, one.cite) for one in cites], delimiters)


def _between(one: Cite, two: Cite, delimiter: str) -> str:
    """The delimiter, where no suffix or prefix has punctuation of its own to part the two cites."""
    if two.prefix.lstrip()[:1] in (",", ";", ".", ":") and two.prefix.strip():
        return ""
    return " " if one.suffix.rstrip().endswith(",") else delimiter


def _with_affixes(node: Node, cite: Cite) -> Node:
    prefix, suffix = cite_prefix(cite.prefix), cite_suffix(cite.suffix)
    if not prefix and not suffix:
        return node
    return Span([part for part in (written(prefix), node, written(suffix)) if part])


def written(affix: str) -> Node:
    """A writer's words: quotation marks typed straight become the language's, and punctuation stays where it was put."""
    return _kept(rich(affix.replace("‘", _HELD).replace("’", _HELD_END)))


def _kept(node: Node) -> Node:
    if isinstance(node, str):
        return node.replace(_HELD, "‘").replace(_HELD_END, "’")
    look = node.look._replace(quotes="kept") if node.look and node.look.quotes else node.look
    return node._replace(children=[_kept(child) for child in node.children], look=look)


def cite_prefix(prefix: str) -> str:
    """A space parts a prefix from its cite, unless it has one or ends in an apostrophe."""
    return prefix + " " if prefix and prefix[-1] not in " \u00a0'’([-–—/" else prefix


def cite_suffix(suffix: str) -> str:
    """A space parts a cite from a suffix that begins with a word."""
    return " " + suffix if suffix and (suffix[0].isalnum() or suffix[0] in "'\"“‘«([<") else suffix


def _joined(nodes: Sequence[Node], delimiters: Sequence[str]) -> Node | None:
    """Nodes, each but the first after the delimiter of the one before it."""
    out: list[Node] = []
    for i, node in enumerate(nodes):
        if i:
            out.append(delimiters[i - 1])
        out.append(node)
    return Span(out) if out else None


def _numbers(cites: list[Rendered], delimiter: str, after: str) -> Node | None:
    """Runs of three or more numbers as a range."""
    nodes: list[Node] = []
    delimiters: list[str] = []
    i = 0
    while i < len(cites):
        end = i
        while end + 1 < len(cites) and _next(cites[end], cites[end + 1]):
            end += 1
        if end - i >= 2:
            nodes.append(Span([cites[i].node, "–", cites[end].node]))
            delimiters.append(after)
            i = end + 1
            continue
        nodes.append(_with_affixes(cites[i].node, cites[i].cite))
        delimiters.append(delimiter)
        i += 1
    return _joined(nodes, delimiters)


def _next(one: Rendered, two: Rendered) -> bool:
    return two.number == one.number + 1 and one.bare and two.bare and _numbered(one) and _numbered(two)


def _numbered(one: Rendered) -> bool:
    return next(find(one.node, "citation-number"), None) is not None


def _grouped(cites: list[Rendered], area: Area, inner: str, mode: str) -> Node | None:
    """Cites of the same authors brought together, their names printed once."""
    delimiter = area.layout_attrs.get("delimiter", "")
    after = area.attrs.get("after-collapse-delimiter", delimiter)
    nodes: list[Node] = []
    delimiters: list[str] = []
    for group in _by_names(cites, ordered=bool(area.keys)):
        parts = [_with_affixes(group[0].node, group[0].cite)]
        for one in group[1:]:
            again = one.again() if mode else one.node
            if again is not None:
                parts.append(_with_affixes(again, one.cite))
        if mode.startswith("year-suffix"):
            node = _suffixes(group, parts, area, inner, ranged=mode.endswith("ranged"))
        else:
            located = "after-collapse-delimiter" in area.attrs and any(one.cite.locator for one in group)
            node = join(parts, after if located else inner) or ""
        nodes.append(node)
        delimiters.append(after if mode in ("year", "year-suffix-ranged") or (mode and len(group) > 1) else delimiter)
    return _joined(nodes, delimiters)


def _by_names(cites: list[Rendered], *, ordered: bool) -> list[list[Rendered]]:
    """Cites of the same names: all of them where the style orders its cites, else those that the writer put together."""
    named = [(one.names or f"\0{_year(one) or i}", one) for i, one in enumerate(cites)]
    if not ordered:
        return [[one for _, one in group] for _, group in groupby(named, key=itemgetter(0))]
    groups: dict[str, list[Rendered]] = {}
    for names, one in named:
        groups.setdefault(names, []).append(one)
    return list(groups.values())


def _suffixes(group: list[Rendered], parts: list[Node], area: Area, inner: str, *, ranged: bool) -> Node:
    """Equal years once, their suffixes one after the other or as a range."""
    between = area.attrs.get("cite-group-delimiter", area.layout_attrs.get("delimiter", ""))
    between = area.attrs.get("year-suffix-delimiter", between)
    out: list[Node] = [parts[0]]
    i = 0
    while i < len(group):
        run = i
        while run + 1 < len(group) and _same_year(group[i], group[run + 1]):
            run += 1
        if i:
            out += [inner, parts[i]]
        out += _run(group[i : run + 1], between, ranged=ranged)
        i = run + 1
    return Span(out)


def _run(run: list[Rendered], between: str, *, ranged: bool) -> list[Node]:
    suffixes = [_suffix(one) for one in run]
    out: list[Node] = []
    i = 1
    while i < len(run):
        end = i
        while ranged and end + 1 < len(run) and _follows(suffixes[end], suffixes[end + 1]):
            end += 1
        if ranged and end > i and _follows(suffixes[i - 1], suffixes[i]):
            out += ["–", suffixes[end]]
            i = end + 1
            continue
        out += [between, _with_affixes(suffixes[i], run[i].cite)]
        i += 1
    return out


def _follows(one: str, two: str) -> bool:
    return len(one) == len(two) == 1 and ord(two) == ord(one) + 1


def _suffix(one: Rendered) -> str:
    found = next(find(one.node, "year-suffix"), None)
    return text_of(found) if found else ""


def _same_year(one: Rendered, two: Rendered) -> bool:
    if not _suffix(one) or not _suffix(two) or one.cite.locator or two.cite.locator:
        return False
    first, second = text_of(one.node), text_of(two.node)
    return first.replace(_year(one) + _suffix(one), "") == second.replace(_year(two) + _suffix(two), "") and _year(
        one
    ) == _year(two)


def _year(one: Rendered) -> str:
    found = next(find(one.node, "year"), None)
    return text_of(found) if found else ""


def opens_sentence(prefix: str) -> bool:
    """Whether a cite after this prefix begins a sentence: it has several words and ends in a full stop, or is empty."""
    words = prefix.split()
    return not words or (len(words) > 1 and words[-1].endswith((".", "!", "?", ".”", ".’", '."')))
