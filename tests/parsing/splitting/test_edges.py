"""How entries begin and end, and what alphabetical order says of a line."""

from __future__ import annotations

import pytest

from refcli.parsing.splitting.edges import closing, opening, unclosed
from refcli.parsing.splitting.order import order_evidence


@pytest.mark.parametrize(
    "words",
    [
        "Smith, J. B. (2004).", "Smith, John. 2004.", "Smith JB, Doe A.", "J. B. Smith,", "de la Cruz, M. (2001)", "al-Rashid, O. 2003.",
        "World Bank. 2004. Report", "Ministry of Defence (2004)", "———. 2005.", "---. Title.", "John Smith, “A title”", "O’Malley, P. 2001.",
        "Ахметов Д. К. Реформа", "Özdemir, Ş., & Kaya, M. (2010).", "*Guardian*. 2004. “Title.”", "van der Spuy, J. (2016).",
    ],
)  # fmt: skip
def test_beginnings(words: str) -> None:
    assert opening(words) >= 1.0


@pytest.mark.parametrize(
    "words",
    [
        "and Banking pp. 151–162.",
        "https://example.org/a",
        "Accessed May 4, 2012.",
        "12(3), 201-219.",
        "(2004).",
        "May 3, 2012.",
        "",
        "of the Council.",
    ],
)
def test_insides(words: str) -> None:
    assert opening(words) <= 0.0


@pytest.mark.parametrize(
    "words", ["pp. 12–19.", "Oslo: Fjordland.", "https://example.org/a.pdf", "(accessed 3 May 2012)", "2011"]
)
def test_ends(words: str) -> None:
    assert closing(words) > 0


@pytest.mark.parametrize(
    "words",
    ["and the", "Smith, J.,", "Journal of", "vol.", "12-", "Cape Town:", "Kadner and K.", "see https://example.org/a-"],
)
def test_no_ends(words: str) -> None:
    assert closing(words) <= 0


def test_open_brackets_and_quotation_marks() -> None:
    assert unclosed("(Oslo: Fjord")
    assert unclosed("“A title that")
    assert not unclosed("“A title” (Oslo)")


def test_sorted_beginnings_say_where_others_belong() -> None:
    words = ["Adams, B.", "Economic Policy 4", "Baker, C.", "Carter, D.", "Cole, E.", "Dunn, F."]
    assert order_evidence(words, [2.0, 0.0, 2.0, 2.0, 0.0, 2.0])[1] < 0
    assert order_evidence(words, [2.0, 0.0, 2.0, 2.0, 0.0, 2.0])[4] > 0
    assert order_evidence(words[::-1], [2.0] * 6) == [0.0] * 6
