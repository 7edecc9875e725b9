"""Every row of every table."""

import re

import pytest

from refcli.data.loader import house_style, house_style_names, locale_names, locale_xml, style_ids, style_xml, table
from refcli.data.outlets import KINDS, find_outlet, outlet_key, outlet_of_domain

ROWS = table("outlets")


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_outlet(row: dict[str, object]) -> None:
    assert set(row) <= {"name", "aliases", "kind", "publisher", "place", "country", "language", "domain", "issn"}
    assert row["kind"] in KINDS
    words = [str(row["name"]), *row.get("aliases", ())]  # type: ignore[misc]
    assert all(word == word.strip() and word for word in words)
    assert re.fullmatch(r"[A-Z]{2}", str(row.get("country", "XX")))
    assert re.fullmatch(r"[a-z]{2}", str(row.get("language", "xx")))
    assert re.fullmatch(r"[a-z0-9.-]+\.[a-z]+", str(row.get("domain", "a.b")))
    found = find_outlet(str(row["name"]))
    assert found is not None
    assert found.name == row["name"]


def test_names_are_unique() -> None:
    keys = [outlet_key(row["name"]) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_aliases_lead_to_their_outlet() -> None:
    lost = [
        (row["name"], alias)
        for row in ROWS
        for alias in row.get("aliases", ())
        if (found := find_outlet(alias)) is None or found.name != row["name"]
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Cacianalyst", "Central Asia-Caucasus Analyst"),
        ("the FT", "Financial Times"),
        ("RFE/RL", "Radio Free Europe/Radio Liberty"),
        ("RFE/RL Newsline", "RFE/RL Newsline"),
    ],
)
def test_find_outlet(words: str, name: str) -> None:
    found = find_outlet(words)
    assert found is not None
    assert found.name == name


def test_domain() -> None:
    found = outlet_of_domain("www.edition.cnn.com")
    assert found is not None
    assert found.name == "CNN"


def test_months_are_the_months() -> None:
    months = table("months")
    assert all(1 <= number <= 12 or 21 <= number <= 24 for names in months.values() for number in names.values())
    assert all(set(names.values()) >= set(range(1, 13)) for names in months.values())
    clashes = {word for a in months.values() for b in months.values() for word in a if b.get(word, a[word]) != a[word]}
    assert clashes == set()
    assert (months["en"]["april"], months["en"]["may"], months["ru"]["августа"]) == (4, 5, 8)


def test_styles_and_locales() -> None:
    assert len(style_ids()) > 10_000
    assert b"<style" in (style_xml("apa") or b"")
    assert style_xml("../apa") is None
    assert locale_xml("en-US") is not None
    assert "de-DE" in locale_names()
    assert set(house_style_names()) >= {"apa", "chicago", "chicago-notes"}
    assert house_style("chicago") == {"base": "chicago-author-date"} or "base" in (house_style("chicago") or {})
