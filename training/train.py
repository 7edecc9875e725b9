"""Labelled references -> the model that refcli ships: python -m training.train DATA.jsonl... -o refcli/parsing/labelling/model.crfsuite

`--hold-out 10` leaves every tenth row of the data out (by a hash of its id), for measuring and for `training.calibrate`.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite

from refcli.parsing.labelling.features import features
from refcli.parsing.labelling.habits import habits
from refcli.parsing.labelling.segments import segments
from refcli.parsing.labelling.tags import tags_of
from training.agreement import agreeing
from training.corpus import labelled, rows
from training.handmade import references
from training.made import Pools
from training.rendered import rendered
from training.spoilt import spoilt
from training.variants import variants

Example = tuple[list[list[str]], list[str]]
NOISY = ("anystyle-ugly",)
"""Sources whose labels nobody checked: what a model of the others mostly agrees with is learnt, titles and names are not drawn from them."""


def main() -> None:
    """Train and write the model: twice, where labels that nobody checked are to be weighed by those that were."""
    options = options_of()
    data = [row for path in options.data for row in rows(path) if not held_out(row["id"], options.hold_out)]
    options.output.write_bytes(train(weeded(data, options), options))


def weeded(data: Sequence[dict[str, Any]], options: argparse.Namespace) -> list[dict[str, Any]]:
    """The data without unchecked rows that a model of the checked ones contradicts."""
    checked = [row for row in data if row["source"] not in NOISY]
    if options.agreement == 0 or len(checked) == len(data):
        return list(data)
    noisy = (row for row in data if row["source"] in NOISY)
    return [*checked, *agreeing(noisy, train(checked, options), options.agreement)]


def train(data: Sequence[dict[str, Any]], options: argparse.Namespace, *, verbose: bool = True) -> bytes:
    """A model of those references and of what is made beside them."""
    trainer = pycrfsuite.Trainer(verbose=verbose)
    trainer.set_params({
        "c1": options.c1, "c2": options.c2, "max_iterations": options.iterations, "feature.possible_transitions": True, "feature.minfreq": options.minfreq,
    })  # fmt: skip
    for seen, labels in examples(data, options):
        trainer.append(seen, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model")
        trainer.train(str(path))
        return path.read_bytes()


def options_of(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The options of a command line, this process's own where none is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="*", type=Path, help="labelled references, JSON lines with `segments` and `gold`")
    parser.add_argument("-o", "--output", type=Path, default=Path("refcli/parsing/labelling/model.crfsuite"))
    parser.add_argument("--spoilt", type=float, default=0.2, help="share of the data that is learnt once more, spoilt")
    parser.add_argument("--variants", type=int, default=7000, help="how many variants of hand-made references")
    parser.add_argument("--rendered", type=int, default=4000, help="how many references printed by the CSL engine")
    parser.add_argument("--handmade", type=int, default=5, help="how often the hand-made references themselves count")
    parser.add_argument("--habits", type=float, default=0.3, help="share of references that know the habits of a list")
    parser.add_argument("--agreement", type=float, default=0.6, help="share of its labels that keeps an unchecked row")
    parser.add_argument("--hold-out", type=int, default=0)
    parser.add_argument("--iterations", type=int, default=90)
    parser.add_argument("--c1", type=float, default=1.7)
    parser.add_argument("--c2", type=float, default=0.05)
    parser.add_argument("--minfreq", type=int, default=3)
    return parser.parse_args(arguments)


def held_out(key: str, every: int) -> bool:
    """Is the row with this id left out?"""
    return bool(every) and int(hashlib.md5(key.encode(), usedforsecurity=False).hexdigest(), 16) % every == 0


def examples(data: Sequence[dict[str, Any]], options: argparse.Namespace) -> Iterator[Example]:
    """Features and labels of all references that the model learns from."""
    rng = random.Random(7)
    pools = Pools()
    pools.widen(row for row in data if row["source"] not in NOISY)
    yield from (_example(row["segments"], row["gold"], rng, options.habits) for row in data)
    for row in data:
        if row["source"] not in NOISY and rng.random() < options.spoilt:
            yield _example(spoilt(rng, row["segments"]), row["gold"], rng, options.habits)
    made: Iterable[list[tuple[str, str]]] = (
        *variants(options.variants, 1, pools),
        *(rendered(options.rendered, 1, pools) if options.rendered else ()),
    )
    yield from (_example(found, None, rng, options.habits) for found in made)
    for _ in range(options.handmade):
        yield from (_example(found, None, rng, options.habits) for found in references(measure=False))


def _example(found: Sequence[Sequence[str]], gold: dict[str, Any] | None, rng: random.Random, share: float) -> Example:
    text, tokens, labels = labelled(found, gold)
    known = _habits_seen(habits(segments(text, tokens, labels)), rng) if rng.random() < share else ()
    return features(text, tokens, known), tags_of(labels, tokens)


def _habits_seen(known: Sequence[str], rng: random.Random) -> tuple[str, ...]:
    """The habits of the list that the reference might stand in: its own, but for some that it does not keep to."""
    return tuple(habit for habit in known if rng.random() > 0.15)


if __name__ == "__main__":
    main()
