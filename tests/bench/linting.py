"""The processor time that `refcli lint` takes, whole processes: `python -m tests.bench.linting [DRAFT]`. POSIX only.

Prints the median times of Python alone and of a short draft, and their ratio; then drafts of growing length with 2,000
entries, in a list of their own and in a shared .bib. Let Python write byte code first (a second run of the command will do).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.long_draft import write

SHORT = Path(__file__).resolve().parents[2] / "examples" / "mekong-dam" / "article.txt"
LENGTHS = (25_000, 50_000, 100_000, 200_000)
ENTRIES = 2000


def seconds(command: Sequence[str], folder: Path, runs: int = 5) -> float:
    """The median of so many runs."""
    times = []
    for _ in range(runs):
        before = os.times()
        subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, check=False)
        after = os.times()
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return statistics.median(times)


def start_up(draft: Path) -> None:
    """A short draft against Python alone."""
    alone = seconds(["-c", "pass"], draft.parent, 15)
    linted = seconds(["-m", "refcli", "lint", draft.name], draft.parent, 15)
    print(f"python -c pass {alone:.3f} s, refcli lint {draft.name} {linted:.3f} s: {linted / alone:.1f} times")


def growth() -> None:
    """Drafts of growing length."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for words in LENGTHS:
            write(words, ENTRIES, folder)
            times = (seconds(["-m", "refcli", "lint", draft], folder) for draft in ("own.md", "shared.md"))
            print(f"{words:>7,} words, {ENTRIES:,} entries:", *(f"{spent:.2f} s" for spent in times))


if __name__ == "__main__":
    start_up(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else SHORT)
    growth()
