"""Word files: what is text and what is not, notes and places, and files that mean harm."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcli.documents import Document, Unreadable, read
from refcli.text import Span
from tests.documents.word import W, docx, field, note, paragraph, run

ZOTERO = (
    'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":7,"itemData":{"id":7,"type":"report","title":"Ports",'
    '"author":[{"family":"Weitz","given":"Jon"}],"issued":{"date-parts":[[2006]]}}}]}'
)
SOURCES = (
    '<b:Sources xmlns:b="x"><b:Source><b:Tag>Abe07</b:Tag><b:SourceType>Book</b:SourceType><b:Title>Straits</b:Title>'
    "<b:Year>2007</b:Year><b:Author><b:Author><b:NameList><b:Person><b:Last>Abe</b:Last><b:First>Kenji</b:First></b:Person>"
    "</b:NameList></b:Author></b:Author></b:Source></b:Sources>"
)


def doc(data: bytes) -> Document:
    document = read(data, "a.docx")
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (paragraph("According to ", "Jon ", "Weitz"), "According to Jon Weitz"),
        (paragraph("kept", f"<w:del>{run('gone').replace('w:t', 'w:delText')}</w:del>"), "kept"),
        (paragraph("kept ", f"<w:ins>{run('new')}</w:ins>"), "kept new"),
        (paragraph("kept", f"<w:moveFrom>{run(' away')}</w:moveFrom>", f"<w:moveTo>{run(' here')}</w:moveTo>"), "kept here"),
        (paragraph("a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc"),
        (paragraph("seen", run(" hidden", "<w:vanish/>")), "seen"),
        (paragraph("claim", run("3", '<w:vertAlign w:val="superscript"/>')), "claim^3^"),
        (paragraph("Title", style="H1"), "# Title"),
        (paragraph("x" * 70, style="Q2"), "> " + "x" * 70),
        (paragraph("x" * 70, settings='<w:ind w:left="720"/>'), "> " + "x" * 70),
        (paragraph("Weitz, J. " * 9, settings='<w:ind w:left="720" w:hanging="720"/>'), "Weitz, J. " * 9),
        (paragraph("Weitz", settings='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'), "[1] Weitz"),
        (paragraph(f"<w:hyperlink>{run('linked')}</w:hyperlink>"), "linked"),
        (paragraph(f"<w:fldSimple w:instr='PAGE'>{run('7')}</w:fldSimple>", "said"), "said"),
        (paragraph(field("TOC \\o", "Contents 1"), "said"), "said"),
        (paragraph(field("CITATION Abe07 \\l 1033", "(Abe, 2007)")), "(Abe, 2007)"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('controlled')}</w:sdtContent></w:sdt>", "controlled"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('[1]')}</w:tc><w:tc>{paragraph('Weitz')}</w:tc></w:tr></w:tbl>", "[1] Weitz"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('left')}</w:tc><w:tc>{paragraph('right')}</w:tc></w:tr></w:tbl>", "left\n\nright"),
    ],
)  # fmt: skip
def test_what_is_text(block: str, text: str) -> None:
    assert doc(docx(block)).text == text + "\n"


def test_a_text_box_comes_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('boxed')}</w:txbxContent>"
    both = (
        f"<w:r><w:AlternateContent><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></w:AlternateContent></w:r>"
    )
    assert doc(docx(paragraph("said", both), paragraph("more"))).text == "said\n\nboxed\n\nmore\n"


def test_notes_come_behind_the_text_under_their_numbers() -> None:
    data = docx(
        paragraph("One", note(5), ", two", note(2), " three", note(1, "endnote")),
        footnotes={2: "Ibid.", 5: "Weitz 2006."},
        endnotes={1: "Abe 2007."},
    )
    document = doc(data)
    assert document.text == "One[^1], two[^2] three[^e1]\n\n[^1]: Weitz 2006.\n\n[^2]: Ibid.\n\n[^e1]: Abe 2007.\n"
    start = document.text.index("Ibid")
    assert document.place_name(Span(start, start + 4)) == "footnote 2"
    assert document.place_name(Span(len(document.text) - 5, len(document.text) - 3)) == "endnote 1"


def test_places_are_numbers_of_paragraphs() -> None:
    document = doc(docx(paragraph("One"), paragraph(), paragraph("Two")))
    assert document.place_name(Span(0, 1)) == "paragraph 1"
    assert document.place_name(Span(6, 7)) == "paragraph 2"


def test_comments_are_beside_the_text() -> None:
    about = ['<w:commentRangeStart w:id="4"/>', run("Weitz"), '<w:commentRangeEnd w:id="4"/>']
    document = doc(docx(paragraph("By ", *about, " said"), comments={4: "Is it Abe?"}))
    assert document.text == "By Weitz said\n"
    assert [(comment.span.of(document.text), comment.words) for comment in document.comments] == [
        ("Weitz", "Is it Abe?")
    ]


def test_works_of_citation_fields() -> None:
    data = docx(
        paragraph(field(ZOTERO.replace('"', "&quot;"), "(Weitz, 2006)")), parts={"customXml/item1.xml": SOURCES}
    )
    works = doc(data).works
    assert [(work.id, work.get("title"), str(work.authors[0]), work.issued.year) for work in works if work.issued] == [
        ("7", "Ports", "Jon Weitz", 2006),
        ("Abe07", "Straits", "Kenji Abe", 2007),
    ]


def _bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(90):
            part.write(b" " * 1_000_000)
    return out.getvalue()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 and then nothing", "damaged archive"),
        (b"", "damaged archive"),
        (docx(paragraph("x"))[:-300], "damaged archive"),
        (docx(parts={"word/document.xml": "<w:document"}), "is damaged (word/document.xml"),
        (
            docx(parts={"word/document.xml": f"{ENTITIES}<w:document {W}>&b;</w:document>"}),
            "document types and entities",
        ),
        (docx(parts={"word/document.xml": "<a>" * 500 + "</a>" * 500}), "nested more than"),
        (docx(parts={"word/document.xml": "<a/>"}), "holds no Word document"),
        (docx(parts={"word/footnotes.xml": "<oops"}), "is damaged (word/footnotes.xml"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(data: bytes, why: str) -> None:
    document = read(data, "a.docx")
    assert isinstance(document, Unreadable)
    assert why in document.why
    assert document.why.endswith(".")


def test_a_bomb_is_not_unpacked() -> None:
    data = _bomb()
    assert len(data) < 200_000
    document = read(data, "a.docx")
    assert isinstance(document, Unreadable)
    assert "unpacks to more than" in document.why


def test_other_archives() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    document = read(out.getvalue(), "a.odt")
    assert isinstance(document, Unreadable)
    assert "OpenDocument" in document.why


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, 1500))
def test_a_damaged_file_never_raises(junk: bytes, at: int) -> None:
    data = docx(paragraph("said", note(1)), footnotes={1: "Weitz"})
    read(data[:at] + junk + data[at + len(junk) :], "a.docx")
