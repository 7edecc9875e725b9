"""How sure the model is of its labels, and how sane the fields look -> the probability that all fields are right.

A logistic regression; `training/calibrate.py` fits `WEIGHTS` on references that the model was not trained on.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from refcli.data.outlets import find_outlet
from refcli.model import Name, Reference
from refcli.parsing.labelling.labels import Labelled
from refcli.parsing.types import Segment

WEIGHTS: Mapping[str, float] = {
    "bias": -4.016, "address": 0.226, "authors": -2.195, "body": -0.474, "commas in title": 0.027, "container": 0.016,
    "containers": -0.328, "doubts": 0.493, "edge": 1.022, "journal": 0.975, "kinds": 0.286, "known outlet": 0.901,
    "least author": 0.214, "least container": 0.927, "least date": -0.287, "least place": 1.02,
    "least publisher": 2.086, "least title": 0.907, "least volume": -0.249, "length": -0.545, "long container": -1.02,
    "long publisher": -0.002, "long title": -0.479, "loose": 0.011, "marks in title": -0.299, "no author": -0.211,
    "no date": -0.248, "no title": -0.976, "not sure": -0.068, "notes": 0.243, "numbered": -0.662, "odd names": -2.92,
    "pages": -0.277, "parts": 0.01, "persons": 0.044, "probability": 1.214, "publisher": 0.381, "publishers": -0.014,
    "quoted": 0.081, "sequence": 0.297, "short title": 0.169, "single names": -0.733, "stops in title": -0.102,
    "third": 1.071, "titles": -0.414, "very weak": 0.11, "weak": -0.012, "worst": -0.195,
}  # fmt: skip
"""What each signal adds to the log-odds."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_MARKS = re.compile(r"[“”\"«»]|[.,;] [^\W\d_]+ (?:in|In) |//|\b(?:19|20)\d\d\b")
_STOPS = re.compile(r"[^\W\d_]{3,}[.:] ")
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
    return {
        "bias": 1.0,
        "doubts": float(len(doubts)),
        **_of_labels(labelled),
        **_of_segments(segments),
        **_of_fields(reference),
    }


_WEIGHED = ("author", "title", "container", "publisher", "place", "date", "volume")


def _of_labels(labelled: Labelled) -> dict[str, float]:
    """How sure the labels are: all, the worst of each kind, those where one part meets the next."""
    labels, sure = labelled.labels, sorted(labelled.sure)
    least: dict[str, float] = {}
    for label, value in zip(labels, labelled.sure, strict=True):
        if value < least.get(label, 1.0):
            least[label] = value
    edges = [
        value for value, (before, label) in zip(labelled.sure[1:], pairwise(labels), strict=True) if label != before
    ]
    return {
        "sequence": max(-12.0, math.log(max(labelled.probability, 1e-12))),
        "probability": labelled.probability,
        "worst": sure[0],
        "third": sure[min(2, len(sure) - 1)],
        "edge": min(edges, default=1.0),
        "weak": min(8.0, float(bisect_left(sure, 0.9))),
        "very weak": min(8.0, float(bisect_left(sure, 0.5))),
        "not sure": min(12.0, float(bisect_left(sure, 0.98))),
        "length": math.log(len(sure)),
        **{f"least {label}": least.get(label, 1.0) for label in _WEIGHED},
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
        "parts": float(len(segments) - labels["other"]),
        "quoted": float(_quoted(segments)),
    }


def _quoted(segments: Sequence[Segment]) -> bool:
    """The title stands between quotation marks."""
    at = next((i for i, segment in enumerate(segments) if segment.label == "title"), 0)
    before, after = (
        segments[at - 1].text.rstrip() if at else "",
        segments[at + 1].text if at + 1 < len(segments) else "",
    )
    return before[-1:] in _OPEN and before != "" and any(char in _CLOSE for char in after.strip()[:2])


_OPEN = "\"“«„‘'"
_CLOSE = "\"”»“’'"


def _of_fields(reference: Reference) -> dict[str, float]:
    title, container = reference.get("title"), reference.get("container-title")
    authors = reference.names.get("author", ())
    outlet = find_outlet(container) if container else None
    return {
        "no title": float(not title),
        "no author": float(not authors),
        "odd names": float(sum(_odd(name) for name in authors)),
        "body": float(bool(authors) and bool(authors[0].literal)),
        "single names": float(min(4, sum(not (name.literal or name.others or name.given) for name in authors))),
        "persons": float(min(4, len(authors))),
        "short title": float(0 < len(title.split()) < 3),
        "long title": float(len(title.split()) > 22),
        "marks in title": float(bool(_MARKS.search(title))),
        "commas in title": float(min(3, title.count(","))),
        "stops in title": float(min(3, len(_STOPS.findall(title)))),
        "container": float(bool(container)),
        "known outlet": float(outlet is not None),
        "long container": float(len(container.split()) > 9),
        "publisher": float(bool(reference.get("publisher"))),
        "long publisher": float(len(reference.get("publisher").split()) > 7),
        "address": float(bool(reference.get("URL"))),
        "pages": float(bool(reference.get("page"))),
        "numbered": float(bool(reference.get("volume"))),
        "journal": float(all(map(reference.get, ("volume", "page", "container-title")))),
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
