"""`python -m tests.measure [FOLDER...] [--verbose]`: the figures of labelled drafts, as they are and with faults put in."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.measure.inject import inject
from tests.measure.labels import Draft, drafts
from tests.measure.score import score, table

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
                print("\n".join(result.wrong))


main(sys.argv[1:])
