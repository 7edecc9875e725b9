"""Word's own list of sources (customXml) -> references.

Source: ECMA-376 part 1, 22.6 (bibliography).
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.documents.docx.package import Package
from refcli.model import Date, Name, Reference
from refcli.xml import Element

_TYPES = {
    "Book": "book", "BookSection": "chapter", "JournalArticle": "article-journal", "ArticleInAPeriodical": "article-newspaper",
    "ConferenceProceedings": "paper-conference", "Report": "report", "InternetSite": "webpage", "DocumentFromInternetSite": "webpage",
    "Case": "legal_case", "Interview": "interview",
}  # fmt: skip
_TEXTS = {
    "Title": "title", "JournalName": "container-title", "PeriodicalTitle": "container-title", "BookTitle": "container-title",
    "Publisher": "publisher", "City": "publisher-place", "Volume": "volume", "Issue": "issue", "Pages": "page", "URL": "URL",
}  # fmt: skip


def listed_sources(package: Package) -> list[Reference]:
    """The works that the writer entered under Word's "Manage sources", by their tags."""
    return [_work(source) for root in package.custom() if root.tag == "Sources" for source in root.children]


def _work(source: Element) -> Reference:
    texts = {name: words for tag, name in _TEXTS.items() if (words := _words(source, tag))}
    authors = tuple(_authors(source))
    year = _words(source, "Year")
    dates = {"issued": Date.of(int(year))} if year.isdecimal() and len(year) == 4 else {}
    kind = _TYPES.get(_words(source, "SourceType"), "document")
    return Reference(_words(source, "Tag"), kind, texts, {"author": authors} if authors else {}, dates)


def _authors(source: Element) -> Iterator[Name]:
    outer = source.child("Author")
    author = outer.child("Author") if outer else None
    for element in author.walk() if author else ():
        if element.tag == "Corporate" and element.text.strip():
            yield Name(literal=element.text.strip())
        elif element.tag == "Person":
            yield Name(
                family=_words(element, "Last"),
                given=" ".join(filter(None, (_words(element, "First"), _words(element, "Middle")))),
            )


def _words(source: Element, tag: str) -> str:
    child = source.child(tag)
    return " ".join(child.text.split()) if child else ""
