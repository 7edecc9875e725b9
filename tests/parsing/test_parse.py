"""Whole entries, and laws: nothing lost, nothing raised."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcli.parsing import Entry, Parsed, Unparsed, canonical, find_entries, parse_entries, parse_entry
from refcli.parsing.tokens import tokenize
from refcli.text import Span
from tests.shared import shared_path


def read(text: str) -> Parsed | Unparsed:
    return parse_entry(Entry(text, Span(0, len(text))))


def fields(text: str) -> dict[str, object]:
    parsed = read(text)
    assert isinstance(parsed, Parsed), parsed
    record = parsed.reference.to_json()
    return {key: record[key] for key in record if key not in ("id", "custom")}


def test_a_newsletter_with_names_the_straight_way_round() -> None:
    assert fields("Aliya Sadykova .  (2011, May 3).  Rail link opens in the west.  Eurasia Daily Monitor") == {
        "type": "article-magazine",
        "author": [{"family": "Sadykova", "given": "Aliya"}],
        "issued": {"date-parts": [[2011, 5, 3]]},
        "title": "Rail link opens in the west",
        "container-title": "Eurasia Daily Monitor",
    }


def test_an_outlet_alone_with_days_and_no_year() -> None:
    parsed = read("and also: RFE/RL Newsline, May 3, 9, 12, and other dates.")
    assert isinstance(parsed, Parsed)
    record = parsed.reference.to_json()
    assert record["container-title"] == "RFE/RL Newsline"
    assert str(canonical(parsed.reference).authors[0]) == "RFE/RL Newsline"
    assert record["issued"] == {"literal": "May 3, 9, 12, and other dates"}
    assert any("no year" in doubt for doubt in parsed.doubts)


@pytest.mark.parametrize("words", ["accessed 4 May 2020", "Retrieved on 4 May 2020", "last visited 4 May 2020"])
def test_the_day_of_looking_is_not_the_day_of_publication(words: str) -> None:
    record = fields(f'Ports Authority, "Transit Data," {words}, https://ports.example.org/x.')
    assert "issued" not in record
    assert record["accessed"] == {"date-parts": [[2020, 5, 4]]}


@pytest.mark.parametrize(
    ("text", "why"), [("Ibid., 45.", "points to another entry"), ("***", "no words"), ("", "no words")]
)
def test_unparsed(text: str, why: str) -> None:
    assert read(text) == Unparsed(Entry(text, Span(0, len(text))), why)


def test_dashes_stand_for_the_authors_before() -> None:
    text = "Kask, Mari. Quiet Water. Tartu: Press, 2022.\n\n———. Loud Water. Tartu: Press, 2023.\n"
    read_entries = parse_entries(find_entries("References\n\n" + text).entries)
    names = [str(item.reference.authors[0]) for item in read_entries if isinstance(item, Parsed)]
    assert names == ["Mari Kask", "Mari Kask"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_segments_join_to_the_text(text: str) -> None:
    parsed = read(text)
    if isinstance(parsed, Parsed):
        assert "".join(segment.text for segment in parsed.segments) == text
    assert all(token.text == text[token.start : token.end] for token in tokenize(text))


def test_much_of_anything_is_no_trouble() -> None:
    for text in ("a " * 200_000, "," * 10_000, "(" * 5_000, "http://" * 3_000, '"' * 4_000):
        read(text)


def score(path_name: str) -> tuple[float, float]:
    """Share of titles and dates that are right in the labelled references: a coarse guard; the scorer tells more."""
    rows = [json.loads(line) for line in shared_path("parse", path_name).read_text("utf-8").splitlines()]
    titles = dates = 0
    for row in rows:
        parsed = read(row["text"])
        record = parsed.reference if isinstance(parsed, Parsed) else None
        titles += record is not None and record.get("title").casefold() == str(row["gold"].get("title", "")).casefold()
        dates += record is not None and str(record.issued or "") == str(row["gold"].get("issued", ""))
    return titles / len(rows), dates / len(rows)


def test_labelled_policy_references_do_not_get_worse() -> None:
    titles, dates = score("policy_dev.jsonl")
    assert titles >= 0.60
    assert dates >= 0.85
