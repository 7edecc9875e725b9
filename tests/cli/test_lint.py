"""refcli lint as a person runs it: real files, real git, real processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.run import Done, refcli
from tests.documents.word import docx, paragraph

LIST = """References

Abe, K. (2007). Straits and navies. London: Hurst.

Cole, J. (2011). Grain and power. London: Hurst.

Weitz, R. (2006). Averting a new great game. Washington Quarterly, 29(3), 155-167.
"""
CLEAN = f"A claim (Abe, 2007; Cole, 2011; Weitz, 2006).\n\n{LIST}"
WRONG = "It is so (Weitz, 2008)."
FAULTY = f"{WRONG}\n\n{CLEAN}"
ENTRIES = [entry for entry in LIST.splitlines() if entry]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def lint(folder: Path, *words: str, stdin: str = "") -> Done:
    return refcli("lint", *words, "--output-format", "concise", cwd=folder, stdin=stdin)


def codes(done: Done) -> list[str]:
    """What is reported, a code a line."""
    return [
        line.split(": ")[1].split()[0] if ".docx" not in line else line.split(": ")[2].split()[0]
        for line in done.out.splitlines()[:-1]
    ]


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    return subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, check=True, text=True).stdout


def committed(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("draft.md",), 1),
        (("draft.md", "--exit-zero"), 0),
        (("draft.md", "--ignore", "REF103"), 0),
        (("draft.md", "--statistics"), 1),
        (("nowhere.md",), 2),
        (("draft.md", "--select", "REF9"), 2),
        (("draft.md", "--profile", "strict"), 2),
        (("draft.md", "--output-format", "xml"), 2),
        (("draft.md", "--library", "nowhere.bib"), 2),
        (("draft.md", "--baseline", "nowhere.json"), 2),
        (("draft.md", "--since", "HEAD"), 2),
        (("draft.md", "--per-file-ignores", "REF103"), 2),
        (("-", "--watch"), 2),
        ((".",), 2),
    ],
)
def test_exit_codes(folder: Path, words: tuple[str, ...], code: int) -> None:
    done = refcli("lint", *words, cwd=folder)
    assert done.code == code
    if code == 2:
        assert done.out == ""
        assert "Traceback" not in done.err
        assert len(done.err.strip().splitlines()) <= 4


def test_a_draft_that_cannot_be_read_keeps_no_other_from_being_checked(folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04")
    done = lint(folder, "broken.docx", "draft.md", "nowhere.md", "--exit-zero")
    assert (done.code, codes(done)) == (2, ["REF103"])
    assert [line.split(":")[1] for line in done.err.splitlines()] == [" broken.docx", " nowhere.md"]


def test_an_info_counts_for_submission_alone(folder: Path) -> None:
    entry = "Kunanbaev, N. (2010). Steppe and state. Almaty: Kitap."
    text = f"As Nursultan Qunanbayev (2010) argues, so. {CLEAN}\n{entry}\n"
    (folder / "draft.md").write_text(text, encoding="utf-8")
    drafting = lint(folder, "draft.md", "--extend-select", "REF105")
    submission = lint(folder, "draft.md", "--profile", "submission", "--select", "REF105")
    assert (codes(drafting), drafting.code) == (["REF105"], 0)
    assert (codes(submission), submission.code) == (["REF105"], 1)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), ["REF103", "REF201"]),
        (("--select", "REF1"), ["REF103"]),
        (("--select", "uncited-entry"), ["REF201"]),
        (("--select", "REF1,REF2", "--ignore", "REF201"), ["REF103"]),
        (("--ignore", "REF103", "--ignore", "REF201"), []),
        (("--ignore", "ALL", "--extend-select", "REF103"), ["REF103"]),
        (("--per-file-ignores", "*.md:REF1"), ["REF201"]),
        (("--per-file-ignores", "other/*.md:REF1"), ["REF103", "REF201"]),
    ],
)
def test_selection(folder: Path, words: tuple[str, ...], found: list[str]) -> None:
    (folder / "draft.md").write_text(f"{WRONG} A claim (Abe, 2007).\n\n{LIST}", encoding="utf-8")
    assert codes(lint(folder, "draft.md", *words)) == found


def test_settings_are_found_upwards_and_shown(folder: Path) -> None:
    (folder / "refcli.yaml").write_text(
        "lint: {ignore: [REF103], per-file-ignores: {'old/*': [REF2]}}\n", encoding="utf-8"
    )
    deep = folder / "parts" / "one"
    deep.mkdir(parents=True)
    (deep / "draft.md").write_text(FAULTY, encoding="utf-8")
    assert lint(deep, "draft.md").code == 0
    assert codes(lint(deep, "draft.md", "--select", "REF103")) == ["REF103"]
    shown = json.loads(refcli("config", "--json", cwd=deep).out)
    assert Path(shown["file"]).samefile(folder / "refcli.yaml")
    assert shown["lint"]["ignore"] == ["REF103"]
    assert shown["lint"]["per-file-ignores"] == {"old/*": ["REF2"]}
    (deep / "pyproject.toml").write_text("[tool.refcli.lint]\nprofile = 'submission'\n", encoding="utf-8")
    assert "REF103" in codes(lint(deep, "draft.md"))
    assert "profile: submission" in refcli("config", cwd=deep).out


@pytest.mark.parametrize(
    "said", ["lint: {profile: strict}", "lint: {ignore: [REF9]}", "lint: {select: REF1}", "lint: [x]", "lnt: {}"]
)
def test_wrong_settings_are_a_sentence(folder: Path, said: str) -> None:
    (folder / "refcli.yaml").write_text(said, encoding="utf-8")
    done = lint(folder, "draft.md")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("refcli: ")
    assert "refcli.yaml: " in done.err
    assert done.err.count("\n") == 1


def test_standard_input_has_the_name_that_it_is_given(folder: Path) -> None:
    done = lint(folder, "-", "--stdin-filename", "paper.tex", stdin="It is so % (Weitz, 2008)\n")
    assert done.out.startswith("Nothing found")
    done = lint(folder, "-", "--stdin-filename", "drafts/a.md", stdin=FAULTY)
    assert done.out.startswith("drafts/a.md:1:10: REF103")
    assert lint(folder, "-", stdin=FAULTY).out.startswith("-:1:10: REF103")


def test_fixes(folder: Path) -> None:
    text = FAULTY.replace("Hurst.", "Hurst. https://doi.org/https://doi.org/10.1000/182", 1)
    (folder / "draft.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    shown = refcli("lint", "draft.md", "--diff", cwd=folder)
    assert shown.code == 1
    assert "+Abe, K. (2007). Straits and navies. London: Hurst. https://doi.org/10.1000/182" in shown.out
    assert "2008" not in shown.out
    both = refcli("lint", "draft.md", "--diff", "--unsafe-fixes", cwd=folder)
    assert f"-{WRONG}\n+{WRONG.replace('2008', '2006')}" in both.out
    assert "2 findings would be mended" in both.err
    safe = lint(folder, "draft.md", "--fix")
    assert (safe.code, codes(safe), safe.err) == (1, ["REF103"], "1 finding mended.\n")
    rest = lint(folder, "draft.md", "--fix", "--unsafe-fixes")
    assert (rest.code, codes(rest)) == (0, [])
    mended = text.replace("https://doi.org/https", "https").replace("2008", "2006").replace("\n", "\r\n")
    assert (folder / "draft.md").read_bytes() == b"\xef\xbb\xbf" + mended.encode()


def test_a_diff_can_be_applied(folder: Path) -> None:
    committed(folder)
    diff = refcli("lint", "draft.md", "--diff", "--unsafe-fixes", cwd=folder).out
    subprocess.run(["git", "apply", "-p0", "-"], cwd=folder, input=diff.encode(), check=True)
    assert (folder / "draft.md").read_text(encoding="utf-8") == FAULTY.replace("2008", "2006")


def test_standard_input_is_printed_mended(folder: Path) -> None:
    done = refcli("lint", "-", "--fix", "--unsafe-fixes", "--stdin-filename", "a.md", cwd=folder, stdin=FAULTY)
    assert (done.code, done.out) == (0, FAULTY.replace("2008", "2006"))


def test_a_word_file_is_never_changed(folder: Path) -> None:
    data = docx(*map(paragraph, [WRONG, CLEAN.splitlines()[0], *ENTRIES]))
    (folder / "a.docx").write_bytes(data)
    done = lint(folder, "a.docx", "--fix", "--unsafe-fixes")
    assert (done.code, codes(done)) == (1, ["REF103"])
    assert (folder / "a.docx").read_bytes() == data


SUPPRESSED = [
    ("a.md", f"{WRONG} <!-- refcli: ignore REF103 -- a reprint -->\n\n{CLEAN}"),
    ("a.txt", f"{WRONG} <!-- refcli: ignore REF103 -->\n\n{CLEAN}"),
    ("a.html", f"<p>{WRONG} <!-- refcli: ignore REF103 --></p>" + "".join(f"<p>{line}</p>" for line in CLEAN.splitlines())),
    ("a.tex", f"{WRONG} % refcli: ignore REF103 -- a reprint\n\n" + CLEAN.replace("References", r"\section{References}")),
    ("a.typ", f"{WRONG} // refcli: ignore REF103\n\n{CLEAN.replace('References', '= References')}"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), SUPPRESSED, ids=[name for name, _ in SUPPRESSED])
def test_suppressions_of_each_format(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    done = lint(folder, name)
    assert (done.code, done.out.strip()) == (0, "Nothing found; 4 mentions checked against 3 entries; 1 suppressed.")
    path.write_text(text.replace("refcli: ignore", "refcli: ignored not"), encoding="utf-8")
    assert codes(lint(folder, name)) == ["REF103"]
    path.write_text(text.replace("2008", "2006"), encoding="utf-8")
    unused = lint(folder, name)
    assert (unused.code, codes(unused)) == (1, ["REF401"])
    mended = lint(folder, name, "--fix")
    assert (mended.code, codes(mended)) == (0, [])
    assert "refcli" not in path.read_text(encoding="utf-8")


def test_a_comment_in_a_word_file_suppresses(folder: Path) -> None:
    about = '<w:commentRangeStart w:id="4"/>', "(Weitz, 2008)", '<w:commentRangeEnd w:id="4"/>'
    rest = list(map(paragraph, [CLEAN.splitlines()[0], *ENTRIES]))
    (folder / "a.docx").write_bytes(docx(paragraph("It is so ", *about), *rest, comments={4: "refcli: ignore REF103"}))
    assert lint(folder, "a.docx").out == "Nothing found; 4 mentions checked against 3 entries; 1 suppressed.\n"


def test_a_list_beside_a_word_file_suppresses(folder: Path) -> None:
    (folder / "a.docx").write_bytes(
        docx(*map(paragraph, [WRONG, "More (Abe, 2009).", CLEAN.splitlines()[0], *ENTRIES]))
    )
    assert codes(lint(folder, "a.docx")) == ["REF103", "REF103"]
    beside = folder / "a.docx.refcli-ignore"
    beside.write_text("# known to the editor\nREF103 Weitz, 2008\nREF102 Abe  # no such finding\n", encoding="utf-8")
    done = lint(folder, "a.docx")
    assert "Abe, 2009" in done.out
    assert "Weitz, 2008" not in done.out
    assert "REF401" in done.out
    assert "a.docx.refcli-ignore:3" in done.out


def test_a_baseline_leaves_what_is_new(folder: Path) -> None:
    made = refcli("lint", "draft.md", "--write-baseline", "known.json", cwd=folder)
    assert (made.code, made.out) == (0, "")
    assert lint(folder, "draft.md", "--baseline", "known.json").code == 0
    more = f"A line above.\n\nNew (Cole, 2012).\n\n{FAULTY}"
    (folder / "draft.md").write_text(more, encoding="utf-8")
    done = lint(folder, "draft.md", "--baseline", "known.json")
    assert (done.code, codes(done)) == (1, ["REF103"])
    assert done.out.startswith("draft.md:3:")
    (folder / "draft.md").write_text(f"{WRONG}\n\n{FAULTY}", encoding="utf-8")
    assert codes(lint(folder, "draft.md", "--baseline", "known.json")) == ["REF103"]
    (folder / "draft.md").write_text(CLEAN, encoding="utf-8")
    refcli("lint", "draft.md", "--write-baseline", "known.json", cwd=folder)
    (folder / "draft.md").write_text(FAULTY, encoding="utf-8")
    assert codes(lint(folder, "draft.md", "--baseline", "known.json")) == ["REF103"]


def test_a_baseline_holds_from_every_folder(folder: Path) -> None:
    (folder / "refcli.yaml").write_text("lint: {baseline: known.json}\n", encoding="utf-8")
    (folder / "known.json").write_text('{"schema": 1, "findings": {}}', encoding="utf-8")
    (folder / "parts").mkdir()
    (folder / "draft.md").rename(folder / "parts" / "draft.md")
    assert codes(lint(folder, "parts/draft.md")) == ["REF103"]
    refcli("lint", "parts/draft.md", "--write-baseline", "known.json", cwd=folder)
    assert lint(folder, "parts/draft.md").code == 0
    assert lint(folder / "parts", "draft.md").code == 0


@pytest.mark.parametrize("text", ["", "{", "[]", '{"findings": []}', '{"findings": {"a": [{}]}}', '{"findings": 3}'])
def test_a_broken_baseline_is_a_sentence(folder: Path, text: str) -> None:
    (folder / "known.json").write_text(text, encoding="utf-8")
    done = lint(folder, "draft.md", "--baseline", "known.json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("refcli: known.json: cannot be used")


def test_since_a_revision_only_changed_lines_count(folder: Path) -> None:
    committed(folder)
    assert lint(folder, "draft.md", "--since", "HEAD").code == 0
    (folder / "draft.md").write_text(f"A new line (Cole, 2012).\n\n{FAULTY}", encoding="utf-8")
    done = lint(folder, "draft.md", "--since", "HEAD")
    assert (done.code, codes(done), done.out[:12]) == (1, ["REF103"], "draft.md:1:1")
    git(folder, "commit", "-qam", "second")
    assert lint(folder, "draft.md", "--since", "HEAD").code == 0
    assert codes(lint(folder, "draft.md", "--since", "HEAD~1")) == ["REF103"]
    (folder / "new.md").write_text(FAULTY, encoding="utf-8")
    assert codes(lint(folder, "new.md", "--since", "HEAD")) == ["REF103"]
    deep = folder / "a b"
    deep.mkdir()
    git(folder, "mv", "draft.md", "a b/draft.md")
    git(folder, "commit", "-qm", "third")
    assert lint(deep, "draft.md", "--since", "HEAD").code == 0


def test_since_a_revision_of_a_word_file(folder: Path) -> None:
    before = list(map(paragraph, [WRONG, CLEAN.splitlines()[0], *ENTRIES]))
    (folder / "a.docx").write_bytes(docx(*before))
    committed(folder)
    (folder / "a.docx").write_bytes(docx(paragraph("New (Cole, 2012)."), *before))
    done = lint(folder, "a.docx", "--since", "HEAD")
    assert codes(done) == ["REF103"]
    assert "paragraph 1" in done.out


@pytest.mark.parametrize(("revision", "why"), [("nowhere", "no revision"), ("--help", "no revision")])
def test_since_what_is_no_revision(folder: Path, revision: str, why: str) -> None:
    committed(folder)
    done = lint(folder, "draft.md", f"--since={revision}")
    assert (done.code, done.out) == (2, "")
    assert why in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as POSIX sends it")
def test_watching_reports_again_and_ends_with_ctrl_c(folder: Path) -> None:
    command = [sys.executable, "-m", "refcli", "lint", "draft.md", "--watch", "--output-format", "concise"]
    log = folder / "log.txt"
    with log.open("wb") as out:
        # A shell that starts us in the background has us ignore Ctrl-C, and our children too.
        process = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=subprocess.STDOUT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads
        )  # fmt: skip
        try:
            _wait_for(log, "1 finding;")
            (folder / "draft.md").write_text(CLEAN, encoding="utf-8")
            _wait_for(log, "Nothing found;")
            (folder / "draft.md").unlink()
            (folder / "draft.md").write_bytes(b"\0\0")
            _wait_for(log, "refcli: draft.md: is a binary file")
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()
            process.wait()
    assert "Traceback" not in log.read_text(encoding="utf-8")


def _wait_for(log: Path, words: str) -> None:
    for _ in range(400):
        if words in log.read_text(encoding="utf-8"):
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


def test_statistics(folder: Path) -> None:
    done = refcli("lint", "draft.md", "--statistics", cwd=folder)
    words = len(FAULTY.split())
    assert done.out.splitlines() == [
        f"    1  REF103  year-mismatch         {1000 / words:>8.2f} per 1,000 words",
        f"    1  in {words} words",
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif", "github"])
def test_any_console_encoding_will_do(folder: Path, encoding: str, form: str) -> None:
    (folder / "draft.md").write_text(f"Қазақстан – “ő” \U0001f393 {FAULTY}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "refcli", "lint", "draft.md", "--output-format", form],
        cwd=folder, env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout


BIB = "@book{abe2007, author = {Abe, Kei}, title = {Straits}, year = {2007}}\n"
CHAPTER = "Ports matter \\cite{abe2007,cole2011}.\n"


@pytest.mark.parametrize(
    ("files", "draft", "found"),
    [
        ({"main.tex": "\\input{one}\\bibliography{a}", "one.tex": CHAPTER}, "main.tex", ["one.tex:1:28"]),
        ({"main.tex": "\\input{one}\\bibliography{a}", "one.tex": CHAPTER}, "one.tex", ["one.tex:1:28"]),
        ({"main.tex": "%\\input{one}\n\\bibliography{a}", "one.tex": CHAPTER}, "main.tex", []),
        ({"main.tex": "\\include{in/one}\\bibliography{a}", "in/one.tex": CHAPTER}, "in/one.tex", ["in/one.tex:1:28"]),
        ({"main.tex": "\\input{one}\\input{two}\\bibliography{a}", "one.tex": CHAPTER}, "main.tex", ["one.tex:1:28"]),
        ({"main.tex": "\\input{one}\\input{main}\\bibliography{a}", "one.tex": CHAPTER}, "main.tex", ["one.tex:1:28"]),
        (
            {
                "main.tex": "\\input{one}\\begin{thebibliography}{9}\\bibitem{abe2007} Abe, K. (2007). Straits. Hurst.\n\n"
                "\\bibitem{dee2001} Dee, J. (2001). Ports. Hurst.\\end{thebibliography}",
                "one.tex": CHAPTER,
            },
            "main.tex",
            ["one.tex:1:28"],
        ),
        ({"main.typ": '#include "one.typ"\n#bibliography("a.bib")', "one.typ": "So @abe2007 @cole2011"}, "one.typ", ["one.typ:1:13"]),
        ({"_quarto.yml": "book:\n  title: Ports\nbibliography: a.bib\n", "one.qmd": "So [@cole2011]."}, "one.qmd", ["one.qmd:1:5"]),
    ],
)  # fmt: skip
def test_a_draft_in_several_files(tmp_path: Path, files: dict[str, str], draft: str, found: list[str]) -> None:
    for name, text in {"a.bib": BIB, **files}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = lint(tmp_path, draft)
    assert [line.split(": ")[0] for line in done.out.splitlines()[:-1]] == [name.replace("/", os.sep) for name in found]
    assert ("two.tex" in done.err) == ("two" in files.get("main.tex", ""))
