"""Tokens -> a label for each, and how sure the model is.

A linear-chain conditional random field (Lafferty et al. 2001) as python-crfsuite runs it; training/README.md says what
the shipped model was trained on.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from functools import cache, lru_cache
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


def label(text: str, tokens: Sequence[Token], habits: Sequence[str] = ()) -> Labelled:
    """The likeliest labels; `habits` are those of the list."""
    if not tokens:
        return Labelled([], [], 1.0)
    tagger = _tagger()
    tagger.set(features(text, tokens, habits))
    labels = tagger.tag()
    sure = [tagger.marginal(name, i) for i, name in enumerate(labels)]
    probability = tagger.probability(labels)
    for i, token in enumerate(tokens):
        if token.text.startswith(_ADDRESSES) and labels[i] not in ("url", "doi"):
            labels[i] = "doi" if token.text.startswith("10.") else "url"
    return Labelled(labels, sure, probability)


_ADDRESSES = ("http://", "https://", "www.", "ftp://", "10.")
"""What begins so is an address, whatever the model thinks of it: the tokens leave no other reading."""


_MODEL: ContextVar[bytes | None] = ContextVar("model", default=None)


def use_model(model: bytes | None) -> None:
    """Another model than the shipped one, for the rest of this context; None is the shipped one."""
    _MODEL.set(model)


def shipped_model() -> bytes:
    """The model that is packaged."""
    return packaged_bytes("parsing/model.crfsuite")


def _tagger() -> Any:
    model = _MODEL.get()
    return _shipped_tagger() if model is None else _tagger_of(model)


@cache
def _shipped_tagger() -> Any:
    return _tagger_of(shipped_model())


@lru_cache(maxsize=2)
def _tagger_of(model: bytes) -> Any:
    """crfsuite reads the bytes in place: the cache keeps them for as long as the tagger lives."""
    import pycrfsuite  # noqa: PLC0415 - a command that reads no references does not need it

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return tagger
