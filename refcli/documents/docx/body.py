"""Paragraphs, tables, notes and comments of a Word file -> text with the numbers of its paragraphs.

Runs are taken in the order in which they stand; what tracked changes deleted or moved away is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from refcli.documents.docx.fields import Fields, is_deaf, works
from refcli.documents.docx.styles import Numbering, Style, role
from refcli.documents.types import Comment
from refcli.model import Reference
from refcli.text import Span
from refcli.xml import Element

_GONE = frozenset(
    ["del", "moveFrom", "oMath", "oMathPara", "pPr", "rPr", "sectPr", "tblPr", "trPr", "tcPr", "sdtPr", "Fallback"]
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass(slots=True)
class Body:
    """A Word file while it is read."""

    styles: Mapping[str, Style]
    numbering: Numbering
    footnotes: Mapping[str, Element]
    endnotes: Mapping[str, Element]
    comments: Mapping[str, Element]
    paragraphs: list[str] = field(default_factory=list)
    names: list[tuple[int, str]] = field(default_factory=list)
    works: list[Reference] = field(default_factory=list)
    length: int = 0
    words: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, Element]] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    anchors: dict[str, Span] = field(default_factory=dict)
    cell: str = ""

    def read(self, document: Element) -> None:
        """The whole document, then its notes in the order in which they are called."""
        body = document.child("body")
        self._blocks(body or document)
        for label, story in self.notes:
            self._note(label, story)

    def text(self) -> str:
        """Paragraphs, a blank line between them."""
        return "\n\n".join(self.paragraphs) + ("\n" if self.paragraphs else "")

    def remarks(self) -> tuple[Comment, ...]:
        """The comments, each with the words that it is about."""
        found = [(self.anchors[name], story) for name, story in self.comments.items() if name in self.anchors]
        return tuple(Comment(span, " ".join(_plain(story).split())) for span, story in found)

    def _blocks(self, container: Element) -> None:
        for child in container.children:
            if child.tag == "p":
                self._paragraph(child)
            elif child.tag == "tr":
                self._row(child)
            elif child.tag not in _GONE:
                self._blocks(child)

    def _row(self, row: Element) -> None:
        """The cells of a row are paragraphs; a number alone in the first one belongs to the next."""
        for i, cell in enumerate(child for child in row.children if child.tag not in _GONE):
            lone = _plain(cell).strip()
            if not i and lone.strip("[]().").isdecimal():
                self.cell = f"{lone} "
            else:
                self._blocks(cell)
        self.cell = ""

    def _paragraph(self, paragraph: Element) -> None:
        """A paragraph, and behind it the text boxes that are anchored in it."""
        style = role(paragraph, self.styles)
        outer, self.words = self.words, []
        begin, self.cell = self._mark(style, paragraph), ""
        start = self.length
        self.words.append(begin)
        self._runs(paragraph)
        words = "".join(self.words)
        self.words = outer
        boxes, self.boxes = self.boxes, []
        if words[len(begin) :].strip():
            self._add(words, f"paragraph {len(self.names) + 1}", start)
        for box in boxes:
            self._blocks(box)

    def _mark(self, style: Style, paragraph: Element) -> str:
        """What Markdown would begin the paragraph with."""
        if style.role == "heading":
            return "#" * style.level + " "
        if style.role == "quote" and len(_plain(paragraph)) > 60:
            return "> "
        return self.cell or (self.numbering.mark(*style.list) if style.list else "")

    def _add(self, words: str, name: str, start: int) -> None:
        self.names.append((start, name))
        self.paragraphs.append(words)
        self.length += len(words) + 2

    def _note(self, label: str, story: Element) -> None:
        start, kind = self.length, "endnote" if label[0] == "e" else "footnote"
        outer, self.words = self.words, [f"[^{label}]: "]
        for paragraph in (child for child in story.children if child.tag == "p"):
            if len(self.words) > 1:
                self.words.append(" ")
            self._runs(paragraph)
        words = "".join(self.words)
        self.words = outer
        self._add(words.replace("]:  ", "]: "), f"{kind} {label.lstrip('e')}", start)

    def _runs(self, container: Element) -> None:
        for child in container.children:
            if child.tag == "r":
                self._run(child)
            elif child.tag in ("commentRangeStart", "commentRangeEnd"):
                self._anchor(child.get("id"))
            elif child.tag == "fldSimple":
                self.works += works(child.get("instr"))
                if not is_deaf(child.get("instr")):
                    self._runs(child)
            elif child.tag not in _GONE:
                self._runs(child)

    def _anchor(self, name: str) -> None:
        here = self.length + sum(map(len, self.words))
        start = self.anchors[name].start if name in self.anchors else here
        self.anchors[name] = Span(start, here)

    def _run(self, run: Element) -> None:
        settings = run.child("rPr")
        if settings is not None and settings.child("vanish") is not None:
            return
        raised = _raised(settings) and _digits(run)
        for child in run.children:
            self._piece(child, raised=raised)

    def _piece(self, piece: Element, *, raised: bool) -> None:
        tag = piece.tag
        if tag == "t" or tag in _SIGNS:
            words = _SIGNS.get(tag, piece.text)
            if not self.fields.silent:
                self.words.append(f"^{words}^" if raised and words.strip() else words)
        elif tag in ("fldChar", "instrText"):
            self._field(piece)
        elif tag in ("footnoteReference", "endnoteReference"):
            self._call(piece)
        elif tag == "commentReference" and piece.get("id") not in self.anchors:
            self._anchor(piece.get("id"))
        elif tag in ("AlternateContent", "drawing", "pict", "object"):
            self.boxes += _boxes(piece)

    def _field(self, piece: Element) -> None:
        if piece.tag == "instrText":
            self.fields.instruct(piece.text)
        else:
            self.works += works(self.fields.char(piece.get("fldCharType")))

    def _call(self, piece: Element) -> None:
        """A note is called: it comes behind the text, under the number that it has there."""
        foot = piece.tag == "footnoteReference"
        story = (self.footnotes if foot else self.endnotes).get(piece.get("id"))
        if story is not None and not self.fields.silent:
            label = f"{'' if foot else 'e'}{sum((name[0] != 'e') == foot for name, _ in self.notes) + 1}"
            self.notes.append((label, story))
            self.words.append(f"[^{label}]")


def _boxes(piece: Element) -> list[Element]:
    """The contents of text boxes; of a drawing that is there twice, for new and old programs, the new one."""
    if piece.tag == "txbxContent":
        return [piece]
    return [box for child in piece.children if child.tag not in _GONE for box in _boxes(child)]


def _raised(settings: Element | None) -> bool:
    raised = settings.child("vertAlign") if settings is not None else None
    return raised is not None and raised.get("val") == "superscript"


def _digits(run: Element) -> bool:
    words = "".join(child.text for child in run.children if child.tag == "t")
    return bool(words) and all(char.isdecimal() or char in " ,–-" for char in words)


def _plain(element: Element) -> str:
    """All words below, deleted ones left out."""
    if element.tag == "t":
        return element.text
    return "".join(_plain(child) for child in element.children if child.tag not in _GONE)
