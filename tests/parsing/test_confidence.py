"""The confidence is a probability that falls with what is odd."""

from refcli.model import Name, Reference
from refcli.parsing.confidence import WEIGHTS, confidence, signals
from refcli.parsing.labelling.labels import Labelled
from refcli.parsing.types import Segment

SEGMENTS = (Segment("author", "Reid, A."), Segment("other", ". "), Segment("title", "Ports of the north"))
GOOD = Reference("", "book", {"title": "Ports of the north"}, {"author": (Name("Reid", "A."),)})


def sure(value: float) -> Labelled:
    return Labelled(["author", "other", "title"], [value, value, value], value**3)


def test_between_none_and_all() -> None:
    assert (
        0
        < confidence(sure(0.3), SEGMENTS, GOOD, ("no date is stated",))
        < confidence(sure(0.999), SEGMENTS, GOOD, ())
        < 1
    )


def test_every_weight_has_its_signal() -> None:
    assert set(WEIGHTS) <= set(signals(sure(0.9), SEGMENTS, GOOD, ()))
