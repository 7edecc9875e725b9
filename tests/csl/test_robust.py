"""Rendering never raises, whatever the items; a style that is broken or hostile gives one sentence with its line."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refcli.csl import OUTPUTS, Cite, Cluster, Processor, Style, StyleError
from refcli.model import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TYPES, Reference
from tests.csl.fixture import locale_xml, style_xml

WORDS = st.one_of(st.text(max_size=12), st.sampled_from(['"A" <i>b', "'", "12-3", "<span", "iv–x", "&", "1990?", "”’"]))
NAMES = st.lists(
    st.one_of(
        st.dictionaries(
            st.sampled_from(["family", "given", "suffix", "literal", "dropping-particle", "others"]), WORDS
        ),
        WORDS,
    ),
    max_size=4,
)
PARTS = st.lists(st.lists(st.one_of(st.integers(-3000, 12000), WORDS), max_size=3), max_size=3)
DATES = st.one_of(
    st.fixed_dictionaries({"date-parts": PARTS}), st.fixed_dictionaries({"raw": WORDS}), WORDS, st.integers(), st.none()
)
TEXTS = ["title", "container-title", "publisher", "URL", "DOI", "note", "language", "genre", "status", "event-title"]
ITEM = st.fixed_dictionaries(
    {"type": st.one_of(st.sampled_from(sorted(TYPES)), WORDS)},
    optional=dict.fromkeys(sorted(NAME_VARIABLES), NAMES)
    | dict.fromkeys(sorted(DATE_VARIABLES), DATES)
    | {name: st.one_of(WORDS, st.integers()) for name in [*TEXTS, *sorted(NUMBER_VARIABLES)]},
)
STYLES = ("apa", "chicago-notes-bibliography", "ieee")


@cache
def style(name: str) -> Style:
    """A stock style, compiled once."""
    xml = style_xml(name)
    assert xml is not None
    return Style.from_xml(xml, parent=style_xml)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(ITEM, min_size=1, max_size=4), st.sampled_from(STYLES))
def test_rendering_never_raises(items: list[dict[str, Any]], name: str) -> None:
    """Any CSL-JSON in any output."""
    references = [Reference.from_json({"id": str(number), **item}) for number, item in enumerate(items)]
    engine = Processor(style(name), references, locale_xml)
    clusters = [
        Cluster(tuple(Cite(ref.id, locator="3-4") for ref in references), 1),
        Cluster((Cite("0"), Cite("absent")), 2),
    ]
    nodes = [entry.node for entry in engine.bibliography()] + [one.node for one in engine.cite(clusters)]
    for make in OUTPUTS.values():
        output = make()
        output.entries([engine.render(node, output) for node in nodes])


STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">\n{}\n</style>'
LAYOUT = "<citation><layout>{}</layout></citation>"


@pytest.mark.parametrize(
    ("xml", "line"),
    [
        ("", 1),
        ("<style>", 1),
        ("<html/>", 1),
        ('<!DOCTYPE a [<!ENTITY b "c">]><style/>', 1),
        (STYLE.format(""), 1),
        (STYLE.format("<citation/>"), 2),
        (STYLE.format(LAYOUT.format("<blink/>")), 2),
        (STYLE.format(LAYOUT.format('<text macro="gone"/>')), 2),
        (STYLE.format('<macro name="a"><text macro="a"/></macro>' + LAYOUT.format('<text macro="a"/>')), 2),
        (STYLE.format(LAYOUT.format("<group>" * 500 + "</group>" * 500)), 2),
        (STYLE.format(LAYOUT.format("<text/>")), 2),
    ],
)
def test_a_broken_style_names_its_line(xml: str, line: int) -> None:
    """One sentence, one line number."""
    with pytest.raises(StyleError) as caught:
        Processor(Style.from_xml(xml), [Reference.from_json({"id": "1", "title": "T"})], locale_xml).cite(
            [Cluster((Cite("1"),))]
        )
    assert caught.value.line == line
    assert "\n" not in caught.value.message


def test_a_dependent_style_keeps_its_language() -> None:
    """It takes all else from its parent."""
    parent = STYLE.format(LAYOUT.format('<text term="and"/>')).encode()
    child = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" default-locale="de-DE"><info>'
        '<link rel="independent-parent" href="http://www.zotero.org/styles/mother"/></info></style>'
    )
    asked: list[str] = []

    def load(name: str) -> bytes:
        asked.append(name)
        return parent

    engine = Processor(Style.from_xml(child, parent=load), [Reference.from_json({"id": "1"})], locale_xml)
    assert engine.locale.lang == "de-DE"
    assert asked == ["mother"]
    with pytest.raises(StyleError, match="mother"):
        Style.from_xml(child)
