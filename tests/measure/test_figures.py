"""The labelled drafts, clean and with faults put in: figures by rule that may only go up (`python -m tests.measure` prints all)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measure.inject import inject
from tests.measure.labels import Draft, drafts
from tests.measure.score import Score, score, table

HERE = Path(__file__).parent
SEEDS = range(1, 4)
CLEAN = drafts(HERE / "drafts")
SPOILT = [inject(draft, seed) for draft in CLEAN for seed in SEEDS if not draft.bib]


@pytest.mark.parametrize(
    ("group", "f1", "links", "precision", "recall"),
    [(CLEAN, 0.80, 0.93, 0.41, 0.60), (SPOILT, 0.74, 0.90, 0.61, 0.56)],
    ids=["clean", "with faults"],
)
def test_figures_only_go_up(group: list[Draft], f1: float, links: float, precision: float, recall: float) -> None:
    result = score(group)
    print(table(result))
    assert result.f1 >= f1
    assert result.share("linked", "mislinked") >= links
    assert _precision(result) >= precision
    assert result.share("all right", "all missed") >= recall


def _precision(result: Score) -> float:
    return result.share("all right", "all false")
