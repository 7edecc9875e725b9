"""The hook as pre-commit runs it: a faulty draft fails the commit, a mended one passes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FAULTY = "As Jon Weits notes, it is thin.\n\nReferences\n\nJon Weitz. (2012, June 9). Budget troubles. Eurasia Daily Monitor.\n"


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs git and a checkout")
def test_hook(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "safe.directory",
        "GIT_CONFIG_VALUE_0": "*",
    }
    repository = tmp_path / "drafts"
    repository.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=repository, check=True)
    draft = repository / "draft.md"

    def hook() -> subprocess.CompletedProcess[str]:
        subprocess.run(["git", "add", "."], cwd=repository, check=True)
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "refcli-lint", "--all-files"]
        return subprocess.run(
            command, cwd=repository, env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )

    draft.write_text(FAULTY, encoding="utf-8")
    failed = hook()
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "draft.md:1:1: REF102" in failed.stdout
    draft.write_text(FAULTY.replace("Weits", "Weitz"), encoding="utf-8")
    passed = hook()
    assert passed.returncode == 0, passed.stdout + passed.stderr
