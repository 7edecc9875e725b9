"""Interviews, messages: whom they were with, and that one without a title is a reference all the same."""

from __future__ import annotations

import pytest

from refcli.model import Name, Names
from refcli.parsing import Entry, Parsed, parse_entry
from refcli.parsing.talks import settle_talk
from refcli.text import Span

DAHL = Name(family="Dahl", given="Edda")


@pytest.mark.parametrize(
    ("texts", "author", "notes", "settled", "named"),
    [
        ({"genre": "Interview with a harbour master", "publisher": "Port of Varna"}, (), [], {"title": "Interview with a harbour master, Port of Varna"}, ()),
        ({"genre": "Author interview with"}, (), ["port officials"], {"title": "Author interview with port officials"}, ()),
        ({"genre": "Author interview with"}, (DAHL,), [], {"genre": "Author interview"}, (DAHL,)),
        ({"genre": "Interview with", "publisher": "Edda Dahl"}, (), [], {"genre": "Interview"}, (DAHL,)),
        ({"genre": "Interview with", "publisher": "Ministry of Fisheries"}, (), [], {"title": "Interview with Ministry of Fisheries"}, ()),
        ({"genre": "interview with", "title": "Senior official"}, (), ["the author"], {"genre": "interview with the author", "title": "Senior official"}, ()),
        ({"genre": "Personal communication", "publisher": "Port official"}, (), [], {"genre": "Personal communication", "publisher": "Port official"}, ()),
        ({"genre": "Report with", "publisher": "Edda Dahl"}, (), [], {"genre": "Report with", "publisher": "Edda Dahl"}, ()),
    ],
)  # fmt: skip
def test_whom_a_talk_was_with(
    texts: dict[str, str], author: Names, notes: list[str], settled: dict[str, str], named: Names
) -> None:
    people = {"author": author} if author else {}
    settle_talk(texts, people, notes)
    assert (texts, people.get("author", ()), notes) == (settled, named, [])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Interview with a senior harbour official, Ministry of Fisheries, Varna, 12 May 2016.", "interview"),
        ("Author's interview with a retired pilot, Bergen, June 2014.", "interview"),
        ("Personal interview, Bergen, 4 April 2012.", "interview"),
        ("Entretien avec un pilote, Brest, 3 mars 2014.", "interview"),
        ("Entrevista con un funcionario del puerto, Vigo, 12 de mayo de 2016.", "interview"),
        ("Personal communication with a coast guard, Varna, 2 March 2011.", "personal_communication"),
        ("E-mail to the author from Edda Dahl, 5 May 2015.", "personal_communication"),
        ("Personal communication, World Bank official, 7 July 2015.", "personal_communication"),
    ],
)
def test_talks_are_references(words: str, kind: str) -> None:
    read = parse_entry(Entry(words, Span(0, len(words))))
    assert isinstance(read, Parsed)
    assert read.reference.type == kind
    assert read.reference.dates["issued"].year


def test_a_talk_of_no_day_and_place_is_none() -> None:
    assert not isinstance(parse_entry(Entry("Personal interview.", Span(0, 19))), Parsed)
