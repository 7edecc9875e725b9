"""What each part of the training brings: python -m training.ablation TRAIN.jsonl --scorer score.py --gold DEV.jsonl POLICY.jsonl

Trains small models (a share of the data, fewer rounds), each without one part, and prints the scorer's figures for each;
the hand-made references kept for measuring are read too. Minutes a line.
"""

from __future__ import annotations

import argparse
import importlib.util
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from refcli.parsing import Entry, Parsed, parse_entry
from refcli.parsing.labelling.labels import use_model
from refcli.text import Span
from training.corpus import rows
from training.handmade import measured
from training.train import held_out, options_of, train

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("all", ()),
    ("without the tables of outlets, places, publishers", ()),
    ("without references printed by the CSL engine", ("--rendered", "0")),
    ("without spoilt copies", ("--spoilt", "0")),
    ("without variants of hand-made references", ("--variants", "0")),
    ("without hand-made references and their variants", ("--variants", "0", "--handmade", "0")),
    ("labels as they are: no tags of beginnings, signs apart", ()),
)


def main() -> None:
    """Print a line a part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--share", type=float, default=0.2)
    parser.add_argument("--rounds", default="50")
    options = parser.parse_args()
    score = _scorer(options.scorer)
    sets = {path.stem: list(rows(path)) for path in options.gold} | {"hand-made": measured()}
    data = [row for row in rows(options.train) if not held_out(row["id"], 10) and _taken(row["id"], options.share)]
    for name, arguments in PARTS:
        with _patched(name):
            asked = [*_scaled(arguments, options.share), "--iterations", options.rounds]
            use_model(train(data, options_of(asked), verbose=False))
            print(name, *(_figures(score, title, found) for title, found in sets.items()), sep="\n    ", flush=True)


def _scaled(arguments: tuple[str, ...], share: float) -> Iterator[str]:
    """What is made is made in the same proportion."""
    for name, number in (("--variants", 7000), ("--rendered", 4000), ("--handmade", 5)):
        if name not in arguments:
            yield from (name, str(round(number * share)))
    yield from arguments


def _taken(key: str, share: float) -> bool:
    """By a hash, so that all models learn from the same rows."""
    return zlib.crc32(key.encode()) < share * 2**32


def _patched(name: str) -> Any:
    if "tables" in name:
        return patch("refcli.parsing.labelling.features.gazetteer", lambda folded, _: ["-"] * len(folded))
    if "labels as they are" in name:
        return patch("training.train.tags_of", lambda labels, _: list(labels))
    return patch("training.train.NOISY", ("anystyle-ugly",))


def _scorer(path: Path) -> Callable[..., dict[str, Any]]:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[..., dict[str, Any]] = module.score
    return found


def _figures(score: Callable[..., dict[str, Any]], title: str, gold: list[dict[str, Any]]) -> str:
    read = {row["id"]: {"id": row["id"], "fields": _fields(row["text"])} for row in gold}
    got = score(gold, read)
    kind = f", type {100 * got['type_acc']:.1f} %" if "type_acc" in got else ""
    return f"{title}: micro F1 {100 * got['micro']['F1']:.2f}, all right {100 * got['all_right']:.1f} %{kind}"


def _fields(text: str) -> dict[str, Any]:
    read = parse_entry(Entry(text, Span(0, len(text))))
    return read.reference.to_json() if isinstance(read, Parsed) else {}


if __name__ == "__main__":
    main()
