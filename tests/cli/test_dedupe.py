"""refcli dedupe: what it shows, what merging keeps, what is remembered, and that nothing is merged unseen that may be two works."""

import json
from pathlib import Path

import pytest

from tests.cli.run import refcli

LIBRARY = r"""% mine
@string{edm = {Eurasia Daily Monitor}}

@article{mcdermott2004,
  author = {McDermott, R.},
  title = {Kazakhstan and the Alliance},
  journal = edm,
  year = 2004,
  keywords = {nato, army},
  note = {cited in ch. 2},
}

@article{osei2020,
  author = {Osei, Kwabena},
  title = {Sanctions and Shadow Fleets},
  journal = {SSRN},
  doi = {10.2139/ssrn.354},
  year = {2020},
}

@article{mcdermott2004b,
  author = {McDermott, Roger},
  title = {Kazakhstan and the Alliance},
  journal = {Eurasia Daily Monitor},
  date = {2004-08-11},
  keywords = {kazakhstan},
  note = {read in May},
}

@article{osei2021,
  author = {Osei, K.},
  title = {Sanctions and shadow fleets},
  journal = {Journal of Maritime Policy},
  volume = 12,
  pages = {201--229},
  doi = {10.5555/jmp.12.201},
  year = {2021},
}

@misc{child, title = {A chapter of the fleet}, crossref = {osei2021}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REFCLI_STATE", str(tmp_path / "state"))
    (tmp_path / "references.bib").write_text(LIBRARY, encoding="utf-8")
    return tmp_path


def test_json_and_check(folder: Path) -> None:
    done = refcli("dedupe", "--json", cwd=folder)
    assert done.code == 0, done.err
    sure, likely = json.loads(done.out)
    assert sure["keys"] == ["mcdermott2004", "mcdermott2004b"]
    assert sure["confidence"] > 0.95
    assert sure["agree"] == ["title", "author (written otherwise)", "year", "journal"]
    assert likely["keys"] == ["osei2020", "osei2021"]
    assert "journal (preprint and publication)" in likely["differ"]
    assert refcli("dedupe", "--check", cwd=folder).code == 1
    assert refcli("dedupe", "--check", "--at-least", "1", cwd=folder).code == 0


def test_merging_asks_and_keeps_everything(folder: Path) -> None:
    (folder / "draft.md").write_text("See [@osei2021, p. 3] and @mcdermott2004b.\n", encoding="utf-8")
    done = refcli("dedupe", "--merge", "--draft", "draft.md", cwd=folder, stdin="y\nosei2021\n")
    assert done.code == 0, done.err
    assert "mcdermott2004b -> mcdermott2004\nosei2020 -> osei2021\n" in done.out
    assert "2 groups merged, 0 left, 0 distinct" in done.out
    text = (folder / "references.bib").read_text(encoding="utf-8")
    assert (
        text
        == r"""% mine
@string{edm = {Eurasia Daily Monitor}}

@article{mcdermott2004,
  author = {McDermott, Roger},
  title = {Kazakhstan and the Alliance},
  journal = edm,
  year = 2004,
  keywords = {nato, army, kazakhstan},
  note = {cited in ch. 2; read in May},
  date = {2004-08-11},
  ids = {mcdermott2004b},
}

@article{osei2021,
  author = {Osei, Kwabena},
  title = {Sanctions and shadow fleets},
  journal = {Journal of Maritime Policy},
  volume = 12,
  pages = {201--229},
  doi = {10.5555/jmp.12.201},
  year = {2021},
  annote = {osei2020 had journal = SSRN; osei2020 had doi = 10.2139/ssrn.354; osei2020 had year = 2020},
  ids = {osei2020},
}

@misc{child, title = {A chapter of the fleet}, crossref = {osei2021}}
"""
    )
    assert (folder / "draft.md").read_text(encoding="utf-8") == "See [@osei2021, p. 3] and @mcdermott2004.\n"
    assert refcli("undo", cwd=folder).code == 0
    assert (folder / "references.bib").read_text(encoding="utf-8") == LIBRARY


def test_merge_sure_leaves_what_differs(folder: Path) -> None:
    done = refcli("dedupe", "--merge-sure", cwd=folder)
    assert "mcdermott2004b -> mcdermott2004\n" in done.out
    assert "1 group merged, 1 left, 0 distinct" in done.out
    assert "@article{osei2020" in (folder / "references.bib").read_text(encoding="utf-8")


def test_pointers_follow_the_kept_key(folder: Path) -> None:
    refcli("dedupe", "--merge", cwd=folder, stdin="s\ny\n")
    assert "crossref = {osei2020}" in (folder / "references.bib").read_text(encoding="utf-8")


def test_not_a_duplicate_is_remembered_and_follows_a_rename(folder: Path) -> None:
    refcli("dedupe", "--merge", cwd=folder, stdin="n\ns\n")
    text = (folder / "references.bib").read_text(encoding="utf-8")
    assert "@comment{refcli-distinct: mcdermott2004, mcdermott2004b}" in text
    assert [row["keys"] for row in json.loads(refcli("dedupe", "--json", cwd=folder).out)] == [["osei2020", "osei2021"]]
    refcli("rename", "mcdermott2004b", "roger2004", cwd=folder)
    assert len(json.loads(refcli("dedupe", "--json", cwd=folder).out)) == 1
    assert refcli("dedupe", "--distinct", "osei2020", "--distinct", "osei2021", cwd=folder).code == 0
    assert refcli("dedupe", "--json", cwd=folder).out.strip() == "[]"
    wrong = refcli("dedupe", "--distinct", "osei2020", "--distinct", "osei20", cwd=folder)
    assert (wrong.code, "did you mean" in wrong.err) == (2, True)


TWO = r"""@article{{a, author = {{Sadykova, Aliya}}, title = {{{0}}}, journal = {{Eurasia Daily Monitor}}, date = {{2011-05-03}}{2}}}
@article{{b, author = {{Sadykova, Aliya}}, title = {{{1}}}, journal = {{Eurasia Daily Monitor}}, date = {{2011-05-03}}{3}}}
"""


@pytest.mark.parametrize(
    ("one", "other", "more", "less"),
    [
        ("Rail link opens", "Parliament votes on rail", "", ""),
        ("Rail link opens, part I", "Rail link opens, part II", "", ""),
        ("Rail link opens in the west", "Rail link opens in the west", ", edition = {1}", ", edition = {2}"),
        ("Rail link opens in the west", "Rail link opens in the west", ", pages = {3}", ", pages = {9}"),
        ("Rail link opens in the west", "Rail link opens in the west", ", doi = {10.5555/1}", ", doi = {10.5555/2}"),
        ("Rail link opens in the west", "Rail link opens in the west: a correction", "", ""),
        ("Rail link opens in the west", "Rail link opens in the east", "", ""),
    ],
)
def test_two_works_are_never_merged_unseen(tmp_path: Path, one: str, other: str, more: str, less: str) -> None:
    library = tmp_path / "references.bib"
    library.write_text(TWO.format(one, other, more, less), encoding="utf-8")
    before = library.read_bytes()
    done = refcli("dedupe", "--merge-sure", cwd=tmp_path)
    assert (done.code, library.read_bytes()) == (0, before)


def test_merging_leaves_what_kind_of_work_the_kept_entry_is(folder: Path) -> None:
    (folder / "references.bib").write_text(
        "@article{one, author={Ames, Ann}, title={Rail link opens in the west}, journal={Eurasia Daily Monitor}, date={2011-05-03}}\n"
        "@article{two, author={Ames, A.}, title={Rail link opens in the west}, journal={Eurasia Daily Monitor}, year=2011, entrysubtype={newspaper}}\n"
    )
    assert "two -> one" in refcli("dedupe", "--merge-sure", cwd=folder).out
    assert "entrysubtype" not in (folder / "references.bib").read_text()
