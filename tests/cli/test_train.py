"""refcli train: what it says, where it fails, what uses the model, and the way back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import refcli
from tests.parsing.test_learning import FIELDS, TEXT, house


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFCLI_STATE", str(tmp_path / "state"))


def written(count: int) -> str:
    lines = []
    for one in house(count):
        fields = {**one.fields}
        lines.append(json.dumps({"text": one.text, "reference": fields}))
    return "\n".join(lines) + "\n"


def read(tmp_path: Path) -> dict[str, object]:
    done = refcli("parse", "-", "--each-line", "--to", "jsonl", cwd=tmp_path, stdin=TEXT)
    assert done.code == 0
    reference = json.loads(done.out)["reference"]
    return {name: reference.get(name) for name in FIELDS}


def test_taught_used_undone_and_done_again(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").write_text(written(12), encoding="utf-8")
    before = read(tmp_path)
    assert before != FIELDS
    tried = refcli("train", "corrections.jsonl", "--dry-run", cwd=tmp_path)
    assert tried.code == 0
    assert "It helps; nothing was installed." in tried.out
    assert read(tmp_path) == before
    done = refcli("train", "corrections.jsonl", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "12 corrections, each left out once" in done.out
    assert "Installed; refcli train --undo takes it back." in done.out
    assert read(tmp_path) == FIELDS
    assert "as it was shipped" in refcli("train", "--undo", cwd=tmp_path).out
    assert read(tmp_path) == before
    assert "taught by 12 corrections" in refcli("train", "--undo", cwd=tmp_path).out
    assert read(tmp_path) == FIELDS
    again = refcli("train", cwd=tmp_path)
    assert again.code == 0
    assert "12 corrections, each left out once" in again.out


def test_a_list_is_read_by_it_in_processes_too(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").write_text(written(12), encoding="utf-8")
    assert refcli("train", "corrections.jsonl", cwd=tmp_path).code == 0
    (tmp_path / "list.txt").write_text((TEXT + "\n") * 1100, encoding="utf-8")
    args = ("parse", "list.txt", "--each-line", "--to", "jsonl")
    one, two = (refcli(*args, "--jobs", jobs, cwd=tmp_path) for jobs in "12")
    assert one.out == two.out
    assert json.loads(one.out.split("\n")[0])["reference"]["title"] == FIELDS["title"]


def test_lines_that_are_wrong_are_named_and_the_others_used(tmp_path: Path) -> None:
    text = written(10) + '{"text": \n\n{"text": "Delta Courier", "reference": {"title": "Rivers"}}\n'
    (tmp_path / "mine.jsonl").write_text(text, encoding="utf-8")
    done = refcli("train", "mine.jsonl", cwd=tmp_path)
    assert done.code == 1
    assert "mine.jsonl:11: left out: no JSON" in done.err
    assert "mine.jsonl:13: left out: the title does not stand in the text" in done.err
    assert "10 corrections, each" in done.out


@pytest.mark.parametrize(
    ("args", "text", "says"),
    [
        (["train"], "", "name a file of corrections"),
        (["train", "--undo"], "", "there is no training to undo"),
        (["train", "missing.jsonl"], "", "missing.jsonl: no such file"),
        (["train", "-"], "", "-: has no corrections"),
        (["train", "-"], "[\n", "-:1: left out: no JSON"),
        (["train", "-"], written(3), "3 corrections that can be used; it takes 8"),
    ],
)
def test_what_cannot_be_done(tmp_path: Path, args: list[str], text: str, says: str) -> None:
    done = refcli(*args, cwd=tmp_path, stdin=text)
    assert done.code == 2
    assert says in done.err
    assert "Traceback" not in done.err


def test_a_model_over_another_reader_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "corrections.jsonl").write_text(written(12), encoding="utf-8")
    before = read(tmp_path)
    assert refcli("train", "corrections.jsonl", cwd=tmp_path).code == 0
    place = tmp_path / "state" / "reader" / "reader.json"
    kept = json.loads(place.read_text(encoding="utf-8"))
    place.write_text(json.dumps({**kept, "over": 1}), encoding="utf-8")
    done = refcli("parse", "-", "--each-line", cwd=tmp_path, stdin=TEXT)
    assert "another version of the reader" in done.err
    assert read(tmp_path) == before
    place.write_text("{", encoding="utf-8")
    done = refcli("parse", "-", "--each-line", cwd=tmp_path, stdin=TEXT)
    assert done.code == 2
    assert "is damaged" in done.err
