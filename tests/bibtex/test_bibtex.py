"""BibTeX in and out: tables of odd input, and the law that writing and reading back changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.bibtex import BadBlock, BibEntry, read, split, write_reference
from refcli.bibtex.latex import from_text, to_text
from refcli.bibtex.people import read_people
from refcli.model import DATE_VARIABLES, NAME_VARIABLES, TYPES, Date, Day, Name, Reference

WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=25)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"M{\"u}ller", "Müller"), (r"M\"uller", "Müller"), (r"\'{E}cole", "École"), (r"Stra{\ss}e", "Straße"), (r"50 \% \& more", "50 % & more"),
        (r"{NATO} and {U.S.}", "NATO and U.S."), (r"\emph{Ship} law", "<i>Ship</i> law"), ("1--2", "1–2"), (r"\v{C}apek", "Čapek"), ("a~b", "a\u00a0b"),
        (r"na\"{\i}ve", "naïve"), (r"\unknown{x}", r"\unknownx"), (r"\textbackslash{}n", "\\n"), (r"\o{}re", "øre"), (r"``q''", "“q”"),
    ],
)  # fmt: skip
def test_latex_to_text(latex: str, text: str) -> None:
    assert to_text(latex) == text


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Zs", "Zl", "Zp")), max_size=40))
def test_text_survives_latex(text: str) -> None:
    assert to_text("{" + from_text(text) + "}") == text


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("McDermott, Roger", [Name("McDermott", "Roger")]),
        (
            "Roger McDermott and Anna van der Berg",
            [Name("McDermott", "Roger"), Name("Berg", "Anna", non_dropping_particle="van der")],
        ),
        ("de Gaulle, Charles", [Name("Gaulle", "Charles", non_dropping_particle="de")]),
        ("King, Jr., Martin Luther", [Name("King", "Martin Luther", suffix="Jr.")]),
        ("{RFE/RL Newsline}", [Name(literal="RFE/RL Newsline")]),
        (
            "{Food and Agriculture Organization} and others",
            [Name(literal="Food and Agriculture Organization"), Name(others=True)],
        ),
    ],
)
def test_people(field: str, names: list[Name]) -> None:
    assert list(read_people(field)) == names


def test_a_broken_entry_costs_only_itself() -> None:
    text = '@book{good, title = "A"}\n@article{bad, title = {never closed\n@misc{fine, title = {B}}\nwords\n@comment{x}'
    found = read(text)
    assert [block.key if isinstance(block, BibEntry) else block.why for block in found] == [
        "good",
        "the @article is never closed",
        "fine",
    ]
    assert isinstance(found[1], BadBlock)


def test_strings_months_and_dates() -> None:
    text = "@string{edm = {Eurasia Daily Monitor}}\n@article{a, journal = edm # { Extra}, year = 2004, month = aug}\n@article{b, year=1999, date = {2007-04-18}}"
    first, second = (block.reference for block in read(text) if isinstance(block, BibEntry))
    assert first.get("container-title") == "Eurasia Daily Monitor Extra"
    assert first.issued == Date.of(2004, 8)
    assert second.issued == Date.of(2007, 4, 18)


def test_words_of_a_date_stand_in_year() -> None:
    reference = Reference(
        "a",
        "article-newspaper",
        names={"author": (Name(literal="RFE/RL Newsline"),)},
        dates={"issued": Date(literal="April 7, 10, 17, and other dates")},
    )
    written = write_reference(reference)
    assert "year = {April 7, 10, 17, and other dates}" in written
    assert "date =" not in written


@given(st.text(max_size=300))
def test_blocks_join_to_the_text(text: str) -> None:
    assert "".join(block.span.of(text) for block in split(text)) == text


@given(st.text('@{}",=#a1 \n\\()', max_size=120))
def test_odd_syntax_never_raises_and_loses_nothing(text: str) -> None:
    read(text)
    assert "".join(block.span.of(text) for block in split(text)) == text


DAYS = st.builds(Day, st.integers(1, 3000), st.integers(1, 12), st.integers(1, 28)) | st.builds(
    Day, st.integers(1, 3000)
)
DATES = st.builds(Date, st.tuples(DAYS) | st.tuples(DAYS, DAYS), circa=st.booleans()) | st.builds(Date, literal=WORDS)
NAMES = (
    st.builds(Name, WORDS, WORDS)
    | st.builds(Name, literal=WORDS)
    | st.just(Name(others=True))
    | st.builds(Name, WORDS, WORDS, suffix=WORDS, non_dropping_particle=st.sampled_from(["", "von", "de la"]))
)
REFERENCES = st.builds(
    Reference,
    st.just("key2004"),
    st.sampled_from(sorted(TYPES)),
    st.dictionaries(
        st.sampled_from(
            [
                "title",
                "container-title",
                "publisher",
                "publisher-place",
                "volume",
                "issue",
                "number",
                "page",
                "note",
                "URL",
                "DOI",
                "edition",
                "genre",
                "language",
                "archive",
                "year-suffix",
                "scale",
            ]
        ),
        WORDS,
    ),
    st.dictionaries(st.sampled_from(sorted(NAME_VARIABLES)), st.tuples(NAMES) | st.tuples(NAMES, NAMES)),
    st.dictionaries(st.sampled_from(sorted(DATE_VARIABLES)), DATES),
    st.just({})
    | st.fixed_dictionaries(
        {"custom": st.fixed_dictionaries({"asfound": WORDS, "doubts": st.lists(WORDS, max_size=2)})}
    ),
)


@given(REFERENCES)
def test_writing_and_reading_back_changes_nothing(reference: Reference) -> None:
    (entry,) = read(write_reference(reference))
    assert isinstance(entry, BibEntry)
    assert entry.key == "key2004"
    assert entry.reference == reference
