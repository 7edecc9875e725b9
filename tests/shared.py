"""Where the data lies that is too large, or not ours, to keep in the project: the one place that names it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("REFCLI_SHARED") or Path(__file__).resolve().parents[1].parent / "shared")


def shared_path(*parts: str) -> Path:
    """A file or folder of the shared data; skips the test, saying so, where it is not there."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs {'/'.join(parts)} of the shared data: set REFCLI_SHARED to the folder that holds it")
    return path
