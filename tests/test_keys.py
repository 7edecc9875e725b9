"""Keys by pattern: a table, and that they are unique, ASCII, and stay once they are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.library.keys import KeyPatternError, check_pattern, fits, stem, unique
from refcli.model import Date, Name, Reference

WORK = Reference(
    "", "article-magazine", {"title": "The Élan of the Nazarbaev era", "container-title": "Eurasia Daily Monitor"},
    {"author": (Name("Müller", "Anja"), Name("Berg", "Jan", non_dropping_particle="van den"), Name("O'Brien", "Sean"), Name("Ito", "Ken"))},
    {"issued": Date.of(2004, 8, 3)},
)  # fmt: skip
BODY = Reference("", "report", {"title": "Annual Report 2019"}, {"author": (Name(literal="Court of Auditors"),)})


@pytest.mark.parametrize(
    ("pattern", "key", "of_body"),
    [
        ("[auth][year]", "muller2004", "courtofauditorsnd"),
        ("[auth:capitalize][year]", "Muller2004", "Courtofauditorsnd"),
        ("[auth:upper]", "MULLER", "COURTOFAUDITORS"),
        ("[auth3]_[shortyear]", "mul_04", "cou_nd"),
        ("[auth][year][shorttitle]", "muller2004elan", "courtofauditorsndannual"),
        ("[auth][year][title2:capitalize]", "muller2004ElanNazarbaev", "courtofauditorsndAnnualReport"),
        ("[outlet:abbr:upper][month][day]", "EDM0803", ""),
        ("[authors2]", "mullervandenbergetal", "courtofauditors"),
        ("[type]:[auth]-[year]", "articlemagazine:muller-2004", "report:courtofauditors-nd"),
    ],
)
def test_patterns(pattern: str, key: str, of_body: str) -> None:
    check_pattern(pattern)
    assert stem(WORK, pattern) == key
    if of_body:
        assert stem(BODY, pattern) == of_body


@pytest.mark.parametrize(
    ("family", "key"),
    [
        ("Сыроежкин", "syroezhkin2010"),
        ("Łoś", "los2010"),
        ("Đặng", "dang2010"),
        ("Қазақбаев", "qazaqbaev2010"),
        ("李", "li2010"),
    ],
)
def test_names_in_other_letters_have_keys_in_ascii(family: str, key: str) -> None:
    work = Reference("", "book", {}, {"author": (Name(family, "K."),)}, {"issued": Date.of(2010)})
    assert stem(work) == key


@pytest.mark.parametrize("pattern", ["", "[auth", "[nobody]", "[auth:loud]", "auth]"])
def test_no_patterns(pattern: str) -> None:
    with pytest.raises(KeyPatternError):
        check_pattern(pattern)


@given(st.lists(st.sampled_from(["smith2004", "Smith2004", "ito1999"]), max_size=60))
def test_keys_are_unique_whatever_their_case_and_fit_what_they_were_made_of(stems: list[str]) -> None:
    taken: set[str] = set()
    for wanted in stems:
        key = unique(wanted, taken)
        assert key.lower() not in taken
        assert fits(key, wanted)
        taken.add(key.lower())


@given(st.text(max_size=20), st.text(max_size=20))
def test_keys_are_small_and_plain(family: str, title: str) -> None:
    key = stem(Reference("", "book", {"title": title}, {"author": (Name(family),)}), "[auth][year][title]")
    assert key.isascii()
    assert key
    assert not set(key) & set(' ,{}"#%=@()\\')
