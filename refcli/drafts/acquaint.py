"""A person in prose, with a cue -> the link, from the list outwards: whom the list has needs little, a stranger much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from refcli.drafts.attribution import year_before
from refcli.drafts.lexicon import institution_words, names_institution, no_names, words_of
from refcli.drafts.linking import misspelled, namesake, near_family, resolve
from refcli.drafts.listing import roman
from refcli.drafts.lookup import hyphenated, led_by, link_names, wrote_together
from refcli.drafts.types import Ambiguous, Cites, Link, Unchecked, Unknown, targets_of
from refcli.drafts.ways import makers
from refcli.text import fold

if TYPE_CHECKING:
    from refcli.drafts.cues import Cue
    from refcli.drafts.people import Person
    from refcli.drafts.shapes.shape import Scene
    from refcli.model import Name

_LONG = 6
_INSIDE = frozenset(["of", "for", "the", "and", "&", "de"])


def link_person(scene: Scene, person: Person, cue: Cue, *, known: bool) -> Link | None:
    """The works that are meant; None for a person who only acts. `known`: the draft gave the whole name before."""
    known = known or bool(person.given or person.honorific) or person.family_key in scene.dated
    joint = _together(scene, person)
    if joint is not None and not isinstance(joint, Unknown):
        return joint if cue.verb or cue.strong or (cue.weak and known) else None
    targets = _fitting(scene, person)
    if targets:
        return (
            _listed(scene, person, cue, targets) if known or cue.strong or not (cue.weak or _common(person)) else None
        )
    return _nearly(scene, person) if cue.weak else _stranger(scene, person, cue)


def _nearly(scene: Scene, person: Person) -> Link | None:
    """A listed person whose name is misspelt, where the given name or its initial is the same."""
    if person.joint or _common(person) or _of_a_body(scene, person):
        return None
    if not person.given:
        known = len(person.family) > _LONG and person.family.casefold() not in scene.prose.small
        return near_family(scene.index, person.family) if known else None
    return misspelled(scene.index, person.given, person.family, ())


def link_listed(scene: Scene, person: Person) -> Link | None:
    """The works of one who only occurs; None for whom the list does not have, and for words that may be no name.

    One whose given name is a listed person's, and whose family name is nearly his, is misspelt.
    """
    joint = _together(scene, person)
    if person.joint and joint is None:
        return None
    if _common(person) or _of_a_body(scene, person, listed=bool(joint or scene.index.family(person.family))):
        return None
    if joint is not None and not isinstance(joint, Unknown):
        return joint
    targets = _fitting(scene, person)
    if targets:
        return resolve(scene.index, led_by(scene.index, person.family, targets), ())
    return (
        None
        if person.joint or scene.index.family(person.family)
        else namesake(scene.index, person.given, person.family)
    )


def _together(scene: Scene, person: Person) -> Link | None:
    """The work that they wrote together, else what each of them wrote; None for one who is named alone."""
    if not (person.joint or hyphenated(scene.index, person.family)):
        return None
    joint = link_names(scene.index, person.names, ())
    if joint is None or wrote_together(scene.index, person.names, targets_of(joint)):
        return joint
    return _each(scene, person) or (None if isinstance(joint, Ambiguous) else joint)


def _each(scene: Scene, person: Person) -> Cites | None:
    """ "Judt and Hogan both think": two authors, each with one work of their own."""
    families = [part.split()[-1] for part in re.split(r"\s+(?:and|&)\s+", person.names) if part.strip()]
    found = [scene.index.works(led_by(scene.index, family, scene.index.family(family))) for family in families]
    alone = len(families) == 2 and all(len(hits) == 1 for hits in found)
    return Cites(tuple(i for hits in found for i in hits)) if alone else None


def _listed(scene: Scene, person: Person, cue: Cue, targets: Sequence[int]) -> Link:
    """Told apart by the year that is stated in front ("in his 2006 article"), by a title near it."""
    text = scene.prose.text
    near = text[max(0, cue.span.start - 60) : cue.span.end + 60]
    led = targets if person.joint else led_by(scene.index, person.family, targets)
    year = year_before(scene.prose.words, person.first)
    return resolve(scene.index, led, (year,) if year else (), near)


def _stranger(scene: Scene, person: Person, cue: Cue) -> Link | None:
    """One whom the list does not have: misspelt, missing, or nobody's source."""
    if _common(person) or _of_a_body(scene, person):
        return None
    near = (
        misspelled(scene.index, person.given, person.family, ())
        if person.given
        else near_family(scene.index, person.family)
    )
    if near is not None and not person.joint:
        return near
    if cue.strong and person.given:
        name = f"{person.given} {person.family}"
        return Unchecked(name) if person.acting or cue.talks else Unknown(name)
    if cue.verb and person.family_key in scene.dated and not person.joint:
        return Unknown(person.family)
    if cue.present and person.given and not person.joint and not person.acting:
        return Unchecked(f"{person.given} {person.family}")
    return None


def _of_a_body(scene: Scene, person: Person, *, listed: bool = False) -> bool:
    """The words are part of a body's name: "the Ministry of Defence", "Global Witness"; a `listed` person's may stand behind "of"."""
    words = scene.prose.words
    if not person.given and person.first > 1 and words[person.first - 1].folded in _INSIDE:
        return not listed or words[person.first - 2].capital or names_institution(words[person.first - 2].folded)
    for i in range(max(0, person.first - 4), person.last):
        length = scene.listed_at(i)
        if length and i + length >= person.last:
            return True
    return False


def _common(person: Person) -> bool:
    words = fold(f"{person.given} {person.family}").replace(".", "").split()
    return any(
        len(word) > 1
        and (
            word in no_names()
            or word in words_of("places")
            or word in institution_words()
            or word in words_of("openers")
            or word in words_of("sites")
        )
        for word in words
    )


def _fitting(scene: Scene, person: Person) -> Sequence[int]:
    """Entries of that family name whose given name, where both are stated, begins alike."""
    found = scene.index.family(person.family)
    if not found and person.given:
        return _family_first(scene, person)
    if not person.given or not found:
        return found
    return [i for i in found if any(_alike(name, person) for name in makers(scene.index.entries[i]) if name.family)]


def _family_first(scene: Scene, person: Person) -> Sequence[int]:
    """Entries whose author is written so, the family name in front: "Nguyen Thi Lan Anh"."""
    family, *given = f"{person.given} {person.family}".split()
    words = fold(" ".join(given))
    return [
        i
        for i in scene.index.family(family)
        if any(fold(name.given) == words for name in makers(scene.index.entries[i]))
    ]


def _alike(name: Name, person: Person) -> bool:
    family = roman(person.family) in (roman(name.family), roman(name.full_family))
    return family and (
        not name.given or fold(name.given[:1]) == fold(person.given[:1]) or _variants(name.given, person.given)
    )


def _variants(one: str, other: str) -> bool:
    """Given names in two romanisations, or an initial of each: Yuliya, Julija."""
    return roman(one)[:1] == roman(other)[:1] or {one[:1], other[:1]} <= {"Y", "J", "I"}
