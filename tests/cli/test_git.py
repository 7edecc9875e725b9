"""refcli init and the merge driver, under the real git: merge, rebase, cherry-pick; clashes stop it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.bibtex.test_merging import ADDED, BASE, CLASHES, JONES, MERGES, Case, changed, entry
from tests.cli.run import refcli

QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true"}


class Repository:
    """A git repository in which refcli init was run, with one library."""

    def __init__(self, folder: Path, base: str) -> None:
        self.folder = folder
        self.library = folder / "references.bib"
        self.git("init", "-q", "-b", "main")
        for key, value in (("user.email", "a@example.org"), ("user.name", "A"), ("core.autocrlf", "false")):
            self.git("config", key, value)
        done = refcli("init", cwd=folder)
        assert done.code == 0, done.err
        self.commit(base)

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words], cwd=self.folder, capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ | QUIET
        )  # fmt: skip

    def commit(self, text: str) -> None:
        self.library.write_bytes(text.encode())
        self.git("add", "-A")
        done = self.git("commit", "-q", "--allow-empty", "-m", "x")
        assert done.returncode == 0, done.stderr

    def branches(self, ours: str, theirs: str) -> None:
        """`main` with our version, `other` with theirs."""
        self.git("checkout", "-q", "-b", "other")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)

    @property
    def text(self) -> str:
        return self.library.read_bytes().decode()


BASED = [case for case in MERGES if case.base]


@pytest.mark.parametrize("case", BASED[:: max(1, len(BASED) // 8)], ids=lambda case: case.name)
def test_git_merge(case: Case, tmp_path: Path) -> None:
    repository = Repository(tmp_path, case.base)
    repository.branches(case.ours, case.theirs)
    done = repository.git("merge", "other", "-m", "y")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [words for words in case.holds if words not in repository.text] == []
    assert [words for words in case.lacks if words in repository.text] == []


@pytest.mark.parametrize(("case", "what", "how"), CLASHES[:4:3], ids=lambda item: getattr(item, "name", None))
def test_a_clash_stops_git(case: Case, what: str, how: str, tmp_path: Path) -> None:
    repository = Repository(tmp_path, BASE)
    repository.branches(case.ours, case.theirs)
    done = repository.git("merge", "other", "-m", "y")
    assert done.returncode == 1
    assert f"refcli: references.bib: {what}: " in done.stderr
    assert how in done.stderr
    assert "UU references.bib" in repository.git("status", "--short").stdout
    assert "<<<<<<< ours" in repository.text
    assert "references.bib" in repository.git("diff", "--check").stdout


@pytest.mark.parametrize("command", [["rebase", "other"], ["cherry-pick", "other"]], ids=lambda command: command[0])
def test_rebase_and_cherry_pick(command: list[str], tmp_path: Path) -> None:
    repository = Repository(tmp_path, BASE)
    repository.branches(
        ADDED, changed((JONES, JONES.replace("{Ports}", "{Harbours}") + "\n" + entry("other2021", "Other")))
    )
    done = repository.git(*command)
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(words in repository.text for words in ("{Harbours}", "new2020", "other2021"))


def test_init_twice_changes_nothing(tmp_path: Path) -> None:
    repository = Repository(tmp_path, BASE)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    done = refcli("init", cwd=tmp_path)
    assert done.code == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before
    assert repository.git("check-attr", "merge", "references.bib").stdout.strip().endswith("merge: refcli")


def test_what_is_no_bibtex_is_merged_as_git_does(tmp_path: Path) -> None:
    for name, data in (
        ("base", b"a\n\nb\n\nc\n\0\0\0"),
        ("ours", b"A\n\nb\n\nc\n\0\0\0"),
        ("theirs", b"a\n\nb\n\nC\n\0\0\0"),
    ):
        (tmp_path / name).write_bytes(data)
    done = refcli("merge-driver", "base", "ours", "theirs", "x.bib", cwd=tmp_path)
    assert done.code == 1
    assert "x.bib: merged line by line" in done.err
    gone = refcli("merge-driver", "gone", "ours", "theirs", cwd=tmp_path)
    assert (gone.code, gone.err.count("\n")) == (2, 1)
