"""Long lists: windows, processes, order; dashes that point back over the edge of a window."""

import json
import sys
from pathlib import Path

import pytest

from refcli.cli import parse, sources
from refcli.cli.streaming import WINDOW, parse_stream
from refcli.parsing import Entry, Parsed
from refcli.text import Span
from tests.cli.run import on_terminal, refcli

LINE = "Brandt, H. ({year}). Fisheries after the collapse. Marine Affairs, {number}, 12-30."


def entries(count: int) -> list[Entry]:
    return [
        Entry(text, Span(0, len(text))) for text in (LINE.format(year=1900 + i % 120, number=i) for i in range(count))
    ]


def test_windows_in_order() -> None:
    found = entries(WINDOW + 20)
    assert [item.entry for item in parse_stream(found)] == found


def test_dashes_at_the_edge_of_a_window() -> None:
    found = entries(WINDOW + 2)
    for i in (WINDOW - 1, WINDOW):
        found[i] = Entry("———. (2001). Quotas and quarrels. Bergen: Havet.", Span(0, 47))
    read = list(parse_stream(found))
    for i in (WINDOW - 1, WINDOW):
        item = read[i]
        assert isinstance(item, Parsed)
        assert [name.family for name in item.reference.authors] == ["Brandt"]


def test_processes_give_the_same_lines(tmp_path: Path) -> None:
    (tmp_path / "refcli.yaml").write_text(
        "outlets:\n  - {name: Affairs of the Sea, kind: journal, aliases: [Marine Affairs]}\n"
    )
    (tmp_path / "list.txt").write_text("".join(f"{entry.text}\n" for entry in entries(2 * WINDOW)))
    one = refcli("parse", "list.txt", "--to", "jsonl", cwd=tmp_path)
    two = refcli("parse", "list.txt", "--to", "jsonl", "--jobs", "2", cwd=tmp_path)
    assert one.code == two.code == 0
    assert two.out == one.out
    assert len([json.loads(line) for line in two.out.splitlines()]) == 2 * WINDOW
    assert "Unparsed" not in two.err


def test_each_line(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("Brandt, H. (1999). Fish.\nand no reference at all\n\n———. (2001). Quotas.\n")
    done = refcli("parse", "list.txt", "--each-line", "--to", "jsonl", cwd=tmp_path)
    assert [json.loads(line)["text"] for line in done.out.splitlines()] == [
        "Brandt, H. (1999). Fish.",
        "and no reference at all",
        "———. (2001). Quotas.",
    ]


def test_blocks_of_a_long_file_are_read_as_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes("".join(f"{i}. Okonjo, A. ({1950 + i}). Häfen.\r\n\n" for i in range(60)).encode())
    whole = parse._each_line(str(path))
    expected = list(whole)
    monkeypatch.setattr(sources, "_BLOCK", 100)
    assert len(list(sources.read_blocks(str(path)))) > 10
    assert list(parse._each_line(str(path))) == expected
    text = path.read_bytes().decode()
    assert all(entry.span.of(text) == entry.text for entry in expected)


@pytest.mark.parametrize("name", ["list.md", "list.html"])
def test_other_formats_are_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = tmp_path / name
    path.write_text("".join(f"Okonjo, A. ({1950 + i}). Ports.\n\n" for i in range(60)))
    monkeypatch.setattr(sources, "_BLOCK", 100)
    assert len(list(sources.read_blocks(str(path)))) == 1


def test_several_works_in_a_note_are_one_record(tmp_path: Path) -> None:
    notes = (
        "Notes\n\n1. See Human Rights Watch, World Report 2020 (New York, 2020), at 45; see also Freedom House, Freedom in the World 2020 (Washington, 2020), at 12.\n"
        "2. Ibid., p. 3.\n3. Okonjo, Ada, Ports (Lagos: Delta, 2004).\n4. Okonjo, op. cit., p. 5.\n"
    )  # fmt: skip
    (tmp_path / "notes.txt").write_text(notes, encoding="utf-8")
    done = refcli("parse", "notes.txt", "--to", "jsonl", cwd=tmp_path)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert len(rows) == 4
    assert all(notes[row["start"] : row["end"]] == row["text"] for row in rows)
    assert "".join(words for _, words in rows[0]["segments"]) == rows[0]["text"]
    assert [rows[0]["reference"]["title"], *(work["reference"]["title"] for work in rows[0]["further"])] == ["World Report 2020", "Freedom in the World 2020"]  # fmt: skip
    assert "several works" in rows[1]["unparsed"]
    assert rows[3]["means"]["text"] == rows[2]["text"]
    assert rows[3]["locator"] == "p. 5"
    imported = refcli("import", "notes.txt", "--library", "lib.bib", cwd=tmp_path)
    assert "3 references added" in imported.out
    assert "notes.txt:6: not imported, mentions again “Okonjo, Ada, Ports (Lagos: Delta, 2004).”" in imported.out


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_bar_on_a_terminal_only(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("".join(f"{entry.text}\n" for entry in entries(1600)))
    args = ("import", "list.txt", "--library", "l.bib", "--dry-run", "--json")
    assert "reading" in on_terminal(*args, cwd=tmp_path)
    piped = refcli(*args, cwd=tmp_path)
    assert piped.err == ""
    json.loads(piped.out)
