"""Labelled references -> the model that refcli ships: python -m training.train DATA.jsonl... -o refcli/parsing/model.crfsuite"""

from __future__ import annotations

import argparse
from pathlib import Path

import pycrfsuite

from refcli.parsing.features import features
from training.corpus import labelled, rows
from training.synthetic import references


def main() -> None:
    """Train and write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="*", type=Path, help="labelled references, JSON lines with `segments`")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--synthetic", type=int, default=6000, help="how many made-up policy references to add")
    parser.add_argument("--weight", type=int, default=1, help="how often the hand-made references count")
    parser.add_argument("--iterations", type=int, default=120)
    parser.add_argument("--c1", type=float, default=0.4)
    parser.add_argument("--c2", type=float, default=0.02)
    parser.add_argument("--minfreq", type=int, default=2)
    options = parser.parse_args()
    trainer = pycrfsuite.Trainer(verbose=True)
    trainer.set_params(
        {
            "c1": options.c1,
            "c2": options.c2,
            "max_iterations": options.iterations,
            "feature.possible_transitions": True,
            "feature.minfreq": options.minfreq,
        }
    )
    for path in options.data:
        for row in rows(path):
            if not row.get("measure_only"):
                tokens, labels = labelled(row["segments"])
                for _ in range(options.weight if "handmade" in path.parts else 1):
                    trainer.append(features(tokens), labels)
    for segments in references(options.synthetic, seed=1):
        tokens, labels = labelled(segments)
        trainer.append(features(tokens), labels)
    trainer.train(str(options.output))


if __name__ == "__main__":
    main()
