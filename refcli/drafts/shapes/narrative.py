"""Weitz (2006) argues; According to Roger McDermott of the Jamestown Foundation; As Marat Yermukanov notes -> mentions.

Names are looked for from the list outwards; a name that is not listed counts only behind the strongest cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refcli.drafts.cues import Cue, cue_around, verb_after
from refcli.drafts.lexicon import institution_words, no_names, words_of
from refcli.drafts.linking import misspelled, resolve
from refcli.drafts.listing import roman
from refcli.drafts.lookup import YEARS, link_names, years_in
from refcli.drafts.people import Person, persons
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Link, Mention, Unchecked, Unknown
from refcli.drafts.ways import makers
from refcli.model import Name
from refcli.text import Span, fold

YEAR_BEHIND = re.compile(r"\s*(?:[’']s?)?\s*[(\[](?P<years>" + YEARS + r")(?:[,:]\s*[^()\[\]]{1,60})?[)\]]")


def find(scene: Scene) -> Iterator[Mention]:
    """Mentions of persons in running text."""
    full: set[str] = set()
    for person in persons(scene):
        yield from _mention(scene, person, full)


def _mention(scene: Scene, person: Person, full: set[str]) -> Iterator[Mention]:
    text = scene.prose.text
    if person.given:
        full.add(person.family_key)
    year = YEAR_BEHIND.match(text, person.span.end)
    if year:
        years = years_in(year["years"])
        link = link_names(scene.index, person.names, years)
        if link is not None and not (isinstance(link, Unknown) and (person.acting or not _argues(scene, year.end()))):
            yield Mention(Span(person.span.start, year.end()), "narrative", link)
        return
    cue = cue_around(scene.prose, person)
    if cue is None or (person.acting and not (cue.led and person.given)):
        return
    quoted = scene.prose.quoted(person.span.start)
    link = _link(scene, person, cue, full)
    if link is not None and not (quoted and isinstance(link, Unknown)):
        yield Mention(cue.span, "narrative", link, quoted)


def _argues(scene: Scene, end: int) -> bool:
    """A verb of reporting behind the year: "Olcott (2002) argues", not "Germany (2004) joined"."""
    return bool(verb_after(scene.prose.words, scene.prose.at(end), plural=True))


def _link(scene: Scene, person: Person, cue: Cue, full: set[str]) -> Link | None:
    index = scene.index
    joint = link_names(index, person.names, ()) if person.joint else None
    if joint is not None and not isinstance(joint, Unknown):
        return joint if cue.verb or cue.strong else None
    targets = _fitting(scene, person)
    if targets:
        known = person.given or person.honorific or person.family_key in full
        if not known and not cue.strong:
            return None
        return resolve(index, targets, (), _near(scene, cue))
    near = misspelled(index, person.given, person.family, ()) if person.given else None
    if near is not None and (cue.strong or cue.verb):
        return near
    if cue.strong and person.given and not _common(person):
        name = f"{person.given} {person.family}"
        return Unchecked(name) if person.acting else Unknown(name)
    return None


def _near(scene: Scene, cue: Cue) -> str:
    """The words around a mention in which a title may stand."""
    return scene.prose.text[max(0, cue.span.start - 60) : cue.span.end + 60]


def _common(person: Person) -> bool:
    words = fold(f"{person.given} {person.family}").replace(".", "").split()
    return any(word in no_names() or word in words_of("places") or word in institution_words() for word in words)


def _fitting(scene: Scene, person: Person) -> Sequence[int]:
    """Entries of that family name whose given name, where both are stated, begins alike."""
    found = scene.index.family(person.family)
    if not person.given or not found:
        return found
    return [i for i in found if any(_alike(name, person) for name in makers(scene.index.entries[i]) if name.family)]


def _alike(name: Name, person: Person) -> bool:
    family = roman(person.family) in (roman(name.family), roman(name.full_family))
    return family and (not name.given or name.given[:1].casefold() == person.given[:1].casefold())
