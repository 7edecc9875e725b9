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
from refcli.parsing.labelling.addresses import settle_addresses
from refcli.parsing.labelling.editors import settle_editors
from refcli.parsing.labelling.features import features
from refcli.parsing.labelling.pairs import settle_pairs
from refcli.parsing.labelling.stack import stacked
from refcli.parsing.labelling.tags import BEGINS, OTHER, labels_of
from refcli.parsing.labelling.tokens import Token
from refcli.parsing.labelling.volumes import settle_volumes

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
    taught = _TAUGHT.get()
    if taught is None:
        found = _untagged(_read(_tagger(), features(text, tokens, habits)), text, tokens)
    else:
        found = read_over(_tagger_of(taught), first_reading(text, tokens, habits))
    settle_addresses(text, tokens, found.labels)
    settle_pairs(tokens, found.labels)
    settle_editors(tokens, found.labels)
    settle_volumes(tokens, found.labels)
    return found


def _read(tagger: Any, seen: Sequence[Any]) -> Labelled:
    tagger.set(seen)
    labels = tagger.tag()
    return Labelled(labels, [tagger.marginal(name, i) for i, name in enumerate(labels)], tagger.probability(labels))


class FirstReading(NamedTuple):
    """What the model that ships makes of an entry, and what a model stacked over it sees."""

    read: Labelled
    seen: list[dict[str, float]]


def first_reading(text: str, tokens: Sequence[Token], habits: Sequence[str] = ()) -> FirstReading:
    """The shipped model's part in a reading by a taught one."""
    own, tagger = features(text, tokens, habits), _tagger()
    tagged = _read(tagger, own)
    read = _untagged(tagged, text, tokens)
    apart = [label == OTHER != tag for label, tag in zip(read.labels, tagged.labels, strict=True)]
    chances = [_chances(tagger, i, apart=apart[i]) for i in range(len(tokens))]
    return FirstReading(read, stacked(tokens, own, read.labels, chances))


def _chances(tagger: Any, i: int, *, apart: bool) -> dict[str, float]:
    """How likely each label is of one token; `apart`: a sign that bears the tag of the part before it."""
    found: dict[str, float] = {}
    for tag in tagger.labels():
        if (chance := tagger.marginal(tag, i)) > _POSSIBLE:
            name = OTHER if apart and not tag.startswith(BEGINS) else tag.removeprefix(BEGINS)
            found[name] = found.get(name, 0.0) + chance
    return found


def _untagged(read: Labelled, text: str, tokens: Sequence[Token]) -> Labelled:
    return read._replace(labels=labels_of(read.labels, text, tokens))


def read_over(tagger: Any, first: FirstReading) -> Labelled:
    """The taught model's reading, where it is plainly likelier to it than the first one."""
    read, before = _read(tagger, first.seen), first.read
    unknown = set(before.labels).difference(tagger.labels())
    return read if unknown or tagger.probability(before.labels) < _PLAINLY * read.probability else before


_PLAINLY = 0.1
"""So much of its likeliest reading's probability the first one may lack and still stand: it halves what a taught model
changes in lists that it was not taught, and costs nothing in those that it was (4-fold, 3 x 100 corrections)."""
_POSSIBLE = 0.02
"""A label of less probability is not worth telling."""


_MODEL: ContextVar[bytes | None] = ContextVar("model", default=None)


def use_model(model: bytes | None) -> None:
    """Another model than the shipped one, for the rest of this context; None is the shipped one."""
    _MODEL.set(model)


_TAUGHT: ContextVar[bytes | None] = ContextVar("taught", default=None)


def use_taught(model: bytes | None) -> None:
    """A user's own model (see `refcli.parsing.learning`) over the shipped one, for the rest of this context."""
    _TAUGHT.set(model)


def taught_model() -> bytes | None:
    """What `use_taught` set."""
    return _TAUGHT.get()


def shipped_model() -> bytes:
    """The model that is packaged."""
    return packaged_bytes("parsing/labelling/model.crfsuite")


def _tagger() -> Any:
    model = _MODEL.get()
    return _shipped_tagger()[0] if model is None else _tagger_of(model)


@cache
def _shipped_tagger() -> tuple[Any, bytes]:
    model = shipped_model()
    return _opened(model), model


def _tagger_of(model: bytes) -> Any:
    return _kept_tagger(model)[0]


@lru_cache(maxsize=2)
def _kept_tagger(model: bytes) -> tuple[Any, bytes]:
    return _opened(model), model


def _opened(model: bytes) -> Any:
    """crfsuite reads the bytes in place: who keeps the tagger must keep them too."""
    import pycrfsuite  # noqa: PLC0415 - a command that reads no references does not need it

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return tagger
