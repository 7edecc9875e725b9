"""Readings of references that the model has not seen -> weights of the confidence: python -m training.calibrate --held-out TRAIN.jsonl

The hand-made references kept for measuring are read too; they count for half. Prints the weights for
`refcli/parsing/confidence.py`, and how often readings of each confidence are right.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from refcli.parsing.assemble import assemble
from refcli.parsing.confidence import signals
from refcli.parsing.labelling.labels import label, use_model
from refcli.parsing.labelling.segments import segments
from refcli.parsing.labelling.tokens import tokenize
from training.corpus import rows
from training.handmade import measured
from training.right import all_right
from training.train import NOISY, held_out

Case = tuple[dict[str, float], bool, float]


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, help="a model trained with --hold-out 10; else the shipped one")
    parser.add_argument(
        "--held-out", type=Path, required=True, help="the rows that it was not trained on are taken from here"
    )
    options = parser.parse_args()
    if options.model:
        use_model(options.model.read_bytes())
    general = _cases(row for row in rows(options.held_out) if held_out(row["id"], 10) and row["source"] not in NOISY)
    policy = _cases(measured())
    weight = len(general) / len(policy)
    weights = fit([*general, *((seen, right, weight) for seen, right, _ in policy)])
    weights["bias"] += lift(weights, policy)
    print(json.dumps({name: round(value, 3) for name, value in weights.items()}, indent=1))
    for title, some in (("general", general), ("policy", policy)):
        table(title, some, weights)


def _cases(found: Iterable[dict[str, Any]]) -> list[Case]:
    return [case for row in found if (case := _case(row, 1.0))]


def _case(row: dict[str, Any], weight: float) -> Case | None:
    tokens = tokenize(row["text"])
    if not tokens:
        return None
    labelled = label(row["text"], tokens)
    parts = segments(row["text"], tokens, labelled.labels)
    reference, doubts, _ = assemble(parts, row["text"])
    return signals(labelled, parts, reference, doubts), all_right(row, reference.to_json()), weight


def fit(cases: Sequence[Case], rounds: int = 600, rate: float = 0.5, ridge: float = 0.003) -> dict[str, float]:
    """Logistic regression by gradient descent, each signal centred and scaled by its spread."""
    names = sorted({name for seen, _, _ in cases for name in seen if name != "bias"})
    columns = {name: [seen.get(name, 0.0) for seen, _, _ in cases] for name in names}
    mean = {name: sum(values) / len(values) for name, values in columns.items()}
    spread = {name: max(0.02, _deviation(values)) for name, values in columns.items()}
    scaled = [
        ([(seen.get(name, 0.0) - mean[name]) / spread[name] for name in names], right, weight)
        for seen, right, weight in cases
    ]
    total = sum(weight for _, _, weight in cases)
    bias, weights = 0.0, [0.0] * len(names)
    for _ in range(rounds):
        slope, lean = [0.0] * len(names), 0.0
        for values, right, weight in scaled:
            error = weight * (right - _logistic(bias + sum(w * v for w, v in zip(weights, values, strict=True))))
            lean += error
            slope = [s + error * v for s, v in zip(slope, values, strict=True)]
        bias += rate * lean / total
        weights = [w + rate * (s / total - ridge * w) for w, s in zip(weights, slope, strict=True)]
    found = {name: weight / spread[name] for name, weight in zip(names, weights, strict=True)}
    return {"bias": bias - sum(found[name] * mean[name] for name in names), **found}


def lift(weights: dict[str, float], cases: Sequence[Case], aim: float = 0.9) -> float:
    """What the bias has to gain so that of the readings at 0.9 or more, taken together, that share is right."""
    ranked = sorted(((_chance(seen, weights), right) for seen, right, _ in cases), reverse=True)
    right, lowest = 0, 0.9
    for count, (chance, good) in enumerate(ranked, 1):
        right += good
        if count > 30 and right / count >= aim:
            lowest = chance
    return math.log(0.9 / 0.1) - math.log(lowest / (1 - lowest))


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _chance(seen: dict[str, float], weights: dict[str, float]) -> float:
    return _logistic(sum(weights[name] * value for name, value in seen.items()))


def _deviation(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))


def table(title: str, cases: Iterable[Case], weights: dict[str, float]) -> None:
    """How often readings of each confidence are right."""
    found = [(_chance(seen, weights), right) for seen, right, _ in cases]
    print(title, len(found))
    for low, high in ((0.9, 1.01), (0.8, 0.9), (0.6, 0.8), (0.4, 0.6), (0.2, 0.4), (0.0, 0.2)):
        inside = [right for chance, right in found if low <= chance < high]
        if inside:
            print(
                f"  {low:.1f} to {min(high, 1):.1f}: {len(inside):5d} readings, {100 * sum(inside) / len(inside):.0f} % right"
            )


if __name__ == "__main__":
    main()
