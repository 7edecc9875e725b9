"""Kills, rivals and full disks: is the library the whole old or the whole new file?

python -m tests.bench.safety kill [N] | rivals | disk: prints counts. POSIX only.
"""

from __future__ import annotations

import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from refcli.bibtex import BibFile
from refcli.library.store import read_library
from tests.bench.libraries import library

ENTRIES = 2000


def command(path: Path, *words: str) -> list[str]:
    """refcli, on that library."""
    return [sys.executable, "-m", "refcli", *words, "--library", str(path)]


def kill(times: int) -> None:
    """SIGKILL at random moments, half of them when a temporary file has just appeared."""
    dice = random.Random(7)
    counts = {"old": 0, "new": 0, "torn": 0, "while the temporary file was there": 0, "left behind": 0}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "references.bib"
        path.write_text(library(ENTRIES), encoding="utf-8")
        old = path.read_bytes()
        for i in range(times):
            process = subprocess.Popen(command(path, "set", "key77", f"note=round {i}"), stdout=subprocess.DEVNULL)
            _wait(path, process, dice, early=i % 4 == 0)
            process.send_signal(signal.SIGKILL)
            between = bool(list(path.parent.glob(".*.tmp")))
            process.wait()
            data = path.read_bytes()
            expected = BibFile.of(data)
            whole = data == old or (
                f"round {i}".encode() in data and len(expected.entries) == ENTRIES and abs(len(data) - len(old)) < 40
            )
            counts["old" if data == old else "new" if whole else "torn"] += 1
            counts["while the temporary file was there"] += bool(list(path.parent.glob(".*.tmp"))) or between
            old = data
        subprocess.run(command(path, "set", "key77", "note=last"), check=True, stdout=subprocess.DEVNULL)
        counts["left behind"] = len(list(path.parent.iterdir())) - 1
        assert b"note      = {last}" in path.read_bytes() or b'note      = "last"' in path.read_bytes()
    print(counts)


def _wait(path: Path, process: subprocess.Popen[bytes], dice: random.Random, *, early: bool) -> None:
    """Until a random moment, or until the temporary file is seen and a random moment more."""
    if early:
        time.sleep(dice.uniform(0, 0.4))
        return
    before = set(path.parent.glob(".*.tmp"))
    while process.poll() is None and not set(path.parent.glob(".*.tmp")) - before:
        time.sleep(0.0002)
    time.sleep(dice.uniform(0, 0.004))


def rivals(processes: int = 8, each: int = 50) -> None:
    """Processes that add entries to one library at once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "references.bib"
        path.write_text(library(100), encoding="utf-8")
        loop = 'for i in $(seq %d); do "$0" -m refcli add --key p%d-$i title=Work-%d-$i --library "$1" >/dev/null || echo failed; done'
        start = time.monotonic()
        running = [
            subprocess.Popen(["bash", "-c", loop % (each, n, n), sys.executable, str(path)], stdout=subprocess.PIPE)
            for n in range(processes)
        ]
        failed = sum(process.communicate()[0].count(b"failed") for process in running)
        found = read_library(path)
        keys = {entry.key for entry in found.entries}
        wanted = {f"p{n}-{i}" for n in range(processes) for i in range(1, each + 1)} | {f"key{i}" for i in range(100)}
        print({"wanted": len(wanted), "there": len(wanted & keys), "broken": len(found.broken), "failed": failed,
               "left behind": len(list(path.parent.iterdir())) - 1, "seconds": round(time.monotonic() - start)})  # fmt: skip


def disk() -> None:
    """Files that may grow to so many bytes only: the command says so in a sentence and leaves the library alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "references.bib"
        path.write_text(library(ENTRIES), encoding="utf-8")
        old = path.read_bytes()
        for limit in (0, 4096, len(old) // 2, len(old)):
            done = subprocess.run(
                command(path, "set", "key77", "note=much more"),
                preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
                capture_output=True,
                text=True,
                check=False,
            )
            print(
                limit,
                done.returncode,
                path.read_bytes() == old,
                sorted(item.name for item in Path(folder).iterdir()),
                done.stderr.strip()[-100:],
            )


if __name__ == "__main__":
    what = sys.argv[1]
    if what == "kill":
        kill(int(sys.argv[2]) if len(sys.argv) > 2 else 300)
    elif what == "rivals":
        rivals()
    else:
        disk()
