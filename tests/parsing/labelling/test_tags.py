"""Labels and the tags that the model learns: there and back; addresses that blanks broke; runs of capitals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcli.parsing.labelling.addresses import settle_addresses
from refcli.parsing.labelling.labels import LABELS
from refcli.parsing.labelling.looks import look
from refcli.parsing.labelling.marks import distances, runs
from refcli.parsing.labelling.pairs import settle_pairs
from refcli.parsing.labelling.segments import segments
from refcli.parsing.labelling.tags import labels_of, tags_of
from refcli.parsing.labelling.tokens import tokenize


def test_signs_go_with_the_part_before_them() -> None:
    text = "Roe, J. (2004). Ports of call."
    tokens = tokenize(text)
    labels = ["author"] * 4 + ["other", "date", "other", "other"] + ["title"] * 3 + ["other"]
    tags = tags_of(labels, tokens)
    assert tags == ["B-author", *["author"] * 4, *["date"] * 3, "B-title", *["title"] * 3]
    assert labels_of(tags, text, tokens) == labels


def test_words_between_parts_stay_apart() -> None:
    text = "Ports. Retrieved from www.x.org"
    tokens = tokenize(text)
    tags = tags_of(["title", "other", "other", "other", "url"], tokens)
    assert tags == ["B-title", "title", "other", "other", "url"]


@pytest.mark.parametrize(("labels", "parts"), [(["author", "other", "author"], 2), (["pages", "other", "pages"], 2)])
def test_two_parts_of_one_label_are_two(labels: list[str], parts: int) -> None:
    text = "Roe; Doe"
    tokens = tokenize(text)
    back = labels_of(tags_of(labels, tokens), text, tokens)
    assert sum(part.label == labels[0] for part in segments(text, tokens, back)) == parts


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.data())
def test_tags_of_any_labels_lose_nothing(text: str, data: st.DataObject) -> None:
    tokens = tokenize(text)
    labels = data.draw(st.lists(st.sampled_from(LABELS), min_size=len(tokens), max_size=len(tokens)))
    back = labels_of(tags_of(labels, tokens), text, tokens)
    assert "".join(part.text for part in segments(text, tokens, back)) == text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See http://www.ports.org/ data/long-name_web.pdf?ua=1 (accessed 3 May).", "http://www.ports.org/ data/long-name_web.pdf?ua=1"),
        ("At http://www. ports.org/publications/summary_en.pdf.", "http://www. ports.org/publications/summary_en.pdf"),
        ("http://ports.org/act/index. cfm?docid=66.", "http://ports.org/act/index. cfm?docid=66"),
        ("http://ports.org/long-\nname-of-page.html. Accessed 2 May 2010", "http://ports.org/long-\nname-of-page.html"),
        ("http://ports.org/abc. Accessed 3 May 2011.", "http://ports.org/abc"),
        ("http://ports.org/abc. S/RES/1234 (2011).", "http://ports.org/abc"),
        ("http://ports.org/abc/ 14/5/2011", "http://ports.org/abc/"),
        ("http://ports.org/index.html, p. 3/4", "http://ports.org/index.html"),
    ],
)  # fmt: skip
def test_the_end_of_an_address_belongs_to_it(text: str, address: str) -> None:
    tokens = tokenize(text)
    labels = ["other"] * len(tokens)
    settle_addresses(text, tokens, labels)
    found = [token for token, label in zip(tokens, labels, strict=True) if label == "url"]
    assert text[found[0].start : found[-1].end] == address


def test_runs_of_capitals_and_distances_from_numbers() -> None:
    tokens = tokenize("low noise Bull. Seismol. Soc. 105 497")
    looks = [look(token.text) for token in tokens]
    found = runs(tokens, looks)
    assert found[0] == found[1] == "" == found[-1]
    assert found[2] == "<3|3|d3|xx"
    assert set(found[3:8]) == {"3|3|d3"}
    since, until = distances(looks)
    assert (since[0], until[0], until[6], since[-1]) == (9, 5, 1, 0)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Roe, *Fish and Silt*, 2004", ["author"] * 4 + ["title"] * 2 + ["other"] * 3, ["author"] * 3 + ["title"] * 3 + ["other"] * 3),
        ("“Roe on Ports” 2004", ["other", "author", "title", "title", "other", "date"], ["other", "title", "title", "title", "other", "date"]),
        ("*Roe* Ports", ["other", "author", "other", "title"], ["other", "author", "other", "title"]),
    ],
)  # fmt: skip
def test_what_stands_between_marks_is_one_thing(text: str, wrong: list[str], right: list[str]) -> None:
    labels = list(wrong)
    settle_pairs(tokenize(text), labels)
    assert labels == right
