"""`refcli outlets`, and the user's own outlets."""

import json
from pathlib import Path

import pytest

from tests.cli.run import refcli


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["FT"], "Financial Times"),
        (["cacianalyst"], "Central Asia-Caucasus Analyst"),
        (["newspaper", "nairobi", "nation"], "Daily Nation"),
        (["hrw.org"], "Human Rights Watch"),
        (["0015-7120"], "Foreign Affairs"),
    ],
)
def test_search(words: list[str], first: str, tmp_path: Path) -> None:
    done = refcli("outlets", *words, "--json", cwd=tmp_path)
    assert done.code == 0
    assert json.loads(done.out)[0]["name"] == first


def test_table_and_rest(tmp_path: Path) -> None:
    done = refcli("outlets", "think-tank", cwd=tmp_path)
    lines = done.out.splitlines()
    assert lines[0].split() == ["name", "kind", "place", "also"]
    assert len(lines) == 22
    assert lines[-1].endswith("more; --all shows them.")


def test_nothing_found(tmp_path: Path) -> None:
    done = refcli("outlets", "zzz", cwd=tmp_path)
    assert done.code == 2
    assert "refcli.yaml" in done.err


def test_own_outlets_rename_and_are_found(tmp_path: Path) -> None:
    (tmp_path / "refcli.yaml").write_text(
        "outlets:\n  - {name: Barents Bulletin, kind: newsletter, aliases: [BarBull]}\n"
    )
    assert json.loads(refcli("outlets", "barbull", "--json", cwd=tmp_path).out) == [
        {"name": "Barents Bulletin", "kind": "newsletter", "aliases": ["BarBull"]}
    ]
    (tmp_path / "list.txt").write_text("Hansen, K. (2019). “Cod and quotas.” BarBull, 12 May 2019.\n")
    (reference,) = json.loads(refcli("parse", "list.txt", "--to", "csl-json", cwd=tmp_path).out)
    assert reference["container-title"] == "Barents Bulletin"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("{name: A, kind: paper}", 'outlet "A": kind "paper" should be one of'),
        ("Barents Bulletin", 'outlet "Barents Bulletin": should have a name and a kind'),
    ],
)
def test_faulty_own_outlets(row: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "refcli.yaml").write_text(f"outlets:\n  - {row}\n")
    done = refcli("outlets", cwd=tmp_path)
    assert done.code == 2
    assert why in done.err
