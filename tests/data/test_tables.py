"""Every row of every table."""

import json
from contextvars import copy_context

import pytest

from refcli.data.addresses import type_of_address
from refcli.data.directory import Directory
from refcli.data.faults import faults
from refcli.data.loader import (
    house_style,
    house_style_names,
    locale_names,
    locale_xml,
    prepared,
    style_ids,
    style_xml,
    table,
)
from refcli.data.outlets import (
    KINDS,
    Outlet,
    add_outlets,
    all_outlets,
    find_in_prose,
    find_outlet,
    outlet_key,
    outlet_names,
    outlet_of_domain,
    outlet_words,
)
from refcli.text import fold, fold_key, fold_keys, fold_lines

ROWS = table("outlets")


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_outlet(row: dict[str, str]) -> None:
    assert list(faults(row)) == []
    assert find_outlet(row["name"]) == Outlet.from_row(row)


def test_there_are_outlets_of_every_kind_and_region() -> None:
    assert len(ROWS) >= 2000
    assert {row["kind"] for row in ROWS} >= KINDS - {"publisher"}
    assert len({row["country"] for row in ROWS if "country" in row}) >= 140


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"kind": "wire"}, "name is missing"),
        ({"name": "A", "kind": "paper"}, 'kind "paper" should be one of'),
        ({"name": "A", "kind": "wire", "town": "B"}, 'unknown field "town"'),
        ({"name": "A", "kind": "wire", "aliases": "B"}, "aliases should be a list"),
        ({"name": "A", "kind": "wire", "country": "UK"}, 'country "UK" should be'),
        ({"name": "A", "kind": "wire", "language": "EN"}, 'language "EN" should be'),
        ({"name": "A", "kind": "wire", "domain": "https://a.org"}, 'domain "https://a.org" should be'),
        ({"name": "A", "kind": "wire", "issn": "0015-7121"}, 'issn "0015-7121" should be'),
        ({"name": "A  B", "kind": "wire"}, "name should be text"),
    ],
)
def test_faults(row: dict[str, object], fault: str) -> None:
    (found,) = faults(row)
    assert found.startswith(fault)


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


def test_an_issn_is_one_outlets() -> None:
    issns = [row["issn"] for row in ROWS if "issn" in row]
    assert len(issns) == len(set(issns))


def test_what_is_ambiguous_renames_nothing() -> None:
    for row in ROWS:
        for words in row.get("ambiguous", ()):
            assert outlet_key(words) in outlet_names()
            found = find_outlet(words)
            assert found is None or outlet_key(found.name) == outlet_key(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The Nation", "Nation"),
        ("The nation", ""),
        ("Nature", ""),
        ("WHO", "World Health Organization"),
        ("Who", ""),
        ("Foreign Policy", "Foreign Policy"),
        ("Foreign policy", ""),
        ("the FT", "Financial Times"),
        ("Hill", ""),
        ("The Hill", "The Hill"),
        ("Unicef", "UNICEF"),
    ],
)
def test_find_in_prose(words: str, name: str) -> None:
    found = find_in_prose(words)
    assert (found.name if found else "") == name


def test_own_outlets_go_before_ours() -> None:
    own = [
        Outlet("Fiskeri Tidende", "newspaper", aliases=("FT",), domain="ft.com"),
        Outlet("Reuters", "newsletter"),
    ]

    def look() -> None:
        add_outlets(own)
        assert [find_outlet(words) for words in ("ft", "Fiskeri tidende", "Reuters")] == [own[0], own[0], own[1]]
        assert outlet_of_domain("www.ft.com") == own[0]
        assert find_outlet("Financial Times") == financial_times
        assert all_outlets()[-2:] == tuple(own)

    financial_times = find_outlet("FT")
    copy_context().run(look)
    assert find_outlet("FT") == financial_times != own[0]


def test_many_keys_at_once_are_the_keys_one_by_one() -> None:
    names = [words for row in ROWS for words in (row["name"], *row.get("aliases", ()))]
    assert fold_keys(names) == [fold_key(words) for words in names]
    assert fold_lines(names).split("\n") == [fold(words) for words in names]
    assert {fold(words).removeprefix("the ").split()[0] for words in names} == outlet_words()


def test_the_build_prepared_what_the_rows_say() -> None:
    ready = prepared("outlets")
    assert ready is None or ready == json.loads(json.dumps(Directory(ROWS).prepared()))


def test_domain() -> None:
    found = outlet_of_domain("www.edition.cnn.com")
    assert found is not None
    assert found.name == "CNN"


@pytest.mark.parametrize(("name", "parts"), table("addresses").items())
def test_parts_of_addresses_are_told_apart(name: str, parts: list[str]) -> None:
    assert len(parts) == len(set(parts))
    for part in parts:
        assert part == part.lower()
        assert not part.startswith(("http", "www."))
        assert type_of_address("https://www." + part.removeprefix("/")) == name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.legislation.gov.uk/ukpga/2018/12/contents", "legislation"),
        ("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32022R2065", "legislation"),
        ("https://en.wikipedia.org/wiki/Port", "entry-encyclopedia"),
        ("https://www.hrw.org/report/2019/01/23/ports", "report"),
        ("https://docs.netflix.com/a", ""),
        ("", ""),
    ],
)
def test_an_address_tells_the_type(address: str, name: str) -> None:
    assert type_of_address(address) == name


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
