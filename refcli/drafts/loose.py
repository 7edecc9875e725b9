"""Bodies whose name the prose has in other words: "the New York Attorney General's office" for "Office of the Attorney General of New York"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from refcli.drafts.ways import SMALL, front_of, split_name

if TYPE_CHECKING:
    from refcli.drafts.shapes.shape import Scene

_LEAST = 3
_SHARE = 0.75
_WINDOW = 12


def loosely_named(scene: Scene, known: AbstractSet[int]) -> frozenset[int]:
    """Entries, the known ones left out, of a body of which three words in four stand together in the prose, in any order."""
    wanted = {entry.index: _content(front_of(entry)) for entry in scene.index.entries if entry.index not in known}
    wanted = {i: words for i, words in wanted.items() if len(words) >= _LEAST}
    if not wanted:
        return frozenset()
    places: defaultdict[str, list[int]] = defaultdict(list)
    interesting = frozenset().union(*wanted.values())
    for at, word in enumerate(scene.prose.words):
        if word.folded in interesting and not word.text.isupper():
            places[word.folded].append(at)
    return frozenset(i for i, words in wanted.items() if _together(places, words))


def _content(name: str) -> frozenset[str]:
    return frozenset(word for word in split_name(name) if word not in SMALL and len(word) > 2)


def _together(places: dict[str, list[int]], words: frozenset[str]) -> bool:
    """Do enough of the words stand within twelve of each other?"""
    enough = max(_LEAST, -(-len(words) * int(100 * _SHARE) // 100))
    spots = sorted((at, word) for word in words for at in places.get(word, ()))
    return any(
        len({word for at, word in spots[i : i + 2 * enough] if at - spots[i][0] < _WINDOW}) >= enough
        for i in range(len(spots))
    )
