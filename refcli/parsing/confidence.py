"""How sure the model is of its labels, and how sane the fields look -> the probability that all fields are right.

A logistic regression; `training/calibrate.py` fits `WEIGHTS` on references that the model was not trained on.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from refcli.data.outlets import find_outlet
from refcli.model import Name, Reference
from refcli.parsing.labels import Labelled
from refcli.parsing.types import Segment

WEIGHTS: Mapping[str, float] = {
    "bias": 0.317, "address": -0.028, "authors": 0.162, "body": 0.049, "commas in title": -0.467,
    "container": 0.757, "containers": -1.446, "doubts": -1.003, "kinds": 0.404, "known outlet": 0.117,
    "length": -0.071, "long container": -0.775, "long publisher": 0.443, "long title": -0.683, "loose": 0.38,
    "marks in title": -0.739, "no author": -0.585, "no date": 2.118, "no title": 0.391, "notes": -0.108,
    "numbered": -0.79, "odd names": -4.184, "pages": -0.139, "publisher": -0.469, "publishers": -0.357,
    "sequence": 0.965, "short title": -1.117, "stops in title": -0.091, "third": -1.041, "titles": -0.25,
    "weak": -0.183, "worst": 1.611,
}  # fmt: skip
"""What each signal adds to the log-odds."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_SCAFFOLD = frozenset(
    """the and und accessed retrieved available from online url doi pages vol volume issue number visited last accessed consulted abgerufen zugriff
    disponible disponível acesso consulté consultado editor editors edited translated hrsg see also http https updated""".split()  # noqa: SIM905
)


def confidence(labelled: Labelled, segments: Sequence[Segment], reference: Reference, doubts: Sequence[str]) -> float:
    """From 0 to 1."""
    score = sum(
        WEIGHTS.get(name, 0.0) * value for name, value in signals(labelled, segments, reference, doubts).items()
    )
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def signals(
    labelled: Labelled, segments: Sequence[Segment], reference: Reference, doubts: Sequence[str]
) -> dict[str, float]:
    """What tells a right reading from a wrong one, by name; about 0 to 5 each."""
    sure = sorted(labelled.sure)
    return {
        "bias": 1.0,
        "sequence": max(-12.0, math.log(max(labelled.probability, 1e-12))),
        "worst": sure[0],
        "third": sure[min(2, len(sure) - 1)],
        "weak": min(8.0, sum(1.0 for value in sure if value < 0.9)),
        "length": math.log(len(sure)),
        "doubts": float(len(doubts)),
        **_of_segments(segments),
        **_of_fields(reference),
    }


def _of_segments(segments: Sequence[Segment]) -> dict[str, float]:
    labels = Counter(segment.label for segment in segments)
    loose = sum(
        word.lower() not in _SCAFFOLD
        for segment in segments
        if segment.label == "other"
        for word in _WORD.findall(segment.text)
    )
    return {
        "titles": float(labels["title"] > 1),
        "containers": float(labels["container"] > 1),
        "authors": float(labels["author"] > 1),
        "publishers": float(labels["publisher"] + labels["place"] > 2),
        "notes": float(min(3, labels["note"] + labels["idno"] + labels["org"])),
        "loose": float(min(4, loose)),
        "kinds": float(len(labels)),
    }


def _of_fields(reference: Reference) -> dict[str, float]:
    title, container = reference.get("title"), reference.get("container-title")
    authors = reference.names.get("author", ())
    outlet = find_outlet(container) if container else None
    return {
        "no title": float(not title),
        "no author": float(not authors),
        "odd names": float(sum(_odd(name) for name in authors)),
        "body": float(bool(authors) and bool(authors[0].literal)),
        "short title": float(0 < len(title.split()) < 3),
        "long title": float(len(title.split()) > 22),
        "marks in title": float(bool(re.search(r"[“”\"«»]|[.,;] [^\W\d_]+ (?:in|In) |//|\b(?:19|20)\d\d\b", title))),
        "commas in title": float(min(3, title.count(","))),
        "stops in title": float(min(3, len(re.findall(r"[^\W\d_]{3,}[.:] ", title)))),
        "container": float(bool(container)),
        "known outlet": float(outlet is not None),
        "long container": float(len(container.split()) > 9),
        "publisher": float(bool(reference.get("publisher"))),
        "long publisher": float(len(reference.get("publisher").split()) > 7),
        "address": float(bool(reference.get("URL"))),
        "pages": float(bool(reference.get("page"))),
        "numbered": float(bool(reference.get("volume"))),
        "no date": float(reference.issued is None or not reference.issued.days),
    }


def _odd(name: Name) -> bool:
    """More words than a person has, figures, or nothing but small letters."""
    if name.others or name.literal:
        return False
    words = [*name.given.split(), *name.family.split()]
    return (
        len(words) > 5
        or len(name.family.split()) > 3
        or any(c.isdecimal() for c in name.family)
        or name.family.islower()
    )
