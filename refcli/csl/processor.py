"""Style + references + citations -> rendered citations and bibliography.

Nothing is kept between calls but what the references alone decide: numbers, sort order, disambiguation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from refcli.csl.bibliography import entry_node, substitute_authors
from refcli.csl.collapse import Rendered, collapsed, opens_sentence
from refcli.csl.collation import collation_key
from refcli.csl.context import NO_HINTS, SUBSEQUENT, Cite, Context, Hints
from refcli.csl.disambiguate import Disambiguator
from refcli.csl.disambiguate import Rendered as Trial
from refcli.csl.item import Item
from refcli.csl.narrative import author_of, in_words
from refcli.csl.nodes import Node, find, text_of
from refcli.csl.outputs import Output, render
from refcli.csl.positions import Cluster, Place, places
from refcli.csl.sorting import arranged
from refcli.csl.values.locators import split_locator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from refcli.csl.locale import LocaleLoader
    from refcli.csl.section import Section
    from refcli.csl.style import Area, Style
    from refcli.model import Names, Reference

NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """One rendered entry."""

    id: str
    node: Node


@dataclass(frozen=True, slots=True)
class Citation:
    """One rendered citation: what stands in the brackets or the note, and the author before it in the running text."""

    node: Node
    unknown: tuple[str, ...] = ()
    prose: Node = ""


class Processor:
    """Renders one set of references in one style.

    All `references` count as works of the bibliography: they are numbered, sorted and told apart from one another.
    `lang` overrides the style's own language.
    """

    def __init__(
        self, style: Style, references: Sequence[Reference], locales: LocaleLoader, *, lang: str | None = None
    ) -> None:
        self.style = style
        self.locale = style.locale(lang or "", locales)
        self.items = {ref.id: Item(ref, style.recognises) for ref in references}

    def render(self, node: Node | None, output: Output) -> str:
        """A node in an output format, with the quotation marks of the language."""
        return render(node, output, self.locale.quotes)

    def bibliography(
        self, ids: Sequence[str] | None = None, section: Section | None = None
    ) -> tuple[BibliographyEntry, ...]:
        """The entries in order: of all references, of those with these ids, of those in a section.

        A work for which the style prints nothing has no entry; a style without a bibliography has none at all.
        """
        area = self.style.bibliography
        if area is None:
            return ()
        wanted = None if ids is None else set(ids)
        order = [key for key in self.order if wanted is None or key in wanted]
        if section is not None:
            order = [key for key in order if section.takes(self.items[key].ref)]
        shown = substitute_authors([self._entry(area, key) for key in order], area)
        return tuple(BibliographyEntry(key, node) for key, node in zip(order, shown, strict=True) if node is not None)

    def _entry(self, area: Area, key: str) -> tuple[Node | None, Names]:
        ctx = self.context(area, key)
        node = entry_node(area, ctx)
        return node, ctx.lists[0].names if ctx.lists else ()

    def cite(self, clusters: Sequence[Cluster]) -> tuple[Citation, ...]:
        """The citations of a document, in its order. A work that is not among the references is named in `unknown`."""
        clusters = [self.sorted_cluster(Cluster(tuple(map(_labelled, one.cites)), one.note)) for one in clusters]
        distance = self.style.citation.number("near-note-distance", 5)
        return tuple(
            self.citation(cluster, row) for cluster, row in zip(clusters, places(clusters, distance), strict=True)
        )

    def citation(self, cluster: Cluster, row: Sequence[Place]) -> Citation:
        """One citation whose places are known."""
        known = [(cite, place) for cite, place in zip(cluster.cites, row, strict=True) if cite.id in self.items]
        unknown = tuple(cite.id for cite in cluster.cites if cite.id not in self.items)
        if not known or not known[0][0].narrative:
            return Citation(self._cited(known), unknown)
        cite, place = known[0]
        prose = self.rendered(replace(cite, author_only=True, prefix="", suffix=""), place, opening=True).node
        rest = [(replace(cite, suppress_author=not self.style.note), place), *known[1:]]
        return Citation(self._cited(rest), unknown, in_words(prose, self.locale.term("and") or "and"))

    def _cited(self, known: Sequence[tuple[Cite, Place]]) -> Node:
        area = self.style.citation
        rendered = [self.rendered(cite, place, opening=i == 0) for i, (cite, place) in enumerate(known)]
        node = collapsed([one for one in rendered if one.node], area, note=self.style.note)
        if node is None or not text_of(node).strip():
            return NO_FORM if known else ""
        return node if any(cite.author_only for cite, _ in known) else area.dress.wrap_layout(node)

    def rendered(self, cite: Cite, place: Place, *, opening: bool) -> Rendered:
        """One cite."""
        opens = opens_sentence(cite.prefix) if cite.prefix else opening
        node = self.cite_node(cite, place, printed=not (opens and self.style.note))
        if cite.author_only:
            node = author_of(node, self.context(self.style.citation, cite.id))
        number = self.numbers.get(cite.id, 0)
        return Rendered(cite, node or "", number, lambda: self.cite_node(cite, place, nameless=True))

    def cite_node(self, cite: Cite, place: Place, *, nameless: bool = False, printed: bool = True) -> Node | None:
        ctx = self.context(self.style.citation, cite.id)
        ctx.cite, ctx.position, ctx.near, ctx.first_note = cite, place.position, place.near, place.first_note
        ctx.nameless, ctx.printed = nameless or cite.suppress_author, printed
        node = ctx.area.layout.render(ctx)
        return node if node is not None and text_of(node).strip() else None

    def context(self, area: Area, key: str) -> Context:
        """A fresh context for an item, with all that the references decide."""
        ctx = Context(self.style, self.locale, area, self.items[key])
        ctx.hints = self.hints.get(key, NO_HINTS)
        ctx.citation_number = self.numbers[key]
        return ctx

    @cached_property
    def order(self) -> list[str]:
        """The ids in the order of the bibliography."""
        area = self.style.bibliography
        keys = list(self.items)
        if area is None or not area.keys:
            return keys
        return arranged(keys, area.keys, lambda key: self._entered(area, key))

    def _entered(self, area: Area, key: str) -> Context:
        """A context before numbers are known: they follow the order of entry."""
        ctx = Context(self.style, self.locale, area, self.items[key])
        ctx.hints = self._name_hints.get(key, NO_HINTS)
        ctx.citation_number = self._entry_order[key]
        return ctx

    @cached_property
    def _entry_order(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.items, start=1)}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Citation numbers: places in the bibliography."""
        return {key: number for number, key in enumerate(self.order, start=1)}

    @cached_property
    def hints(self) -> dict[str, Hints]:
        """What tells items apart that would be cited alike."""
        return self._disambiguator(self.order, self.numbers).hints()

    @cached_property
    def _name_hints(self) -> dict[str, Hints]:
        """The part of the hints that the order of the bibliography follows."""
        return self._disambiguator(list(self.items), self._entry_order).name_hints()

    def _disambiguator(self, order: Sequence[str], numbers: Mapping[str, int]) -> Disambiguator:
        seen: dict[tuple[str, str], Trial] = {}

        def render(key: str, hints: Hints) -> Trial:
            signature = (key, repr(hints))
            if signature not in seen:
                seen[signature] = self._trial(key, hints, numbers[key])
            return seen[signature]

        return Disambiguator(self.style.citation, render, order, self.style.conditions)

    def _trial(self, key: str, hints: Hints, number: int) -> Trial:
        ctx = Context(self.style, self.locale, self.style.citation, self.items[key])
        ctx.hints, ctx.citation_number, ctx.cite = hints, number, Cite(key)
        ctx.position, ctx.near, ctx.trial = SUBSEQUENT, True, True
        node = ctx.area.layout.render(ctx)
        return text_of(node), ctx.lists

    def sorted_cluster(self, cluster: Cluster) -> Cluster:
        """The cluster with its cites in the style's order."""
        area = self.style.citation
        if not area.keys or len(cluster.cites) < 2:
            return cluster
        known: dict[str, list[Cite]] = {cite.id: [] for cite in cluster.cites if cite.id in self.items}
        unknown = [cite for cite in cluster.cites if cite.id not in self.items]
        for cite in cluster.cites:
            if cite.id in known:
                known[cite.id].append(cite)
        ids = list(known)
        order = arranged(ids, area.keys, lambda key: self.context(area, key))
        if area.groups and not self.style.note:
            order = self._by_author(order, known)
        return Cluster((*(cite for key in order for cite in known[key]), *unknown), cluster.note)

    def _by_author(self, ids: Sequence[str], cites: Mapping[str, Sequence[Cite]]) -> list[str]:
        """Cites of the same names together, the groups in the order of the first cite of each."""
        area = self.style.citation
        groups: dict[tuple[bool, str], list[str]] = {}
        for key in ids:
            groups.setdefault(self._authors(cites[key][0]), []).append(key)
        heads = {group[0]: group for _, group in sorted(groups.items(), key=lambda item: item[0])}
        order = arranged(list(heads), area.keys[:1], lambda key: self.context(area, key))
        return [key for head in order for key in heads[head]]

    def _authors(self, cite: Cite) -> tuple[bool, str]:
        """What the names of a cite sort by; cites without names come last."""
        node = self.cite_node(cite, Place())
        names = next(find(node, "names"), None) if node is not None else None
        return names is None, collation_key(text_of(names), self.locale.lang)


def _labelled(cite: Cite) -> Cite:
    """The cite with the label that its locator states itself."""
    locator, label = split_locator(cite.locator, cite.label)
    return cite if label == cite.label else replace(cite, locator=locator, label=label)
