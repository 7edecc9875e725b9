"""import, parse and lint on files of each format, whole and broken: what is read, and one sentence where nothing can be."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.run import refcli
from tests.documents.word import W, docx, field, paragraph

ENTRIES = [
    "Abe, K. (2007). Straits and navies. London: Hurst.",
    "Weitz, R. (2006). Averting a new great game. Washington Quarterly, 29(3), 155-167.",
]
PARAGRAPHS = ["A claim (Abe, 2007) and another (Weitz, 2008).", *ENTRIES]
DRAFT, *LISTED = PARAGRAPHS
FILES = {
    "a.txt": "\n\n".join([DRAFT, "References", *LISTED]).encode(),
    "a.md": "\n\n".join([DRAFT, "# References", *LISTED]).encode(),
    "a.html": "".join([f"<p>{DRAFT}</p><h2>References</h2>", *(f"<p>{entry}</p>" for entry in LISTED)]).encode(),
    "a.tex": "\n\n".join([DRAFT, "\\section*{References}", *LISTED]).encode(),
    "items.tex": "\n\n".join(
        [DRAFT, "\\begin{thebibliography}{9}", *(f"\\bibitem{{k{i}}} {entry}" for i, entry in enumerate(LISTED))]
    ).encode(),
    "a.typ": "\n\n".join([DRAFT, "= References", *LISTED]).encode(),
    "a.docx": docx(*map(paragraph, [DRAFT, "References", *LISTED])),
    "utf16.txt": "\n\n".join([DRAFT, "References", *LISTED]).encode("utf-16"),
    "crlf.md": "\r\n\r\n".join([DRAFT, "# References", *LISTED]).encode("utf-8-sig"),
}


@pytest.mark.parametrize("name", FILES)
def test_each_format_is_imported_parsed_and_checked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    imported = refcli("import", name, "--library", "out.bib", cwd=tmp_path)
    assert imported.code == 0, imported.err
    assert "2 references added to out.bib" in imported.out + imported.err
    parsed = refcli("parse", name, "--to", "csl-json", cwd=tmp_path)
    assert [(work["author"][0]["family"], work["title"]) for work in json.loads(parsed.out)] == [
        ("Abe", "Straits and navies"),
        ("Weitz", "Averting a new great game"),
    ]
    rows = [json.loads(line) for line in refcli("parse", name, "--to", "jsonl", cwd=tmp_path).out.splitlines()]
    assert [row["text"].strip() for row in rows] == LISTED
    checked = json.loads(refcli("lint", name, "--output-format", "json", cwd=tmp_path).out)
    assert [finding["code"] for finding in checked["findings"]] == ["REF103"]
    piped = refcli("parse", "-", cwd=tmp_path, stdin=FILES[name])
    assert piped.code == 0 or not name.endswith((".txt", ".md", ".docx")), piped.err


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


BILLION = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 99 + b'"><!ENTITY b "' + b"&a;" * 99 + b'">]>'
BROKEN = {
    "cut.docx": FILES["a.docx"][:-200],
    "empty.docx": b"",
    "bomb.docx": _zip(word__document_xml=b" " * 90_000_000),
    "entities.docx": _zip(word__document_xml=BILLION + f"<w:document {W}>&b;</w:document>".encode()),
    "other.docx": _zip(content_xml=b"<x/>"),
    "text.docx": b"I was renamed.",
    "a.pdf": b"%PDF-1.7\n",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "a.rtf": b"{\\rtf1 Weitz}",
    "binary.md": bytes(range(256)) * 9,
}  # fmt: skip


@pytest.mark.parametrize("command", ["lint", "import", "parse"])
@pytest.mark.parametrize("name", [*BROKEN, "missing.md", "folder.md"])
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, name: str, command: str) -> None:
    (tmp_path / "folder.md").mkdir()
    if name in BROKEN:
        (tmp_path / name).write_bytes(BROKEN[name])
    done = refcli(command, name, *(["--library", "out.bib"] if command == "import" else []), cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"refcli: {name}: ")
    assert done.err.endswith(".\n")
    assert done.err.count("\n") == 1
    assert not (tmp_path / "out.bib").exists()


def test_works_of_a_reference_manager_are_imported_where_a_draft_has_no_list(tmp_path: Path) -> None:
    work = {"type": "book", "title": "Straits", "author": [{"family": "Abe"}], "issued": {"date-parts": [[2007]]}}
    code = "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationItems": [{"id": 7, "itemData": {"id": 7, **work}}]})
    block = paragraph("It is so ", field(code.replace('"', "&quot;"), "(Abe, 2007)"), ".")
    (tmp_path / "a.docx").write_bytes(docx(block))
    done = refcli("import", "a.docx", "--library", "out.bib", cwd=tmp_path)
    assert done.code == 0, done.err
    text = (tmp_path / "out.bib").read_text(encoding="utf-8")
    assert "@book{abe2007," in text
    assert "title = {Straits}" in text
    assert refcli("lint", "a.docx", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "---\nbibliography: some.bib\n---\n\nAs [@abe2007] says, it is.[^1]\n\n[^1]: See @cole2011.\n\n# References\n"),
        ("a.tex", "As \\cite{abe2007} says.\n\\bibliography{some}\n"),
        ("a.typ", 'As @abe2007 says.#footnote[See @cole2011.]\n\n#bibliography("some.bib")\n'),
    ],
)  # fmt: skip
def test_a_draft_that_cites_from_a_library_has_no_list_to_import(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    for words in (("parse",), ("parse", "--to", "jsonl"), ("import", "--dry-run")):
        done = refcli(words[0], name, *words[1:], cwd=tmp_path)
        assert done.code == 0
        assert f"{name}: no list of its own; it cites from some.bib\n" in done.err
        assert "abe2007" not in done.out
