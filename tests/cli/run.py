"""argv -> what the real program prints and its exit code."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Done:
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def refcli(*words: str, cwd: Path, stdin: str | bytes = "") -> Done:
    """Run refcli as a user does."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "refcli", *words], cwd=cwd, input=data, capture_output=True, check=False
    )
    return Done(done.returncode, done.stdout.decode().replace("\r\n", "\n"), done.stderr.decode().replace("\r\n", "\n"))
