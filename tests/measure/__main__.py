"""`python -m tests.measure [FOLDER...] [--verbose]`: the figures of labelled drafts, as they are and with faults put in.

With several folders their sum comes last, by rule: false findings per 1,000 words on drafts as they are, precision and recall there
and on copies with one fault of each kind, for the five headline rules and the others.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.measure.inject import inject
from tests.measure.labels import Draft, drafts
from tests.measure.score import HEADLINE, OTHERS, Score, by_rule, score, table
from tests.measure.spoil import spoil

HERE = Path(__file__).parent
SEEDS = range(1, 4)


def spoilt(clean: list[Draft]) -> list[Draft]:
    """Each draft with faults put in, once a seed."""
    return [inject(draft, seed) for draft in clean for seed in SEEDS if not draft.bib]


def main(arguments: list[str]) -> None:
    verbose = "--verbose" in arguments
    folders = [name for name in arguments if not name.startswith("--")] or ["drafts"]
    sums = [Score(), Score(), Score()]
    for name in folders:
        clean = drafts(HERE / name)
        others = [spoil(draft, seed) for draft in clean for seed in SEEDS]
        results = [score(clean), score(spoilt(clean)), score(others)]
        for title, result in zip((name, f"{name}, with faults put in"), results, strict=False):
            print(f"== {title}\n{table(result)}")
        for whole, part in zip(sums, results, strict=True):
            whole.add(part)
        if verbose:
            print("\n".join(row for result in results[:2] for row in result.wrong if not _other(row)))
            print("\n".join(row for result in (results[0], results[2]) for row in result.wrong if _other(row)))
    print(f"== by rule\n{by_rule(HEADLINE, sums[0], sums[1])}\n{by_rule(OTHERS, sums[0], sums[2])}")


def _other(row: str) -> bool:
    return any(f" {rule} " in row for rule in OTHERS)


main(sys.argv[1:])
