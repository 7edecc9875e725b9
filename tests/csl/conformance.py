"""The official suite -> a table: how many fixtures of each category there are, and how many pass.

python -m tests.csl.conformance
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.shared import shared_path

LIST = Path(__file__).with_name("passing.txt")


def main() -> None:
    """Prints the table as Markdown. What passes is what the ratchet lists."""
    passing = set(LIST.read_text(encoding="utf-8").split())
    names = [path.stem for path in shared_path("csl-test-suite").glob("*_*.txt")]
    fixtures = Counter(name.partition("_")[0] for name in names)
    good = Counter(name.partition("_")[0] for name in names if name in passing)
    print("| category | fixtures | pass |\n|---|---:|---:|")
    for category in sorted(fixtures):
        print(f"| {category} | {fixtures[category]} | {good[category]} |")
    print(f"| **all** | **{fixtures.total()}** | **{good.total()}** |")


if __name__ == "__main__":
    main()
