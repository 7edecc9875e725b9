"""The everyday commands, as a user types them: what they print, what they leave of the library."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli.run import Done, refcli

BIB = """% Sources of the Kazakhstan paper
@string{edm = "Eurasia Daily Monitor"}

@Article{mcdermott2004,
  Author  = {McDermott, Roger},
  Title   = {Kazakhstan's {NATO} Partnership},
  Journal = edm,
  Year    = 2004,
  Month   = aug
}

@techreport{crs2007, author = {{Congressional Research Service}}, title = {Énergie in Central Asia}, year = {2007}, number = {RL33}, doubts = {kind unsure}, asfound = {CRS, Énergie in Central Asia, 2007.}}

@misc{old, title = {Undated note}, url = {https://example.org/a_b}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "references.bib").write_bytes(BIB.encode())
    return tmp_path


def library(folder: Path) -> str:
    return (folder / "references.bib").read_bytes().decode()


def test_set_changes_one_value_and_no_other_byte(folder: Path) -> None:
    done = refcli("set", "mcdermott2004", "year=2005", "note=Read & noted", cwd=folder)
    assert done == Done(0, "references.bib: mcdermott2004 changed.\n", "")
    expected = BIB.replace("2004,\n  Month   = aug\n", "2005,\n  Month   = aug,\n  Note    = {Read \\& noted}\n")
    assert library(folder) == expected


def test_set_to_what_is_there_does_not_write(folder: Path) -> None:
    stamp = (folder / "references.bib").stat().st_mtime_ns
    assert "is as it was" in refcli("set", "mcdermott2004", "year=2004", cwd=folder).out
    assert (folder / "references.bib").stat().st_mtime_ns == stamp


def test_an_empty_value_removes_the_field(folder: Path) -> None:
    refcli("set", "crs2007", "number=", "entrytype=report", cwd=folder)
    assert library(folder) == BIB.replace(", number = {RL33}", "").replace("@techreport", "@report")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("set", "mcdermot2004", "year=1"), 'no entry has the key "mcdermot2004"; did you mean "mcdermott2004"?\n'),
        (("set", "old", "title={open"), 'the value of "title" has a brace or quote without its partner'),
        (("set", "old", "title"), '"title" should be FIELD=VALUE'),
        (("set", "old", "a b=1"), '"a b" cannot be the name of a field'),
        (("rename", "old", "a b"), '"a b" cannot be a key'),
        (("rename", "old", "crs2007"), 'there is an entry "crs2007" already'),
        (("remove", "nothing"), 'no entry has the key "nothing"'),
        (("search", "year:x"), '"year:x" is no year'),
        (("search", " "), "an empty query"),
        (("keys", "--pattern", "[auth][x]"), "[x] is unknown; there are [auth]"),
        (("open", "crs2007"), "crs2007 has no url, doi or file"),
        (("undo",), "there is nothing to undo"),
        (("add", "--key", "old", "title=X"), 'there is an entry "old" already'),
        (("add", "@book{x, title = {open}"), "the BibTeX cannot be read: the @book is never closed"),
        (("add", "..."), "this is no reference that can be read"),
        (("tidy", "none.bib"), "none.bib: no such file"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    folder: Path, words: tuple[str, ...], says: str
) -> None:
    done = refcli(*words, cwd=folder)
    assert done.code == 2
    assert says in done.err
    assert done.err.count("\n") == 1
    assert library(folder) == BIB


def test_without_a_library_the_way_to_one_is_told(tmp_path: Path) -> None:
    assert "make one with refcli init" in refcli("list", cwd=tmp_path).err
    assert (
        refcli("init", cwd=tmp_path).out == "references.bib: made. Fill it with refcli import SOURCE or refcli add.\n"
    )
    assert refcli("init", cwd=tmp_path).out == "references.bib: is there already.\n"
    assert library(tmp_path) == ""


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        (["kazakhstan"], ["mcdermott2004"]), (["author:mcdermott", "year:2004..2007"], ["mcdermott2004"]), (["energie"], ["crs2007"]),
        (["year:2004..2007"], ["mcdermott2004", "crs2007"]), (["year:..2004"], ["mcdermott2004"]), (["year:>2004"], ["crs2007"]), (["year:none"], ["old"]),
        (["type:report"], ["crs2007"]), (["type:article"], ["mcdermott2004"]), (["type:webpage"], ["old"]), (["has:url"], ["old"]), (["--", "-has:url", "-crs"], ["mcdermott2004"]),
        (['"central asia"'], ["crs2007"]), (["title:Central Asia"], ["crs2007"]), (["nato", "OR", "note"], ["mcdermott2004", "old"]), (["container-title:eurasia"], ["mcdermott2004"]),
        (["journal:monitor"], ["mcdermott2004"]), (["key:old"], ["old"]), (["https://example.org"], ["old"]), (["author:congress"], ["crs2007"]), (["number:rl33"], ["crs2007"]),
        (["issued:2004"], ["mcdermott2004"]), (["kazakhstan", "year:2005"], []),
    ],
)  # fmt: skip
def test_search(folder: Path, query: list[str], keys: list[str]) -> None:
    done = refcli("search", "--json", *query, cwd=folder)
    assert [entry["key"] for entry in json.loads(done.out)] == keys
    assert done.code == (0 if keys else 1)


def test_list_as_a_table_and_as_data(folder: Path) -> None:
    assert refcli("list", cwd=folder).out == (
        "key            author                          date     title                          in\n"
        "mcdermott2004  McDermott                       2004-08  Kazakhstan's NATO Partnership  Eurasia Daily Monitor\n"
        "crs2007        Congressional Research Service  2007     Énergie in Central Asia\n"
        "old                                                     Undated note\n"
    )
    entry = json.loads(refcli("list", "--json", cwd=folder).out)[0]
    assert (entry["key"], entry["type"], entry["line"]) == ("mcdermott2004", "article", 4)
    assert entry["fields"]["journal"] == "Eurasia Daily Monitor"
    assert entry["reference"]["container-title"] == "Eurasia Daily Monitor"


def test_doubts_are_listed_and_shown_with_the_words_as_found(folder: Path) -> None:
    (row,) = refcli("list", "--doubtful", cwd=folder).out.splitlines()[1:]
    assert row.startswith("crs2007")
    assert row.endswith("kind unsure")
    shown = refcli("show", "crs2007", cwd=folder).out
    assert shown.startswith("@techreport{crs2007, author = {{Congressional Research Service}}")
    assert "read from: CRS, Énergie in Central Asia, 2007." in shown
    assert "doubtful: kind unsure" in shown
    labels = dict(json.loads(refcli("show", "crs2007", "--json", cwd=folder).out)["segments"])
    assert labels["date"] == "2007"


def test_undo_takes_back_and_a_second_undo_makes_it_again(folder: Path) -> None:
    refcli("set", "old", "note=1", cwd=folder)
    one = library(folder)
    refcli("remove", "crs2007", cwd=folder)
    two = library(folder)
    assert refcli("undo", cwd=folder).out == "references.bib: undone: remove crs2007\n"
    assert library(folder) == one
    assert refcli("undo", cwd=folder).out == "references.bib: made again: remove crs2007\n"
    assert library(folder) == two
    refcli("undo", "--steps", "2", cwd=folder)
    assert library(folder) == BIB
    assert [step["what"] for step in json.loads(refcli("undo", "--list", "--json", cwd=folder).out)] == []
    assert refcli("undo", "--steps", "1", cwd=folder).code == 2
    refcli("undo", cwd=folder)
    assert library(folder) == two


def test_undo_does_not_touch_what_another_program_has_changed(folder: Path) -> None:
    refcli("set", "old", "note=1", cwd=folder)
    with (folder / "references.bib").open("ab") as file:
        file.write(b"% by JabRef\n")
    done = refcli("undo", cwd=folder)
    assert done.code == 2
    assert "was changed by another program since; nothing was undone" in done.err
    assert library(folder).endswith("% by JabRef\n")


def test_rename_in_the_library_and_in_drafts(folder: Path) -> None:
    draft = folder / "draft.md"
    draft.write_bytes(
        "See [@old, p. 3; @older] and -@old; me@old.org, \\cite[p.~2]{old,crs2007}, é\r\n".encode("latin-1")
    )
    done = refcli("rename", "old", "new", "draft.md", cwd=folder)
    assert done.out == "references.bib: old is now new.\ndraft.md: 3 places changed.\n"
    assert library(folder) == BIB.replace("@misc{old,", "@misc{new,")
    assert (
        draft.read_bytes().decode("latin-1")
        == "See [@new, p. 3; @older] and -@new; me@old.org, \\cite[p.~2]{new,crs2007}, é\r\n"
    )


def test_add_from_fields_text_and_bibtex(folder: Path) -> None:
    done = refcli(
        "add",
        "--type",
        "newspaper",
        "title=A & B",
        "author=Smith, Jo",
        "journal=The Times",
        "year=2023",
        "url=https://x.org/a_b",
        cwd=folder,
    )
    assert done.out == (
        "@article{smith2023, title = {A \\& B}, author = {Smith, Jo}, journal = {The Times}, year = 2023, "
        "url = {https://x.org/a_b}, entrysubtype = {newspaper}}\n"
    )
    added = json.loads(refcli("show", "smith2023", "--json", cwd=folder).out)
    assert added["reference"]["type"] == "article-newspaper"
    assert added["reference"]["title"] == "A & B"
    assert added["reference"]["URL"] == "https://x.org/a_b"
    refcli("add", 'McDermott, Roger: "Another piece", Eurasia Daily Monitor, 12 August 2004', cwd=folder)
    assert (
        json.loads(refcli("show", "mcdermott2004b", "--json", cwd=folder).out)["reference"]["title"] == "Another piece"
    )
    refcli("add", "-", cwd=folder, stdin='@BOOK{old,title="T"}\n@misc{,\n title = {Without}\n}')
    assert library(folder).endswith('\n\n@BOOK{oldb,title="T"}\n\n@misc{withoutnd,\n title = {Without}\n}\n')
    assert library(folder).startswith(BIB.rstrip("\n"))


def editor(folder: Path, code: str) -> dict[str, str]:
    script = folder / "editor.py"
    script.write_text(
        f"import sys; p = sys.argv[1]; t = open(p, encoding='utf-8', newline='').read()\n{code}\nopen(p, 'w', encoding='utf-8', newline='').write(t)"
    )
    return {**os.environ, "VISUAL": f'"{sys.executable}" "{script}"'}


def test_edit_is_checked_on_return_and_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "VISUAL", editor(folder, "t = t.replace('Undated', 'Dated').replace('{old', '{dated')")["VISUAL"]
    )
    assert refcli("edit", "old", cwd=folder).out == "references.bib: old changed.\n"
    assert library(folder) == BIB.replace("Undated", "Dated").replace("{old", "{dated")
    before = library(folder)
    monkeypatch.setenv("VISUAL", editor(folder, "t = t.replace('}', '') + 'my words'")["VISUAL"])
    done = refcli("edit", "dated", cwd=folder)
    assert done.code == 2
    assert "is never closed; the library was left as it was. Your words are in " in done.err
    kept = Path(done.err.split("Your words are in ")[1].strip())
    assert "my words" in kept.read_text(encoding="utf-8")
    assert library(folder) == before


def test_keys_by_pattern_are_shown_then_written(folder: Path) -> None:
    refcli("add", "--key", "x1", "title=Undated note, two", cwd=folder)
    (folder / "draft.md").write_text("[@old] [@x1]")
    shown = json.loads(refcli("keys", "--pattern", "[auth][year][shorttitle]", "--json", cwd=folder).out)
    assert {row["old"]: row["new"] for row in shown} == {
        "mcdermott2004": "mcdermott2004kazakhstans", "crs2007": "congressionalresearchservice2007energie", "old": "undatednotendundated", "x1": "undatednotetwondundated",
    }  # fmt: skip
    refcli("keys", "old", "x1", "--pattern", "[shorttitle][year]", "--write", "--draft", "draft.md", cwd=folder)
    assert (folder / "draft.md").read_text() == "[@undatednd] [@undatedndb]"
    assert (
        refcli("keys", "undatednd", "undatedndb", "--pattern", "[shorttitle][year]", "--json", cwd=folder).out == "[]\n"
    )


def test_tidy_checks_shows_and_writes(folder: Path) -> None:
    assert refcli("tidy", "--check", cwd=folder) == Done(1, "references.bib: would be tidied.\n", "")
    diff = refcli("tidy", "--diff", cwd=folder)
    assert "+  year = {2004}," in diff.out
    assert library(folder) == BIB
    before = json.loads(refcli("list", "--json", cwd=folder).out)
    assert refcli("tidy", cwd=folder) == Done(0, "references.bib: tidied.\n", "")
    assert refcli("tidy", "--check", cwd=folder) == Done(0, "", "")
    after = json.loads(refcli("list", "--json", cwd=folder).out)
    assert [entry["reference"] for entry in after] == [entry["reference"] for entry in before]
    assert library(folder).startswith(
        '% Sources of the Kazakhstan paper\n@string{edm = "Eurasia Daily Monitor"}\n\n@article{mcdermott2004,\n  author = {'
    )


def test_open_prints_the_address(folder: Path) -> None:
    assert refcli("open", "old", "--print", cwd=folder).out == "https://example.org/a_b\n"
    refcli("set", "crs2007", "doi=10.1000/x", cwd=folder)
    assert refcli("open", "crs2007", "--print", cwd=folder).out == "https://doi.org/10.1000/x\n"
    (folder / "a.pdf").write_bytes(b"")
    refcli("set", "crs2007", "file=:a.pdf:PDF", cwd=folder)
    assert refcli("open", "crs2007", "--print", cwd=folder).out == "a.pdf\n"


def test_stats_as_data(folder: Path) -> None:
    counts = json.loads(refcli("stats", "--json", cwd=folder).out)
    assert counts["entries"] == 3
    assert counts["types"] == {"article-magazine": 1, "report": 1, "webpage": 1}
    assert counts["decades"] == {"2000s": 2, "none": 1}
    assert (counts["doubtful"], counts["without date"], counts["broken"]) == (1, 1, 0)
