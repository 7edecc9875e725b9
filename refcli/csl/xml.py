"""Bytes of a style or locale -> a tree of elements that know their line."""

from __future__ import annotations

import re

from refcli.csl.errors import StyleError
from refcli.xml import Element, XMLError
from refcli.xml import parse as parse_xml

__all__ = ["Element", "parse"]

_BRANCHES = ("choose", "if", "else-if", "else")
_TWICE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
"""A character reference that was escaped twice (`&amp;#160;`), as it stands in a few dozen styles."""


def parse(data: bytes | str) -> Element:
    """The root element. Raises StyleError for XML that is broken, has a DTD or is nested too deep."""
    try:
        root = parse_xml(data)
    except XMLError as error:
        raise StyleError(error.message, error.line) from None
    displayed = False
    for element in root.walk():
        displayed = displayed or "display" in element.attrs
        for key, value in element.attrs.items():
            if "&" in value:
                element.attrs[key] = _TWICE.sub(_character, value)
    if displayed:
        for child in root.children:
            _outer_display(child.child("layout") or child, outer=child.tag in ("citation", "bibliography"))
    return root


def _outer_display(element: Element, *, outer: bool) -> None:
    """`display` arranges the blocks of an entry; inside a group or macro it has no effect, as in citeproc-js."""
    for child in element.children:
        if not outer:
            child.attrs.pop("display", None)
        _outer_display(child, outer=outer and child.tag in _BRANCHES)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0x20 <= code < 0x110000 or code in (9, 10) else match[0]
