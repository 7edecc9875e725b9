"""The git repository around -> one that merges .bib files with `refcli merge-driver`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from refcli.cli.errors import Problem

_ATTRIBUTE = "*.bib merge=refcli"


def merge_bib_files() -> list[str]:
    """What was set up, a line each; nothing outside a repository. Raises Problem where a file cannot be written."""
    top = _git("rev-parse", "--show-toplevel")
    if top is None:
        return []
    told = [f".gitattributes: {_ATTRIBUTE}"] if _add_attribute(Path(top) / ".gitattributes") else []
    driver = f"{_command()} merge-driver %O %A %B %P"
    if _git("config", "merge.refcli.driver") != driver:
        _git("config", "merge.refcli.name", "entry-level merge of .bib files")
        _git("config", "merge.refcli.driver", driver)
        told.append("git: .bib files are merged entry by entry in this clone.")
    return told


def _add_attribute(path: Path) -> bool:
    try:
        text = path.read_bytes().decode("utf-8", errors="surrogateescape") if path.exists() else ""
        if any(line.split()[:1] == ["*.bib"] and "merge" in line for line in text.splitlines()):
            return False
        new = text + ("" if not text or text.endswith("\n") else "\n") + _ATTRIBUTE + "\n"
        path.write_bytes(new.encode("utf-8", errors="surrogateescape"))
    except OSError as error:
        raise Problem(f"{path}: cannot be written: {error.strerror or error}.") from error
    return True


def _git(*words: str) -> str | None:
    try:
        done = subprocess.run(["git", *words], check=False, capture_output=True, text=True, encoding="utf-8")  # noqa: S607
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _command() -> str:
    """How git's shell starts this very refcli."""
    found = shutil.which("refcli")
    if found and Path(found).resolve().parent == Path(sys.executable).parent.resolve():
        return "refcli"
    return f'"{Path(sys.executable).as_posix()}" -m refcli'
