"""styles.xml, numbering.xml -> what a paragraph is: a heading, a quotation, an item with its number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from refcli.xml import Element

Role = Literal["", "heading", "quote"]
_QUOTES: Final = (
    "quote",
    "intense quote",
    "block text",
    "quotations",
    "block quote",
    "blockquote",
    "block quotation",
    "zitat",
)
_INDENT: Final = 400
"""Twips (a twentieth of a point) from which an indent on the left makes a long paragraph a quotation."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: role, level of heading, list."""

    role: Role = ""
    level: int = 1
    list: tuple[str, int] | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of a document while they are counted."""

    levels: Mapping[tuple[str, int], tuple[str, str, int]]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def mark(self, number: str, level: int) -> str:
        """What stands in front of the next item of a list: "3. ", "[3] ", "- "."""
        form, pattern, start = self.levels.get((number, level), ("bullet", "", 1))
        if number == "0":
            return ""
        for other in [key for key in self.counts if key[0] == number and key[1] > level]:
            del self.counts[other]
        count = self.counts[number, level] = self.counts.get((number, level), start - 1) + 1
        if form != "decimal" or level:
            return "- "
        return pattern.replace("%1", str(count)).strip() + " "


def role(paragraph: Element, styles: Mapping[str, Style]) -> Style:
    """What a paragraph is, by its style and its own settings."""
    settings = paragraph.child("pPr")
    if settings is None:
        return styles.get("", Style())
    named = settings.child("pStyle")
    style = styles.get(named.get("val") if named else "", Style())
    own = _list(settings) or style.list
    if not style.role and not own and _indented(settings.child("ind")):
        return Style("quote")
    return Style(style.role, style.level, own)


def read_styles(root: Element | None) -> dict[str, Style]:
    """The paragraph styles by their id; a style takes from the one that it is based on what it does not say itself."""
    found = {style.get("styleId"): style for style in (root.children if root else ()) if style.tag == "style"}
    return {name: _style(name, found) for name in found}


def _style(name: str, found: Mapping[str, Element]) -> Style:
    role: Role = ""
    level, listed, seen = 1, None, set[str]()
    while name in found and name not in seen:
        seen.add(name)
        style = found[name]
        words = _value(style, "name").lower()
        if not role and words.startswith(("heading ", "title", "überschrift")):
            role, level = "heading", int(words[-1]) if words[-1].isdecimal() else 1
        elif not role and words in _QUOTES:
            role = "quote"
        settings = style.child("pPr")
        listed = listed or (_list(settings) if settings else None)
        name = _value(style, "basedOn")
    return Style(role, level, listed if role != "heading" else None)


def read_numbering(root: Element | None) -> Numbering:
    """The lists by number and level: form ("decimal", "bullet" ...), pattern ("%1."), first number."""
    children = root.children if root else []
    abstract = {child.get("abstractNumId"): child for child in children if child.tag == "abstractNum"}
    levels = {}
    for num in (child for child in children if child.tag == "num"):
        source = abstract.get(_value(num, "abstractNumId"))
        for level in source.children if source else ():
            if level.tag == "lvl":
                start = _value(level, "start")
                said = (_value(level, "numFmt"), _value(level, "lvlText"), int(start) if start.isdecimal() else 1)
                levels[num.get("numId"), _whole(level.get("ilvl"))] = said
    return Numbering(levels)


def _list(settings: Element) -> tuple[str, int] | None:
    numbered = settings.child("numPr")
    if numbered is None or not _value(numbered, "numId"):
        return None
    return _value(numbered, "numId"), _whole(_value(numbered, "ilvl"))


def _indented(indent: Element | None) -> bool:
    """Set in from the left as a whole: no hanging first line, as entries of a list have, and no list."""
    if indent is None or indent.get("hanging", "0") != "0" or indent.get("firstLine", "0") != "0":
        return False
    return _whole(indent.get("left") or indent.get("start")) >= _INDENT


def _value(element: Element, tag: str) -> str:
    child = element.child(tag)
    return child.get("val") if child else ""


def _whole(words: str) -> int:
    return int(words) if words.isdecimal() else 0
