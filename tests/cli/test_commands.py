"""The commands as a user runs them, on good and on bad input."""

import json
from pathlib import Path

import pytest

from tests.cli.run import refcli

ARTICLE = """The port, revisited

According to Aliya Sadykova of the Steppe Institute, the rail link is late. As Jon Weits notes, the budget is thin.
Mr. Berdiev opened the terminal in June. RFE/RL Newsline wrote on May 3 that talks go on.

References

Aliya Sadykova. (2011, May 3). Rail link opens in the west. Eurasia Daily Monitor.
Jon Weitz. (2012, June 9). Budget troubles in the port. Cacianalyst.
and also: RFE/RL Newsline, May 3, 9, 12, and other dates.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_import_then_again(folder: Path) -> None:
    first = refcli("import", "article.txt", cwd=folder)
    assert (first.code, first.err) == (0, "")
    assert "3 references added to references.bib, 0 already there" in first.out
    assert "Central Asia-Caucasus Analyst (as written: Cacianalyst)" in first.out
    assert "no year is stated" in first.out
    before = (folder / "references.bib").read_bytes()
    second = refcli("import", "article.txt", cwd=folder)
    assert "0 references added to references.bib, 3 already there" in second.out
    assert "article.txt:8: already there as sadykova2011" in second.out
    assert (folder / "references.bib").read_bytes() == before


def test_import_options(folder: Path) -> None:
    assert refcli("import", "--dry-run", "article.txt", cwd=folder).code == 0
    assert not (folder / "references.bib").exists()
    assert refcli("import", "--strict", "article.txt", cwd=folder).code == 1
    done = refcli("import", "--json", "--library", "other.bib", "-", cwd=folder, stdin=ARTICLE)
    record = json.loads(done.out)
    assert [(entry["key"], entry["added"], entry["line"]) for entry in record["entries"]] == [
        ("sadykova2011", True, 8),
        ("weitz2012", True, 9),
        ("rferlnewslinend", True, 10),
    ]
    assert (folder / "other.bib").exists()


def test_a_configured_library(folder: Path) -> None:
    (folder / "refcli.yaml").write_text("library: shared/policy.bib\nstyle: chicago\n")
    below = folder / "drafts"
    below.mkdir()
    refcli("import", "../article.txt", cwd=below)
    assert (folder / "shared" / "policy.bib").exists()
    assert refcli("format", "weitz2012", cwd=below).out.startswith("Weitz, Jon. 2012. “Budget")


def test_format(folder: Path) -> None:
    refcli("import", "article.txt", cwd=folder)
    done = refcli("format", "--style", "apa", "--to", "markdown", cwd=folder)
    assert done.out.split("\n\n") == [
        "RFE/RL Newsline. (May 3, 9, 12, and other dates).",
        "Sadykova, A. (2011, May 3). Rail link opens in the west. *Eurasia Daily Monitor*.",
        "Weitz, J. (2012, June 9). Budget troubles in the port. *Central Asia-Caucasus Analyst*.\n",
    ]
    assert "<i>Eurasia Daily Monitor</i>" in refcli("format", "--to", "html", cwd=folder).out
    assert refcli("format", "-o", "list.txt", cwd=folder).out == ""
    assert (folder / "list.txt").read_text(encoding="utf-8").startswith("RFE/RL Newsline.")
    items = refcli("parse", "article.txt", "--to", "csl-json", cwd=folder).out
    assert refcli("format", "--from", "-", cwd=folder, stdin=items).out == refcli("format", cwd=folder).out


def test_parse_jsonl(folder: Path) -> None:
    records = [
        json.loads(line) for line in refcli("parse", "article.txt", "--to", "jsonl", cwd=folder).out.splitlines()
    ]
    assert len(records) == 3
    for record in records:
        assert (
            ARTICLE[record["start"] : record["end"]]
            == record["text"]
            == "".join(words for _, words in record["segments"])
        )
        assert 0 <= record["confidence"] <= 1
    alone = refcli(
        "parse",
        "-",
        "--to",
        "jsonl",
        "--each-line",
        cwd=folder,
        stdin="Ibid., 4\n\n1. Jon Weitz. (2012). Budget. Cacianalyst.\n",
    ).out
    first, second = (json.loads(line) for line in alone.splitlines())
    assert first["unparsed"] == "points to another entry"
    assert second["text"] == "Jon Weitz. (2012). Budget. Cacianalyst."


def test_lint(folder: Path) -> None:
    done = refcli("lint", "article.txt", cwd=folder)
    assert done.code == 1
    column = ARTICLE.splitlines()[2].index("As Jon") + 1
    assert f'article.txt:3:{column}: REF102 no entry is by "Weits"; did you mean Weitz?' in done.out
    assert "\x1b[" not in done.out
    record = json.loads(refcli("lint", "article.txt", "--output-format", "json", cwd=folder).out)
    assert record["schema"] == 1
    assert [(finding["rule"], finding["target"]) for finding in record["findings"]] == [("misspelled-name", [1])]
    assert [(mention["kind"], mention["target"]) for mention in record["mentions"]] == [
        ("narrative", [0]),
        ("narrative", [1]),
        ("outlet-attribution", [2]),
    ]
    assert all(ARTICLE[mention["start"] : mention["end"]] == mention["text"] for mention in record["mentions"])
    refcli("import", "article.txt", cwd=folder)
    keyed = json.loads(
        refcli("lint", "article.txt", "--library", "references.bib", "--output-format", "json", cwd=folder).out
    )
    assert [mention["target"] for mention in keyed["mentions"]] == [
        ["sadykova2011"],
        ["weitz2012"],
        ["rferlnewslinend"],
    ]
    assert keyed["entries"][0]["start"] is None


@pytest.mark.parametrize("command", ["import", "parse", "lint"])
@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("gone.txt", None, "no such file"),
        (".", None, "is a folder"),
        ("x.pdf", b"%PDF-1.4 ...", "is a PDF"),
        ("x.bin", b"\0\1\2\3", "binary"),
    ],
)
def test_bad_input_is_one_sentence(tmp_path: Path, command: str, name: str, data: bytes | None, sentence: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = refcli(command, name, cwd=tmp_path)
    assert done.code == 2
    assert sentence in done.err
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(ARTICLE.replace("\n", "\r\n").replace("Weitz", "Weitzé").encode(encoding))
    assert "3 references added" in refcli("import", "a.txt", cwd=tmp_path).out
    assert "Weitzé, Jon" in (tmp_path / "references.bib").read_text(encoding="utf-8")


def test_empty_and_huge(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "huge.txt").write_bytes(b"word (2004), " * 400_000)
    for name in ("empty.txt", "huge.txt"):
        for command in ("import", "parse", "lint"):
            done = refcli(command, name, cwd=tmp_path)
            assert done.code in (0, 1)
            assert "Traceback" not in done.err


def test_unknown_style_key_and_setting(folder: Path) -> None:
    refcli("import", "article.txt", cwd=folder)
    assert "did you mean" in refcli("format", "--style", "aapa", cwd=folder).err
    assert 'no entry has the key "x"' in refcli("format", "x", cwd=folder).err
    (folder / "refcli.yaml").write_text("stile: apa\n")
    done = refcli("format", cwd=folder)
    assert (done.code, 'unknown setting "stile"' in done.err) == (2, True)


@pytest.mark.parametrize("command", ["import", "parse", "format", "lint"])
def test_help_shows_examples(tmp_path: Path, command: str) -> None:
    done = refcli(command, "--help", cwd=tmp_path)
    assert done.code == 0
    assert f"  refcli {command} " in done.out
    assert max(map(len, done.out.splitlines())) <= 80
