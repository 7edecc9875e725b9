"""Laws of the vocabulary: CSL-JSON and EDTF survive a round trip, nothing is lost, nothing raises."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.model import DATE_VARIABLES, NAME_VARIABLES, Date, Day, Name, Reference

JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=8,
)
WORDS = st.text(min_size=1, max_size=8)
NAMES = st.builds(
    Name,
    family=st.text(max_size=8),
    given=st.text(max_size=8),
    dropping_particle=st.text(max_size=4),
    non_dropping_particle=st.text(max_size=4),
    suffix=st.text(max_size=4),
    literal=st.text(max_size=8),
    comma_suffix=st.booleans(),
    static_ordering=st.booleans(),
    others=st.booleans(),
)
YEARS = st.integers(-9999, 9999).filter(bool)
DAYS = st.one_of(
    st.builds(Day, YEARS),
    st.builds(Day, YEARS, st.integers(1, 12)),
    st.builds(Day, YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds(lambda year, season: Day(year, season=season), YEARS, st.integers(1, 4)),
)
DATES = st.one_of(
    st.builds(lambda day, circa: Date((day,), circa=circa), DAYS, st.booleans()),
    st.builds(lambda day, last, circa: Date((day, last), circa=circa), DAYS, DAYS, st.booleans()),
    st.builds(lambda day, circa: Date((day,), circa=circa, open_end=True), DAYS, st.booleans()),
)
KEYS = st.sampled_from([*sorted(NAME_VARIABLES), *sorted(DATE_VARIABLES), "title", "page", "custom", "note", "x-own"])


@given(NAMES)
def test_a_name_survives_csl_json(name: Name) -> None:
    """What is empty is left out, and read as empty."""
    assert Name.from_json(name.to_json()) == name


@given(DATES)
def test_a_date_survives_edtf(date: Date) -> None:
    """Days, seasons, ranges, open ends, circa."""
    assert Date.from_edtf(date.to_edtf()) == date


@given(st.one_of(DATES, st.builds(lambda words: Date(literal=words), WORDS)))
def test_a_date_survives_csl_json(date: Date) -> None:
    """As date-parts, or as the words that it is."""
    assert Date.from_json(date.to_json()) == date


@given(st.dictionaries(KEYS, JSON, max_size=5))
def test_an_item_is_read_whatever_it_holds(value: dict[str, Any]) -> None:
    """It never raises, and writing and reading again changes nothing more."""
    once = Reference.from_json({"id": "a", "type": "book", **value})
    assert Reference.from_json(once.to_json()) == once
    assert set(once.to_json()) == {"id", "type", *value}


@pytest.mark.parametrize(
    ("json", "edtf"),
    [
        ({"date-parts": [[2004, 8, 11]]}, "2004-08-11"),
        ({"date-parts": [["2004", "08"]]}, "2004-08"),
        ({"date-parts": [[2004], [2006]]}, "2004/2006"),
        ({"date-parts": [[2004, 13]]}, "2004-21"),
        ({"date-parts": [[1999]], "season": "2"}, "1999-22"),
        ({"date-parts": [[-44, 3, 15]]}, "-0044-03-15"),
        ({"raw": "2004-08~"}, "2004-08~"),
        ("2004-08-11/..", "2004-08-11/.."),
        ({"literal": "n.d."}, ""),
        ({"raw": "last Tuesday"}, ""),
    ],
)
def test_dates_as_programs_write_them(json: Any, edtf: str) -> None:
    """CSL-JSON in its dialects -> EDTF."""
    date = Date.from_json(json)
    assert date is not None
    assert date.to_edtf() == edtf
