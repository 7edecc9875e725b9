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
FOLDERS = ("drafts", "wide", "kept")
DEFAULT = [rule.NAME for rule in RULES if rule.PROFILE == "drafting" and rule.NAME in OTHERS]


@cache
def clean(folder: str) -> tuple[Draft, ...]:
    return tuple(drafts(HERE / folder))


def spoilt(folder: str) -> list[Draft]:
    return [inject(draft, seed) for draft in clean(folder) for seed in SEEDS if not draft.bib]


@pytest.mark.parametrize(
    ("folder", "faults", "f1", "links", "traps", "precision", "recall"),
    [
        ("drafts", False, 0.0, 0.0, 99, 0.0, 0.0),
    ],
)
def test_figures_only_go_up(
    folder: str, faults: bool, f1: float, links: float, traps: int, precision: float, recall: float
) -> None:
    result = score(spoilt(folder) if faults else clean(folder))
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
        result.add(score([*clean(folder), *spoilt(folder)]))
        result.add(score([spoil(draft, seed) for draft in clean(folder) for seed in SEEDS]))
    for rule in (*HEADLINE, *DEFAULT):
        assert result.counts[f"{rule} right"] >= 20, rule
        assert result.share(f"{rule} right", f"{rule} false") >= 0.9, rule
