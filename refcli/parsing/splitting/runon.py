"""Words of one paragraph or note -> the references that it holds: mostly one, in the worst of lists all of them.

What ends a reference and what begins the next is weighed together (see `boundaries`), from left to right.
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from refcli.parsing.pointing.pointers import pointer, short_form
from refcli.parsing.splitting.boundaries import odds
from refcli.parsing.splitting.shape import is_prose, likeness
from refcli.text import Span, rare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_PLACE = re.compile(
    r"(?P<sign>;|(?<=[^\w\s,;])|(?<=\d))\s+(?:(?:and|&|und|y|et)\s+)?"
    r"(?=[^\W\d_a-zß-öø-ÿ]|[—–_-]{2,}|[“\"‘«*]|(?:van|von|de|del|della|di|da|dos|al|el|bin|ter|ten) [^\W\d_a-zß-öø-ÿ])"
)
"""Blanks behind a sign or a number, a semicolon with them; a capital, dashes, a quotation mark or a particle next."""
_BETWEEN = rare(
    r"(?:;|(?<=[.)”\"\d’»])(?=\s+[A-ZÀ-ÝА-Я]))\s+(?P<signal>(?:(?:but|and|und|et)\s+)?(?:see|cf|compare|accord|contra|vgl|siehe|voir|véase|см)\b[.,]?"
    r"(?:\s+(?:also|auch|aussi|generally|e\.\s?g\.),?)*\s+)|;\s+",
    re.IGNORECASE,
)
LIKELY = 0.0
"""The odds of a boundary where several references in a paragraph are nothing odd."""
SURE = 2.0
"""... and where each stands apart."""
_MOSTLY = 0.7
"""The share of boundaries of one kind (a semicolon, or none) from which on the other kind has to be surer."""
_LEAST = 120
_MOST = 4000
"""So many characters of a line are searched; no paragraph of references is longer without a break."""
SHORTEST = 25
"""Characters of a reference."""
BACK, AHEAD = 500, 300
"""So much of what lies before and of what follows is looked at."""


def run_on(words: str, most: int = _MOST, bar: float = LIKELY) -> list[Span]:
    """The references in a paragraph of at most so many characters: all of it where it is one."""

    @cache
    def asked(begin: int, place: Place) -> float:
        before = words[max(begin, place.joint - BACK) : place.joint]
        return odds(before, words[place.end : place.end + AHEAD]) if len(before) >= SHORTEST else -math.inf

    found = list(places(words)) if _LEAST < len(words) <= most else []
    cuts = _cuts(words, found, lambda begin, place: asked(begin, place) > bar)
    joined = [words[cut.start] == ";" for cut in cuts]
    if len(joined) > 1 and (habit := _habit(joined)) is not None:
        usual = {place: (words[place.start] == ";") is habit for place in found}
        cuts = _cuts(words, found, lambda begin, place: asked(begin, place) > (bar if usual[place] else bar + SURE))
    return _parts(words, [Span(0, 0), *cuts])


def _habit(joined: Sequence[bool]) -> bool | None:
    """Whether a paragraph joins its references by semicolons; None where it does now this, now that."""
    share = sum(joined) / len(joined)
    return share > 0.5 if max(share, 1 - share) >= _MOSTLY else None


def _cuts(words: str, found: Iterable[Place], parts: Callable[[int, Place], bool]) -> list[Span]:
    """What stands between two references, from left to right; a rest that is none joins the last."""
    cuts: list[Span] = []
    begin = 0
    for place in found:
        if parts(begin, place):
            cuts.append(Span(place.start, place.end))
            begin = place.end
    return cuts[:-1] if cuts and likeness(words[begin:]) < 1.0 else cuts


class Place(NamedTuple):
    """Where one reference may end and another begin: `start` to `end` would be in none; `joint` is behind the sign between them."""

    start: int
    end: int
    joint: int


def places(words: str) -> Iterator[Place]:
    """All of them in a paragraph, in order."""
    return (Place(match.start(), match.end(), match.end("sign")) for match in _PLACE.finditer(words))


def in_note(words: str) -> list[Span]:
    """The references in a note or numbered item: cut at semicolons between whole ones, and where "see also", "cf." lead to the next."""
    if not 30 < len(words) <= _MOST:
        return [Span(0, len(words))]
    cuts = []
    begin = 0
    for match in _BETWEEN.finditer(words):
        before = words[begin : match.start()]
        if match["signal"] is None:
            behind = words[match.end() : match.end() + AHEAD]
            short = _is_short(before) and _is_short(behind.partition(";")[0])
            if not (short or (_is_source(before) and odds(before + ";", behind) > LIKELY)):
                continue
        elif not (_is_source(before) and _is_source(words[match.end() : match.end() + 400])):
            continue
        begin = match.end() - len(match["signal"] or "")
        cuts.append(Span(match.start(), begin))
    return _parts(words, [Span(0, 0), *cuts])


def _parts(words: str, cuts: list[Span]) -> list[Span]:
    """What stands between the cuts."""
    ends = [cut.start for cut in cuts[1:]] + [len(words)]
    return [Span(cut.end, end) for cut, end in zip(cuts, ends, strict=True)]


def _is_short(words: str) -> bool:
    """A name, a short title in quotation marks or italics, and a place."""
    short = short_form(words.strip())
    return short is not None and bool(short["place"]) and words.strip()[short.start("title") - 1] in '“"‘«*_'


def _is_source(words: str) -> bool:
    """A reference, or words that point to one of the notes before."""
    return pointer(words) is not None or (len(words) > 20 and likeness(words) >= 1.3 and not is_prose(words))
