"""What a house does differently + its base style -> compiled style.

A house style is a mapping: `base`, the id of a stock style; `types`, which CSL type each type is to be treated as;
`attributes`, options that replace the base's, by element (`style`, `citation`, `bibliography`). The file that holds it
(`styles/NAME.yaml`) is the business of whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from refcli.csl.errors import StyleError
from refcli.csl.style import Style

_KEYS = frozenset(("base", "types", "attributes"))
_ELEMENTS = ("style", "citation", "bibliography")


def house_style(house: Mapping[str, Any], load: Callable[[str], bytes | None]) -> Style:
    """The style of a house. `load` gives the XML of a stock style by its id.

    Raises StyleError for a base that is not at hand and for entries that mean nothing.
    """
    unknown = sorted(set(house) - _KEYS)
    if unknown:
        raise StyleError(f"a house style has no entry {', '.join(unknown)}; it has {', '.join(sorted(_KEYS))}")
    base = house.get("base")
    xml = load(base) if isinstance(base, str) else None
    if xml is None:
        raise StyleError(f"the base of the house style, {base!r}, is no style that is known")
    style = Style.from_xml(xml, parent=load)
    style.types = {str(kind): str(other) for kind, other in _mapping(house, "types").items()}
    for name, attributes in _mapping(house, "attributes").items():
        _change(style, str(name), attributes)
    return style


def _mapping(house: Mapping[str, Any], key: str) -> Mapping[Any, Any]:
    value = house.get(key) or {}
    if not isinstance(value, Mapping):
        raise StyleError(f"{key} of a house style is a mapping")
    return value


def _change(style: Style, name: str, attributes: object) -> None:
    element = style.root if name == "style" else style.root.child(name)
    if name not in _ELEMENTS or element is None or not isinstance(attributes, Mapping):
        raise StyleError(f"attributes of a house style are given for one of {', '.join(_ELEMENTS)}, not {name}")
    element.attrs.update({str(key): str(value) for key, value in attributes.items()})
