"""The official suite as a ratchet: what is listed in passing.txt passes, and what passes is listed there."""

from __future__ import annotations

from pathlib import Path

from tests.csl.fixture import expected, run, same
from tests.shared import shared_path

LIST = Path(__file__).with_name("passing.txt")


def test_listed_fixtures_pass_and_no_others() -> None:
    """A fixture that passes for the first time makes this fail with "add it": so the list only grows."""
    suite = shared_path("csl-test-suite")
    listed = set(LIST.read_text(encoding="utf-8").split())
    passing = {path.stem for path in sorted(suite.glob("*_*.txt")) if same(run(path)[0], expected(path))}
    lost = sorted(listed - passing)
    new = sorted(passing - listed)
    assert not lost, f"no longer pass: {', '.join(lost)}"
    assert not new, f"pass now, add to {LIST.name}: {', '.join(new)}"
