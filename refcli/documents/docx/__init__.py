"""A Word file's bytes -> its words, each paragraph and note by its number.

Source: ECMA-376, 5th edition: part 1 (WordprocessingML), part 2 (packages).
"""

from __future__ import annotations

from refcli.documents.docx.body import Body
from refcli.documents.docx.package import Package, PackageError, open_package
from refcli.documents.docx.sources import listed_sources
from refcli.documents.docx.styles import read_numbering, read_styles
from refcli.documents.text import masked
from refcli.documents.types import Document, Origin, Unreadable

NAME = "docx"


def read_docx(data: bytes, name: str) -> Document | Unreadable:
    """The document: text, notes behind it, comments beside it. Deleted text is not text. Never raises."""
    try:
        package = open_package(data)
        body = _read(package)
    except PackageError as error:
        return Unreadable(name, f"{error}.")
    text = body.text()
    works = tuple({work.id: work for work in [*body.works, *listed_sources(package)]}.values())
    origin = Origin(names=tuple(body.names))
    return Document(name, text, masked(text), NAME, "utf-8", comments=body.remarks(), works=works, origin=origin)


def _read(package: Package) -> Body:
    body = Body(
        styles=read_styles(package.part("styles.xml")),
        numbering=read_numbering(package.part("numbering.xml")),
        footnotes=package.stories("footnotes.xml", "footnote"),
        endnotes=package.stories("endnotes.xml", "endnote"),
        comments=package.stories("comments.xml", "comment"),
    )
    body.read(package.main)
    return body
