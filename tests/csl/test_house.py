"""House styles: a base and what the house does differently."""

from __future__ import annotations

import pytest

from refcli.csl import Processor, StyleError, Text, house_style
from refcli.model import Reference
from tests.csl.fixture import locale_xml

BASE = (
    b'<style xmlns="http://purl.org/net/xbiblio/csl"><citation><layout><text variable="title"/></layout>'
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
    engine = Processor(house_style(house, load), [hearing], locale_xml)
    return engine.render(engine.bibliography()[0].node, Text())


def test_a_base_alone_is_the_base() -> None:
    """Nothing changes."""
    assert entry({"base": "mother"}) == "A, B, C"


def test_types_and_attributes_change_it() -> None:
    """A hearing is treated as a report; names are cut."""
    house = {
        "base": "mother",
        "types": {"hearing": "report"},
        "attributes": {"bibliography": {"et-al-min": 3, "et-al-use-first": 1}},
    }
    assert entry(house) == "Report: A et al."


@pytest.mark.parametrize(
    "house", [{}, {"base": "gone"}, {"base": "mother", "colour": 1}, {"base": "mother", "attributes": {"x": {}}}]
)
def test_what_means_nothing_is_refused(house: dict[str, object]) -> None:
    """One sentence."""
    with pytest.raises(StyleError):
        house_style(house, load)
