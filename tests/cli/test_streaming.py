"""Long lists: windows, processes, order; dashes that point back over the edge of a window."""

import json
from pathlib import Path

from refcli.cli.streaming import WINDOW, parse_stream
from refcli.parsing import Entry, Parsed
from refcli.text import Span
from tests.cli.run import refcli

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
