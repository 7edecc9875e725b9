"""Whole entries, and laws: nothing lost, nothing raised."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcli.parsing import Entry, Parsed, Unparsed, canonical, find_entries, parse_entries, parse_entry
from refcli.parsing.assemble import assemble
from refcli.parsing.labelling.tokens import tokenize
from refcli.parsing.settle import settle
from refcli.parsing.types import Segment
from refcli.text import Span
from tests.shared import shared_path
from training.handmade import parts


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


@pytest.mark.parametrize(
    ("date", "doubt"),
    [
        ("8/11/2004", ["8/11/2004 was read with the month first; with the day first it is 2004-11-08"]),
        ("08/08/2004", []),
        ("8/13/2004", []),
        ("13/8/2004", []),
        ("8.11.2004", []),
    ],
)
def test_a_date_that_may_be_read_in_two_ways(date: str, doubt: list[str]) -> None:
    parsed = read(f"Jane Brandt. ({date}). Ferries stay in port. The Harbour Post.")
    assert isinstance(parsed, Parsed)
    assert [said for said in parsed.doubts if "month first" in said] == doubt


@pytest.mark.parametrize(
    ("text", "author", "title", "issued"),
    [
        ("UNSC Res 1973 (17 March 2011) UN Doc S/RES/1973.", "UNSC", "Res 1973", [2011, 3, 17]),
        ("UNGA Res 2625 (XXV) (24 October 1970) UN Doc A/RES/2625.", "UNGA", "Res 2625 (XXV)", [1970, 10, 24]),
        (
            "UN Security Council, Resolution 1820, 19 June 2008.",
            "UN Security Council",
            "Resolution 1820",
            [2008, 6, 19],
        ),
        (
            "Human Rights Council, Resolution 16/18, 24 March 2011.",
            "Human Rights Council",
            "Resolution 16/18",
            [2011, 3, 24],
        ),
    ],
)
def test_the_number_of_a_resolution_is_no_year(text: str, author: str, title: str, issued: list[int]) -> None:
    record = fields(text)
    assert (record["author"], record["title"]) == ([{"literal": author}], title)
    assert record["issued"] == {"date-parts": [issued]}


@pytest.mark.parametrize("words", ["accessed 4 May 2020", "Retrieved on 4 May 2020", "last visited 4 May 2020"])
def test_the_day_of_looking_is_not_the_day_of_publication(words: str) -> None:
    record = fields(f'Ports Authority, "Transit Data," {words}, https://ports.example.org/x.')
    assert "issued" not in record
    assert record["accessed"] == {"date-parts": [[2020, 5, 4]]}


@pytest.mark.parametrize(
    ("labelled", "more"),
    [
        ("{title:Hamnar}. {date:2009}. {url:http://example.se/hamnar} [{date:2012-05-08}]", {"issued": [[2009]], "accessed": [[2012, 5, 8]]}),
        ("{title:Porty}. {date:2009}. {url:https://example.pl/porty (dostęp}: {date:4 lutego 2017})", {"issued": [[2009]], "accessed": [[2017, 2, 4]]}),
        ("{title:Havens}. {date:2011}. {note:Geraadpleegd op 3 mei 2012}", {"issued": [[2011]], "accessed": [[2012, 5, 3]], "note": None}),
        ("{title:Brandt v. Reid}, {volume:570} {container:U.S.} {pages:338, 358} ({date:2013})", {"page": "338", "locator": "358"}),
        ("{title:Fish}. {container:Journal of Ports}, {volume:9} ({date:2013}), {pages:338, 358}", {"page": "338, 358", "locator": None}),
    ],
)  # fmt: skip
def test_days_of_looking_and_places_in_the_work(labelled: str, more: dict[str, object]) -> None:
    segments = [Segment(label, words) for label, words in parts(labelled)]
    record = assemble(segments, "".join(words for _, words in segments))[0].to_json()
    found = {name: record.get(name) for name in more}
    assert {name: value["date-parts"] if isinstance(value, dict) else value for name, value in found.items()} == more


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


def test_one_dash_stands_for_the_first_author_before() -> None:
    text = (
        "KASK, M. and TAMM, J. (2012). Quiet water. Tech. rep., Institute of Lakes.\n\n"
        "— and VAHER, P. (2009). Loud Water. Tartu: University Press.\n\n"
        "SEPP, R. (2016). Can a lake be moved? Journal of Lakes, 3 (2), 1–20.\n\n"
        "— (2022). Who moved it? Journal of Lakes, 9 (1), 3–14.\n"
    )
    read_entries = parse_entries(find_entries("References\n\n" + text).entries)
    families = [[name.family for name in item.reference.authors] for item in read_entries if isinstance(item, Parsed)]
    assert families == [["KASK", "TAMM"], ["KASK", "VAHER"], ["SEPP"], ["SEPP"]]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_segments_join_to_the_text(text: str) -> None:
    parsed = read(text)
    if isinstance(parsed, Parsed):
        assert "".join(segment.text for segment in parsed.segments) == text
    assert all(token.text == text[token.start : token.end] for token in tokenize(text))


def test_much_of_anything_is_no_trouble() -> None:
    for text in ("a " * 200_000, "," * 10_000, "(" * 5_000, "http://" * 3_000, '"' * 4_000):
        parsed = read(text)
        assert isinstance(parsed, Unparsed) or "".join(segment.text for segment in parsed.segments) == text


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


BOOK = {"type": "book", "author": [{"family": "Okonjo", "given": "Ada"}], "title": "Ports of call", "publisher-place": "Lagos", "publisher": "Delta Press", "issued": {"date-parts": [[2003]]}}  # fmt: skip
STORY = {"type": "article-newspaper", "author": [{"family": "Okonjo", "given": "Ada"}], "title": "The financial flows of Lagos", "container-title": "Financial Times", "issued": {"date-parts": [[2023, 3, 3]]}}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Okonjo, Ada. “The ﬁnancial ﬂows of Lagos.” Financial Times, March 3, 2023.", {}),
        ("Okonjo,Ada.“The financial flows of Lagos.”Financial Times,March 3,2023.", {}),
        ("Okonjo, Ada, ``The financial flows of Lagos'', Financial Times, 3 March 2023.", {}),
        ('Okonjo, Ada, "The financial flows of Lagos," Financial Times, 3 March 2023.', {}),
        ("Okonjo, Ada, ''The financial flows of Lagos,'' Financial Times, 3 March 2023.", {}),
        ("¹²Okonjo, Ada. “The financial flows of Lagos.” Financial Times, March 3, 2023.", {}),
        ("12Okonjo, Ada. “The financial flows of Lagos.” Financial Times, March 3, 2023.", {}),
        ("Okonjo, Ada. “The financial flows of Lagos.”¹² Financial Times, March 3, 2023.", {}),
        ("Okonjo, Ada. “The finan-\ncial flows of La-\ngos.” Financial Times, March 3, 2023.", {}),
        ("Okonjo, Ada. “The financial flows of Lagos.” Financial Times, March 3, 2023. https://www.ft.com/a/very/\nlong-\naddress.html", {"URL": "https://www.ft.com/a/very/long-address.html"}),
        ("Okonjo, Ada. “The financial flows of Lagos.” *Financial Times*, March 3, 2023, p. 4.", {"page": "4"}),
    ],
)  # fmt: skip
def test_input_as_it_comes(text: str, more: dict[str, object]) -> None:
    assert fields(text) == STORY | more


@pytest.mark.parametrize(
    "text",
    [
        "Okonjo, Ada. Ports\u00a0of\u00a0call. Lagos\u00a0: Delta Press, 2003.",
        "Okonjo, Ada. \u200bPorts of call. Lagos: Delta Press, 2003.\u200b",
        "Okonjo, Ada. Ports of call.12 Lagos: Delta Press, 2003.",
        "Okonjo, Ada. ‹Ports of call›. Lagos: Delta Press, 2003.",
    ],
)
def test_signs_that_are_no_words(text: str) -> None:
    assert fields(text) == BOOK


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("[https://ports.org/a/](https://ports.org/a/)", "https://ports.org/a/"),
        ("<https://ports.org/a.html>", "https://ports.org/a.html"),
        ("Retrieved from www.ports.org website: https://www.ports.org/a", "https://www.ports.org/a"),
        ("Retrieved from https://ports.org/eli/dir/2019/944/oj - Ports legislation", "https://ports.org/eli/dir/2019/944/oj"),
        ("https://ports.org/a_(b).html", "https://ports.org/a_(b).html"),
        ("https://www.ports. org/a/long-\ntitle.html", "https://www.ports.org/a/long-title.html"),
    ],
)  # fmt: skip
def test_an_address_and_no_more(words: str, address: str) -> None:
    record = fields(f"Ports Authority. (2021). Ports and power. {words}")
    assert (record["URL"], record.get("note")) == (address, None)


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("Lewis D. Illiberal spaces. Nationalities Papers 2015;43(1):140-59. doi:10.1080/\n00905992.2014.980796", "10.1080/00905992.2014.980796"),
        ("Lewis D. Illiberal spaces. Nationalities Papers 2015;43(1):140-59. doi:10.1080/00905992.2014.980796.", "10.1080/00905992.2014.980796"),
        ("Lewis D. Illiberal spaces. Nationalities Papers 2015;43(1):140-59. https://doi.org/10.1080/00905992.2014.980796", "10.1080/00905992.2014.980796"),
    ],
)  # fmt: skip
def test_a_doi_broken_over_lines(text: str, doi: str) -> None:
    assert fields(text)["DOI"] == doi


@pytest.mark.parametrize(
    ("texts", "settled"),
    [
        ({"container-title": "Phys. Rev", "page": "187, 85"}, {"volume": "187", "page": "85"}),
        ({"container-title": "JINST", "page": "11 P06002"}, {"volume": "11", "page": "P06002"}),
        ({"container-title": "Phys. Lett. B", "volume": "689 66"}, {"volume": "689", "page": "66"}),
        ({"container-title": "Recherches", "page": "125 144"}, {"page": "125 144"}),
        ({"container-title": "Essays", "publisher": "Library", "page": "427, 426"}, {"page": "427, 426"}),
        ({"title": "Industry. In: Ports of the World"}, {"title": "Industry", "container-title": "Ports of the World"}),
        ({"title": "War. In Defence of Ports"}, {"title": "War. In Defence of Ports"}),
        ({"title": "Ports", "publisher-place": "Albany, New York"}, {"publisher-place": "Albany, New York"}),
        ({"title": "Ports", "publisher-place": "Oxford, London"}, {"publisher-place": "Oxford, London"}),
    ],
)
def test_values_that_ran_together(texts: dict[str, str], settled: dict[str, str]) -> None:
    found = dict(texts)
    settle(found, {}, "")
    assert {name: found[name] for name in found if found[name] != texts.get(name) or name in settled} == settled


@pytest.mark.parametrize(
    ("dated", "page"), [("(2009) 1683", "1683"), ("(2009), 1683-1690", "1683-1690"), ("(2009)", None)]
)
def test_a_page_that_looks_like_a_year(dated: str, page: str | None) -> None:
    record = fields(f"A. Braun, Science 326 {dated}.")
    assert (record["issued"], record.get("page")) == ({"date-parts": [[2009]]}, page)
