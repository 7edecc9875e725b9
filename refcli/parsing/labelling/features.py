"""Tokens -> what the sequence model sees of each: its own look, its neighbours', its place, what tables know of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from refcli.parsing.labelling.gazetteer import gazetteer
from refcli.parsing.labelling.looks import Look, look
from refcli.parsing.labelling.marks import distances, nested, quoted, runs, stretches
from refcli.parsing.labelling.patterns import patterns
from refcli.parsing.labelling.tokens import Token


def features(text: str, tokens: Sequence[Token], habits: Sequence[str] = ()) -> list[list[str]]:
    """For each token the attributes that hold of it, in the notation of the model (plain strings).

    `habits` are those of the list that the entry stands in (see `habits`), none for an entry that stands alone.
    """
    words = [token.text for token in tokens]
    looks = [look(word) for word in words]
    known = gazetteer([item.folded for item in looks], words)
    quotes, brackets = quoted(tokens), nested(tokens)
    out = _neighbours(tokens, looks)
    _stretches(tokens, looks, known, out)
    _places(looks, quotes, brackets, out)
    _known(known, patterns(text, tokens), out)
    for row, run in zip(out, runs(tokens, looks), strict=True):
        if run:
            row.append("r:" + run)
    if habits:
        _habits(looks, brackets, habits, out)
    return out


def _places(looks: Sequence[Look], quotes: Sequence[str], brackets: Sequence[str], out: list[list[str]]) -> None:
    """Where each token stands in the entry, from the numbers around it, between marks and brackets."""
    since, until = distances(looks)
    whole, years, before = _whole(looks, quotes), 0, ""
    places = zip(_tenths(len(looks)), looks, quotes, brackets, since, until, out, strict=True)
    for place, item, quote, bracket, ago, ahead, row in places:
        brief = item.brief
        more = (
            _SEEN[years], "n:" + bracket, f"u:{quote}|{brief}", f"e:{whole}|{place}", f"d-:{ago}", f"d:{ahead}|{brief}",
        )  # fmt: skip
        row.extend(more)
        if before:
            row.append("-u:" + before)
        before = quote
        if item.year and years < 2:
            years += 1


_SEEN = ("seen:0", "seen:1", "seen:2")
"""No year, one, several before the token."""


def _known(known: Sequence[str], forms: Sequence[str], out: list[list[str]]) -> None:
    """What tables and patterns say of each token and of its neighbours."""
    last = len(known) - 1
    for i, row in enumerate(out):
        row.append("g:" + known[i])
        if i:
            row.append("-g:" + known[i - 1])
        if i < last:
            row.append("+g:" + known[i + 1])
            if forms[i + 1] != "-":
                row.append("+x:" + forms[i + 1])
        if forms[i] != "-":
            row.append("x:" + forms[i])
        elif i and forms[i - 1] != "-":
            row.append("-x:" + forms[i - 1])


def _habits(looks: Sequence[Look], brackets: Sequence[str], habits: Sequence[str], out: list[list[str]]) -> None:
    stretch = 0
    for i, item in enumerate(looks):
        stretch += not item.is_word and (brackets[i] == "-" or item.folded in "()")
        row = out[i]
        for habit in habits:
            row += (f"h:{habit}|{min(stretch, 6)}", f"h:{habit}|{item.brief}")


def _neighbours(tokens: Sequence[Token], looks: Sequence[Look]) -> list[list[str]]:
    """What each token is itself, and the two before and behind it, alone and together."""
    briefs = ["^", "^", *[item.brief for item in looks], "$", "$"]
    twos = [f"{one}|{two}" for one, two in pairwise(briefs)]
    threes = [f"{two}|{three}" for two, three in zip(twos, briefs[2:], strict=False)]
    out, last = [], len(looks) - 1
    for i, item in enumerate(looks):
        row = [
            *item.own, *(looks[i - 1].before if i else ("-1:BOS",)), *(looks[i + 1].after if i < last else ("+1:EOS",)),
            twos[i + 1], twos[i + 2] + ">", threes[i + 1], threes[i] + "<", threes[i + 2] + ">",
        ]  # fmt: skip
        if i > 1:
            row.append(looks[i - 2].two_before)
        if i < last - 1:
            row.append(looks[i + 2].two_behind)
        if i and tokens[i - 1].end == tokens[i].start:
            row.append("glued:" + briefs[i + 1])
        out.append(row)
    return out


def _stretches(tokens: Sequence[Token], looks: Sequence[Look], known: Sequence[str], out: list[list[str]]) -> None:
    """Each token learns of its stretch (between commas, stops, quotation marks), and of the ones beside it."""
    found = stretches(tokens, looks, known)
    filled = [item for item in found if item.end > item.start]
    place = {id(item): i for i, item in enumerate(filled)}
    for item in found:
        number = place.get(id(item), -1)
        before = filled[number - 1] if number > 0 else None
        after = filled[number + 1] if 0 <= number < len(filled) - 1 else None
        next_two = filled[number + 2].like if 0 <= number < len(filled) - 2 else "$"
        like, before_like, after_like = item.like, before.like if before else "^", after.like if after else "$"
        stop = before.stop if before else ""
        count = f"no:{min(number, 7)}"
        common = (
            f"l1:{item.first}", f"l9:{item.last}", count, f"l-:{before_like}{stop}", f"l-1:{before.first if before else '^'}", f"l+1:{after.first if after else '$'}",
            f"l:{like}|{before_like}", f"l:{like}|{item.stop}|{after_like}", f"l:{like}|{after_like}|{next_two}", f"ah:{item.ahead}", f"bh:{item.behind}",
            f"ah:{item.ahead}|{like}", f"ab:{item.ahead}|{item.behind}",
        )  # fmt: skip
        for row, inside in zip(out[item.start : item.end], _inside(item.end - item.start, like[0]), strict=True):
            row.extend(common)
            row.append(inside)
        if item.end < len(tokens):
            out[item.end] += (
                f"e-:{like}",
                f"e+:{after_like}",
                f"e+1:{after.first if after else '$'}",
                count,
                f"eb:{item.behind}",
                f"ea:{item.ahead}",
            )


def _whole(looks: Sequence[Look], quotes: Sequence[str]) -> str:
    """The make of the whole entry: where the year stands, quotation marks, an address, pages."""
    year = next((i for i, item in enumerate(looks) if item.year), -1)
    where = "n" if year < 0 else "a" if year * 3 < len(looks) else "z"
    quote = "q" if "1" in quotes else "i" if "em" in quotes else "-"
    address = "u" if any(item.shape == "address" for item in looks) else "-"
    return where + quote + address


@lru_cache(maxsize=512)
def _inside(count: int, size: str) -> tuple[str, ...]:
    """For each of so many tokens of a stretch how near it is to both ends, and how large the stretch is."""
    return tuple(f"in:{min(i, 3)}|{min(count - i, 2)}|{size}" for i in range(count))


@lru_cache(maxsize=256)
def _tenths(count: int) -> tuple[str, ...]:
    """For each of so many tokens of an entry where it stands."""
    return tuple(str(i) if i < 3 else "end" if i == count - 1 else str(3 + 6 * i // count) for i in range(count))
