"""What reading a list twice brings: python -m training.evidence [GOLD.jsonl]

Lists printed by the CSL engine (styles and records that the model has not seen), and the rows of GOLD that share a
source, are read as lists and entry by entry; prints how many of them have all fields right either way.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from refcli.data.loader import style_ids
from refcli.parsing import Entry, Parsed, parse_entries
from refcli.text import Span
from training.corpus import rows
from training.handmade import as_row
from training.made import Pools
from training.rendered import in_style
from training.right import all_right

Rows = list[dict[str, Any]]


def main() -> None:
    """Print the figures."""
    compare("printed in CSL styles", list(printed_lists(60, seed=99)))
    for path in sys.argv[1:]:
        compare(path, [found for found in by_source(Path(path)) if len(found) > 4])


def compare(title: str, lists: list[Rows]) -> None:
    """Right alone, right as a list, and what the second reading changed."""
    alone = together = better = worse = total = 0
    for found in lists:
        entries = [Entry(row["text"], Span(0, len(row["text"]))) for row in found]
        for row, one, both in zip(found, parse_entries(entries, each_alone=True), parse_entries(entries), strict=True):
            first, second = _right(row, one), _right(row, both)
            alone, together, total = alone + first, together + second, total + 1
            better, worse = better + (second and not first), worse + (first and not second)
    print(
        f"{title}: {len(lists)} lists, {total} entries; all right alone {alone}, as lists {together} (mended {better}, spoilt {worse})"
    )


def _right(row: dict[str, Any], read: object) -> bool:
    return isinstance(read, Parsed) and all_right(row, read.reference.to_json())


def printed_lists(count: int, seed: int) -> Iterator[Rows]:
    """Lists, each in one style."""
    rng = random.Random(seed)
    ids = style_ids()
    while count:
        found = list(in_style(rng, rng.choice(ids), Pools()))
        if len(found) > 8:
            count -= 1
            yield [as_row("document", segments, "") for segments in found]


def by_source(path: Path) -> Iterator[Rows]:
    """The rows that come from one document."""
    ordered = sorted(rows(path), key=lambda row: str(row["source"]))
    yield from (list(group) for _, group in groupby(ordered, key=lambda row: str(row["source"])))


if __name__ == "__main__":
    main()
