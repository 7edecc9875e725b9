"""The labelled drafts, clean and with faults put in: figures that may only go up (`python -m tests.measure` prints all)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from refcli.lint import RULES
from tests.measure.inject import inject
from tests.measure.labels import Draft, drafts
from tests.measure.score import HEADLINE, OTHERS, Score, score, table
from tests.measure.spoil import spoil

HERE = Path(__file__).parent
SEEDS = range(1, 4)
FOLDERS = ("drafts", "wide", "kept", "last")
DEFAULT = [rule.NAME for rule in RULES if rule.PROFILE == "drafting" and rule.NAME in OTHERS]


@cache
def clean(folder: str) -> tuple[Draft, ...]:
    return tuple(drafts(HERE / folder))


@cache
def figures(folder: str, faults: bool) -> Score:
    """The score of a folder's drafts, with faults put in or not."""
    return score(spoilt(folder) if faults else clean(folder))


def spoilt(folder: str) -> list[Draft]:
    return [inject(draft, seed) for draft in clean(folder) for seed in SEEDS if not draft.bib]


@pytest.mark.parametrize(
    ("folder", "faults", "f1", "links", "traps", "precision", "recall"),
    [
        ("drafts", False, 0.995, 1.0, 0, 1.0, 0.982),
        ("drafts", True, 0.984, 0.984, 3, 0.984, 0.952),
        ("wide", False, 0.982, 0.991, 2, 0.977, 0.877),
        ("wide", True, 0.974, 0.982, 6, 0.977, 0.897),
        ("kept", False, 0.965, 0.986, 0, 1.0, 0.846),
        ("kept", True, 0.968, 0.976, 0, 1.0, 0.878),
        ("last", False, 0.98, 0.993, 1, 1.0, 0.869),
        ("last", True, 0.967, 0.983, 3, 0.99, 0.875),
    ],
)
def test_figures_only_go_up(
    folder: str, faults: bool, f1: float, links: float, traps: int, precision: float, recall: float
) -> None:
    result = figures(folder, faults)
    print(table(result))
    assert result.f1 >= f1
    assert result.share("linked", "mislinked") >= links
    assert result.counts["trapped"] <= traps
    assert result.share("all right", "all false") >= precision
    assert result.share("all right", "all missed") >= recall


def test_rules_that_always_run_are_right_in_nine_cases_of_ten() -> None:
    """On drafts as they are and with faults put in, taken together, and with enough cases to say so."""
    result = Score()
    for folder in FOLDERS:
        result.add(figures(folder, False))
        result.add(figures(folder, True))
        result.add(score([spoil(draft, seed) for draft in clean(folder) for seed in SEEDS]))
    for rule in (*HEADLINE, *DEFAULT):
        assert result.counts[f"{rule} right"] >= 20, rule
        assert result.share(f"{rule} right", f"{rule} false") >= 0.9, rule
