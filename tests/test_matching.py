"""Same name, same person, same work: tables."""

import pytest

from refcli.matching import is_transliteration, name_distance, same_outlet, same_person
from refcli.model import Name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nazarbaev", "Nazarbayev"),
        ("Kunanbaev", "Qunanbayev"),
        ("Dmitry", "Dmitri"),
        ("Khrushchev", "Hrushchev"),
        ("Shcherbakova", "Ščerbakova"),
        ("Fedorov", "Fyodorov"),
        ("Soloviev", "Solovyov"),
        ("Julija", "Yuliya"),
    ],
)
def test_transliterations(one: str, other: str) -> None:
    assert is_transliteration(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Yermukonov", "Yermukanov"), ("Khan", "Kahn"), ("Ermackov", "Ermakov"), ("Smith", "Smith")]
)
def test_other_differences_are_none(one: str, other: str) -> None:
    assert not is_transliteration(one, other)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("Yermukonov", "Yermukanov", 1), ("abc", "acb", 1), ("Weitz", "weitz", 0), ("a", "bcdefg", 4)],
)
def test_distance(one: str, other: str, distance: int) -> None:
    assert name_distance(one, other) == distance == name_distance(other, one)


def test_same_person() -> None:
    assert same_person(Name("Nazarbayev", "N. A."), Name("Nazarbaev", "Nursultan"))
    assert not same_person(Name("Blank", "Stephen"), Name("Blank", "Anna"))


def test_same_outlet() -> None:
    assert same_outlet("Cacianalyst", "Central Asia-Caucasus Analyst")
    assert not same_outlet("RFE/RL", "RFE/RL Newsline")
