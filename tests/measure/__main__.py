"""`python -m tests.measure [FOLDER...] [--verbose]`: the figures of labelled drafts, as they are and with faults put in.

The rules beside the five headline ones have a table of their own: false findings on drafts as they are, and both kinds of errors
on copies with one fault for each rule.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.measure.inject import inject
from tests.measure.labels import Draft, drafts
from tests.measure.score import OTHERS, score, table
from tests.measure.spoil import spoil

HERE = Path(__file__).parent
SEEDS = range(1, 4)


def spoilt(clean: list[Draft]) -> list[Draft]:
    """Each draft with faults put in, once a seed."""
    return [inject(draft, seed) for draft in clean for seed in SEEDS if not draft.bib]


def main(arguments: list[str]) -> None:
    verbose = "--verbose" in arguments
    folders = [name for name in arguments if not name.startswith("--")] or ["drafts"]
    for name in folders:
        clean = drafts(HERE / name)
        for title, group in ((name, clean), (f"{name}, with faults put in", spoilt(clean))):
            result = score(group)
            print(f"== {title}\n{table(result)}")
            if verbose:
                print("\n".join(row for row in result.wrong if not _other(row)))
        others = [spoil(draft, seed) for draft in clean for seed in SEEDS]
        for title, group in ((name, clean), (f"{name}, with faults of other kinds", others)):
            result = score(group)
            print(f"== {title}: the other rules\n{table(result, OTHERS)}")
            if verbose:
                print("\n".join(row for row in result.wrong if _other(row)))


def _other(row: str) -> bool:
    return any(f" {rule} " in row for rule in OTHERS)


main(sys.argv[1:])
