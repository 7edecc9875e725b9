"""Corrections: which records hold one, which words they label, and that a model taught by them helps and forgets nothing."""

from __future__ import annotations

from typing import Any

import pytest

from refcli.data.loader import table
from refcli.parsing import label_words
from refcli.parsing.labelling.labels import label, use_taught
from refcli.parsing.labelling.tokens import tokenize
from refcli.parsing.learning import Correction, correction, teach
from refcli.parsing.learning.corrections import fields_of

TEXT = "Harbour Gazette (Bergen), 3 March 2015: Quotas and quarrels [Hilde Brandt]"
SEGMENTS = [
    ["container", "Harbour Gazette"], ["other", " ("], ["place", "Bergen"], ["other", "), "], ["date", "3 March 2015"], ["other", ": "],
    ["title", "Quotas and quarrels"], ["other", " ["], ["author", "Hilde Brandt"], ["other", "]"],
]  # fmt: skip
FIELDS: dict[str, Any] = {
    "author": [{"family": "Brandt", "given": "Hilde"}], "issued": {"date-parts": [[2015, 3, 3]]}, "title": "Quotas and quarrels",
    "container-title": "Harbour Gazette", "publisher-place": "Bergen",
}  # fmt: skip


def labels(record: Any) -> dict[str, str]:
    made = correction(record)
    assert isinstance(made, Correction), made
    found: dict[str, list[str]] = {}
    for token, name in zip(made.tokens, made.labels, strict=True):
        found.setdefault(name, []).append(token.text)
    return {name: " ".join(words) for name, words in found.items() if name != "other"}


def test_segments_or_fields_say_the_same() -> None:
    by_segments = labels({"text": TEXT, "segments": SEGMENTS})
    assert by_segments == {
        "container": "Harbour Gazette", "place": "Bergen", "date": "3 March 2015", "title": "Quotas and quarrels", "author": "Hilde Brandt",
    }  # fmt: skip
    assert labels({"text": TEXT, "reference": FIELDS}) == by_segments
    assert labels({"text": TEXT, "fields": FIELDS}) == by_segments


def as_read(text: str) -> list[list[str]]:
    return [[segment.label, segment.text] for segment in label_words(text)]


def test_of_segments_and_reference_the_one_that_was_changed_counts() -> None:
    read = as_read(TEXT)
    before = correction({"text": TEXT, "segments": read})
    assert isinstance(before, Correction)
    by_hand = labels({"text": TEXT, "segments": SEGMENTS})
    assert labels({"text": TEXT, "segments": read, "reference": FIELDS}) == by_hand
    assert labels({"text": TEXT, "segments": SEGMENTS, "reference": before.fields}) == by_hand
    assert labels({"text": TEXT, "segments": SEGMENTS, "reference": FIELDS}) == by_hand


def test_a_value_that_stands_twice_is_taken_where_nothing_else_is() -> None:
    text = "Lagos 2012. Lagos: Ada Okonjo. In: Port Review"
    found = labels(
        {"text": text, "fields": {"title": "Lagos 2012", "publisher-place": "Lagos", "container-title": "Port Review", "author": [{"family": "Okonjo", "given": "Ada"}]}}
    )  # fmt: skip
    assert found == {"title": "Lagos 2012", "place": "Lagos", "author": "Ada Okonjo", "container": "Port Review"}


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ("words", 'needs "text"'),
        ({"segments": SEGMENTS}, 'needs "text"'),
        ({"text": "  "}, 'needs "text"'),
        ({"text": TEXT}, 'needs "segments" or "reference"'),
        ({"text": TEXT, "segments": "container"}, 'needs "segments" or "reference"'),
        ({"text": TEXT, "segments": [["container"]]}, "a list of [label, words]"),
        ({"text": TEXT, "segments": [["newspaper", TEXT]]}, '"newspaper" is no label; the labels are author'),
        ({"text": TEXT, "segments": SEGMENTS[1:]}, "the segments, joined, are not the text"),
        ({"text": TEXT, "fields": {**FIELDS, "publisher": "Havet"}}, "the publisher does not stand in the text"),
        ({"text": TEXT, "segments": [["title", TEXT]], "reference": FIELDS}, "say different things"),
    ],
)
def test_what_holds_no_correction(record: Any, why: str) -> None:
    made = correction(record)
    assert isinstance(made, str)
    assert why in made


NAMES = [
    "Hilde Brandt",
    "Ngozi Chukwu",
    "Erik Dahl",
    "Mari Kask",
    "Aliya Sadykova",
    "Tomas Lind",
    "Rosa Prieto",
    "Bakyt Omarov",
]
PAPERS = ["Harbour Gazette", "Delta Courier", "Steppe Messenger", "Baltic Daily"]
SUBJECTS = [
    "Quotas and quarrels",
    "Rail link opens in the west",
    "The minister who stayed",
    "Grain finds another road",
    "Who owns the river?",
]
CITIES = ["Bergen", "Lagos", "Astana", "Tallinn"]


def house(count: int) -> list[Correction]:
    """A house that puts the paper first and the author last."""
    out = []
    for i in range(count):
        record = [
            ["container", PAPERS[i % 4]], ["other", " ("], ["place", CITIES[i % 4]], ["other", "), "], ["date", f"{i % 27 + 1} May {2000 + i}"],
            ["other", ": "], ["title", SUBJECTS[i % 5]], ["other", " ["], ["author", NAMES[i % 8]], ["other", "]"],
        ]  # fmt: skip
        made = correction({"text": "".join(words for _, words in record), "segments": record})
        assert isinstance(made, Correction)
        out.append(made)
    return out


def test_what_is_taught_is_read_and_the_rest_stays() -> None:
    taught = teach(house(16))
    assert taught.before.entries == taught.after.entries == 16
    assert taught.after.right > taught.before.right
    assert taught.after.f1 > taught.before.f1
    assert taught.helps
    assert taught.others_same >= 0.9 * taught.others
    tokens = tokenize(TEXT)
    use_taught(taught.model)
    try:
        assert fields_of(TEXT, tokens, label(TEXT, tokens).labels) == FIELDS
    finally:
        use_taught(None)
    assert fields_of(TEXT, tokens, label(TEXT, tokens).labels) != FIELDS


def test_corrections_that_confirm_bring_nothing() -> None:
    said = [correction({"text": text, "segments": as_read(text)}) for text in table("specimens")[:12]]
    taught = teach([one for one in said if isinstance(one, Correction)])
    assert taught.before.right == taught.before.entries == 12
    assert not taught.helps


def test_specimens_are_entries() -> None:
    texts = table("specimens")
    assert len(texts) == len(set(texts)) >= 200
    assert all(isinstance(text, str) and len(text) > 10 for text in texts)
