"""argv -> what the real program prints and its exit code."""

from __future__ import annotations

import os
import struct
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


def on_terminal(*words: str, cwd: Path, columns: int = 80, **environment: str) -> str:
    """What refcli shows on a terminal of so many columns. POSIX only."""
    import fcntl  # noqa: PLC0415 - POSIX only
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    with subprocess.Popen(
        [sys.executable, "-m", "refcli", *words], cwd=cwd, stdout=theirs, stderr=theirs, env={**plain, "TERM": "xterm", **environment}
    ) as running:  # fmt: skip
        os.close(theirs)
        shown = b""
        while piece := _more(ours):
            shown += piece
        running.wait()
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _more(handle: int) -> bytes:
    """Linux says that the other side is closed by an error."""
    try:
        return os.read(handle, 65536)
    except OSError:
        return b""
