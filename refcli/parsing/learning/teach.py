"""Corrections -> a model of the user's own, and what it brings: each correction left out once and read by what the others taught."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from refcli.data.loader import table
from refcli.parsing.labelling.labels import FirstReading, first_reading, read_over
from refcli.parsing.labelling.tokens import tokenize
from refcli.parsing.learning.corrections import Correction, fields_of

LEAST = 8
"""Fewer corrections cannot be measured."""
_FOLDS = 4
_ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Score:
    """How many entries have all fields right, and the fields: found and right, found and wrong, not found."""

    entries: int = 0
    right: int = 0
    hits: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Of the fields, 0 to 1."""
        return 2 * self.hits / max(1, 2 * self.hits + self.wrong + self.missed)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.entries + other.entries, self.right + other.right, self.hits + other.hits,
            self.wrong + other.wrong, self.missed + other.missed,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taught:
    """The model taught by all corrections; the score of the shipped reader and of models taught by the others; of how many
    entries in other styles the reading stayed where they were left out of the teaching.
    """

    model: bytes
    before: Score
    after: Score
    others: int
    others_same: int

    @property
    def helps(self) -> bool:
        """More entries are all right, or as many and more fields."""
        return (self.after.right, self.after.f1) > (self.before.right, self.before.f1)


@dataclass(frozen=True, slots=True)
class _Lesson:
    """An entry, what the shipped model makes of it, and the labels that it should have."""

    correction: Correction
    first: FirstReading

    @property
    def labels(self) -> Sequence[str]:
        return self.correction.labels


def teach(corrections: Sequence[Correction]) -> Taught:
    """A model over the shipped one; needs `LEAST` corrections to say what it brings."""
    lessons = [_Lesson(one, first_reading(one.text, one.tokens)) for one in corrections]
    others = list(_specimens())
    before = after = Score()
    same = 0
    for fold in range(_FOLDS):
        model = _train([*_without(others, fold), *_without(lessons, fold)])
        for lesson, labels in _read(model, lessons[fold::_FOLDS]):
            before += _score(lesson.correction, lesson.first.read.labels)
            after += _score(lesson.correction, labels)
        same += sum(lesson.first.read.labels == labels for lesson, labels in _read(model, others[fold::_FOLDS]))
    return Taught(_train([*others, *lessons]), before, after, len(others), same)


def _without(lessons: Sequence[_Lesson], fold: int) -> list[_Lesson]:
    return [lesson for i, lesson in enumerate(lessons) if i % _FOLDS != fold]


def _specimens() -> Iterable[_Lesson]:
    """Entries in other styles, as the shipped model reads them: where nothing was corrected it shall stay as it is."""
    for text in table("specimens"):
        tokens = tokenize(text)
        first = first_reading(text, tokens)
        yield _Lesson(Correction(text, tuple(tokens), tuple(first.read.labels), {}), first)


def _train(lessons: Iterable[_Lesson]) -> bytes:
    """crfsuite writes models to files only."""
    import pycrfsuite  # noqa: PLC0415 - see labels

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.1, "max_iterations": _ROUNDS, "feature.possible_transitions": True})
    for lesson in lessons:
        trainer.append(lesson.first.seen, list(lesson.labels))
    with tempfile.TemporaryDirectory(prefix="refcli-") as folder:
        path = Path(folder, "taught.crfsuite")
        trainer.train(str(path))
        return path.read_bytes()


def _read(model: bytes, lessons: Iterable[_Lesson]) -> Iterator[tuple[_Lesson, list[str]]]:
    import pycrfsuite  # noqa: PLC0415 - see labels

    tagger: Any = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    for lesson in lessons:
        yield lesson, read_over(tagger, lesson.first).labels


def _score(one: Correction, labels: Sequence[str]) -> Score:
    found = fields_of(one.text, one.tokens, labels)
    hits = sum(found[name] == value for name, value in one.fields.items() if name in found)
    return Score(1, int(found == one.fields), hits, len(found) - hits, len(one.fields) - hits)
