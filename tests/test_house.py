"""The house rules, held by the tools that know them: types, lint, layers; and sizes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYTHON = [sys.executable, "-m"]


@pytest.mark.parametrize(
    "command",
    [
        [*PYTHON, "ruff", "check", "."],
        [*PYTHON, "ruff", "format", "--check", "."],
        [*PYTHON, "mypy"],
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    ],
    ids=["ruff-check", "ruff-format", "mypy", "layers"],
)
def test_tool_finds_nothing(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def modules() -> list[Path]:
    return sorted(ROOT.glob("refcli/**/*.py"))


def test_no_room_has_become_a_hall() -> None:
    crowded = {
        str(path.relative_to(ROOT)): count
        for path in modules()
        if (count := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert crowded == {}


def test_every_module_says_what_it_does() -> None:
    silent = [
        str(path.relative_to(ROOT)) for path in modules() if not path.read_text("utf-8").lstrip().startswith('"""')
    ]
    assert silent == []


def test_only_the_shell_prints_or_opens_files() -> None:
    doors = ("refcli/cli/", "refcli/config.py", "refcli/library/", "refcli/data/", "refcli/__main__.py")
    doors += ("refcli/parsing/learning/teach.py",)  # crfsuite trains into files only: a temporary one
    found = [
        (name, word)
        for path in modules()
        if not (name := path.relative_to(ROOT).as_posix()).startswith(doors)
        for word in ("print(", " open(", ".read_text(", ".read_bytes(", "os.environ", "sys.exit(")
        if word in path.read_text("utf-8")
    ]
    assert found == []
