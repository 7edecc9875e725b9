"""cite, styles, format --cited-in and --to latex, as a user runs them."""

import json
from pathlib import Path

import pytest

from tests.cli.run import refcli

LIBRARY = """@article{sadykova2011, author = {Sadykova, Aliya}, title = {Rail link opens}, journaltitle = {Eurasia Daily Monitor}, date = {2011-05-03}}
@article{weitz2012, author = {Weitz, Jon and Abe, Kenji}, title = {Budget & port}, journaltitle = {Analyst}, date = {2012-06-09}}
@book{unused1999, author = {Unused, Ann}, title = {Not cited}, date = {1999}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "references.bib").write_text(LIBRARY, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sadykova2011", "(Sadykova, 2011)"),
        ("sadykova2011 --locator 12-14", "(Sadykova, 2011, pp. 12–14)"),
        ("sadykova2011 --locator 3 --label chapter", "(Sadykova, 2011, Chapter 3)"),
        ("weitz2012 sadykova2011", "(Sadykova, 2011; Weitz & Abe, 2012)"),
        ("weitz2012 --prefix see --suffix passim", "(see Weitz & Abe, 2012 passim)"),
        ("weitz2012 --suppress-author", "(2012)"),
        ("weitz2012 --author-only", "Weitz & Abe"),
        ("weitz2012 --narrative --locator 7", "Weitz and Abe (2012, p. 7)"),
        ("weitz2012 --style ieee", "[2]"),
        ("weitz2012 --style ieee --narrative", "Weitz and Abe [2]"),
        ("weitz2012 --style rand", "(Weitz and Abe, 2012)"),
        (
            "sadykova2011 --style survival --narrative",
            "Aliya Sadykova\nAliya Sadykova, ‘Rail Link Opens’, Eurasia Daily Monitor, 3 May 2011.",
        ),
    ],
)
def test_cite(folder: Path, words: str, expected: str) -> None:
    done = refcli("cite", *words.split(), cwd=folder)
    assert done.code == 0, done.err
    assert done.out.rstrip("\n") == expected


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("cite nobody1900", 'no entry has the key "nobody1900"'),
        ("cite weitz2012 --narrative --suppress-author", "choose one of"),
        ("cite weitz2012 --style apaa", "did you mean apa"),
        ("styles qqqq", "no style has qqqq in its id"),
        ("format --cited-in gone.md", "gone.md: no such file"),
    ],
)
def test_mistakes_are_one_sentence(folder: Path, words: str, sentence: str) -> None:
    done = refcli(*words.split(), cwd=folder)
    assert done.code == 2
    assert sentence in done.err
    assert done.err.count("\n") <= 1


def test_styles(folder: Path) -> None:
    ours = refcli("styles", cwd=folder)
    for name in ("apa", "chicago", "chicago-notes", "un", "rand", "chatham-house", "crisis-group", "survival"):
        assert f"{name}\n    " in ours.out
    found = json.loads(refcli("styles", "nature", "neuroscience", "--json", cwd=folder).out)
    assert found[0]["id"] == "nature-neuroscience"
    assert not found[0]["ours"]
    assert "McDermott" in found[0]["entry"]
    assert "more; --all shows them" in refcli("styles", "journal", cwd=folder).out


def test_cited_in(folder: Path) -> None:
    (folder / "a.md").write_text("As Aliya Sadykova of the Steppe Institute notes, it is late.\n", encoding="utf-8")
    (folder / "b.md").write_text("The budget is thin [@weitz2012, p. 3].\n", encoding="utf-8")
    done = refcli("format", "--cited-in", "a.md", "--cited-in", "b.md", cwd=folder)
    assert [line.split(",")[0] for line in done.out.splitlines() if line] == ["Sadykova", "Weitz"]
    (folder / "c.md").write_text("Nothing.\n", encoding="utf-8")
    empty = refcli("format", "--cited-in", "c.md", cwd=folder)
    assert (empty.code, empty.out.strip()) == (0, "")
    assert "cite nothing" in empty.err


def test_latex(folder: Path) -> None:
    done = refcli("format", "weitz2012", "--to", "latex", cwd=folder)
    assert done.out == (
        "\\hangindent=2em\\hangafter=1\\noindent Weitz, J., \\& Abe, K. (2012, June 9). Budget \\& port. \\textit{Analyst}.\\par\n"
    )


def test_works_that_a_style_does_not_print_are_named(folder: Path) -> None:
    items = [{"id": "act", "type": "legislation", "title": "Act"}, {"id": "b", "type": "book", "title": "B"}]
    (folder / "items.json").write_text(json.dumps(items), encoding="utf-8")
    done = refcli("format", "--from", "items.json", "--style", "csl:mohr-siebeck-recht", cwd=folder)
    assert done.code == 0
    assert "the style prints no entry for act" in done.err
