"""Dates in words, as CSL-JSON's `raw` has them. Read only where all the words are a date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.csl.values.rawdates import read_raw

READ = {
    "August 11, 2004": "2004-08-11",
    "11 August 2004": "2004-08-11",
    "11th August, 2004": "2004-08-11",
    "2004, August 11": "2004-08-11",
    "Wednesday, August 11, 2004": "2004-08-11",
    "Aug. 2004": "2004-08",
    "Sept. 5, 2004": "2004-09-05",
    "8/11/2004": "2004-08-11",
    "2004-08-11T10:00:00Z": "2004-08-11",
    "[2004]": "2004",
    "Spring 2004": "2004-21",
    "Fall, 2004": "2004-23",
    "circa 1990": "1990~",
    "ca. 1990": "1990~",
    "August 2004?": "2004-08~",
    "44 BC": "-0044",
    "79 AD": "0079",
    "August 11-13, 2004": "2004-08-11/2004-08-13",
    "June–July 2004": "2004-06/2004-07",
    "June 2004 – July 2005": "2004-06/2005-07",
    "2004–2006": "2004/2006",
}
KEPT = (
    "n.d.", "in press", "April 7, 10, 17, and other dates", "11.08.2004", "August 11", "Augustus 2004", "13/13/2004",
    "31 Smarch 2004", "winter", "c.", "?", "", "–", "marc 2004", "11 Spring 2004", "2004a",
)  # fmt: skip


@pytest.mark.parametrize(("words", "edtf"), READ.items())
def test_dates(words: str, edtf: str) -> None:
    date = read_raw(words)
    assert date is not None
    assert date.to_edtf() == edtf


@pytest.mark.parametrize("words", KEPT)
def test_what_is_no_date_stays_words(words: str) -> None:
    assert read_raw(words) is None


@given(st.text("0123456789 ,.-–/?[]AugustcaBCTZ", max_size=30))
def test_a_date_that_is_read_has_only_figures_that_were_said(words: str) -> None:
    date = read_raw(words)
    for day in date.days if date else ():
        assert str(abs(day.year)) in words
