"""The schemas that others publish for our outputs: taken from packages into pytest's cache; a test skips where none can be had."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

import pytest


def sarif(config: pytest.Config) -> Path:
    """SARIF 2.1.0, as OASIS publishes it, from Microsoft's matchers for Jest."""
    package = "@microsoft/jest-sarif@1.0.0-beta.0"
    command = [shutil.which("npm") or "npm", "pack", "--silent", package]
    return _taken(config, command, "package/lib/schemas/sarif-2.1.0-rtm.5.json")


def junit(config: pytest.Config) -> Path:
    """JUnit's XML as Jenkins takes it, from the sources of pytest, which tests its own reports with it."""
    package = "pytest==9.0.1"
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", "pytest", package]
    return _taken(config, command, "pytest-9.0.1/testing/example_scripts/junit-10.xsd")


def _taken(config: pytest.Config, command: Sequence[str], member: str) -> Path:
    """The member of the archive that the command puts into the current folder."""
    assert config.cache is not None
    folder = config.cache.mkdir("schemas")
    path = folder / Path(member).name
    if path.exists():
        return path
    try:
        subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=120)
        archive = next(folder.glob("*gz"))
        with tarfile.open(archive) as packed:
            found = packed.extractfile(member)
            assert found is not None
            path.write_bytes(found.read())
        archive.unlink()
    except (OSError, subprocess.SubprocessError, StopIteration, KeyError) as error:
        pytest.skip(f"needs {path.name}, which {command[-1]} has: {error!r}")
    return path
