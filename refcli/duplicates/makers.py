"""Two lists of authors -> how far they are the same people or bodies; order, initials and romanisation told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from refcli.data.loader import table
from refcli.data.outlets import find_outlet, outlet_key
from refcli.duplicates.titles import STOP, is_typo
from refcli.matching import name_distance, romanised
from refcli.model import Name
from refcli.text import fold

Kind: TypeAlias = Literal["none", "same", "written", "order", "fewer", "some", "bodies", "mixed", "other"]
"""How two lists relate. `written`: the same makers, otherwise written; `fewer`: one list is cut; `bodies`: the same institution."""

_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u",
})  # fmt: skip
"""Russian, Ukrainian and Belarusian letters, folded, as most romanisations have them."""
_COUNTRY = re.compile(r"(?:U\.?S\.?|U\.?K\.?|U\.?N\.?|E\.?U\.?|United States|United Nations|European|British)\s+(?=\S)")
_SHORT: Final = {
    "eu": ("european", "union"),
    "un": ("united", "nations"),
    "us": ("united", "states"),
    "uk": ("united", "kingdom"),
}
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Maker:
    """A person's family name as its romanisations share it, and the first letters of the rest; or a body's name."""

    family: str
    initials: str
    words: tuple[str, ...]
    sounds: frozenset[str] = frozenset()
    body: bool = False


def read_maker(name: Name) -> Maker:
    """A name as it compares."""
    if name.literal:
        outlet = find_outlet(name.literal) or find_outlet(_COUNTRY.sub("", name.literal))
        named = outlet.name if outlet else name.literal
        return Maker(outlet_key(named), "", tuple(_LETTERS.findall(fold(named))), body=True)
    given = _words(f"{name.given} {name.dropping_particle}".replace("-", " "))
    letters = "".join(word if len(word) <= 3 and word.upper() in name.given else word[0] for word in given)
    particles = _words(name.non_dropping_particle)
    family = _words(name.family)
    while len(family) > 1 and family[0] in _PARTICLES:
        particles.append(family.pop(0))
    words = (*particles, *family, *given)
    sounds = frozenset(_sound(word) for word in words if len(word) > 2)
    return Maker(_sound("".join(family or given)), letters, words, sounds)


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    return romanised(word)


def _words(text: str) -> list[str]:
    return _LETTERS.findall(fold(text).translate(_CYRILLIC))


_PARTICLES: Final = frozenset(table("particles")["kept"]) - {"st", "saint", "te", "mac", "y", "e"}


def relate_makers(one: Sequence[Maker], other: Sequence[Maker]) -> Kind:
    """How two lists relate; symmetric."""
    if not one or not other:
        return "none"
    if one[0].body != other[0].body:
        return "mixed"
    if one[0].body:
        return "bodies" if any(same_body(a, b) for a in one for b in other) else "other"
    if tuple(one) == tuple(other):
        return "same"
    return _persons(one, other)


def _persons(one: Sequence[Maker], other: Sequence[Maker]) -> Kind:
    short, long = sorted((one, other), key=len)
    left = list(long)
    hits = 0
    for maker in short:
        twin = next((candidate for candidate in left if same_maker(maker, candidate)), None)
        if twin is not None:
            left.remove(twin)
            hits += 1
    first = same_maker(one[0], other[0])
    if hits == len(short) == len(long):
        return "written" if first else "order"
    if hits == len(short) and (first or hits > 1):
        return "fewer"
    if hits >= max(1, len(short) - 1 - len(short) // 4) and (first or hits > 1):
        return "some"
    return "some" if first and hits * 2 >= len(short) else "other"


def same_maker(one: Maker, other: Maker) -> bool:
    """One person: the family name equal, romanised otherwise or mistyped, the initials not at odds; or the names swapped."""
    if one.family == other.family or is_typo(one.family, other.family) or _misheard(one, other):
        return not one.initials or not other.initials or one.initials[0] == other.initials[0] or _within(one, other)
    return _within(one, other)


def _misheard(one: Maker, other: Maker) -> bool:
    """The same given name, and long family names two letters apart ("Piotr Kowalczyk", "Piotr Kovalchyk")."""
    given, same = one.words[-1:], one.words[-1:] == other.words[-1:]
    return (
        same
        and len(given[0]) > 2
        and min(len(one.family), len(other.family)) >= 6
        and name_distance(one.family, other.family, 2) <= 2
    )


def _within(one: Maker, other: Maker) -> bool:
    """The parts of one name stand in the other, in whatever order ("Marshall, Austin R" and "Austin, R. M.")."""
    first, second = one.sounds, other.sounds
    return bool(first and second) and (first <= second or second <= first)


def same_body(one: Maker, other: Maker) -> bool:
    """One body: the same name, its letters ("UNDP"), or one name within the other."""
    if one.family == other.family or is_typo(one.family, other.family):
        return True
    short, long = sorted((one, other), key=lambda maker: len(maker.family))
    capitals = "".join(word[0] for word in long.words if word not in STOP)
    if len(short.family) >= 2 and short.family == capitals:
        return True
    inner, outer = (frozenset(_spelled_out(maker.words)) - STOP for maker in (short, long))
    return (len(inner) >= 2 and inner <= outer) or (len(outer) >= 2 and outer <= inner)


def _spelled_out(words: Sequence[str]) -> Iterator[str]:
    """ "Council of the EU" is that of the European Union."""
    for word in words:
        yield from _SHORT.get(word, (word,))
