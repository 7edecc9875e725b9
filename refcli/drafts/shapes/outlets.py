"""RFE/RL Newsline wrote on April 17; a 2016 RAND report; Human Rights Watch data -> mentions of listed or known bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.data.outlets import find_in_prose, find_outlet, outlet_words
from refcli.drafts.attribution import Attribution, attribution, when_near
from refcli.drafts.lexicon import words_of
from refcli.drafts.linking import dated, has_year, resolve
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Link, Mention, Unchecked, Unknown
from refcli.drafts.ways import makers
from refcli.drafts.words import Word
from refcli.text import fold

_SAID_IN = re.compile(r"\s+in\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
"""The year in which a body says something tells its works apart, but need not be that of any of them."""
_PUBLISHING = ("ngo", "think-tank", "igo")


def find(scene: Scene) -> Iterator[Mention]:
    """Bodies and outlets that are named as the source of something."""
    behind = 0
    for at in scene.prose.capitals:
        first = at + _article(scene, at)
        length = _named(scene, first) if first >= behind else 0
        behind = max(behind, first + length)
        mention = _mention(scene, first, first + length) if length else None
        if mention is not None:
            yield mention


def name_key(name: str) -> tuple[str, ...]:
    """The name of an outlet as the list's index has it."""
    words = fold(name).split()
    return tuple(words[1:] if words[:1] == ["the"] else words)


def bare(word: Word) -> str:
    """A word without the possessive's ending."""
    return word.text[:-2] if word.text.endswith(("’s", "'s")) else word.text


def _named(scene: Scene, i: int) -> int:
    """How many words from here name a listed body or a known outlet; 0 for none."""
    return scene.listed_at(i) or _known(scene.prose.words, i)


def _article(scene: Scene, i: int) -> int:
    """1 for a "The" in front of a listed name, which may be longer than that of a known outlet ("The Times")."""
    words = scene.prose.words
    return int(words[i].folded == "the" and i + 1 < len(words) and scene.listed_at(i + 1) > 0)


def _known(words: tuple[Word, ...], i: int) -> int:
    if words[i].folded not in outlet_words() and words[i].folded != "the":
        return 0
    the = "The " if i and words[i - 1].folded == "the" else ""
    for length in range(min(6, len(words) - i), 0, -1):
        run = words[i : i + length]
        if run[-1].text[0].isalnum() and find_in_prose(the + " ".join(bare(word) for word in run)) is not None:
            return length
    return 0


def _mention(scene: Scene, first: int, last: int) -> Mention | None:
    words = scene.prose.words[first:last]
    key = tuple(word.folded for word in words)
    outlet = find_outlet(" ".join(bare(word) for word in words))
    speaks = outlet is not None and (outlet.periodical or outlet.kind in _PUBLISHING)
    how = attribution(scene.prose, first, last, listed=speaks or key in scene.index.firm)
    if how is None:
        return None
    link = _link(scene, key, " ".join(bare(word) for word in words), how)
    quoted = scene.prose.quoted(words[0].start)
    if link is None or (isinstance(link, Unknown | Unchecked) and (quoted or scene.prose.alone(how.span))):
        return None
    return Mention(how.span, "outlet-attribution", link, quoted)


def _link(scene: Scene, key: tuple[str, ...], name: str, how: Attribution) -> Link | None:
    outlet = find_outlet(name)
    targets = scene.index.bodies.get(key, ()) or (_named_so(scene, outlet.name) if outlet else ())
    if targets:
        return _dated(scene, targets, how)
    if outlet is None or not (how.strong or (outlet.periodical and _speaks(how))):
        return None
    if inside := scene.index.containing(name):
        return _dated(scene, inside, how)
    if outlet.periodical or outlet.kind in _PUBLISHING or how.cue == "lead" or (how.cue == "noun" and how.year):
        return Unknown(outlet.name if len(name) < 4 else name)
    return Unchecked(name)


def _speaks(how: Attribution) -> bool:
    return how.cue == "verb" and how.word not in words_of("listed_body_deeds")


def _named_so(scene: Scene, name: str) -> tuple[int, ...]:
    """Entries under an outlet's full name, or its first three words or more: "London School of Economics"."""
    words = name_key(name)
    found = (scene.index.bodies.get(words[:length], ()) for length in range(len(words), min(3, len(words)) - 1, -1))
    return next((targets for targets in found if targets), ())


def _dated(scene: Scene, targets: tuple[int, ...], how: Attribution) -> Link:
    """Told apart by the day or the year of the attribution, or by a title near it."""
    when = when_near(scene.prose.text, how.span)
    if when:
        targets = dated(scene.index.entries, targets, when.month, when.day)
    if said := _SAID_IN.match(scene.prose.text, how.span.end):
        targets = tuple(i for i in targets if has_year(scene.index.entries[i], said[1])) or targets
    targets = tuple(i for i in targets if not any(name.family for name in makers(scene.index.entries[i]))) or targets
    near = scene.prose.text[max(0, how.span.start - 60) : how.span.end + 60]
    return resolve(scene.index, targets, (how.year,) if how.year else (), near)
