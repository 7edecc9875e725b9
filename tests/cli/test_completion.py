"""Tab in bash, zsh, fish and PowerShell: the scripts that refcli prints, run by the shells where they are there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

BIB = """@book{mcdermott2004, author = {McDermott, Roger}, title = {The "Army" of \\$ \\& Kazakhstan: a view}, year = 2004}
@book{mcdermott2004b, title = {Other}}
@misc{smith, title = {S}, url = {https://x.org}}
"""
BIN = str(Path(sys.executable).parent)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "references.bib").write_text(BIB)
    (tmp_path / "other.bib").write_text("@book{elsewhere, title = {E}}")
    return tmp_path


def run(command: list[str], folder: Path, environment: Mapping[str, str] | None = None) -> str:
    path = BIN + os.pathsep + os.environ["PATH"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, env={**os.environ, "PATH": path, **(environment or {})}
    )
    assert b"Traceback" not in done.stderr
    return done.stdout.decode()


def shell(name: str) -> str:
    return shutil.which(name) or pytest.skip(f"needs {name}")


CASES = [
    ("refcli sh", ["show"]),
    ("refcli se", ["search", "set"]),
    ("refcli show mc", ["mcdermott2004", "mcdermott2004b"]),
    ("refcli show mcdermott2004 mc", ["mcdermott2004b"]),
    ("refcli show --library other.bib e", ["elsewhere"]),
    ("refcli show --library none.bib e", []),
    ("refcli set sm", ["smith"]),
    ("refcli set smith ur", ["url=", "urldate="]),
    ("refcli format --style chi", ["chicago", "chicago-notes"]),
    ("refcli cite mcdermott2004 --style chatham", ["chatham-house"]),
    ("refcli export --to csl", ["csl-json", "csl-yaml"]),
    ("refcli list --do", ["--doubtful"]),
]  # fmt: skip


def check(found: list[str], wanted: list[str]) -> None:
    """All that is wanted is offered, and no key where there is no library; stock styles may stand between ours."""
    assert set(wanted) <= set(found)
    assert wanted or "elsewhere" not in found


@pytest.mark.parametrize(("line", "wanted"), CASES)
def test_bash(folder: Path, line: str, wanted: list[str]) -> None:
    words = line.split()
    script = (
        'eval "$(_REFCLI_COMPLETE=source_bash refcli)"; complete -p refcli >/dev/null || exit 9; '
        f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _refcli_completion refcli; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    check(run([shell("bash"), "--norc", "-c", script], folder).split(), wanted)


@pytest.mark.parametrize(("line", "wanted"), [CASES[0], CASES[2], CASES[5], CASES[7], CASES[8]])
def test_fish(folder: Path, line: str, wanted: list[str]) -> None:
    script = f'env _REFCLI_COMPLETE=source_fish refcli | source; complete -C "{line}"'
    rows = run([shell("fish"), "--no-config", "-c", script], folder).splitlines()
    check([row.split("\t")[0] for row in rows], wanted)
    if line == "refcli show mc":
        assert rows[0] == 'mcdermott2004\tRoger McDermott, The "Army" of $ & Kazakhstan: a view'


@pytest.mark.parametrize(("line", "wanted"), [CASES[0], CASES[2], CASES[5], CASES[7], CASES[8]])
def test_zsh(folder: Path, line: str, wanted: list[str]) -> None:
    script = (
        'compdef() { :; }; _files() { :; }; _arguments() { print -r -- "$1"; }; '
        'eval "$(_REFCLI_COMPLETE=source_zsh refcli)"; '
        f"words=({line}); CURRENT={len(line.split())}; _refcli_completion"
    )
    out = run([shell("zsh"), "-f", "-c", script], folder)
    check(re.findall(r'(?:\(\(|\s)"([^"]*)"(?=[:\s)])', out), wanted)


@pytest.mark.parametrize(("line", "wanted"), [CASES[0], CASES[2], CASES[5], CASES[7], CASES[8]])
def test_powershell_asks_with_these_variables(folder: Path, line: str, wanted: list[str]) -> None:
    said = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": line.rsplit(maxsplit=1)[-1]}
    rows = run(["refcli"], folder, {"_REFCLI_COMPLETE": "complete_powershell", **said}).splitlines()
    check([row.split(":::")[0] for row in rows], wanted)
    assert "Register-ArgumentCompleter" in run(["refcli"], folder, {"_REFCLI_COMPLETE": "source_powershell"})
