"""Bytes of a style or locale -> a tree of elements that know their line.

Expat does the reading. Document types, entities and nesting beyond any real style are refused, so that a hostile file
costs neither memory nor stack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from refcli.csl.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 120
_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"


_TWICE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
"""A character reference that was escaped twice (`&amp;#160;`), as it stands in a few dozen styles."""


@dataclass(slots=True)
class Element:
    """One element: its local name, attributes (`xml:lang` under that name), children, text and line."""

    tag: str
    attrs: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def get(self, name: str, default: str = "") -> str:
        """An attribute, or the default."""
        return self.attrs.get(name, default)

    def child(self, tag: str) -> Element | None:
        """The first child of that name."""
        return next((child for child in self.children if child.tag == tag), None)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse(data: bytes | str) -> Element:
    """The root element. Raises StyleError for XML that is broken, has a DTD or is nested too deep."""
    return _Builder().build(data)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0x20 <= code < 0x110000 or code in (9, 10) else match[0]


class _Builder:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.stack: list[Element] = []
        self.root: Element | None = None

    def build(self, data: bytes | str) -> Element:
        try:
            self.parser.Parse(data.encode() if isinstance(data, str) else data, True)  # noqa: FBT003 - its signature
        except expat.ExpatError as error:
            raise StyleError(f"not well-formed XML ({expat.ErrorString(error.code)})", error.lineno) from None
        except (LookupError, ValueError) as error:
            raise StyleError(f"not readable as XML ({error})", 1) from None
        if self.root is None:
            raise StyleError("an empty document", 1)
        return self.root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        if _XML_LANG in attributes:
            attributes["xml:lang"] = attributes.pop(_XML_LANG)
        for key, value in attributes.items():
            if "&" in value:
                attributes[key] = _TWICE.sub(_character, value)
        element = Element(name[name.rfind(" ") + 1 :], attributes, line)
        if self.stack:
            self.stack[-1].children.append(element)
        else:
            self.root = element
        self.stack.append(element)
        if len(self.stack) > _DEEPEST:
            raise StyleError(f"elements nested more than {_DEEPEST} deep", line)

    def _end(self, _name: str) -> None:
        self.stack.pop()

    def _text(self, text: str) -> None:
        if self.stack:
            self.stack[-1].text += text

    def _refuse(self, *_: object) -> None:
        raise StyleError("document types and entities are not allowed", self.parser.CurrentLineNumber)
