"""Tokens -> what the sequence model sees of each: its own look, its neighbours', its place, what tables know of it.

The looks of a word are computed once and kept; the rest is one pass over the entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from refcli.data.loader import table
from refcli.data.outlets import outlet_key, outlet_names, outlet_starts
from refcli.parsing.tokens import Token
from refcli.text import fold

_OPEN = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "*": "*", "_": "_"}
_LONGEST_NAME = 8


def features(tokens: Sequence[Token]) -> list[list[str]]:
    """For each token the attributes that hold of it, in the notation of the model (plain strings)."""
    looks = [_look(token.text) for token in tokens]
    known, quoted, nested = _gazetteer(tokens), _quoted(tokens), _nested(tokens)
    last = len(tokens) - 1
    out: list[list[str]] = []
    years = 0
    for i, look in enumerate(looks):
        row = list(look.own)
        row += looks[i - 1].before if i else ("-1:BOS",)
        row += looks[i + 1].after if i < last else ("+1:EOS",)
        if i > 1:
            row.append("-2:" + looks[i - 2].brief)
        if i < last - 1:
            row.append("+2:" + looks[i + 2].brief)
        if i:
            row.append(f"{looks[i - 1].brief}|{look.brief}")
        if i < last:
            row.append(f"{look.brief}|{looks[i + 1].brief}>")
        row += ("at:" + _tenth(i, last), "seen:" + str(min(years, 2)))
        row += known[i], quoted[i], nested[i]
        if i and tokens[i - 1].end == tokens[i].start:
            row.append("glued")
        years += look.year
        out.append(row)
    return out


class _Look:
    """What can be said of a word without its neighbours."""

    __slots__ = ("after", "before", "brief", "own", "year")

    def __init__(self, text: str) -> None:
        folded = fold(text)
        shape = _shape(text)
        kinds = _kinds(folded)
        word = "#" * len(text) if text.isdecimal() and len(text) > 2 else folded[:20]
        self.year = shape == "year"
        self.brief = kinds[0] if kinds else shape if text[0].isalnum() else text[0]
        self.own = ["b", "w:" + word, "s:" + shape]
        if text.isalpha():
            self.own += ["p:" + folded[:3], "q:" + folded[-3:]]
        self.own += ["k:" + kind for kind in kinds]
        near = ["w:" + word, "s:" + shape, *("k:" + kind for kind in kinds)]
        self.before = tuple("-1:" + item for item in near)
        self.after = tuple("+1:" + item for item in near)


@lru_cache(maxsize=20_000)
def _look(text: str) -> _Look:
    return _Look(text)


def _shape(text: str) -> str:
    if text.isdecimal():
        if len(text) == 4 and "1500" <= text <= "2099":
            return "year"
        return "day" if len(text) <= 2 and 1 <= int(text) <= 31 else f"d{min(len(text), 5)}"
    if not text[0].isalnum():
        return "sign"
    if "://" in text or text.startswith(("www.", "10.")):
        return "address"
    return _word_shape(text)


def _word_shape(text: str) -> str:
    if not text.isalpha() and any(char.isdecimal() for char in text):
        return "mixed" if text[0].isalpha() else "ordinal"
    if len(text) == 1:
        return "X" if text.isupper() else "x"
    if text.isupper():
        return "XX" if len(text) < 5 else "XXXXX"
    if text[0].isupper():
        return "Xx" if text[1:].islower() else "XxX"
    return "x" + ("x" if text.islower() else "X")


@cache
def _words() -> Mapping[str, str]:
    """Folded word -> the table that has it."""
    found: dict[str, str] = {}
    for months in table("months").values():
        found |= {word: "season" if number > 20 else "month" for word, number in months.items()}
    found |= dict.fromkeys(table("institutions")["words"], "body")
    found |= dict.fromkeys(table("particles")["kept"], "particle")
    found |= dict.fromkeys(table("honorifics")["short"], "title")
    for kind, words in table("reference_words").items():
        found |= dict.fromkeys(words, kind)
    return found


def _kinds(folded: str) -> list[str]:
    kind = _words().get(folded)
    given = folded in _given_names()
    return [*([kind] if kind else []), *(["given"] if given else [])]


@cache
def _given_names() -> frozenset[str]:
    return frozenset(table("given_names")["names"])


def _tenth(i: int, last: int) -> str:
    return str(i) if i < 3 else "end" if i == last else str(3 + 6 * i // (last + 1))


def _gazetteer(tokens: Sequence[Token]) -> list[str]:
    """For each token whether a name of a table covers it: the longest match from the left wins."""
    marks = ["g:-"] * len(tokens)
    starts, names = outlet_starts(), outlet_names()
    i = 0
    while i < len(tokens):
        reach = 0
        if (first := fold(tokens[i].text)) in starts or first == "the":
            key = ""
            for j in range(i, min(i + _LONGEST_NAME, len(tokens))):
                word = tokens[j].text
                if word[0].isalnum() and not (j == i and first == "the"):
                    key += outlet_key(word)
                    if key in names and (len(key) > 3 or word.isupper()):
                        reach = j + 1
        if reach:
            marks[i:reach] = ["g:B", *["g:I"] * (reach - i - 1)]
            i = reach
        else:
            i += 1
    return marks


def _quoted(tokens: Sequence[Token]) -> list[str]:
    """Which tokens stand between quotation or italics marks; a mark that is never closed opens nothing."""
    marks = ["u:-"] * len(tokens)
    closing: dict[str, list[int]] = {}
    for i, token in enumerate(tokens):
        closing.setdefault(token.text, []).append(i)
    i, found = 0, 0
    while i < len(tokens):
        end = _closed_at(closing.get(_OPEN.get(tokens[i].text, ""), ()), i)
        if end is None or _apostrophe(tokens, i):
            i += 1
            continue
        found += 1
        inside = "u:em" if tokens[i].text in "*_" else f"u:{min(found, 2)}"
        marks[i : end + 1] = ["u:(", *[inside] * (end - i - 1), "u:)"]
        i = end + 1
    if not found:
        return marks
    return [mark if mark != "u:-" else "u:out" for mark in marks]


def _closed_at(places: Sequence[int], start: int) -> int | None:
    """The first of those places behind the start; they are few, or the entry is hopeless anyway."""
    from bisect import bisect_right  # noqa: PLC0415

    index = bisect_right(places, start)
    return places[index] if index < len(places) and places[index] > start + 1 else None


def _apostrophe(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].text == "'" or (tokens[i].text == "‘" and i > 0 and tokens[i - 1].end == tokens[i].start)


def _nested(tokens: Sequence[Token]) -> list[str]:
    """In round or square brackets?"""
    marks, depth, kind = [], 0, ""
    for token in tokens:
        if token.text in "([":
            depth, kind = depth + 1, token.text
        marks.append(f"n:{kind}" if depth else "n:-")
        if token.text in ")]" and depth:
            depth -= 1
    return marks
