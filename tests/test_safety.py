"""Where a library cannot be written, or others meddle: right, or one sentence, exit 2, and nothing changed."""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from refcli.bibtex import BibFile
from refcli.library import Library, LibraryError, read_library, undo, write
from refcli.library.locking import locked
from refcli.library.store import Log
from tests.cli.run import Done, refcli

BIB = b"% mine\n@book{a, title = {T}}\n"
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX rights")


def humble() -> None:
    """Root writes where nobody may: take that right from a process before it begins."""
    if os.geteuid() == 0 and any(ctypes.CDLL(None).prctl(24, right, 0, 0, 0) for right in (1, 2)):
        os._exit(77)  # PR_CAPBSET_DROP of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


def run(*words: str, cwd: Path, before: Callable[[], None] = humble) -> Done:
    """refcli as a user without special rights."""
    done = subprocess.run(
        [sys.executable, "-m", "refcli", *words], cwd=cwd, capture_output=True, check=False, preexec_fn=before
    )
    if done.returncode == 77:
        pytest.skip("needs Linux where it runs as root: its rights cannot be taken away")
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "my library — Қазақстан"
    folder.mkdir()
    path = folder / "references.bib"
    path.write_bytes(BIB)
    yield path
    folder.chmod(0o755)


WRITING = [
    ("set", "a", "note=x"), ("remove", "a"), ("add", "title=New", "year=2004"), ("rename", "a", "b"), ("tidy",),
    ("keys", "--write"), ("import", "other.bib"), ("dedupe", "--distinct", "a", "--distinct", "c"),
]  # fmt: skip


def refused(done: Done, library: Path, data: bytes = BIB) -> None:
    assert (done.code, done.err.count("\n"), library.read_bytes()) == (2, 1, data)
    assert "Traceback" not in done.err
    assert [item.name for item in library.parent.iterdir() if item.name.startswith(".")] == []


@posix
@pytest.mark.parametrize("words", WRITING, ids=lambda words: words[0])
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_stays(library: Path, words: tuple[str, ...], what: str) -> None:
    data = BIB + b"@book{c, title = {T}}\n"
    library.write_bytes(data)
    (library.parent / "other.bib").write_bytes(b"@book{new, title={Other}}\n")
    (library if what == "file" else library.parent).chmod(0o444 if what == "file" else 0o555)
    refused(run(*words, cwd=library.parent), library, data)
    assert run("list", cwd=library.parent).code == run("search", "t", cwd=library.parent).code == 0


@posix
def test_a_file_that_may_not_be_read_is_one_sentence(library: Path) -> None:
    library.chmod(0)
    done = run("list", cwd=library.parent)
    assert (done.code, done.err) == (2, "refcli: references.bib: cannot be read: Permission denied.\n")


@posix
@pytest.mark.parametrize("words", [("set", "a", "note=" + "x" * 5000), ("add", "title=" + "x" * 5000), ("undo",)])
def test_a_file_that_may_not_grow(library: Path, words: tuple[str, ...]) -> None:
    resource = pytest.importorskip("resource")
    long = BIB + b"@misc{long, note = {" + b"x" * 5000 + b"}}\n"
    library.write_bytes(long)
    run("remove", "long", cwd=library.parent)
    data = library.read_bytes()
    done = run(*words, cwd=library.parent, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
    refused(done, library, data)
    assert "File too large; it was left as it was" in done.err


def test_a_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("needs the right to mount a small disk")
    try:
        path = disk / "references.bib"
        data = BIB + b"@misc{long, note = {" + b"x" * 30_000 + b"}}\n"
        path.write_bytes(data)
        (disk / "other").write_bytes(b"x" * 20_000)
        for words in WRITING[:5]:
            done = refcli(*words, cwd=disk)
            refused(done, path, data)
            assert "No space left on device" in done.err
        (disk / "other").unlink()
        assert refcli("set", "a", "note=x", cwd=disk).code == 0
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@posix
def test_output_to_a_full_disk_is_one_sentence(library: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "refcli", "list"],
            cwd=library.parent,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "refcli: the output: cannot be used: No space left on device.\n",
    )


def meddling(path: Path, data: bytes | None, times: int) -> Callable[[Library], BibFile]:
    """An edit during which another program replaces the file, so many times."""
    left = [times]

    def edit(found: Library) -> BibFile:
        if left[0]:
            left[0] -= 1
            if data is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(data + b"%" * left[0])
        return BibFile(found.file.raw + "@book{mine, title={Mine}}\n", found.file.encoding)

    return edit


@pytest.mark.parametrize("data", [b"@book{theirs, title={Theirs}}\n", b"", None])
def test_what_another_program_saved_meanwhile_is_kept(library: Path, data: bytes | None) -> None:
    write(library, meddling(library, data, 1))
    assert library.read_bytes() == (data or b"") + b"@book{mine, title={Mine}}\n"
    assert [item.name for item in library.parent.iterdir()] == ["references.bib"]


def test_against_a_program_that_never_stops_nothing_is_written(library: Path, tmp_path: Path) -> None:
    log = Log(tmp_path / "state", "meddle", "2026")
    with pytest.raises(LibraryError, match="another program keeps changing it; nothing was written"):
        write(library, meddling(library, b"@book{theirs}\n", 99), log)
    assert b"mine" not in library.read_bytes()
    with pytest.raises(LibraryError, match="nothing to undo"):
        undo(library, tmp_path / "state")


def test_a_folder_in_the_place_of_the_file(library: Path) -> None:
    def edit(found: Library) -> BibFile:
        library.unlink()
        library.mkdir()
        return BibFile(found.file.raw + " ", found.file.encoding)

    with pytest.raises(LibraryError, match="a folder stands in its place; it was left as it was"):
        write(library, edit)


@posix
def test_rights_owner_and_marks_of_a_file_are_kept(library: Path) -> None:
    library.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(library, 12345, 54321)
    marked = hasattr(os, "setxattr")
    try:
        if marked:
            os.setxattr(library, "user.refcli", b"1")
    except OSError:
        marked = False
    before = library.stat()
    assert refcli("set", "a", "note=x", cwd=library.parent).code == 0
    after = library.stat()
    assert (stat.S_IMODE(after.st_mode), after.st_uid, after.st_gid) == (0o640, before.st_uid, before.st_gid)
    assert not marked or os.getxattr(library, "user.refcli") == b"1"


@posix
@pytest.mark.parametrize("target", ["real/library.bib", "one/two"])
def test_a_link_stays_one_and_its_target_is_written(library: Path, target: str) -> None:
    folder = library.parent
    (folder / "real").mkdir()
    (folder / "one").mkdir()
    (folder / "one" / "two").symlink_to(folder / "real" / "library.bib")
    (folder / "real" / "library.bib").write_bytes(BIB)
    library.unlink()
    library.symlink_to(target)
    assert refcli("set", "a", "note=x", cwd=folder).code == 0
    assert library.is_symlink()
    assert library.readlink() == Path(target)
    assert (folder / "one" / "two").is_symlink()
    assert b"note" in (folder / "real" / "library.bib").read_bytes()
    assert refcli("undo", cwd=folder).code == 0
    assert (folder / "real" / "library.bib").read_bytes() == BIB


@posix
def test_links_that_lead_nowhere(library: Path) -> None:
    library.unlink()
    library.symlink_to("references.bib")
    done = refcli("set", "a", "note=x", cwd=library.parent)
    assert (done.code, done.err.count("\n")) == (2, 1)
    library.unlink()
    library.symlink_to("later.bib")
    assert refcli("import", "--library", "references.bib", "-", cwd=library.parent, stdin=BIB).code == 0
    assert library.is_symlink()
    assert b"@book{a" in (library.parent / "later.bib").read_bytes()


@posix
def test_a_file_of_two_names_is_not_parted(library: Path) -> None:
    other = library.parent / "same.bib"
    os.link(library, other)
    done = refcli("set", "a", "note=x", cwd=library.parent)
    refused(done, library)
    assert "has another name too (a hard link)" in done.err
    other.unlink()
    assert refcli("set", "a", "note=x", cwd=library.parent).code == 0


def test_who_comes_second_waits(library: Path) -> None:
    done: list[Done] = []
    with locked(library.resolve()):
        waiting = threading.Thread(target=lambda: done.append(refcli("set", "a", "note=x", cwd=library.parent)))
        waiting.start()
        waiting.join(0.7)
        assert done == []
        assert library.read_bytes() == BIB
    waiting.join()
    assert done[0].code == 0


def test_who_waits_in_vain_says_so(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refcli.library.locking._PATIENCE", 0.05)
    with (
        locked(library.resolve()),
        pytest.raises(LibraryError, match="another refcli has been writing to it"),
    ):
        write(library, lambda found: found.file)


@posix
def test_a_lock_that_a_killed_user_of_other_rights_left_is_no_hindrance(library: Path) -> None:
    lock = library.with_name(".references.bib.lock")
    lock.write_bytes(b"")
    lock.chmod(0o444)
    library.parent.chmod(0o777)
    assert run("set", "a", "note=x", cwd=library.parent).code == 0
    assert b"note" in library.read_bytes()
    assert not lock.exists()


def test_drafts_that_cannot_be_written_keep_the_library_from_being_renamed(library: Path) -> None:
    draft = library.parent / "draft.md"
    draft.write_text("[@a]")
    for words in (("draft.md", "none.md"), (".",)):
        done = refcli("rename", "a", "b", *words, cwd=library.parent)
        assert (done.code, library.read_bytes(), draft.read_text()) == (2, BIB, "[@a]")
    draft.chmod(0o444)
    done = refcli("rename", "a", "b", "draft.md", cwd=library.parent)
    assert (done.code, library.read_bytes(), draft.read_text()) == (2, BIB, "[@a]")
    assert "draft.md: cannot be written: the file is read-only" in done.err


def test_without_a_place_for_steps_back_the_library_is_written(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFCLI_STATE", str(library))
    done = refcli("set", "a", "note=x", cwd=library.parent)
    assert done.code == 0
    assert len(read_library(library).entries) == 1
    assert "there is nothing to undo" in refcli("undo", cwd=library.parent).err
