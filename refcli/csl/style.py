"""Style XML -> compiled style.

Macros are compiled when they are first called, so that a large style costs what it uses.

Source: CSL 1.0.2, "Structure of a style", "Style Structure".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from refcli.csl.dress import Dress
from refcli.csl.elements import COMPILERS
from refcli.csl.elements.base import Renderer, Sequence
from refcli.csl.errors import StyleError
from refcli.csl.locale import Locale, LocaleLoader
from refcli.csl.xml import Element, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from refcli.csl.kinds import Kind

_KNOWN = frozenset(
    """style info title title-short id link author contributor category issn eissn issnl published updated summary
    rights name email uri locale terms term single multiple style-options date date-part macro citation bibliography
    layout sort key text number names name-part et-al label substitute group choose if else-if else institution
    institution-part translator intext""".split()  # noqa: SIM905
)
_HREF = "href"


@dataclass(frozen=True, slots=True)
class SortKey:
    """One `cs:key`: a variable or a macro, the direction, and how many names it shows."""

    variable: str
    macro: Renderer | None
    descending: bool
    names: dict[str, str]


@dataclass
class Area:
    """`cs:citation` or `cs:bibliography`: options, sort keys, layout."""

    name: str
    attrs: dict[str, str]
    """Its options over those of `cs:style`."""
    layout: Sequence
    layout_attrs: dict[str, str]
    dress: Dress
    keys: tuple[SortKey, ...]
    cache: dict[int, object] = field(default_factory=dict)

    def number(self, name: str, default: int = 0) -> int:
        """An option that is a number."""
        value = self.attrs.get(name, "")
        return int(value) if value.isdecimal() else default

    @property
    def groups(self) -> bool:
        """Whether cites of the same names are brought together."""
        return bool(self.attrs.get("collapse") or self.attrs.get("cite-group-delimiter"))

    def is_true(self, name: str) -> bool:
        """Whether an option is "true"."""
        return self.attrs.get(name) == "true"


class Style:
    """A compiled style."""

    def __init__(self, root: Element, lang: str, recognises: tuple[Kind, ...] = ()) -> None:
        self.root, self.lang = root, lang
        self.options = root.attrs
        self.recognises = recognises
        """Kinds of source that it treats in its own way, in order: the first that holds counts."""
        self.particle_space = "\u00a0" if lang[:2] in ("cs", "fr", "ru") else " "
        """What keeps a particle with its family name: these languages do not break a line there."""
        self.note = root.get("class") == "note"
        self.own_locales = [child for child in root.children if child.tag == "locale"]
        self._raw = {child.get("name"): child for child in root.children if child.tag == "macro"}
        self._macros: dict[str, Sequence] = {}

    @classmethod
    def from_xml(cls, xml: bytes | str, *, parent: Callable[[str], bytes | None] | None = None) -> Style:
        """Compile a style. A dependent one is resolved through `parent`, which is given the independent style's id.

        Raises StyleError, with the line, for a style that cannot be used.
        """
        root = parse(xml)
        lang = root.get("default-locale")
        if root.tag == "style" and not root.child("citation"):
            root = _parent_of(root, parent)
            lang = lang or root.get("default-locale")
        _check(root)
        return cls(root, lang)

    @classmethod
    def from_root(cls, root: Element, lang: str, recognises: tuple[Kind, ...] = ()) -> Style:
        """A style from its elements. Raises StyleError as `from_xml` does."""
        _check(root)
        return cls(root, lang, recognises)

    def compile(self, element: Element) -> Renderer:
        """The renderer of an element. Raises StyleError for an element that renders nothing where it stands."""
        compiler = COMPILERS.get(element.tag)
        if compiler is None:
            raise StyleError(f"<{element.tag}> cannot stand here", element.line)
        return compiler(element, self)

    def children(self, element: Element) -> Sequence:
        """The renderer of all children of an element."""
        return Sequence(tuple(self.compile(child) for child in element.children))

    def macro(self, name: str) -> Sequence:
        """A macro by name; `from_xml` has made sure that it exists."""
        found = self._macros.get(name)
        if found is None:
            found = self._macros[name] = self.children(self._raw[name])
        return found

    @cached_property
    def citation(self) -> Area:
        """How citations look."""
        area = self._area("citation")
        assert area is not None, "checked by from_xml"
        return area

    @cached_property
    def bibliography(self) -> Area | None:
        """How the bibliography looks; None for a style that has none."""
        return self._area("bibliography")

    def _area(self, name: str) -> Area | None:
        element = self.root.child(name)
        if element is None:
            return None
        layout = element.child("layout")
        assert layout is not None, "checked by from_xml"
        sort = element.child("sort")
        keys = tuple(self._key(key) for key in sort.children if key.tag == "key") if sort else ()
        attrs = {**self.root.attrs, **element.attrs}
        return Area(name, attrs, self.children(layout), layout.attrs, Dress.of(layout), keys)

    def _key(self, key: Element) -> SortKey:
        macro = key.get("macro")
        names = {attr: key.get(name) for name, attr in _NAMES_KEYS if key.get(name)}
        return SortKey(
            key.get("variable"), self.macro(macro) if macro else None, key.get("sort") == "descending", names
        )

    @cached_property
    def prints_year_suffix(self) -> bool:
        """Whether the style says itself where the year suffix goes."""
        return any(
            element.get("variable") in ("year-suffix", "citation-label")
            for element in self.root.walk()
            if element.tag == "text"
        )

    @cached_property
    def conditions(self) -> int:
        """How many `disambiguate` conditions stand in it."""
        return sum("disambiguate" in element.attrs for element in self.root.walk())

    def locale(self, lang: str, load: LocaleLoader) -> Locale:
        """The locale of a language with the style's own terms in it."""
        return Locale.load(lang or self.lang, load, self.own_locales)


_NAMES_KEYS = (
    ("names-min", "et-al-min"), ("names-use-first", "et-al-use-first"), ("names-use-last", "et-al-use-last"),
)  # fmt: skip


def _parent_of(root: Element, parent: Callable[[str], bytes | None] | None) -> Element:
    """The root of the independent style that a dependent one points to."""
    info = root.child("info")
    links = [link for link in info.children if link.get("rel") == "independent-parent"] if info else []
    if not links:
        raise StyleError("a style needs a citation element, or a link to its independent parent", root.line)
    href = links[0].get(_HREF)
    xml = parent(href.rstrip("/").rpartition("/")[2]) if parent else None
    if xml is None:
        raise StyleError(f"the style it depends on, {href}, is not at hand", links[0].line)
    found = parse(xml)
    if found.tag == "style" and not found.child("citation"):
        raise StyleError("a dependent style that depends on a dependent style", links[0].line)
    return found


def _check(root: Element) -> None:
    """One pass over the tree: only elements of CSL, macros that exist and do not call themselves, layouts in place."""
    if root.tag != "style":
        raise StyleError(f"a style begins with <style>, not <{root.tag}>", root.line)
    calls: dict[str, dict[str, int]] = {}
    for child in root.children:
        called = calls.setdefault(child.get("name") if child.tag == "macro" else f"<{child.tag}>", {})
        for element in child.walk() if child.tag != "info" else ():
            if element.tag not in _KNOWN:
                raise StyleError(f"<{element.tag}> is no element of CSL 1.0.2", element.line)
            if "macro" in element.attrs:
                called.setdefault(element.attrs["macro"], element.line)
        if child.tag in ("citation", "bibliography") and child.child("layout") is None:
            raise StyleError(f"<{child.tag}> without <layout>", child.line)
    _check_calls(calls)


def _check_calls(calls: dict[str, dict[str, int]]) -> None:
    done: set[str] = set()
    for start, called in calls.items():
        path: list[tuple[str, list[tuple[str, int]]]] = [(start, list(called.items()))]
        while path:
            name, left = path[-1]
            if not left:
                done.add(name)
                path.pop()
                continue
            macro, line = left.pop()
            if macro not in calls:
                raise StyleError(f'no macro is named "{macro}"', line)
            if any(macro == one for one, _ in path):
                raise StyleError(f'macro "{macro}" calls itself', line)
            if macro not in done:
                path.append((macro, list(calls[macro].items())))
