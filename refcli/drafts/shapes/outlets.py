"""RFE/RL Newsline wrote on April 17; a 2016 RAND report; Human Rights Watch data -> mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from refcli.data.loader import table
from refcli.data.outlets import find_outlet
from refcli.drafts.lexicon import body_leads, lead, months, words_of
from refcli.drafts.linking import dated, resolve
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Link, Mention, Unknown
from refcli.drafts.words import Word
from refcli.text import Span, fold

_WHEN = re.compile(
    r"\s*,?\s*(?:on\s+|in\s+|of\s+)?(?:(?P<m1>[^\W\d_]{3,9})\.?\s+(?P<d1>\d{1,2})|(?P<d2>\d{1,2})\s+(?P<m2>[^\W\d_]{3,9}))\b(?:,?\s+(?P<year>\d{4}))?"
)
_LONGEST = 9


def find(scene: Scene) -> Iterator[Mention]:
    """Bodies and outlets that are named as the source of something."""
    words = scene.prose.words
    i = 0
    while i < len(words):
        length = _named(scene, words, i) if words[i].capital or words[i].text[0].isdecimal() else 0
        if length:
            mention = _mention(scene, words, i, i + length)
            if mention is not None:
                yield mention
        i += max(length, 1)


def name_key(name: str) -> tuple[str, ...]:
    words = fold(name).split()
    return tuple(words[1:] if words[:1] == ["the"] else words)


def _named(scene: Scene, words: tuple[Word, ...], i: int) -> int:
    """How many words from here name a listed body or a known outlet; 0 for none."""
    return listed_at(scene, i) or _known(words, i)


def listed_at(scene: Scene, i: int) -> int:
    """How many words from here name a listed body or outlet; 0 for none."""
    words = scene.prose.words
    longest = max(scene.index.starts.get(words[i].folded, 0), scene.index.starts.get(words[i].folded.split("/")[0], 0))
    for length in range(min(longest, len(words) - i), 0, -1):
        run = words[i : i + length]
        if tuple(word.folded for word in run) in scene.index.bodies and (length > 1 or not run[0].text.islower()):
            return length
    return 0


def _known(words: tuple[Word, ...], i: int) -> int:
    if words[i].folded not in _outlet_starts():
        return 0
    for length in range(min(6, len(words) - i), 0, -1):
        run = words[i : i + length]
        if run[-1].text[0].isalnum() and find_outlet(" ".join(_plain(word) for word in run)) is not None:
            return length
    return 0


def _plain(word: Word) -> str:
    return word.text[:-2] if word.text.endswith(("’s", "'s")) else word.text


def _mention(scene: Scene, words: tuple[Word, ...], first: int, last: int) -> Mention | None:
    name = " ".join(_plain(word) for word in words[first:last])
    targets = scene.index.bodies.get(tuple(word.folded for word in words[first:last]), ())
    if not targets and (outlet := find_outlet(name)) is not None:
        targets = scene.index.bodies.get(name_key(outlet.name), ())
    span, strong, year = _attribution(scene, words, first, last)
    if span is None:
        return None
    quoted = scene.prose.quoted(words[first].start)
    if targets:
        return Mention(span, "outlet-attribution", _link(scene, targets, span, year), quoted)
    outlet = find_outlet(name)
    if outlet is None or quoted or not strong:
        return None
    if inside := scene.index.containing(name):
        return Mention(span, "outlet-attribution", _link(scene, inside, span, year))
    if not outlet.periodical and outlet.kind not in ("ngo", "think-tank"):
        return None
    return Mention(span, "outlet-attribution", Unknown(outlet.name if len(name) < 4 else name))


def _link(scene: Scene, targets: tuple[int, ...], span: Span, year: str) -> Link:
    found = scene.index.entries
    text = scene.prose.text[span.start : span.end + 40]
    when = _WHEN.search(text, max(0, span.end - span.start - 30))
    if when and (month := months().get(fold(when["m1"] or when["m2"] or ""), 0)):
        targets = dated(found, targets, month, int(when["d1"] or when["d2"]))
    if year:
        return resolve(scene.index, targets, (year,))
    return resolve(scene.index, targets, (), scene.prose.text[max(0, span.start - 60) : span.end + 60])


def _attribution(scene: Scene, words: tuple[Word, ...], first: int, last: int) -> tuple[Span | None, bool, str]:
    """The stretch of the attribution, whether the cue is a strong one, and a year that goes with it."""
    start, end = words[first].start, words[last - 1].end
    begin = _lead(words, first)
    verb = _verb(words, last)
    noun = _noun(words, last)
    year = _year_before(words, first)
    if begin < first:
        return Span(words[begin].start, end), True, year
    if verb:
        stop = words[verb - 1].end
        when = _WHEN.match(scene.prose.text, stop)
        told = bool(when and months().get(fold(when["m1"] or when["m2"] or ""), 0))
        return (
            Span(start, when.end() if when and told else stop),
            told or words[verb - 1].folded in ("reported", "reports", "wrote", "writes"),
            year,
        )
    if noun:
        start = (
            next((word.start for word in words[max(0, first - 2) : first] if word.text == year), start)
            if year
            else start
        )
        return Span(start, words[noun - 1].end), bool(year), year
    return None, False, ""


def _year_before(words: tuple[Word, ...], first: int) -> str:
    """The year of "a 2016 RAND report" or "In a 2016 report, the RAND Corporation found"; "" without one."""
    near = words[max(0, first - 6) : first]
    for i, word in enumerate(near):
        close = i >= len(near) - 2 or any(other.folded in words_of("body_nouns") for other in near[i + 1 :])
        if re.fullmatch(r"(?:19|20)\d\d", word.text) and close and not any(other.text in ".;:" for other in near[i:]):
            return word.text
    return ""


def _lead(words: tuple[Word, ...], first: int) -> int:
    at = first - 1 if first and words[first - 1].folded == "the" else first
    start = lead(words, at, body_leads())
    return start if start < at else first


def _verb(words: tuple[Word, ...], last: int) -> int:
    i = last
    while i < min(last + 2, len(words)) and words[i].folded in (
        "also",
        "has",
        "have",
        "recently",
        "already",
        "later",
        "first",
    ):
        i += 1
    return i + 1 if i < len(words) and words[i].folded in words_of("body_verbs") and not words[i].capital else 0


def _noun(words: tuple[Word, ...], last: int) -> int:
    for j in range(last, min(last + 3, len(words))):
        if words[j].folded in words_of("body_nouns"):
            return j + 1
        if not words[j].text[0].isalnum() or words[j].capital:
            return 0
    return 0


@cache
def _outlet_starts() -> frozenset[str]:
    names = (name for row in table("outlets") for name in (row["name"], *row.get("aliases", ())))
    return frozenset(fold(name).removeprefix("the ").split()[0] for name in names) | {"the"}
