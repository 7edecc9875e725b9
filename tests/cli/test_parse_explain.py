"""refcli parse --explain: labelled words, how sure each is, why the kind; on a terminal, without colour, in a pipe."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.cli.run import on_terminal, refcli

ENTRY = "Sadykova, Aliya (2011, May 3). Rail link opens in the west of a country that has waited for it since 1991. *Eurasia Daily Monitor*, 8(85)."
LIST = f"References\n\n{ENTRY}\nIbid., p. 3.\nRFE/RL Newsline, May 3, 9, 12, and other dates.\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    return tmp_path


def test_in_a_pipe_a_line_a_value_and_the_labels_in_brackets(here: Path) -> None:
    done = refcli("parse", "list.txt", "--explain", cwd=here)
    assert done.code == 0
    first, second, third = done.out.strip("\n").split("\n\n")
    lines = first.split("\n")
    assert re.fullmatch(r"list\.txt:3: confidence 0\.\d\d", lines[0])
    assert lines[1].startswith("  [author Sadykova, Aliya] ([date 2011, May 3]). [title Rail link opens")
    assert "*[container Eurasia Daily Monitor]*, [volume 8]([issue 85])." in lines[1]
    assert re.sub(r"\[\w+ ([^][]*)\]", r"\1", lines[1]).strip() == ENTRY
    labels = [re.fullmatch(r"  (\w+) +([01]\.\d\d)  (.+)", line) for line in lines[2:-1]]
    assert [label[1] for label in labels if label] == ["author", "date", "title", "container", "volume", "issue"]
    assert all(0 <= float(label[2]) <= 1 and label[3] in ENTRY for label in labels if label)
    assert lines[-1] == "  kind        article-magazine: the outlet is a magazine or newsletter"
    assert second.split("\n") == ["list.txt:4: not read: mentions again “Sadykova, Aliya (2011, May 3). Rail link opens in…”", "  Ibid., p. 3."]  # fmt: skip
    assert third.endswith("no year is stated, the words of the date are kept")
    assert "  doubts      " in third


@posix
@pytest.mark.parametrize("columns", [60, 80, 132])
def test_on_a_terminal_in_colour_and_no_wider(here: Path, columns: int) -> None:
    shown = on_terminal("parse", "list.txt", "--explain", cwd=here, columns=columns)
    assert "\x1b[36mSadykova, Aliya\x1b[0m" in shown
    assert "\x1b[35mEurasia" in shown
    assert "[author" not in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    entry = plain.split("\n\n")[0]
    assert max(map(len, entry.split("\n"))) <= columns
    assert " ".join(ENTRY.split()) in " ".join(plain.split())
    title = re.search(r"  title +\d\.\d\d  Rail", plain)
    assert title is not None
    if columns < 100:
        assert f"\n{' ' * 20}" in entry


@posix
def test_no_color_on_a_terminal_has_brackets(here: Path) -> None:
    shown = on_terminal("parse", "list.txt", "--explain", cwd=here, NO_COLOR="1")
    assert "\x1b" not in shown
    assert "[author Sadykova, Aliya]" in shown


def test_colour_can_be_forced(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[36mSadykova, Aliya\x1b[0m" in refcli("parse", "list.txt", "--explain", cwd=here).out
