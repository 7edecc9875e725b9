"""Prose -> the persons that it names: runs of capitalised words that end in a family name, with what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from refcli.drafts.lexicon import acting as acting_titles
from refcli.drafts.lexicon import particles as name_particles
from refcli.drafts.lexicon import titles, words_of
from refcli.drafts.listing import roman
from refcli.drafts.words import Word
from refcli.text import Span, fold

if TYPE_CHECKING:
    from refcli.drafts.shapes.shape import Scene


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the text names one: the words `first` to `last` (exclusive) of the prose. `names` has co-authors too."""

    span: Span
    first: int
    last: int
    given: str
    family: str
    names: str
    honorific: bool = False
    acting: bool = False

    @property
    def joint(self) -> bool:
        """More than one person: "Cooley and Heathershaw", "Okonkwo et al."."""
        names = f" {' '.join(self.names.split())} "
        return any(sign in names for sign in (" and ", " & ", " et ", " und ", " y ", " и "))

    @property
    def family_key(self) -> str:
        """The family name as romanisations share it."""
        return roman(self.family)


_JOINTS = frozenset(("and", "&", "et", "und", "y", "и"))
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_LONGEST = 5
_ADVERB = re.compile(r".{4}(?:al|ant|ent|ing|ed|ab|ib|ous|iv|ar|at|st)l?y\Z")


def persons(scene: Scene) -> Iterator[Person]:
    """Names of listed persons, and runs of two to four capitalised words that could name another."""
    words = scene.prose.words
    behind = 0
    for i in scene.prose.capitals:
        if i < behind or not words[i].capital or (len(words[i].text) < 2 and words[i].text not in "OÓ"):
            continue
        end = _run(words, i, scene)
        person = _person(scene, words, i, end)
        behind = end if person is None else max(person.last, i + 1)
        if person is not None:
            yield person


def _run(words: tuple[Word, ...], start: int, scene: Scene) -> int:
    """Where a run of capitalised words, initials, particles and "and" between them ends."""
    end = start + 1
    particles = name_particles()
    while end < len(words) and end - start < 14:
        word, before = words[end], words[end - 1]
        if word.paragraph:
            break
        if (
            before.text.endswith((".", "’s", "'s"))
            and len(before.text) > 3
            and fold(before.text).rstrip(".") not in titles()
        ):
            break
        joint = word.folded in _JOINTS and _name_begins(words, end + 1)
        comma = word.text == "," and (_comma_joins(words, end) or _listed_together(words, end, scene))
        small = (
            word.folded in particles
            and end + 1 < len(words)
            and (words[end + 1].capital or words[end + 1].folded in particles)
        )
        if not (word.capital or joint or small or comma or _et_al(words, end)):
            break
        end += 2 if _et_al(words, end) else 1
    return end


def _name_begins(words: tuple[Word, ...], at: int) -> bool:
    """A capitalised word, behind particles or none: "Vries", "de Vries", "van der Meulen"."""
    while at < len(words) and words[at].folded in name_particles() and not words[at].capital:
        at += 1
    return at < len(words) and words[at].capital


def _comma_joins(words: tuple[Word, ...], comma: int) -> bool:
    """ "Weitz, Blank and Cornell (2006)", "Weitz, Blank, and Cornell (2006)", "Weitz, et al."."""
    if _et_al(words, comma + 1):
        return True
    last = comma + 2 < len(words) and words[comma + 1].folded in _JOINTS and words[comma + 2].capital
    if last:
        return any(word.text == "(" for word in words[comma + 3 : comma + 6])
    return comma + 1 < len(words) and words[comma + 1].capital and _goes_on(words, comma)


def _listed_together(words: tuple[Word, ...], comma: int, scene: Scene) -> bool:
    """A comma between listed authors of one work: "Asquith, Mast and Reed would agree"."""
    if comma + 1 >= len(words) or not any(word.folded in _JOINTS for word in words[comma + 1 : comma + 4]):
        return False
    first, second = (set(scene.index.family(_bare(words[i]))) for i in (comma - 1, comma + 1))
    return bool(first & second)


def _goes_on(words: tuple[Word, ...], comma: int) -> bool:
    """A comma inside a list of authors: "Weitz, Blank and Cornell (2006)"."""
    return any(word.folded in _JOINTS for word in words[comma + 1 : comma + 6]) and any(
        word.text == "(" for word in words[comma + 1 : comma + 9]
    )


def _et_al(words: tuple[Word, ...], i: int) -> bool:
    return i + 1 < len(words) and words[i].folded == "et" and words[i + 1].folded == "al"


def _person(scene: Scene, words: tuple[Word, ...], start: int, end: int) -> Person | None:
    begin = _without_opener(scene, start, end)
    first, acting, honorific = _without_titles(words, begin, end)
    if first >= end:
        return None
    cut = next((i for i in range(first, end) if _joins(words, i)), end)
    head = words[first:cut]
    if not head or len(head) > _LONGEST or all(_INITIALS.fullmatch(word.text) for word in head):
        return None
    family = _family(scene, head, dated=_dated(words, end))
    if family is None:
        return None
    at, name = family
    given = " ".join(word.text for word in head[:at] if word.folded not in name_particles())
    text = scene.prose.text
    last = end if end > cut else cut
    span = Span(words[begin].start if honorific else head[0].start, _name_end(words[last - 1]))
    return Person(span, begin, last, given, name, text[head[0].start : words[last - 1].end], honorific, acting)


def _name_end(word: Word) -> int:
    """Without the possessive's ending and the stop of the sentence."""
    text = word.text
    if text.endswith(("’s", "'s")):
        return word.end - 2
    return word.end - 1 if text.endswith(".") and len(text) > 3 and not text.endswith("al.") else word.end


def _dated(words: tuple[Word, ...], end: int) -> bool:
    """Does a year in brackets follow: "Li (2015)"?"""
    return end + 1 < len(words) and words[end].text == "(" and words[end + 1].text[:4].isdecimal()


def _family(scene: Scene, head: tuple[Word, ...], *, dated: bool) -> tuple[int, str] | None:
    """Where the family name begins in a run, and its words: a listed one, else the last word of two to four.

    A short word alone is a name only where a year follows (`dated`).
    """
    for at in range(len(head)):
        words = " ".join(_bare(word) for word in head[at:])
        if scene.index.family(words):
            return at, words
    last = _bare(head[-1])
    if len(head) == 1:
        return (0, last) if scene.index.family(last) or len(last) > (1 if dated else 4) else None
    return len(head) - 1, last


def _bare(word: Word) -> str:
    text = word.text
    text = text[:-2] if text.endswith(("’s", "'s")) else text
    return text.rstrip(".") if len(text) > 2 else text


def _without_titles(words: tuple[Word, ...], start: int, end: int) -> tuple[int, bool, bool]:
    """Behind "Mr.", "Defence Minister" ...: where the name begins, whether the title is of one who acts, whether there is one."""
    acting, titled, i = False, False, start
    while i < end - 1 and words[i].folded.rstrip(".") in titles() and not _joins(words, i + 1):
        acting = acting or words[i].folded.rstrip(".") in acting_titles()
        titled = True
        i += 1
    before = [word.folded for word in words[max(0, start - 3) : start]]
    return i, acting or any(word in acting_titles() for word in before[-2:]), titled


def _joins(words: tuple[Word, ...], i: int) -> bool:
    """ "King and Ferrer", "King et al.": whoever stands in front is one of several."""
    return words[i].folded in _JOINTS or words[i].text == "," or _et_al(words, i)


def _without_opener(scene: Scene, start: int, end: int) -> int:
    """A sentence's first word ("But", "As", "Globally,") is no part of a name, unless one is listed so ("Le Guin")."""
    words = scene.prose.words
    while start < end and (words[start].folded in words_of("openers") or _is_adverb(words, start)):
        if start + 1 < end and scene.index.family(f"{words[start].text} {_bare(words[start + 1])}"):
            break
        start += 2 if start + 1 < end and words[start + 1].text == "," else 1
    return start


def _is_adverb(words: tuple[Word, ...], at: int) -> bool:
    """By its ending, and the comma behind it: "Globally, Ostrow and Vance (2009)"."""
    return at + 1 < len(words) and words[at + 1].text == "," and _ADVERB.search(words[at].folded) is not None
