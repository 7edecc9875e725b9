"""House styles: a base and what the house does differently."""

from __future__ import annotations

import pytest

from refcli.csl import Processor, StyleError, Text, house_style
from refcli.csl.item import Item
from refcli.csl.kinds import kinds
from refcli.data.loader import table
from refcli.model import Reference
from tests.csl.fixture import locale_xml

BASE = (
    b'<style xmlns="http://purl.org/net/xbiblio/csl"><macro name="who"><text value="A"/></macro><citation><layout><text variable="title"/></layout>'
    b'</citation><bibliography><layout><choose><if type="report"><text value="Report: "/></if></choose>'
    b'<names variable="author"><name form="short"/></names></layout></bibliography></style>'
)


def load(name: str) -> bytes | None:
    """One style is known."""
    return BASE if name == "mother" else None


def entry(house: dict[str, object]) -> str:
    """The entry of a hearing with three authors."""
    authors = [{"family": name} for name in "ABC"]
    hearing = Reference.from_json({"id": "1", "type": "hearing", "author": authors})
    engine = Processor(house_style(house, load, KINDS), [hearing], locale_xml)
    return engine.render(engine.bibliography()[0].node, Text())


def test_a_base_alone_is_the_base() -> None:
    """Nothing changes."""
    assert entry({"base": "mother"}) == "A, B, C"


SECTION = {"section": "1.1"}
PARTS = {
    "attributes": ({"attributes": {"bibliography": {"et-al-min": 3, "et-al-use-first": 1}}}, "A et al."),
    "terms": ({"terms": {"et-al": "and friends"}}, "A, B, C"),
    "types": ({"types": {"hearing": "report"}}, "Report: A, B, C"),
    "kind, as": ({"kind": "session", "as": "report"}, "Report: A, B, C"),
    "kind, entry": ({"kind": "session", "entry": '<text value="Heard."/>'}, "Heard."),
    "kind of another": ({"kind": "letter", "entry": '<text value="Heard."/>'}, "A, B, C"),
    "layout": ({"layout": {"bibliography": '<text macro="who"/>'}}, "A"),
    "macro": ({"macro": '<macro name="who"><text value="X"/></macro>'}, "A, B, C"),
    "date": ({"date": '<date form="text"><date-part name="year"/></date>'}, "A, B, C"),
}
KINDS = kinds({"session": [{"type": "hearing interview"}], "letter": [{"author": "Z"}]})


@pytest.mark.parametrize(("change", "expected"), PARTS.values(), ids=PARTS)
def test_a_change_changes_it(change: dict[str, object], expected: str) -> None:
    """One action, with the section that asks for it."""
    assert entry({"base": "mother", "changes": [SECTION | change]}) == expected


def test_changes_see_one_another() -> None:
    """Terms, attributes and macros of several changes."""
    cut = PARTS["attributes"][0] | SECTION
    friends = PARTS["terms"][0] | SECTION
    assert entry({"base": "mother", "changes": [cut, friends]}) == "A and friends"
    layout, macro = PARTS["layout"][0] | SECTION, PARTS["macro"][0] | SECTION
    assert entry({"base": "mother", "changes": [layout, macro]}) == "X"


BAD: dict[str, dict[str, object]] = {
    "no base": {},
    "unknown base": {"base": "gone"},
    "unknown entry": {"base": "mother", "colour": 1},
    "changes no list": {"base": "mother", "changes": {"a": 1}},
}
BAD_CHANGES: dict[str, dict[str, object]] = {
    "no section": {"types": {"hearing": "report"}},
    "no action": SECTION,
    "two actions": SECTION | {"types": {}, "terms": {}},
    "unknown element": SECTION | {"attributes": {"x": {}}},
    "unknown kind": SECTION | {"kind": "dance"},
    "broken CSL": SECTION | {"macro": "<macro name='a'>"},
    "no macro": SECTION | {"macro": "<text value='a'/>"},
    "macro that is not there": SECTION | {"layout": {"bibliography": '<text macro="gone"/>'}},
    "layout of nothing": SECTION | {"layout": {"x": ""}},
    "CSL that is no text": SECTION | {"date": 3},
}


@pytest.mark.parametrize("house", BAD.values(), ids=BAD)
def test_what_means_nothing_is_refused(house: dict[str, object]) -> None:
    """One sentence."""
    with pytest.raises(StyleError):
        house_style(house, load, KINDS)


@pytest.mark.parametrize("change", BAD_CHANGES.values(), ids=BAD_CHANGES)
def test_a_change_that_means_nothing_is_refused(change: dict[str, object]) -> None:
    """One sentence."""
    with pytest.raises(StyleError):
        house_style({"base": "mother", "changes": [change]}, load, KINDS)


@pytest.mark.parametrize("table", [{"a": {}}, {"a": ["b"]}, {"a": [{"title": "("}]}])
def test_a_table_of_kinds_is_checked(table: dict[str, object]) -> None:
    """Lists of mappings, patterns that are patterns."""
    with pytest.raises(StyleError):
        kinds(table)


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        ("un-resolution", {"type": "legislation", "number": "S/RES/1373"}),
        ("un-resolution", {"type": "report", "number": "A/HRC/RES/48/13"}),
        ("un-resolution", {"type": "legislation", "title": "Security Council resolution 1325 (2000)"}),
        ("un-resolution", {"type": "legislation", "number": "Resolution A/RES/76/999"}),
        ("un-resolution", {"type": "report", "number": "U.N. Doc. S/RES/1373"}),
        ("un-document", {"type": "report", "number": "S/2021/519"}),
        ("un-document", {"type": "report", "number": "UN Doc. A/47/277"}),
        ("un-document", {"type": "document", "number": "ST/SGB/2003/13"}),
        ("crs-report", {"type": "report", "publisher": "Congressional Research Service"}),
        ("crs-report", {"type": "report", "author": [{"literal": "Congressional Research Service"}]}),
        ("gao-report", {"type": "report", "number": "GAO-20-439"}),
        ("eu-document", {"type": "report", "number": "COM(2020) 609 final"}),
        ("eu-act", {"type": "legislation", "title": "Regulation (EU) 2016/679 of the European Parliament"}),
        ("eu-act", {"type": "legislation", "title": "Council Directive 93/13/EEC of 5 April 1993"}),
        ("press-release", {"type": "document", "genre": "Press release"}),
        ("wire-story", {"type": "article-newspaper", "author": [{"literal": "Reuters"}]}),
        ("wire-story", {"type": "article-newspaper", "container-title": "Associated Press"}),
        ("", {"type": "report", "number": "12"}),
        ("", {"type": "legislation", "title": "Open Records Act", "number": "5"}),
        ("", {"type": "book", "title": "Directive leadership"}),
        ("", {"type": "article-newspaper", "container-title": "The Associated Journal"}),
    ],
)
def test_kinds_of_the_table(kind: str, item: dict[str, object]) -> None:
    """What the shipped table takes a source for."""
    found = Item(Reference.from_json({"id": "1", **item}), tuple(kinds(table("source_kinds")).values()))
    assert found.kind == kind
