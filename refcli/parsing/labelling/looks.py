"""Word -> what can be said of it without its neighbours; computed once a word and kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from refcli.data.loader import table
from refcli.text import fold


class Look:
    """A word as the model sees it: `own` attributes, what neighbours see of it (`near`), and a `brief` for pairs."""

    __slots__ = (
        "after", "before", "brief", "folded", "is_word", "number", "own", "shape", "small", "two_before", "two_behind", "year",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        text = _LIKE.get(text, text)
        folded = fold(text)
        self.folded = folded
        self.shape = shape = _shape(text)
        self.is_word = text[0].isalnum()
        self.number, self.small = shape[0] in "dyo", shape in ("xx", "x")
        kinds = _kinds(folded)
        word = "#" * len(text) if text.isdecimal() and len(text) > 2 else folded[:20]
        self.year = shape == "year"
        self.brief = kinds[0] if kinds else shape if self.is_word else text[0]
        self.own = ["b", "w:" + word, "s:" + shape]
        if text.isalpha():
            self.own += ["p:" + folded[:3], "q:" + folded[-3:], "q2:" + folded[-2:], "p4:" + folded[:4]]
        self.own += ["k:" + kind for kind in kinds]
        near = [word, *(kinds[:1] or ([shape] if self.is_word else []))]
        self.before = tuple("-1:" + item for item in near)
        self.after = tuple("+1:" + item for item in near)
        self.two_before, self.two_behind = "-2w:" + folded[:12], "+2w:" + folded[:12]


_LIKE = {"‹": "“", "›": "”"}
"""Rare signs, seen as common ones."""


@lru_cache(maxsize=20_000)
def look(text: str) -> Look:
    """The look of a word."""
    return Look(text)


def _shape(text: str) -> str:
    if text.isdecimal():
        if len(text) == 4 and "1500" <= text <= "2099":
            return "year"
        return "day" if len(text) <= 2 and 1 <= int(text) <= 31 else f"d{min(len(text), 6)}"
    if not text[0].isalnum():
        return "sign"
    if "://" in text or text.startswith(("www.", "10.")):
        return "address"
    return _word_shape(text)


def _word_shape(text: str) -> str:
    if text[0].isdecimal():
        return "yeara" if len(text) == 5 and text[:4].isdecimal() else "ordinal"
    if len(text) == 1:
        return "X" if text.isupper() else "x"
    if text.isupper():
        return f"X{min(len(text), 5)}"
    if text[0].isupper():
        return "Xx" if text[1:].islower() else "XxX"
    if text.islower():
        return "xx"
    return "xX" if text[0].islower() else "cjk"


@cache
def _words() -> Mapping[str, str]:
    """Folded word -> the table that has it."""
    found: dict[str, str] = {}
    for months in table("months").values():
        found |= {word: "season" if number > 20 else "month" for word, number in months.items()}
    found |= dict.fromkeys(table("institutions")["also"], "bodyish")
    found |= dict.fromkeys(table("institutions")["words"], "body")
    found |= dict.fromkeys(table("publishers")["words"], "pub")
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
