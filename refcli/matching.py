"""Two names, two outlets, two references -> are they the same? Folded words, initials, transliteration, edit distance."""

from __future__ import annotations

import re

from refcli.data.outlets import find_outlet, outlet_key
from refcli.model import Name, Reference
from refcli.text import fold, fold_key

# What romanisations of one name differ in, longest first: Kunanbaev and Qunanbayev, Khrushchev and Hruscov.
_ROMAN = (
    ("shch", "s"), ("sch", "s"), ("tsch", "c"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("dzh", "j"), ("kh", "h"), ("gh", "g"), ("ts", "c"),
    ("yu", "u"), ("iu", "u"), ("ju", "u"), ("ya", "a"), ("ia", "a"), ("ja", "a"), ("ye", "e"), ("ie", "e"), ("je", "e"), ("yo", "e"), ("io", "o"),
    ("ss", "s"), ("ff", "v"), ("f", "v"), ("w", "v"), ("q", "k"), ("x", "ks"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ck", "ck"), ("j", "i"), ("c", "k"), ("ph", "v"),
)  # fmt: skip


_ROMAN_KEYS = dict(_ROMAN)
_HACEKS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "Š": "Sh", "Č": "Ch", "Ž": "Zh", "ë": "e", "Ë": "E"})
"""Letters of the scientific transliteration (ISO 9), whose sounds other romanisations write with two."""
_SOUND = re.compile(
    "|".join([*sorted(_ROMAN_KEYS, key=lambda long: (-len(long), [pair[0] for pair in _ROMAN].index(long))), "."])
)


def romanised(word: str) -> str:
    """A key that the usual romanisations of one name share."""
    key = fold_key(word if word.isascii() else word.translate(_HACEKS))
    out: list[str] = []
    for match in _SOUND.finditer(key):
        sound, at = match[0], match.start()
        short = _ROMAN_KEYS.get(sound) or (_i_or_y(key, at) if sound == "y" else sound)
        if not out or out[-1] != short or (len(sound) == 1 and key[at - 1] == sound and sound not in "iy"):
            out.append(short)
    joined = "".join(out)
    return joined[:-2] + "i" if joined.endswith("ii") else joined


def _i_or_y(key: str, i: int) -> str:
    """y is an i at the end of a word and beside a vowel (Dmitry, Tolstoy); between consonants it is a letter of its own."""
    beside = key[max(0, i - 1) : i] + key[i + 1 : i + 2]
    return "i" if i == len(key) - 1 or any(char in "aeiou" for char in beside) else "y"


def is_transliteration(one: str, other: str) -> bool:
    """Two spellings of one name that differ only as romanisations do ("Nazarbaev", "Nazarbayev")."""
    return fold_key(one) != fold_key(other) and romanised(one) == romanised(other)


def name_distance(one: str, other: str, most: int = 3) -> int:
    """Letters to insert, leave out, change or swap (Damerau and Levenshtein, adjacent swaps only); `most` + 1 when more."""
    return distance(fold_key(one), fold_key(other), most)


def distance(one: str, other: str, most: int) -> int:
    """The same of letters as they stand. Only what is within reach of the diagonal is looked at (Ukkonen, 1985)."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    start = _in_common(one, other)
    one, other = one[start:], other[start:]
    end = _in_common(one[::-1], other[::-1])
    one, other = one[: len(one) - end], other[: len(other) - end]
    if not one or not other:
        return len(one) + len(other)
    older: dict[int, int] = {}
    row = {j: j for j in range(min(most, len(other)) + 1)}
    for i in range(1, len(one) + 1):
        older, row = row, _next_row((one, other), i, (older, row), most)
        if min(row.values()) > most:
            return most + 1
    return min(row.get(len(other), most + 1), most + 1)


def _in_common(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _next_row(words: tuple[str, str], i: int, rows: tuple[dict[int, int], dict[int, int]], most: int) -> dict[int, int]:
    (one, other), (older, before) = words, rows
    far = most + 1
    out = {0: i} if i <= most else {}
    for j in range(max(1, i - most), min(len(other), i + most) + 1):
        cost = min(
            before.get(j, far) + 1, out.get(j - 1, far) + 1, before.get(j - 1, far) + (one[i - 1] != other[j - 1])
        )
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            cost = min(cost, older.get(j - 2, far) + 1)
        out[j] = cost
    return out


def same_person(one: Name, other: Name) -> bool:
    """One person under two spellings: order, accents, initials and romanisation make no difference."""
    if one.literal or other.literal:
        return outlet_key(str(one)) == outlet_key(str(other))
    family = romanised(one.full_family) == romanised(other.full_family)
    return family and _same_given(one.given, other.given)


def _same_given(one: str, other: str) -> bool:
    first, second = (fold(words).replace(".", " ").replace("-", " ").split() for words in (one, other))
    pairs = zip(first, second, strict=False)
    return all(a == b or (a[0] == b[0] and 1 in (len(a), len(b))) or romanised(a) == romanised(b) for a, b in pairs)


def same_outlet(one: str, other: str) -> bool:
    """One outlet under two names ("FT", "Financial Times")."""
    if outlet_key(one) == outlet_key(other):
        return True
    first = find_outlet(one)
    return first is not None and first == find_outlet(other)


def same_work(one: Reference, other: Reference) -> bool:
    """Exactly the same work: equal words as found, or equal title, date, first author and outlet. Never a guess."""
    found = [str(reference.extra.get("custom", {}).get("asfound", "")) for reference in (one, other)]
    if found[0] and fold(found[0]) == fold(found[1]):
        return True
    return work_key(one) == work_key(other) and bool(one.get("title"))


def work_key(reference: Reference) -> tuple[str, ...]:
    """What two records of one work have in common, for looking it up: title, date, first author, outlet."""
    authors = reference.authors
    first = romanised(authors[0].full_family) if authors else ""
    outlet = find_outlet(reference.get("container-title"))
    container = outlet.name if outlet else reference.get("container-title")
    number = reference.get("number") + reference.get("volume") + reference.get("edition")
    return fold_key(reference.get("title")), str(reference.issued or ""), first, fold_key(container), fold_key(number)
