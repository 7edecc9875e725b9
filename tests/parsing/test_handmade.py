"""The hand-made references of training/: each is marked up soundly, and the reader's fields come out of its true labels."""

import pytest

from refcli.model import TYPES
from refcli.parsing.labelling.labels import LABELS
from training.handmade import as_row, lines

REFERENCES = [*lines(measure=False), *lines(measure=True)]


def test_there_are_a_few_hundred_and_a_third_is_kept_back() -> None:
    assert len(REFERENCES) >= 300
    assert len(REFERENCES) / 4 < len(list(lines(measure=True))) <= len(REFERENCES) / 3


@pytest.mark.parametrize(("kind", "found"), REFERENCES, ids=[str(number) for number in range(len(REFERENCES))])
def test_reference(kind: str, found: list[tuple[str, str]]) -> None:
    assert kind in TYPES
    assert {label for label, _ in found} <= set(LABELS)
    assert all(words.strip() for label, words in found if label != "other")
    row = as_row(kind, found, "")
    assert not set("{}") & set(row["text"])
    assert {"title", "container-title", "author", "issued"} & set(row["gold"])
