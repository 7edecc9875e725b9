"""Entries of one list that were read with confidence -> the habits of the list, by which the doubtful ones are read again.

The entries of a list share a style: where the date stands, whether the first author is inverted, how titles are marked,
what stands between author and title. A habit is a short string that the model takes as one more feature.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from refcli.parsing.fields.bodies import is_body
from refcli.parsing.types import Segment

_CORE = ("author", "date", "title", "container", "publisher", "place", "pages", "url")
_ENOUGH = 3
_SHARE = 0.6


def habits(segments: Sequence[Segment]) -> tuple[str, ...]:
    """What one entry shows of its list's style; a part that it does not have shows nothing."""
    labels = [segment.label for segment in segments]
    found = []
    if "date" in labels and "title" in labels:
        found.append("date<title" if labels.index("date") < labels.index("title") else "title<date")
        core = [label for label in labels if label in _CORE]
        found.append("date=" + ("last" if core[-1] == "date" else str(min(core.index("date"), 3))))
    if "title" in labels:
        found.append("title=" + _mark(segments, labels.index("title")))
    if "author" in labels:
        found += _authors(segments, labels.index("author"))
    return tuple(found)


def _mark(segments: Sequence[Segment], at: int) -> str:
    before = segments[at - 1].text.rstrip()[-1:] if at and segments[at - 1].label == "other" else ""
    return "quoted" if before and before in "“\"«„‘'" else "italic" if before and before in "*_" else "plain"


def _authors(segments: Sequence[Segment], at: int) -> list[str]:
    words = segments[at].text
    behind = segments[at + 1].text.strip()[:2] if at + 1 < len(segments) and segments[at + 1].label == "other" else ""
    first, comma, _ = words.partition(",")
    order = [] if is_body(words) else ["names=" + ("inverted" if comma and len(first.split()) < 3 else "straight")]
    return [*order, "behind-author=" + behind]


def common(each: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The habits that most of the entries share; none of a list that is too short or too mixed."""
    shown: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for found in each:
        shown.update(found)
        asked.update({_about(habit) for habit in found})
    return tuple(sorted(habit for habit, n in shown.items() if n >= _ENOUGH and n >= _SHARE * asked[_about(habit)]))


def _about(habit: str) -> str:
    return habit.partition("=")[0] if "=" in habit else "order"
