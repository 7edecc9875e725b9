"""Bytes to text: encodings, masks, what is no text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.documents import Document, Unreadable, read


def text(data: bytes, name: str = "a.txt") -> Document:
    document = read(data, name)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Müller – “café” naïve", "windows-1252"),
        ("Приказ Министра обороны", "windows-1251"),
        ("Müller", "utf-8"),
        ("Müller", "utf-16"),
    ],
)
def test_encodings(words: str, encoding: str) -> None:
    document = text(words.encode(encoding))
    assert document.text == words
    assert document.encoding.startswith(encoding)


def test_a_byte_order_mark_is_left_out_and_line_ends_stay() -> None:
    assert text(b"\xef\xbb\xbfa\r\nb").text == "a\r\nb"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04", b"\x00\x01\x02", bytes(range(32)) * 9])
def test_what_is_no_text(data: bytes) -> None:
    document = read(data, "x")
    assert isinstance(document, Unreadable)
    assert document.why.endswith(".")


@pytest.mark.parametrize(
    ("words", "hidden", "kept"),
    [
        ("---\nauthor: Weitz (2006)\n---\nBlank (2007)", "Weitz", "Blank (2007)"),
        ("a `Weitz (2006)` b", "Weitz", "a"),
        ("```\nWeitz\n```\nBlank", "Weitz", "Blank"),
        ("<!-- Weitz --> Blank", "Weitz", "Blank"),
        ("[Blank](http://x.org/Weitz_(2006)) said", "Weitz", "Blank"),
        ("see http://x.org/Weitz, Blank", "Weitz", ", Blank"),
        ("a ` b Blank", "Weitz", "` b Blank"),
    ],
)
def test_markdown_prose(words: str, hidden: str, kept: str) -> None:
    prose = text(words.encode(), "a.md").prose
    assert hidden not in prose
    assert kept in prose


@given(st.text(), st.sampled_from(["a.md", "a.txt"]))
def test_the_mask_keeps_every_place(words: str, name: str) -> None:
    document = read(words.encode("utf-8", "ignore"), name)
    if isinstance(document, Document):
        assert len(document.prose) == len(document.text)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    document = read(data, "a.md")
    assert isinstance(document, Document | Unreadable)
    assert isinstance(document, Document) or document.why.endswith(".")


def test_the_library_that_a_draft_names() -> None:
    assert text(b"---\nbibliography: refs.bib\n---\n", "a.md").bibliography == ("refs.bib",)
    assert text(b"---\nbibliography:\n  - a.bib\n  - b.bib\n---\n", "a.md").bibliography == ("a.bib", "b.bib")


def test_a_few_broken_bytes_leave_the_rest_utf_8() -> None:
    document = text("Ёлки и «палки», как говорят в народе".encode() + b"\xd0")
    assert document.encoding == "utf-8"
    assert document.text == "Ёлки и «палки», как говорят в народе\ufffd"


@pytest.mark.parametrize("words", ["x", "` ", "](", "<!--", "---\n", "a@", "[a]: ", "<a "])
def test_five_megabytes_take_linear_time(words: str) -> None:
    start = time.process_time()
    read((words * (5_000_000 // len(words))).encode(), "a.md")
    assert time.process_time() - start < 20


def test_a_library_that_front_matter_names_is_no_heading_of_a_list() -> None:
    front = "---\ntitle: Ports\nbibliography: ports.bib\n---\n"
    document = text(f"{front}\nWeitz writes.\n".encode(), "a.md")
    assert document.body.split() == ["Weitz", "writes."]
    assert len(document.body) == len(document.text)


def test_fences_of_divisions_and_comments_are_no_part_of_a_list() -> None:
    words = "said\n::: {#ref-weitz .csl-entry}\nWeitz.\n:::\n<!-- (Abe, 2007) -->\nAbe: c ::: d.\n"
    assert text(words.encode(), "a.md").body.split() == ["said", "Weitz.", "Abe:", "c", ":::", "d."]
