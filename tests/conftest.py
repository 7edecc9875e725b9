"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """--update rewrites the replayed console blocks, for a person to review as a diff."""
    parser.addoption("--update", action="store_true", help="rewrite the console blocks of the examples")
