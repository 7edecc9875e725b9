"""Tokens -> a label for each, and how sure the model is.

A linear-chain conditional random field (Lafferty et al. 2001) as python-crfsuite runs it; training/README.md says what
the shipped model was trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from refcli.data.loader import packaged_bytes
from refcli.parsing.features import features
from refcli.parsing.tokens import Token

LABELS = [
    "author",
    "editor",
    "translator",
    "title",
    "container",
    "collection",
    "publisher",
    "place",
    "org",
    "date",
    "volume",
    "issue",
    "pages",
    "url",
    "doi",
    "isbn",
    "number",
    "idno",
    "edition",
    "genre",
    "medium",
    "accessed",
    "note",
    "other",
]


class Labelled(NamedTuple):
    """A label a token, the probability of each, and of the whole sequence of labels."""

    labels: list[str]
    sure: list[float]
    probability: float


def label(tokens: Sequence[Token]) -> Labelled:
    """The likeliest labels."""
    if not tokens:
        return Labelled([], [], 1.0)
    tagger = _tagger()
    tagger.set(features(tokens))
    labels = tagger.tag()
    sure = [tagger.marginal(name, i) for i, name in enumerate(labels)]
    return Labelled(labels, sure, tagger.probability(labels))


@cache
def _model() -> bytes:
    """Kept for as long as the tagger lives: crfsuite reads these bytes in place."""
    return packaged_bytes("parsing/model.crfsuite")


@cache
def _tagger() -> Any:
    import pycrfsuite  # noqa: PLC0415 - a command that reads no references does not need it

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger
