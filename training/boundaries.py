"""Paragraphs of several references -> weights of the odds that one ends and another begins: python -m training.boundaries

The references are those of the labelled training set (see `tests/shared.py`), joined by blanks or semicolons, and, so that it learns
as well what stands inside one, each alone. Prints the weights for `refcli/parsing/splitting/boundaries.py`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Iterator, Sequence
from itertools import groupby

from refcli.parsing.splitting.boundaries import signals
from refcli.parsing.splitting.runon import AHEAD, SHORTEST, places
from refcli.text import Span
from tests.measure import dirt
from tests.measure.splitting import bare, lists

Case = tuple[dict[str, float], bool]
"""The signals of a place, and whether an entry begins there."""
_ALONE = 3
"""One list in so many has each reference alone."""


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lists", type=int, default=300, help="found in documents, and as many printed in styles")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    cases = [case for kind in ("found", "rendered") for case in _cases(kind, options.lists, options.seed)]
    weights = fit(cases)
    print(json.dumps({name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= 0.1}))


def fit(cases: Sequence[Case], rounds: int = 12, ridge: float = 2.0) -> dict[str, float]:
    """Logistic regression by Newton's method; `ridge` draws all weights but the bias to 0."""
    names = sorted({name for seen, _ in cases for name in seen})
    place = {name: i for i, name in enumerate(names)}
    rows = [([(place[name], value) for name, value in seen.items()], begins) for seen, begins in cases]
    pull = [0.0 if name == "bias" else ridge for name in names]
    weights = [0.0] * len(names)
    for _ in range(rounds):
        slope = [-by * weight for by, weight in zip(pull, weights, strict=True)]
        bend = [[by if i == j else 0.0 for j in range(len(names))] for i, by in enumerate(pull)]
        for row, begins in rows:
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights[i] * value for i, value in row)))))
            for i, value in row:
                slope[i] += (begins - chance) * value
                line, scale = bend[i], chance * (1 - chance) * value
                for j, other in row:
                    line[j] += scale * other
        weights = [weight + step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _solved(matrix: list[list[float]], wanted: list[float]) -> list[float]:
    """The vector that the matrix (symmetric, positive definite) makes the wanted one of: Gauss's elimination."""
    rows = [[*line, value] for line, value in zip(matrix, wanted, strict=True)]
    for i, pivot in enumerate(rows):
        for line in rows[i + 1 :]:
            if scale := line[i] / pivot[i]:
                line[i:] = [a - scale * b for a, b in zip(line[i:], pivot[i:], strict=True)]
    found = [0.0] * len(rows)
    for i in reversed(range(len(rows))):
        known = sum(a * b for a, b in zip(rows[i][i + 1 : -1], found[i + 1 :], strict=True))
        found[i] = (rows[i][-1] - known) / rows[i][i]
    return found


def _cases(kind: str, count: int, seed: int) -> Iterator[Case]:
    rng = random.Random(f"{seed} {kind}")
    stream = lists(kind, rng, held_out=False)
    for i in range(count):
        shape = dirt.run_on if i % _ALONE else dirt.blank_between
        text, gold = dirt.put_together(bare(shape, rng, next(stream)))
        for _, line in groupby(gold, key=lambda span: text.count("\n", 0, span.start)):
            yield from _of_paragraph(text, list(line))


def _of_paragraph(text: str, entries: list[Span]) -> Iterator[Case]:
    """Each place between the first entry's beginning and the last one's end: its signals, and whether an entry begins there."""
    words = Span(entries[0].start, entries[-1].end).of(text)
    starts = sorted(span.start - entries[0].start for span in entries)
    for place in places(words):
        before = words[max(start for start in starts if start <= place.start) : place.joint]
        if len(before) >= SHORTEST:
            yield signals(before, words[place.end : place.end + AHEAD]), place.end in starts


if __name__ == "__main__":
    main()
