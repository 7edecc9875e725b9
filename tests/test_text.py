"""Spans, places, folding: tables and laws."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import refcli
from refcli.text import Source, Span, blank, fold, lines, plain, rare


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("", 0, 1, 1),
        ("ab\ncd", 3, 2, 1),
        ("ab\r\ncd", 4, 2, 1),
        ("a\rb", 2, 2, 1),
        ("ab", 2, 1, 3),
        ("a\n", 2, 2, 1),
        ("a\x0cb\nc", 4, 2, 1),
    ],
)
def test_place(text: str, offset: int, line: int, column: int) -> None:
    assert Source(text).place(offset) == (line, column)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Müller", "MULLER"), ("Ozoliņš", "ozolins"), ("“x”  –\u00a0y", '"x" - y'), ("Łódź", "lodz"), ("Þóra", "thora")],
)
def test_fold(a: str, b: str) -> None:
    assert fold(a) == b.casefold()


@given(st.text())
def test_lines_join_to_the_text(text: str) -> None:
    assert "".join(span.of(text) for span in lines(text)) == text


@given(st.text(), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=5))
def test_blank_and_plain_keep_every_place(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), min(max(pair), len(text))) for pair in pairs]
    assert len(blank(text, spans)) == len(text) == len(plain(text))


def test_rare_looks_as_compile_does() -> None:
    found = rare("b+", re.IGNORECASE)
    assert (found.pattern, found.sub("-", "aBbc"), found.findall("bab")) == ("b+", "a-c", ["b", "b"])


def test_every_rare_pattern_can_be_compiled() -> None:
    names = [
        module.name for module in walk_packages(refcli.__path__, "refcli.") if not module.name.endswith("__main__")
    ]
    patterns = [
        value for name in names for value in vars(import_module(name)).values() if isinstance(value, type(rare("")))
    ]
    assert patterns
    for value in patterns:
        re.compile(value.pattern, value.flags)
