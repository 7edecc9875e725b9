"""Tokens -> which of them a table knows: outlets by kind, bodies, publishers, places; the longest name from the left wins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from refcli.data.loader import table
from refcli.data.outlets import find_outlet, outlet_names, outlet_starts

_LONGEST = 9
_SHORTEST = 3
_KINDS = {
    "newspaper": "news", "wire": "news", "broadcaster": "news", "website": "news", "magazine": "magazine", "newsletter": "newsletter",
    "journal": "journal", "publisher": "publisher",
}  # fmt: skip


def gazetteer(folded: Sequence[str], written: Sequence[str]) -> list[str]:
    """For each token "-" or B (first) or I and what the table says: "B:news", "I:news"."""
    marks = ["-"] * len(folded)
    starts, small_starts = outlet_starts(), _starts()
    i, count = 0, len(folded)
    while i < count:
        reach, kind = _longest(folded, written, i) if folded[i] in starts or folded[i] in small_starts else (0, "")
        if reach:
            marks[i] = "B:" + kind
            for j in range(i + 1, reach):
                marks[j] = "I:" + kind
        i = reach or i + 1
    return marks


def _longest(folded: Sequence[str], written: Sequence[str], start: int) -> tuple[int, str]:
    """Where the longest name that begins here ends (0 for none), and what it names."""
    places, names = _places(), outlet_names()
    reach, kind, key = 0, "", ""
    for j in range(start, min(start + _LONGEST, len(folded))):
        word = folded[j]
        if not word[:1].isalnum():
            continue
        key += word if word.isalnum() else "".join(char for char in word if char.isalnum())
        if (key in places or key in names) and (len(key) > _SHORTEST or written[j].isupper()):
            reach, kind = j + 1, places.get(key, "")
    return (reach, kind or _kind(" ".join(written[start:reach]))) if reach else (0, "")


def _kind(words: str) -> str:
    outlet = find_outlet(words)
    return "some" if outlet is None else _KINDS.get(outlet.kind, "body")


@cache
def _places() -> Mapping[str, str]:
    """Letters and digits of a place or publishing house -> what it is."""
    places, publishers = table("places"), table("publishers")
    groups = (
        ("state", places["states"]),
        ("country", places["countries"]),
        ("city", places["cities"]),
        ("publisher", publishers["names"]),
    )
    return {"".join(char for char in name if char.isalnum()): kind for kind, names in groups for name in names}


@cache
def _starts() -> frozenset[str]:
    places, publishers = table("places"), table("publishers")
    names = (*places["states"], *places["countries"], *places["cities"], *publishers["names"])
    return frozenset(name.replace(".", " ").replace("-", " ").replace(",", " ").split()[0] for name in names)
