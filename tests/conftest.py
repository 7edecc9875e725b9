"""Options of the test run."""

from __future__ import annotations

import os
import tempfile

import pytest

# The steps back of libraries in tests go where they harm nobody.
os.environ["REFCLI_STATE"] = tempfile.mkdtemp(prefix="refcli-tests-")


def pytest_addoption(parser: pytest.Parser) -> None:
    """--update rewrites the replayed console blocks, for a person to review as a diff."""
    parser.addoption("--update", action="store_true", help="rewrite the console blocks of the examples")
