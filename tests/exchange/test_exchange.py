"""RIS, CSL-JSON and CSL-YAML: tables of what other programs write, and the laws of the round trip."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.exchange import FORMATS, format_of, losses
from refcli.exchange.ris_dates import read_date
from refcli.exchange.ris_table import CSL_TO_TYPE, READ_NAMES, READ_TEXTS, TEXTS, TYPE_TO_CSL
from refcli.model import DATE_VARIABLES, NAME_VARIABLES, TYPES, Date, Day, Name, Reference

RIS = FORMATS["ris"]

ZOTERO = """\ufeffTY  - RPRT
TI  - Lake Chad: Managing the Return
AU  - International Crisis Group
AU  - van der Berg, Anna
A2  - Okafor, Chidi, Jr.
PY  - 2018
DA  - 2018/06/12/
CY  - Brussels
PB  - International Crisis Group
IS  - 246
T2  - Africa Report
SP  - 3
EP  - 17
KW  - Chad
KW  - Sahel
SN  - 978-92-0-000000-2
UR  - https://www.crisisgroup.org/africa/246
Y2  - 2019/01/02/
ZZ  - kept
ER  -
"""


def test_a_record_as_zotero_writes_it() -> None:
    found = RIS.read(ZOTERO)
    assert found.unread == ()
    assert found.references == (
        Reference(
            "",
            "report",
            {
                "title": "Lake Chad: Managing the Return",
                "publisher-place": "Brussels",
                "publisher": "International Crisis Group",
                "number": "246",
                "collection-title": "Africa Report",
                "URL": "https://www.crisisgroup.org/africa/246",
                "page": "3-17",
                "keyword": "Chad, Sahel",
                "ISBN": "978-92-0-000000-2",
            },
            {
                "author": (
                    Name(literal="International Crisis Group"),
                    Name("Berg", "Anna", non_dropping_particle="van der"),
                ),
                "editor": (Name("Okafor", "Chidi", suffix="Jr."),),
            },
            {"issued": Date.of(2018, 6, 12), "accessed": Date.of(2019, 1, 2)},
            {"custom": {"ris": {"ZZ": ["kept"]}}},
        ),
    )


@pytest.mark.parametrize(
    ("text", "titles", "unread"),
    [
        ("TY  - BOOK\nTI  - One\nER  - \n\nTY  - BOOK\nTI  - Two\n", ["One", "Two"], 0),
        ("TY  - BOOK\nTI  - One\nTY  - BOOK\nTI  - Two\nER  - ", ["One", "Two"], 0),
        ("TY  - BOOK\r\nTI  - A long\r\n  title\r\nER  - \r\n", ["A long title"], 0),
        ("Provider: X\nTY  - BOOK\nT1  - One\nER  -\nrest", ["One"], 2),
        ("1.\nTY  - BOOK\nTI  - One\nER  - \n2.\nTY - BOOK\nTI - Two\nER -\n", ["One", "Two"], 0),
        ("TY  - BOOK\nER  - \n", [""], 0),
        ("nothing of the kind", [], 1),
        ("", [], 0),
    ],
)
def test_ris_as_it_comes(text: str, titles: list[str], unread: int) -> None:
    found = RIS.read(text)
    assert [reference.get("title") for reference in found.references] == titles
    assert len(found.unread) == unread


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2004", Date.of(2004)),
        ("2004///", Date.of(2004)),
        ("2004/08/11/", Date.of(2004, 8, 11)),
        ("2004/8//", Date.of(2004, 8)),
        ("2004-08-11", Date.of(2004, 8, 11)),
        ("2004///Spring", Date((Day(2004, season=1),))),
        ("2004/08/11/circa", Date((Day(2004, 8, 11),), circa=True)),
        ("2010///2010/2012", Date((Day(2010), Day(2012)))),
        ("///April 7, 10, and other dates", Date(literal="April 7, 10, and other dates")),
        ("in press", Date(literal="in press")),
    ],
)
def test_ris_dates(text: str, date: Date) -> None:
    (reference,) = RIS.read(f"TY  - GEN\nDA  - {text}\nER  - \n").references
    assert reference.issued == date
    assert RIS.read(RIS.write([reference])).references[0].issued == date


def test_every_row_of_the_table() -> None:
    assert set(TYPE_TO_CSL.values()) | set(CSL_TO_TYPE) <= TYPES
    assert set(CSL_TO_TYPE.values()) <= set(TYPE_TO_CSL)
    assert len(set(TEXTS.values())) == len(TEXTS)
    assert all(len(tag) == 2 and tag.isupper() | tag[1].isdecimal() for tag in (*READ_TEXTS, *READ_NAMES))
    for csl, tag in CSL_TO_TYPE.items():
        assert TYPE_TO_CSL[tag] == csl or TYPE_TO_CSL[tag] in CSL_TO_TYPE


PANDOC = """---
title: A draft
references:
- id: doe
  type: article-newspaper
  author:
  - family: Doe
    given: Jane
  issued: 2004-08-11
  title: "No: a reply"
  volume: 012
  accessed:
  - year: 2005
    month: 3
...

Text of the draft.
"""


def test_csl_yaml_in_the_head_of_a_draft() -> None:
    (reference,) = FORMATS["csl-yaml"].read(PANDOC).references
    assert reference.issued == Date.of(2004, 8, 11)
    assert reference.dates["accessed"] == Date.of(2005, 3)
    assert reference.get("volume") == "012"
    assert reference.get("title") == "No: a reply"
    assert "issued: '2004-08-11'" in FORMATS["csl-yaml"].write([reference])


@pytest.mark.parametrize(
    ("name", "text", "why", "line"),
    [
        ("csl-json", '[\n{"id": }]', "is no JSON", 2),
        ("csl-json", "7", "should be a list", 1),
        ("csl-json", '[1, {"id": "a"}]', "item 1 is no CSL item", 1),
        ("csl-yaml", "references:\n- id: [\n", "is no YAML", 3),
        ("csl-yaml", "references: 7\n", "should be a list", 1),
        ("csl-json", "[" * 100_000, "", 1),
    ],
)
def test_what_cannot_be_read_is_said(name: str, text: str, why: str, line: int) -> None:
    found = FORMATS[name].read(text)
    assert why in found.unread[0].why
    assert found.unread[0].line == line


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("x.ris", "", "ris"),
        ("x.JSON", "", "csl-json"),
        ("x.yml", "", "csl-yaml"),
        ("-", "TY  - BOOK\n", "ris"),
        ("-", ' [{"id": 1}]', "csl-json"),
        ("-", "---\nreferences:\n", "csl-yaml"),
        ("-", "@book{a,}", None),
        ("refs.txt", "Smith, A. 2004. Title.", None),
    ],
)
def test_which_format(name: str, text: str, form: str | None) -> None:
    found = format_of(name, text)
    assert (found.NAME if found else None) == form


WORDS = st.text("ab Zé&:;/\"'{}#-–1中", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
NAMES = (
    st.builds(Name, WORDS, WORDS, suffix=st.just("") | WORDS)
    | st.builds(Name, literal=WORDS)
    | st.just(Name(others=True))
)
DATES = (
    st.builds(Date, st.tuples(st.builds(Day, st.integers(1, 3000), st.integers(0, 12))), circa=st.booleans())
    | st.builds(Date, literal=WORDS)
    | st.builds(lambda year: Date((Day(year), Day(year + 1))), st.integers(1000, 3000))
)
VARIABLES = ("title", "container-title", "collection-title", "publisher", "publisher-place", "volume", "issue", "number", "page", "note", "URL", "DOI", "ISBN", "ISSN", "edition", "genre", "language", "keyword", "scale", "title-short")  # fmt: skip
REFERENCES = st.builds(
    Reference,
    st.sampled_from(["", "key2004"]),
    st.sampled_from(sorted(TYPES)),
    st.dictionaries(st.sampled_from(VARIABLES), WORDS),
    st.dictionaries(st.sampled_from(sorted(NAME_VARIABLES)), st.lists(NAMES, min_size=1, max_size=3).map(tuple)),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), DATES),
    st.just({}) | st.just({"custom": {"asfound": "words", "doubts": []}}),
)


@pytest.mark.parametrize("name", ["csl-json", "csl-yaml"])
@given(references=st.lists(REFERENCES, max_size=3))
def test_csl_comes_back_whole(name: str, references: list[Reference]) -> None:
    found = FORMATS[name].read(FORMATS[name].write(references))
    assert found.unread == ()
    assert [reference.to_json() for reference in found.references] == [reference.to_json() for reference in references]
    assert losses(FORMATS[name], references) == ((),) * len(references)


@given(st.lists(REFERENCES, max_size=3))
def test_ris_comes_back_but_for_what_is_listed(references: list[Reference]) -> None:
    found = RIS.read(RIS.write(references))
    assert found.unread == ()
    assert len(found.references) == len(references)
    for reference, back, lost in zip(references, found.references, losses(RIS, references), strict=True):
        before, after = reference.to_json(), back.to_json()
        for variable in before.keys() - set(lost):
            assert str(after[variable]).replace("–", "-") == str(before[variable]).replace("–", "-")
    again = RIS.read(RIS.write(found.references)).references
    assert [reference.to_json() for reference in again] == [reference.to_json() for reference in found.references]


PLAIN = st.text("abcdeé XY", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
CARRIED = st.builds(
    Reference,
    st.just("key2004"),
    st.sampled_from(["article-journal", "article-newspaper", "book", "chapter", "report", "thesis", "webpage", "legislation", "hearing", "bill"]),
    st.dictionaries(st.sampled_from([name for name in VARIABLES if name not in ("scale", "ISBN", "ISSN", "page")]), PLAIN),
    st.dictionaries(st.sampled_from(["author", "editor", "translator"]), st.lists(st.builds(Name, st.just("Weitz"), PLAIN) | st.builds(Name, literal=st.just("World Bank")), min_size=1).map(tuple)),
    st.dictionaries(st.sampled_from(["issued", "accessed"]), st.builds(Date.of, st.integers(1900, 2030), st.integers(1, 12), st.integers(1, 28))),
)  # fmt: skip


@given(CARRIED)
def test_the_usual_is_carried_by_ris(reference: Reference) -> None:
    assert losses(RIS, [reference]) == ((),)


@given(st.text(max_size=200) | st.text("TYERAU  -\n01/", max_size=200))
def test_reading_never_raises(text: str) -> None:
    for form in FORMATS.values():
        form.read(text)


def test_losses_are_named() -> None:
    reference = Reference(
        "a",
        "treaty",
        {"title": "T", "scale": "1:2"},
        {"recipient": (Name("Doe", "Jo"),)},
        {"issued": Date.of(2004)},
        {"custom": {"asfound": "T, 2004"}},
    )
    assert set(losses(RIS, [reference])[0]) == {"type", "scale", "recipient", "custom"}
    assert json.loads(FORMATS["csl-json"].write([reference]))[0]["scale"] == "1:2"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("2011/05", "2011-05"), ("2011/5", "2011-05"), ("2011/05/03", "2011-05-03"), ("2011//", "2011"), ("2010/2012", "2010/2012"), ("2011", "2011")],
)  # fmt: skip
def test_dates_of_ris(text: str, edtf: str) -> None:
    assert read_date(text) == Date.from_edtf(edtf)
