"""Fixtures of our own in the suite's format, one a feature or bug, so that a clone without the suite tests every element.

Their results are those of citeproc-js 1.4.63, but where docs/csl-deviations.md argues for another.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.csl.fixture import expected, run

FIXTURES = sorted(Path(__file__).with_name("fixtures").glob("*_*.txt"))


@pytest.mark.parametrize("path", FIXTURES, ids=[path.stem for path in FIXTURES])
def test_fixture(path: Path) -> None:
    output, warnings = run(path)
    assert output.strip() == expected(path).strip()
    assert warnings == []
