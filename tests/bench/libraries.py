"""Makes .bib files of many entries, alike in size and shape to those that people keep (about 650 bytes an entry)."""

from __future__ import annotations

import random
import sys
from pathlib import Path

WORDS = [
    "energy",
    "security",
    "Kazakhstan",
    "river",
    "treaty",
    "sanctions",
    "pipeline",
    "parliament",
    "accession",
    "drought",
    "border",
    "reform",
    "élite",
    "Türkiye",
    "election",
    "ceasefire",
    "budget",
    "grain",
    "export",
    "corridor",
    "militia",
    "refugees",
    "referendum",
    "tariff",
    "alliance",
    "mandate",
    "census",
    "Łódź",
    "archive",
    "port",
    "summit",
]
OUTLETS = [
    "Eurasia Daily Monitor",
    "Foreign Policy Review",
    "The Straits Observer",
    "Revue d'études",
    "Osteuropa-Blätter",
]


def entry(number: int, dice: random.Random) -> str:
    """One entry; every third has quotes, an abstract of some length makes up the size."""
    title = " ".join(dice.choices(WORDS, k=9)).capitalize()
    abstract = " ".join(dice.choices(WORDS, k=28))
    opening, closing = ('"', '"') if number % 3 == 0 else ("{", "}")
    rows = [
        ("author", f"{dice.choice(WORDS).capitalize()}, A. B. and {{Ministry of {dice.choice(WORDS).capitalize()}}}"),
        ("title", f"{title} {{NATO}} and \\'E"),
        ("journal", dice.choice(OUTLETS)),
        ("year", str(dice.randint(1980, 2025))),
        ("volume", str(dice.randint(1, 60))),
        ("pages", f"{number % 300}--{number % 300 + 9}"),
        ("doi", f"10.1000/example.{number}"),
        ("url", f"https://example.org/papers/{number}/full_text"),
        ("abstract", abstract),
        ("keywords", ", ".join(dice.choices(WORDS, k=4))),
    ]
    body = ",\n".join(f"  {name:<9} = {opening}{value}{closing}" for name, value in rows)
    return f"@{dice.choice(('article', 'techreport', 'book', 'misc'))}{{key{number},\n{body}\n}}\n"


def library(entries: int) -> str:
    """A file of so many entries."""
    dice = random.Random(entries)
    head = '% A library for measuring\n@string{jo = "Journal of Policy"}\n\n'
    return head + "\n".join(entry(number, dice) for number in range(entries))


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(library(int(sys.argv[1])), encoding="utf-8")
