"""Bytes of XML -> a tree of elements that know their line.

Expat does the reading. Document types, entities and nesting beyond any real file are refused, so that a hostile file
costs neither memory nor stack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 120
_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"


class XMLError(Exception):
    """XML that cannot be used: one sentence, and its line, 0 where no line is to blame."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(slots=True)
class Element:
    """One element: its local name, attributes by theirs (`xml:lang` under that name), children, text and line."""

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
    """The root element. Raises XMLError for XML that is broken, has a DTD or is nested too deep."""
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
            raise XMLError(f"not well-formed XML ({expat.ErrorString(error.code)})", error.lineno) from None
        except (LookupError, ValueError) as error:
            raise XMLError(f"not readable as XML ({error})", 1) from None
        if self.root is None:
            raise XMLError("an empty document", 1)
        return self.root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        named = {
            "xml:lang" if key == _XML_LANG else key[key.rfind(" ") + 1 :]: value for key, value in attributes.items()
        }
        element = Element(name[name.rfind(" ") + 1 :], named, line)
        if self.stack:
            self.stack[-1].children.append(element)
        else:
            self.root = element
        self.stack.append(element)
        if len(self.stack) > _DEEPEST:
            raise XMLError(f"elements nested more than {_DEEPEST} deep", line)

    def _end(self, _name: str) -> None:
        self.stack.pop()

    def _text(self, text: str) -> None:
        if self.stack:
            self.stack[-1].text += text

    def _refuse(self, *_: object) -> None:
        raise XMLError("document types and entities are not allowed", self.parser.CurrentLineNumber)
