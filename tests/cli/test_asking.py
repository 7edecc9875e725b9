"""refcli import at a terminal: what may be there in other words is asked about; in a pipe it is told, and both stay."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from refcli.library import read_library
from tests.cli.run import refcli

pty = pytest.importorskip("pty", reason="needs a POSIX terminal")

LIBRARY = """@article{osei2020, author = {Osei, Kwabena}, title = {Sanctions and Shadow Fleets}, journal = {Policy Review}, year = {2020}, note = {Read}}
"""
NEW = """@article{osei, author = {Osei, K.}, title = {Sanctions and shadow fleets: a first look}, journal = {Policy Review}, year = {2020}, pages = {1--9}}
@book{other, author = {Abe, Kenji}, title = {Cables}, year = {2011}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "references.bib").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "new.bib").write_text(NEW, encoding="utf-8")
    return tmp_path


def at_a_terminal(answer: str, folder: Path) -> str:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "refcli", "import", "new.bib"], cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        out = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            out += piece
    os.close(ours)
    assert process.returncode == 0, out
    return out.decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("answer", "keys", "says"),
    [
        ("", ["osei2020", "osei", "other"], "2 references added to references.bib, 0 already there"),
        ("k", ["osei2020", "osei", "other"], "2 references added"),
        ("s", ["osei2020", "other"], "new.bib:1: already there as osei2020"),
        ("m", ["osei2020", "other"], "1 reference added to references.bib, 1 already there"),
        ("d", ["osei2020", "osei", "other"], "2 references added"),
        ("q", ["osei2020", "osei", "other"], "2 references added"),
    ],
)
def test_the_user_decides(folder: Path, answer: str, keys: list[str], says: str) -> None:
    out = at_a_terminal(answer, folder)
    assert "perhaps the same work" in out
    assert "[k]eep both, [m]erge into osei2020" in out
    assert says in out
    library = read_library(folder / "references.bib")
    assert [entry.key for entry in library.entries] == keys
    assert ("refcli-distinct: osei2020, osei" in library.file.raw) == (answer == "d")
    merged = library.reader.values(library.file.entries[0])[0]
    assert ("pages" in merged, merged.get("ids")) == ((True, "osei") if answer == "m" else (False, None))
    assert refcli("undo", cwd=folder).code == 0
    assert (folder / "references.bib").read_text() == LIBRARY


def test_in_a_pipe_nobody_is_asked(folder: Path) -> None:
    done = refcli("import", "new.bib", cwd=folder)
    assert "osei: perhaps the same work as osei2020" in done.out
    assert len(read_library(folder / "references.bib").entries) == 3
