"""Bytes of a style or locale -> a tree of elements that know their line.

Expat does the reading. Document types, entities and nesting beyond any real style are refused, so that a hostile file
costs neither memory nor stack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from refcli.csl.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 120
_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"


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
