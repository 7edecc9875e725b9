""" ", by Jim Nichol" behind a title."""

from __future__ import annotations

import pytest

from refcli.parsing.bylines import settle_byline


@pytest.mark.parametrize(
    ("title", "notes", "settled", "left", "families"),
    [
        ("Bases in the North, by Edda Dahl", [], "Bases in the North", [], ["Dahl"]),
        ("Bases in the North, by Edda M. Dahl and Li Wen", [], "Bases in the North", [], ["Dahl", "Wen"]),
        ("“Storm over Brest,” by Ole de Vries Moe", [], "“Storm over Brest,” by Ole de Vries Moe", [], []),
        ("Bases in the North", ["updated", "by Edda Dahl"], "Bases in the North", ["updated"], ["Dahl"]),
        ("Told to a Child, by Himself", [], "Told to a Child, by Himself", [], []),
        ("Travels, by Land and Sea", [], "Travels, by Land and Sea", [], []),
        ("Led by Edda Dahl", [], "Led by Edda Dahl", [], []),
        ("Ports, by the Ministry of Fisheries", [], "Ports, by the Ministry of Fisheries", [], []),
    ],
)
def test_who_wrote_it(title: str, notes: list[str], settled: str, left: list[str], families: list[str]) -> None:
    texts, people = {"title": title}, {}
    settle_byline(texts, people, notes)
    assert (texts["title"], notes) == (settled, left)
    assert [name.family for name in people.get("author", ())] == families
