"""What entries show of their list's style, and what most of them share."""

from refcli.parsing.labelling.habits import common, habits
from refcli.parsing.types import Segment

APA = [
    Segment("author", "Reid, A."),
    Segment("other", " ("),
    Segment("date", "2004"),
    Segment("other", "). "),
    Segment("title", "Ports"),
]
NOTE = [Segment("author", "Anna Reid"), Segment("other", ", “"), Segment("title", "Ports"), Segment("other", ",” "), Segment("date", "2004")]  # fmt: skip


def test_what_an_entry_shows() -> None:
    assert habits(APA) == ("date<title", "date=1", "title=plain", "names=inverted", "behind-author=(")
    assert habits(NOTE) == ("title<date", "date=last", "title=quoted", "names=straight", "behind-author=, ")


def test_a_body_shows_no_order_of_names() -> None:
    assert "names" not in " ".join(
        habits([Segment("author", "Ministry of Defence"), Segment("other", ". "), Segment("title", "Ports")])
    )


def test_most_must_share_a_habit_and_few_have_none() -> None:
    assert common([habits(APA)] * 2) == ()
    assert "names=inverted" in common([*[habits(APA)] * 4, habits(NOTE)])
    assert common([*[habits(APA)] * 3, *[habits(NOTE)] * 3]) == ()
