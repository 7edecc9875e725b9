"""The library file: added to, never torn, never written without need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from refcli.library import LibraryError, add, read_library
from refcli.model import Date, Name, Reference


def work(title: str, year: int = 2004, family: str = "McDermott") -> Reference:
    return Reference(
        "", "article-magazine", {"title": title}, {"author": (Name(family, "Roger"),)}, {"issued": Date.of(year)}
    )


def test_adding_twice_adds_nothing_and_does_not_write(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    add(path, [work("One"), work("Two")])
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    added = add(path, [work("one!"), work("Two")])
    assert added.known == (True, True)
    assert [reference.id for reference in added.references] == ["mcdermott2004", "mcdermott2004b"]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_there_stays_byte_for_byte(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "references.bib"
    old = newline.join(
        ["% mine", "@string{x = {y}}", "@book{mcdermott2004,", "\ttitle = {Old},", "}", "@bad{"]
    ).encode()
    path.write_bytes(old)
    add(path, [work("New")])
    data = path.read_bytes()
    good, bad = old.split(newline.encode() + b"@bad{")
    assert data.startswith(good)
    assert data.endswith(newline.encode() + b"@bad{" + bad)
    assert b"@article{mcdermott2004b," + newline.encode() + b"\tauthor" in data
    assert list(tmp_path.iterdir()) == [path]


def test_latin_libraries_stay_latin(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_bytes("@book{m, title = {Müller}}\n".encode("windows-1252"))
    add(path, [work("Naïve")])
    assert path.read_bytes().decode("windows-1252").count("ü") == 1
    with pytest.raises(LibraryError, match="save it as UTF-8"):
        add(path, [work("Министр")])


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "getuid"), reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.bib", tmp_path / "references.bib"
    real.write_text("")
    link.symlink_to(real)
    add(link, [work("One")])
    assert link.is_symlink()
    assert "One" in real.read_text()


def test_a_folder_or_binary_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder"):
        read_library(tmp_path)
    binary = tmp_path / "x.bib"
    binary.write_bytes(b"\0\1\2")
    with pytest.raises(LibraryError, match="binary"):
        add(binary, [work("One")])
    assert binary.read_bytes() == b"\0\1\2"


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    code = (
        "import sys; from pathlib import Path; from refcli.library import add; from refcli.model import *\n"
        "for i in range(6): add(Path(sys.argv[1]), [Reference('', 'book', {'title': f'Work {sys.argv[2]} {i}'})])"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(path), str(n)]) for n in range(4)]
    assert [process.wait() for process in running] == [0] * 4
    library = read_library(path)
    assert len(library.entries) == 24
    assert len({entry.key for entry in library.entries}) == 24
