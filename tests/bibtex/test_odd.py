"""Odd files: one field set, every other byte kept, no item lost."""

from pathlib import Path

import pytest

from refcli.bibtex import BibFile, editing
from refcli.bibtex.tidying import tidy
from tests.bibtex.odd import ODD, Odd
from tests.cli.run import refcli

CASES = pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())


def parts(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """What went and what came, between what both begin and end with."""
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - start
    end = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return old[start : len(old) - end], new[start : len(new) - end]


@CASES
def test_every_item_is_seen(odd: Odd) -> None:
    file = BibFile.of(odd.data)
    assert file.to_bytes() == odd.data
    assert tuple(file.key(block) for block in file.entries) == odd.keys


@CASES
def test_a_new_field_adds_bytes_and_takes_none(odd: Odd) -> None:
    file = BibFile.of(odd.data)
    entry = file.find(odd.key)[0]
    new = file.apply(editing.set_field(file, entry, "pages", "{1--2}")).to_bytes()
    gone, came = parts(odd.data, new)
    assert gone == b""
    assert "pages" in came.replace(b"\0", b"").decode().lower()
    again = BibFile.of(new)
    assert tuple(again.key(block) for block in again.entries) == odd.keys
    found = again.fields(again.find(odd.key)[0])
    assert found.why == file.fields(entry).why
    assert [field.name for field in found.fields] == [field.name for field in file.fields(entry).fields] + ["pages"]


@CASES
def test_another_title_changes_the_title(odd: Odd) -> None:
    file = BibFile.of(odd.data)
    entry = file.find(odd.key)[0]
    old = file.fields(entry).get("title")
    if old is None:
        return
    new = file.apply(editing.set_field(file, entry, "title", "{New}")).to_bytes()
    file = file if not file.encoding.wide else BibFile.of(odd.data.decode("utf-16").encode())
    new = new if not BibFile.of(new).encoding.wide else new.decode("utf-16").encode()
    raw = file.raw.encode("latin-1")
    old = file.fields(file.find(odd.key)[0]).get("title")
    assert old is not None
    assert new == raw[: old.value.start] + b"{New}" + raw[old.value.end :]


@CASES
def test_removing_what_was_added_gives_the_old_bytes(odd: Odd) -> None:
    file = BibFile.of(odd.data)
    changed = file.apply(editing.set_field(file, file.find(odd.key)[0], "pages", "{1--2}"))
    back = changed.apply(editing.remove_field(changed, changed.find(odd.key)[0], "pages"))
    if file.fields(file.find(odd.key)[0]).fields:
        assert back.to_bytes() == odd.data
    added = file.apply(editing.add_entry(file, editing.new_entry(file, "misc", "new1", [("title", "{New}")])))
    assert [added.key(block) for block in added.entries] == [*odd.keys, "new1"]
    gone, _ = parts(odd.data, added.to_bytes())
    assert gone == b""


@CASES
def test_tidying_loses_nothing_and_is_done_once(odd: Odd) -> None:
    file = BibFile.of(odd.data)
    once = BibFile.of(tidy(file).to_bytes())
    assert tuple(once.key(block) for block in once.entries) == odd.keys
    for before, after in zip(file.entries, once.entries, strict=True):
        assert [f.name for f in file.fields(before).fields] == [f.name for f in once.fields(after).fields]
    assert tidy(once).to_bytes() == once.to_bytes()


@pytest.mark.parametrize(
    "name", ["cr", "windows-1252", "utf-16", "broken before", "nul bytes", "duplicate keys", "megabyte"]
)
def test_through_the_command(name: str, tmp_path: Path) -> None:
    odd = ODD[name]
    path = tmp_path / "references.bib"
    path.write_bytes(odd.data)
    done = refcli("set", odd.key, "pages=1--2", cwd=tmp_path)
    assert done.code == 0, done.err
    gone, came = parts(odd.data, path.read_bytes())
    assert gone == b""
    assert b"p\0a\0g\0e\0s" in came or b"pages" in came
