"""Title -> the words it is compared by; two titles -> how they relate: same, shortened, misspelled, renumbered, other."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from refcli.data.loader import table
from refcli.matching import distance
from refcli.text import fold

Kind: TypeAlias = Literal[
    "none", "same", "spelling", "slip", "shorter", "within", "inserted", "changed", "numbers", "marked", "other"
]
"""How two titles relate. `slip`: a letter or two, perhaps another word ("Iran", "Iraq"); `numbers`: another part, year or volume; `marked`: one is a reply, erratum, summary ... of the other."""

_TAG = re.compile(r"</?[a-z]{1,6}\b[^<>]{0,80}>", re.IGNORECASE)
_NOTE = re.compile(r"\s*\[[^\[\]]*\]?\s*$")
_REMARK = re.compile(
    r"\s*\((?:provisional abstract|structured abstract|abstract|author'?s transl|letter|editorial|meeting abstract|epub|online|pdf|in [a-z]+)\b[^()]*\)\s*$"
)
_ACRONYM = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d)")
_WORD = re.compile(r"[^\W_]+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\Z")
_SUBTITLE = re.compile(r"\s*(?:: | [-=/] |[.?!] |; )")

_TABLE: Final = table("title_words")
STOP: Final = frozenset(_TABLE["stop"])
"""Words that a shortened or retyped title loses without becoming another one."""
_MARKS: Final = frozenset(_TABLE["marks"])
_BEFORE: Final = _MARKS | frozenset(_TABLE["before"])
_COUNTERS: Final = frozenset(("volume", "vol", "issue", "number", "no", "nr"))
_COUNTED: Final = frozenset(_TABLE["counted"])
_NUMBERS: Final = {word: str(number) for word, number in _TABLE["numbers"].items()}
_RUBRIC = re.compile(rf"(?:{'|'.join(map(re.escape, _TABLE['rubrics']))})\s*[:|]\s+(?=\w+\W+\w)")
_SYNONYMS: Final = _TABLE["synonyms"]
_LONE: Final = {"i": "1", "v": "5", "x": "10", "a": "1", "b": "2", "c": "3", "d": "4", "e": "5"}
_GREEK: Final = str.maketrans({
    "α": "alpha ", "β": "beta ", "γ": "gamma ", "δ": "delta ", "ε": "epsilon ", "κ": "kappa ", "λ": "lambda ", "μ": "mu ", "σ": "sigma ", "ω": "omega ",
})  # fmt: skip
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-/]+\s*(\d\d)\b(?!\s*[-/])")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it compares. `key` is all its letters and digits, `words` those that matter, `main` how many stand before the subtitle."""

    key: str
    words: tuple[str, ...]
    main: int
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two titles relate, how many words they share, and the words that only one has."""

    kind: Kind
    shared: int = 0
    extra: frozenset[str] = frozenset()


def read_title(text: str) -> Title:
    """The title without markup and cataloguers' notes ("[Review] [45 refs]", "(Provisional abstract)")."""
    text = _without_notes(fold(_TAG.sub("", html.unescape(text))))
    text = _RUBRIC.sub("", text, count=1) if _RUBRIC.match(text) else text
    text = _YEARS.sub(lambda match: f"{match[1]} {match[1][:2]}{match[2]}", text)
    words = tuple(_words(text))
    cut = _SUBTITLE.search(text)
    telling = tuple(word for word in words if word not in STOP) or words
    main = sum(word not in STOP for word in _words(text[: cut.start()])) if cut else len(telling)
    return Title("".join(words), telling, main, _numbers(words))


def read_words(text: str) -> frozenset[str]:
    """The words of any text as titles have them."""
    return frozenset(_words(fold(text)))


def _without_notes(text: str) -> str:
    text = text.strip()
    if text.startswith("[") and text.rstrip(".").endswith("]") and text.count("[") == 1:
        return text.strip("[].")
    while (shorter := _REMARK.sub("", _NOTE.sub("", text.rstrip(". ")))) != text and shorter:
        text = shorter
    return text


def _words(text: str) -> Iterator[str]:
    """The words; acronyms without their stops, numbers in digits ("Part II", "Part B", "second" and "2nd" are 2)."""
    text = _ACRONYM.sub(lambda match: match[0].replace(".", ""), text.replace("'", "").translate(_GREEK))
    found = _WORD.findall(_THOUSANDS.sub("", text))
    for i, word in enumerate(found):
        ordinal = _ORDINAL.match(word)
        lone = i and word in _LONE and found[i - 1] in _COUNTED
        yield ordinal[1] if ordinal else _LONE[word] if lone else _NUMBERS.get(word, _SYNONYMS.get(word, word))


def _numbers(words: tuple[str, ...]) -> frozenset[str]:
    """Numbers that tell works apart; the one of "a first look" does not."""
    counted = {word for last, word in pairwise(("", *words)) if word != "1" or last in _COUNTED}
    return frozenset(word.lstrip("0") or "0" for word in counted if word.isdecimal())


def quantities(title: Title) -> frozenset[str]:
    """Numbers that count what follows ("40 countries"), and tell no works apart: no years, no volumes, none at the end."""
    triples = zip(("", *title.words), title.words, title.words[1:], strict=False)
    return frozenset(
        word for last, word, following in triples
        if word.isdecimal() and len(word) < 4 and last not in _COUNTED and not following.isdecimal()
    )  # fmt: skip


def relate(one: Title, other: Title) -> Relation:
    """How two titles relate; symmetric."""
    if not one.key or not other.key:
        return Relation("none")
    if one.key == other.key:
        return Relation("same", len(one.words))
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return Relation("numbers", extra=one.numbers ^ other.numbers)
    left, right, typos = _differences(one, other)
    shared = len(one.words) - len(left) - typos
    if not left and not right:
        return Relation("spelling", shared + typos) if typos else Relation("same", shared)
    if left and right:
        return _both_differ(one, other, (left, right), shared + typos)
    return _one_is_longer(one, other, frozenset(left or right), shared + typos)


def _differences(one: Title, other: Title) -> tuple[list[str], list[str], int]:
    """Words that only one title has, typing errors and joined words paired off; and how many were."""
    left = list((Counter(one.words) - Counter(other.words)).elements())
    right = list((Counter(other.words) - Counter(one.words)).elements())
    if left and right and _run_together(left, right):
        return [], [], 1
    typos = 0
    for word in list(left):
        twin = next((other_word for other_word in right if is_typo(word, other_word)), None)
        if twin is not None:
            left.remove(word)
            right.remove(twin)
            typos += 1
    return left, right, typos


def _run_together(left: list[str], right: list[str]) -> bool:
    """The same letters with the space elsewhere or mistyped ("breast cancer", "breastncancer"), or a small word mistyped ("up", "p")."""
    one, other = "".join(left), "".join(right)
    if len(left) != len(right):
        return one == other or (
            min(len(one), len(other)) >= 8 and _digits(one) == _digits(other) and distance(one, other, 1) <= 1
        )
    return one == other or (
        len(left) == 1
        and {len(one), len(other)} == {1, 2}
        and one.isalpha()
        and other.isalpha()
        and bool({*one} & {*other})
    )


def _both_differ(one: Title, other: Title, extras: tuple[list[str], list[str]], shared: int) -> Relation:
    left, right = extras
    extra = frozenset((*left, *right))
    if shared >= 2 and abs(len(one.key) - len(other.key)) <= 2 and distance(one.key, other.key, 2) <= 2:
        return Relation("slip", shared, extra)
    if extra & _MARKS and shared >= 2:
        return Relation("marked", shared, extra)
    if _cut_off(one.key, other.key):
        return Relation("shorter", shared)
    fewer = min(len(left), len(right))
    alike = shared >= 6 * fewer and max(len(left), len(right)) <= max(2, shared // 3)
    return Relation("changed" if alike else "other", shared, extra)


def _cut_off(one: str, other: str) -> bool:
    """One is the beginning of the other, cut in the middle of a word, perhaps with a typing error."""
    short, long = sorted((one, other), key=len)
    if len(short) < 24 or len(long) < len(short) + 3:
        return False
    return long.startswith(short) or distance(short, long[: len(short)], 2) <= 2


def _one_is_longer(one: Title, other: Title, extra: frozenset[str], shared: int) -> Relation:
    short, long = sorted((one, other), key=lambda title: len(title.words))
    if extra <= _COUNTERS and any(word.isdecimal() for word in long.words):
        return Relation("same", shared)
    if extra & _MARKS and len(extra) <= 4:
        return Relation("marked", shared, extra)
    if long.words[: len(short.words)] == short.words or long.key.startswith(short.key) or _cut_off(one.key, other.key):
        return Relation("shorter", shared, extra)
    if shared >= 3 and _holds(long.words, short.words):
        return Relation("marked" if extra & _BEFORE else "within", shared, extra)
    if 0 < long.main < len(long.words) and long.words[long.main :] == short.words:
        return Relation("within", shared, extra)
    return Relation("inserted" if shared >= 2 * len(extra) else "other", shared, extra)


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(1, len(long) - len(short) + 1))


@lru_cache(maxsize=1 << 16)
def is_typo(one: str, other: str) -> bool:
    """One long word typed in two ways; numbers, and words too short to tell from others, never are."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 2:
        return False
    if len(short) == len(long) > 2 and one[0] == other[0] and sorted(one) == sorted(other):
        return True
    if len(short) < 4 or len(short) + len(long) < 9 or (len(short) == 4 and one[0] != other[0]):
        return False
    most = 2 if len(short) >= 9 and one[0] == other[0] else 1
    return len(set(one) ^ set(other)) <= 4 and _digits(one) == _digits(other) and distance(one, other, most) <= most


def _digits(word: str) -> str:
    return "" if word.isalpha() else "".join(filter(str.isdecimal, word))
