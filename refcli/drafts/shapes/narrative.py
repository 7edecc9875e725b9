"""Weitz (2006) argues; According to Roger McDermott of the Jamestown Foundation; As Marat Yermukanov notes -> mentions.

Names are looked for from the list outwards; a name that is not listed counts only behind the strongest cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from refcli.drafts.acquaint import link_listed, link_person
from refcli.drafts.cues import Cue, cue_around, tells, verb_after
from refcli.drafts.lexicon import no_names
from refcli.drafts.linking import has_year
from refcli.drafts.listing import roman
from refcli.drafts.lookup import YEARS, hyphenated, link_names, several, years_in
from refcli.drafts.near import same_given
from refcli.drafts.people import Person, persons
from refcli.drafts.shapes.keys import called
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.strangers import credible
from refcli.drafts.types import Link, Mention, Unknown
from refcli.drafts.ways import makers
from refcli.text import Span, fold, rare

YEAR_BEHIND = re.compile(
    r"\s*(?:[’']s?)?(?:\s*,)?\s*(?:\s(?:[a-z]+\s){1,2})?[(\[](?:see\s+|in\s+|\[\d{4}\]\s+)?(?P<years>"
    + YEARS
    + r")(?:\s*[,:;]\s*[^()\[\]]{1,60})?[)\]]"
)

_LIFE = re.compile(r"\s*\((?:born\s|b\.\s?)?(?P<born>1\d{3})\s?[–-]{1,3}\s?(?P<died>(?:1\d|20)\d\d)\)")
_ROW_BEFORE = rare(
    r"\b(?P<name>[^\W\d_a-z][\w’'-]+)\s\((?:1[5-9]|20)\d\d[a-z]?\)(?:\s*[,;](?:\s*(?:and|&))?|\s+(?:and|&))\s+\Z"
)
_ROW_BEHIND = rare(
    r"(?:\s*[,;](?:\s*(?:and|&))?|\s+(?:and|&))\s+(?P<name>[^\W\d_a-z][\w’'-]+)(?:\s+(?:and|&)\s+[^\W\d_a-z][\w’'-]+)?\s\((?:1[5-9]|20)\d\d"
)
_VIA = re.compile(r",?\s*(?:as\s+)?(?:cited|quoted)\s+in\b")
_SENTENCE = rare(r"(?:[.!?][”\"’)\]]*|\n[ \t\r]*\n)\s+\Z")
_DID = re.compile(r"\s+(?:also |further |first |later )?[a-z]{3,}(?:ed|s)\s+(?:the|a|an|that|how|whether|to|\d)\b")
_TAKE_AUTHORS = frozenset(
    """by follows follow extends extend extending replicates replicate replicating echoes echo echoing cites cite contradicts
    contradict challenges challenge adapts adapt adapting""".split()  # noqa: SIM905
)
_CALLS = frozenset(["as", "see", "cf", "following", "contra", "pace", "unlike", "per"])


def find(scene: Scene) -> Iterator[Mention]:
    """Mentions of persons in running text."""
    full: set[str] = set()
    found = list(persons(scene))
    lived = {person.family_key for person in found if _lived(scene, person)}
    found = [replace(person, acting=True) if person.family_key in lived else person for person in found]
    entries = [scene.index.entries[i] for i in called(scene)]
    people = [name for entry in entries for name in makers(entry) if name.family]
    known = scene.dated | {roman(name.family) for name in people} | {roman(name.full_family) for name in people}
    strange = scene.writers | {person.family_key for person in found if person.acting}
    for person in found:
        key = person.family_key
        if person.given:
            full.add(key)
        told = (key in known or key in full) and key not in strange
        mention = _dated(scene, person) or _told(scene, person, full) or _named(scene, person, known=told)
        if mention is not None:
            yield mention


def _lived(scene: Scene, person: Person) -> bool:
    """With the years of a life behind the name, "Paul Anders (1894-1985)", one is what the text is about, whatever he wrote."""
    life = _LIFE.match(scene.prose.text, person.span.end)
    if not life or not 20 <= int(life["died"]) - int(life["born"]) <= 110:
        return False
    return not any(has_year(scene.index.entries[i], life["born"]) for i in scene.index.family(person.family))


def _named(scene: Scene, person: Person, *, known: bool) -> Mention | None:
    """A listed person whom the text names by the whole name, or has named so (`known`): "Yergin gave the credit to geology"."""
    joint = person.joint or bool(hyphenated(scene.index, person.family))
    if person.acting or not (joint or known) or scene.prose.alone(person.span):
        return None
    if not (person.given or joint) and person.family.casefold() in scene.prose.small:
        return None
    if YEAR_BEHIND.match(scene.prose.text, person.span.end):
        return None
    link = link_listed(scene, person)
    return Mention(person.span, "narrative", link) if link and not scene.prose.quoted(person.span.start) else None


def _dated(scene: Scene, person: Person) -> Mention | None:
    """With a year in brackets behind the name."""
    year = YEAR_BEHIND.match(scene.prose.text, person.span.end)
    if not year or (person.acting and _lived(scene, person)):
        return None
    link = link_names(scene.index, person.names, years_in(year["years"]))
    if link is None or (isinstance(link, Unknown) and not _argues(scene, person, year.end())):
        return None
    via = _VIA.search(year[0])
    return Mention(Span(person.span.start, year.start() + via.start() if via else year.end()), "narrative", link)


def _argues(scene: Scene, person: Person, end: int) -> bool:
    """A verb of reporting behind the year, or authors as only citations have them: "Germany (2004) joined" has neither."""
    if person.acting or not credible(scene, person.names):
        return False
    words, at = scene.prose.words, scene.prose.at(end)
    if person.first and words[person.first - 1].folded in _CALLS:
        return True
    told = verb_after(words, at, plural=True) or (person.given and tells(words, at, joint=person.joint))
    return several(person.names) or bool(told) or _in_a_row(scene, person, end) or _cited_so(scene, person, end)


def _in_a_row(scene: Scene, person: Person, end: int) -> bool:
    """Between citations of listed works: "Stigler (1975), Peltzman (1976) and others"."""
    text = scene.prose.text
    before = _ROW_BEFORE.search(text, max(0, person.span.start - 60), person.span.start)
    behind = _ROW_BEHIND.match(text, end, end + 60)
    return any(row is not None and bool(scene.index.family(row["name"])) for row in (before, behind))


def _cited_so(scene: Scene, person: Person, end: int) -> bool:
    """Behind words that take an author, or before what an author did, in a draft of authors and dates: "described by Ostrow (2009)",
    "Ostrow (2009) compared".
    """
    other = person.family.casefold() in scene.prose.small or fold(person.family) in no_names()
    if other or not scene.author_date:
        return False
    before = scene.prose.words[person.first - 1].folded if person.first else ""
    start = person.span.start
    begins = _SENTENCE.search(scene.prose.text, max(0, start - 40), start) is not None
    return before in _TAKE_AUTHORS or (begins and _DID.match(scene.prose.text, end) is not None)


def _wrote(scene: Scene, person: Person, cue: Cue) -> bool:
    """One who acts in the text but is in the list by the same given name, and says something here."""
    entries = (scene.index.entries[i] for i in scene.index.family(person.family)) if cue.verb else ()
    return any(same_given(person.given, name.given) for entry in entries for name in makers(entry))


def _told(scene: Scene, person: Person, full: set[str]) -> Mention | None:
    """Without a year: by the words beside the name."""
    if YEAR_BEHIND.match(scene.prose.text, person.span.end):
        return None
    cue = cue_around(scene.prose, person)
    if cue is None or (person.acting and not (cue.led and person.given) and not _wrote(scene, person, cue)):
        return None
    quoted = scene.prose.quoted(person.span.start)
    link: Link | None = link_person(scene, person, cue, known=person.family_key in full)
    if link is None or (quoted and isinstance(link, Unknown)):
        return None
    return Mention(cue.span, "narrative", link, quoted)
