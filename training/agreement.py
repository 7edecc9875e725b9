"""Labelled references that nobody checked -> those whose labels a model of the checked ones mostly agrees with.

Labels that a machine wrote and no person read teach the machine's mistakes. What a model that never saw them would label
otherwise is left out (confident learning: Northcutt et al. 2021, in its simplest form).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from refcli.parsing.labelling.labels import label, use_model
from training.corpus import labelled

_UNLABELLED = "other"


def agreeing(rows: Iterable[dict[str, Any]], model: bytes, share: float) -> Iterator[dict[str, Any]]:
    """The rows in which the model gives at least that share of the labelled words their label."""
    use_model(model)
    try:
        yield from (row for row in rows if agreement(row) >= share)
    finally:
        use_model(None)


def agreement(row: dict[str, Any]) -> float:
    """The share of the row's labelled words that the model in use labels alike; 0 where no word is labelled."""
    text, tokens, gold = labelled(row["segments"], row["gold"])
    found = label(text, tokens).labels
    pairs = [
        (ours, theirs)
        for ours, theirs, token in zip(found, gold, tokens, strict=True)
        if theirs != _UNLABELLED and token.text[0].isalnum()
    ]
    return sum(ours == theirs for ours, theirs in pairs) / len(pairs) if pairs else 0.0
