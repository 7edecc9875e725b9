"""The examples of docs/csl.md give what they say."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "csl.md"


def test_the_page_for_outsiders() -> None:
    """Replayed line by line."""
    done = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert done.attempted > 5
    assert done.failed == 0
