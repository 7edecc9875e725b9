"""What a house does differently + its base style -> compiled style.

A house style is a mapping: `base`, the id of a stock style; `manual`, what it follows; `changes`, a list. Each change
has `section` (where the manual, or the house's published usage, asks for it) and one action:

- `attributes`: options that replace the base's, by element (`style`, `citation`, `bibliography`);
- `terms`: words that replace the locale's, by name: text, or texts by form, each one text or `single` and `multiple`;
- `date`: a localised date form, as CSL's `<date form="text">...</date>`;
- `macro`: CSL macros of ours, which replace the base's of the same name or are new;
- `layout`: CSL in place of the whole layout of `citation` or `bibliography`;
- `types`: which CSL type each type is to be treated as;
- `kind`: a kind of source (see `kinds`), with what is done for it: `as`, the CSL type the base is to take it for; `entry`
  and `note`, CSL in place of the base's bibliography entry and of the first citation.

Rendering is the base's but for that. The file (`styles/NAME.yaml`) is the business of whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from refcli.csl.errors import StyleError
from refcli.csl.kinds import Kind
from refcli.csl.style import Style
from refcli.csl.xml import Element, parse

_KEYS = frozenset(("base", "changes", "manual", "title"))
_AREAS = ("citation", "bibliography")
_PARTS = ("section", "why", "as", "entry", "note")


def house_style(
    house: Mapping[str, Any], load: Callable[[str], bytes | None], kinds: Mapping[str, Kind] | None = None
) -> Style:
    """The style of a house. `load` gives the XML of a stock style by its id; `kinds` are those that changes may name.

    Raises StyleError for a base that is not at hand and for entries that mean nothing.
    """
    unknown = sorted(map(str, set(house) - _KEYS))
    if unknown:
        raise StyleError(f"a house style has no entry {', '.join(unknown)}; it has {', '.join(sorted(_KEYS))}")
    base = house.get("base")
    xml = load(base) if isinstance(base, str) else None
    if xml is None:
        raise StyleError(f"the base of the house style, {base!r}, is no style that is known")
    style = Style.from_xml(xml, parent=load)
    known = kinds or {}
    for change in _changes(house):
        style = _apply(style, change, known)
    return Style.from_root(style.root, style.lang, style.recognises)


def _changes(house: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    changes = house.get("changes") or []
    if not isinstance(changes, list) or not all(isinstance(change, Mapping) for change in changes):
        raise StyleError("changes of a house style are a list of mappings")
    return changes


def _apply(style: Style, change: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Style:
    """The style with one change made. Messages name the change by its section."""
    section = change.get("section")
    if not isinstance(section, str) or not section.strip():
        raise StyleError("each change of a house style names the section of the manual that asks for it")
    actions = [key for key in change if key not in _PARTS]
    if len(actions) != 1 or actions[0] not in _ACTIONS:
        raise StyleError(
            f"the change for {section} has one of {', '.join(_ACTIONS)}, not {', '.join(map(str, actions))}"
        )
    try:
        return _ACTIONS[actions[0]](style, change, kinds)
    except StyleError as error:
        raise StyleError(f"the change for {section}: {error}") from None


def _attributes(style: Style, change: Mapping[str, Any], _kinds: Mapping[str, Kind]) -> Style:
    for name, attributes in _mapping(change, "attributes").items():
        element = style.root if name == "style" else style.root.child(name) if name in _AREAS else None
        if element is None or not isinstance(attributes, Mapping):
            raise StyleError(f"attributes are given for style, citation or bibliography, not {name}")
        element.attrs.update({str(key): str(value) for key, value in attributes.items()})
    return Style(style.root, style.root.get("default-locale") or style.lang, style.recognises)


def _terms(style: Style, change: Mapping[str, Any], _kinds: Mapping[str, Kind]) -> Style:
    terms = []
    for name, words in _mapping(change, "terms").items():
        forms = words if isinstance(words, Mapping) else {"long": words}
        terms += [_term(str(name), str(form), text) for form, text in forms.items()]
    return _with(style, Element("locale", {}, 0, [Element("terms", {}, 0, terms)]))


def _term(name: str, form: str, words: object) -> Element:
    """A term of one text, or of a `single` and a `multiple` one."""
    if not isinstance(words, Mapping):
        return Element("term", {"name": name, "form": form}, 0, [], str(words))
    numbers = [Element(number, {}, 0, [], str(words.get(number, ""))) for number in ("single", "multiple")]
    return Element("term", {"name": name, "form": form}, 0, numbers)


def _date(style: Style, change: Mapping[str, Any], _kinds: Mapping[str, Kind]) -> Style:
    return _with(style, Element("locale", {}, 0, _fragment(change["date"])))


def _macro(style: Style, change: Mapping[str, Any], _kinds: Mapping[str, Kind]) -> Style:
    macros = _fragment(change["macro"])
    if not macros or any(one.tag != "macro" or not one.get("name") for one in macros):
        raise StyleError("macro holds <macro name=...> elements")
    names = {one.get("name") for one in macros}
    kept = [one for one in style.root.children if one.tag != "macro" or one.get("name") not in names]
    return Style(replace(style.root, children=[*kept, *macros]), style.lang, style.recognises)


def _layout(style: Style, change: Mapping[str, Any], _kinds: Mapping[str, Kind]) -> Style:
    for name, xml in _mapping(change, "layout").items():
        area = style.root.child(name) if name in _AREAS else None
        layout = area.child("layout") if area else None
        if layout is None:
            raise StyleError(f"a layout is given for citation or bibliography, not {name}")
        layout.children = _fragment(xml)
    return style


def _types(style: Style, change: Mapping[str, Any], _kinds: Mapping[str, Kind]) -> Style:
    kinds = tuple(
        Kind(str(kind), ({"type": str(kind)},), str(other)) for kind, other in _mapping(change, "types").items()
    )
    return Style(style.root, style.lang, (*style.recognises, *kinds))


def _kind(style: Style, change: Mapping[str, Any], kinds: Mapping[str, Kind]) -> Style:
    name = change["kind"]
    kind = kinds.get(name) if isinstance(name, str) else None
    if kind is None:
        raise StyleError(f"no kind of source is called {name!r}; there are {', '.join(kinds)}")
    for part, tag, test in (("entry", "bibliography", {}), ("note", "citation", {"position": "first"})):
        if change.get(part):
            _prefer(style.root.child(tag), kind.name, test, _fragment(change[part]))
    kind = replace(kind, type=str(change.get("as") or kind.type))
    return Style(style.root, style.lang, (*style.recognises, kind))


_ACTIONS: dict[str, Callable[[Style, Mapping[str, Any], Mapping[str, Kind]], Style]] = {
    "attributes": _attributes,
    "terms": _terms,
    "date": _date,
    "macro": _macro,
    "layout": _layout,
    "types": _types,
    "kind": _kind,
}


def _prefer(area: Element | None, kind: str, test: Mapping[str, str], fragment: list[Element]) -> None:
    """The layout of an area with the fragment for works of the kind, and what it has for all others."""
    layout = area.child("layout") if area else None
    if layout is not None:
        first = Element("if", {"kind": kind, **test}, layout.line, fragment)
        other = Element("else", {}, layout.line, layout.children)
        layout.children = [Element("choose", {}, layout.line, [first, other])]


def _with(style: Style, element: Element) -> Style:
    return Style(replace(style.root, children=[*style.root.children, element]), style.lang, style.recognises)


def _fragment(xml: object) -> list[Element]:
    """The elements of a piece of CSL."""
    if not isinstance(xml, str):
        raise StyleError("CSL is given as text")
    return parse(f"<layout>{xml}</layout>").children


def _mapping(change: Mapping[str, Any], key: str) -> Mapping[Any, Any]:
    value = change.get(key)
    if not isinstance(value, Mapping):
        raise StyleError(f"{key} is a mapping")
    return value
