"""Hand-made references -> those that `refcli train` keeps its eye on: python -m training.specimens > refcli/data/specimens.yaml

A personal model is taught to leave these as the shipped model reads them. Only of those that are for training.
"""

from __future__ import annotations

import random

import yaml

from training.handmade import lines

COUNT = 250


def main() -> None:
    """Print the table."""
    texts = ["".join(words for _, words in found) for _, found in lines(measure=False)]
    chosen = sorted(random.Random(1).sample(sorted(set(texts)), COUNT))
    print("# Entries in many styles, by which a personal model is kept from forgetting; made by training/specimens.py.")
    print(yaml.safe_dump(chosen, allow_unicode=True, width=100_000), end="")


if __name__ == "__main__":
    main()
