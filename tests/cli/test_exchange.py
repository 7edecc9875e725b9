"""import and export of other programs' files, as a user runs them."""

import json
from pathlib import Path

import pytest

from tests.cli.run import refcli

RIS = """TY  - NEWS
AU  - Sadykova, Aliya
TI  - Rail link opens
T2  - Eurasia Daily Monitor
PY  - 2011
DA  - 2011/05/03/
ID  - sadykova2011rail
ER  -
TY  - RPRT
AU  - GAO
TI  - Partner Patrols
IS  - GAO-19-999
PY  - 2019
ID  - 4711
ER  -
"""
OTHER = r"""@string{edm = {Eurasia Daily Monitor}}
@article{parent, title = {Parent}, journal = edm # { Extra}, year = 1999, month = may, file = {a.pdf}}
@misc{child, title = {Child}, crossref = {parent}, custom-field = {kept}}
@book{broken, title = {x
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REFCLI_STATE", str(tmp_path / "state"))
    (tmp_path / "export.ris").write_text(RIS, encoding="utf-8")
    (tmp_path / "other.bib").write_text(OTHER, encoding="utf-8")
    return tmp_path


def test_ris_in_and_out(folder: Path) -> None:
    done = refcli("import", "export.ris", cwd=folder)
    assert (done.code, done.err) == (0, "")
    assert "2 references added to references.bib, 0 already there, 0 lines not imported." in done.out
    text = (folder / "references.bib").read_text(encoding="utf-8")
    assert "@article{sadykova2011rail," in text
    assert "@techreport{gao2019," in text
    assert "2 already there" in refcli("import", "export.ris", cwd=folder).out
    assert (folder / "references.bib").read_text(encoding="utf-8") == text
    out = refcli("export", "--to", "ris", cwd=folder)
    assert (out.code, out.err) == (0, "")
    assert "TY  - NEWS\nAU  - Sadykova, Aliya\nTI  - Rail link opens\n" in out.out
    assert "DA  - 2011/05/03/\n" in out.out


def test_another_bib_keeps_its_fields(folder: Path) -> None:
    (folder / "references.bib").write_text("@misc{child, title = {Mine}}\n", encoding="utf-8")
    done = refcli("import", "other.bib", cwd=folder)
    text = (folder / "references.bib").read_text(encoding="utf-8")
    assert "other.bib:4: not imported, the @book is never closed" in done.out
    assert "2 references added" in done.out
    assert "journal = {Eurasia Daily Monitor Extra}, year = 1999, month = may, file = {a.pdf}" in text
    assert "@misc{childb, title = {Child}, crossref = {parent}, custom-field = {kept}}" in text
    assert "2 already there" in refcli("import", "other.bib", cwd=folder).out


def test_what_may_be_there_is_told(folder: Path) -> None:
    refcli("import", "export.ris", cwd=folder)
    near = RIS.replace("Sadykova, Aliya", "Sadykova, A.").replace("sadykova2011rail", "x1").replace("/05/03/", "/05//")
    done = refcli("import", "--json", "-", cwd=folder, stdin=near)
    first = json.loads(done.out)["entries"][0]
    assert first["added"]
    assert first["perhaps"]["key"] == "sadykova2011rail"


def test_csl_goes_round(folder: Path) -> None:
    refcli("import", "export.ris", "other.bib", cwd=folder)
    for ending in ("json", "yaml"):
        assert refcli("export", "-o", f"out.{ending}", cwd=folder).code == 0
        assert refcli("import", f"out.{ending}", "--library", f"{ending}.bib", cwd=folder).code == 0
        first, second = (
            refcli("export", "--to", "csl-json", "--library", name, cwd=folder).out
            for name in ("references.bib", f"{ending}.bib")
        )
        assert first == second
    assert refcli("format", "--from", "out.yaml", cwd=folder).out == refcli("format", cwd=folder).out


def test_losses_are_told(folder: Path) -> None:
    (folder / "t.json").write_text(
        json.dumps([{"id": "t1", "type": "treaty", "title": "T", "scale": "1:2"}]), encoding="utf-8"
    )
    done = refcli("export", "--from", "t.json", "--to", "ris", "--strict", cwd=folder)
    assert done.code == 1
    assert done.err == "t1: ris cannot carry type, scale\n"
    assert "TI  - T\n" in done.out


@pytest.mark.parametrize(
    ("words", "data", "sentence"),
    [
        (("import", "x.json"), "[{]", "x.json:1: is no JSON"),
        (("import", "x.yaml"), "references: [", "x.yaml:1: is no YAML"),
        (("import", "x.ris"), "words", "x.ris:1: stands outside of a reference"),
        (("import", "x.bib"), "words", "x.bib: has no BibTeX entry"),
        (("export", "--from", "x.json", "--to", "ris"), "[{]", "x.json:1: is no JSON"),
        (("export",), "", "say with --to which format"),
    ],
)
def test_bad_input_is_one_sentence(tmp_path: Path, words: tuple[str, ...], data: str, sentence: str) -> None:
    name = next((word for word in words if word.startswith("x.")), "")
    if name:
        (tmp_path / name).write_text(data, encoding="utf-8")
    done = refcli(*words, cwd=tmp_path)
    assert done.code == 2
    assert sentence in done.err
    assert done.err.count("\n") == 1


def test_a_draft_with_a_head_is_a_draft(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("---\ntitle: X\n---\n\nText.\n\n## References\n\n- Weitz, Jon. 2012. Budget. Cacianalyst.\n- Abe, Kenji. 2013. Cables. Survival.\n", encoding="utf-8")  # fmt: skip
    assert "2 references added" in refcli("import", "draft.md", cwd=tmp_path).out
