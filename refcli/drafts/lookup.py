"""Words that stand where authors stand -> the entries that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from refcli.data.outlets import find_outlet
from refcli.drafts.lexicon import institution_words, months, no_names, words_of
from refcli.drafts.linking import misspelled, resolve
from refcli.drafts.listing import Index, roman
from refcli.drafts.types import Link, Misspelled, Unknown, WrongYear, targets_of
from refcli.drafts.ways import makers, split_name
from refcli.matching import name_distance
from refcli.text import fold, plain, rare

YEAR = r"(?:(?:1[5-9]|20)\d\d[a-z]?\b|n\.\s?d\.?|forthcoming|in press|to appear|in preparation|various (?:years|dates|issues)|undated|[os]\.\s?[JfDda]\.)"
YEARS = rf"(?:{YEAR}(?:\s*[,;/&–-]\s*(?:and\s+)?(?=\d{{4}}|[a-z]\b)|\s+and\s+(?=\d{{4}}))?)+(?:(?<=\d[a-e], )[b-f]\b(?![.\w]))*(?![\d/])"
_ONE_YEAR = rare(
    r"(?P<undated>n\.\s?d|forthcoming|in press|to appear|in preparation|various|undated|\b[os]\.\s?[JfDda]\.)"
    r"|(?P<year>\d{4})(?P<suffix>[a-z]?)\b|\b(?P<letter>[a-z])\b"
)
_JOINT = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b(?!\s*al)|\by\b|\bи\b|;|(?<=\w)/(?=[^\W\d_a-z]))\s*")
_TOGETHER = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b|\bи\b|/)\s*")
_ETAL = re.compile(r",?\s*\bet\.?\s+al\b\.?|\band others\b|\band colleagues\b|['’]s?\b(?=\s*$)", re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑–]")
_UNFOLDED = re.compile(r"\s*\[[A-Z][^\]]*\]")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[\s-]*){1,3}\Z|(?:[^\W\d_]{1,2}\.[\s-]*){1,3}\Z")
_NAME = re.compile(
    r"(?:(?:van|von|de|der|den|del|da|dos|di|al|el|bin|ibn|ter|ten|la|le|du)[\s-]+){0,3}[^\W\d_a-z][\w'.-]*(?:\s+(?:(?:van|von|de|der|den|del|da|dos|di|al|el|bin|ibn|ter|ten|la|le|du)[\s-]+){0,3}[^\W\d_a-z][\w'.-]*){0,2}\Z"
)
_BODY = re.compile(r"[^\W\d_a-z][\w'.&/-]*(?:\s+(?:of|for|and|the|on|in|de|[^\W\d_a-z][\w'.&/-]*)){0,9}\Z")


def several(names: str) -> bool:
    """More than one author: "Hough et al.", "Okafor and Lindqvist"."""
    return bool(_ETAL.search(names)) or len(_parts(plain(names))) > 1


def years_in(words: str) -> tuple[str, ...]:
    """The years that a mention states: "2004", "2007a", "n.d."; "2017a, b" states two."""
    out: list[str] = []
    for match in _ONE_YEAR.finditer(words):
        if match["letter"]:
            out += [out[-1][:4] + match["letter"]] if out and out[-1][:4].isdecimal() else []
        else:
            out.append(match["undated"] or match["year"] + match["suffix"])
    return tuple(out)


def link_names(index: Index, names: str, years: Sequence[str]) -> Link | None:
    """The link of an author-date mention; None when the words are no names, nor like a body's."""
    names = plain(names)
    if names.strip()[:1] in "*_\"'" and (titled := index.titled(names)):
        return resolve(index, titled, years)
    names = _without_day(names.strip(" *_\"'"))
    targets = body_targets(index, names) or (_by_words(index, names) if years else ())
    if targets:
        return resolve(index, targets, years)
    bare = _UNFOLDED.sub("", names)
    if together := _bodies_together(index, bare):
        return resolve(index, together, years)
    return _body_misspelled(index, bare) or _people(index, bare, years)


def _people(index: Index, names: str, years: Sequence[str]) -> Link | None:
    parts = _authors(index, names)
    if not parts or len(parts) > 8 or not all(_NAME.match(part) or index.family(part) for part in parts):
        return Unknown(names) if _like_body(names) else None
    families = [family_in(index, part) for part in parts]
    if index.family(families[0]):
        return _listed(index, families, years, several=bool(_ETAL.search(names)))
    if fold(names.rsplit(maxsplit=1)[-1]) in _DANGLING:
        return None
    if wrong := _first_misspelled(index, families):
        return wrong
    given = parts[0].split()[0] if len(parts[0].split()) > 1 else ""
    unknown = Unknown(names) if _like_names(parts) or _like_body(names) else None
    return misspelled(index, given, families[0], years) or unknown


def _body_misspelled(index: Index, names: str) -> Misspelled | None:
    """A listed body whose name has one word that is spelt otherwise: "London School of Econommics"."""
    words = split_name(names)
    for at in range(len(words) if len(words) > 1 else 0):
        for name in index.alike.get((at, *words[:at], *words[at + 1 :]), ()):
            if len(name[at]) > 5 and 0 < name_distance(words[at], name[at], 2) <= 2:
                return Misspelled(names, " ".join(name).title(), index.bodies[name])
    return None


def _bodies_together(index: Index, names: str) -> tuple[int, ...]:
    """The entries that two bodies made together: "DPKO and DFS"."""
    found = [set(index.bodies.get(split_name(part), ())) for part in _TOGETHER.split(names)]
    return tuple(sorted(set.intersection(*found))) if len(found) > 1 else ()


def _by_words(index: Index, names: str) -> tuple[int, ...]:
    """Entries that begin so, or whose body's name is abbreviated so."""
    if 3 <= len(names) <= 8 and names.isupper() and names.isalpha():
        return index.abbreviated(names)
    return index.fronted(names) if len(names.split()) > 1 else ()


def body_targets(index: Index, words: str) -> tuple[int, ...]:
    """The entries of a body or outlet that is named so, with or without its acronym in brackets."""
    for way in (words, re.sub(r"\s*[\[(][^\])]*[\])]?", "", words), words.rsplit("[", 1)[-1].strip("] ")):
        if (found := index.bodies.get(split_name(way), ())) and way.strip():
            return found
    return ()


def _listed(index: Index, families: Sequence[str], years: Sequence[str], *, several: bool) -> Link:
    """The works of the first author that has all the others too; where none has, one may be misspelt."""
    found = set(index.family(families[0]))
    shared = found
    for family in families[1:]:
        shared = {i for i in shared if i in index.family(family)} or shared
    led = led_by(index, families[0], sorted(shared))
    link = resolve(index, led, years)
    if wrong := _co_author_misspelled(index, families[1:], link):
        return wrong
    if isinstance(link, WrongYear) and not _same_authors(index, families, link.targets, several=several):
        return Unknown(_named(families, years))
    return link


def _named(families: Sequence[str], years: Sequence[str]) -> str:
    return " ".join([" & ".join(families), *years[:1]])


def wrote_together(index: Index, names: str, targets: Sequence[int]) -> bool:
    """Does one of these have all who are named? "The Ostrow and Vance models" may be two models."""
    families = [family_in(index, part) for part in _authors(index, names)]
    return any(all(i in index.family(family) for family in families) for i in targets)


def _same_authors(index: Index, families: Sequence[str], targets: Sequence[int], *, several: bool) -> bool:
    """Could it be one of these but for the year? Then one of them has the authors that are named, and none that are not."""
    for i in targets:
        people = makers(index.entries[i])
        keys = {roman(name.family) for name in people} | {roman(name.full_family) for name in people}
        first = bool(people) and roman(families[0]) in (roman(people[0].family), roman(people[0].full_family))
        alone = len(families) > 1 or several or len(people) < 2
        if first and alone and all(roman(family) in keys for family in families):
            return True
    return False


def family_in(index: Index, name: str) -> str:
    """The family name in a whole one: all of it where it is listed so, else the last word, else a listed first one ("Liu Xiaobin")."""
    words = name.split()
    if len(words) < 2 or index.family(name):
        return name
    if len(words) == 2 and not index.family(words[1]) and _given_behind(index, *words):
        return words[0]
    return words[-1]


def _given_behind(index: Index, family: str, given: str) -> bool:
    """Is there a listed person of that family name whose given name begins so?"""
    names = (name for i in index.family(family) for name in makers(index.entries[i]))
    return any(fold(name.family) == fold(family) and fold(name.given[:1]) == fold(given[:1]) for name in names)


def _first_misspelled(index: Index, families: Sequence[str]) -> Misspelled | None:
    """The first author is nearly a listed one, whose co-author the second is."""
    shared = set(index.family(families[1])) if len(families) > 1 else set()
    for near in index.spellings.near(families[0]) if shared else ():
        if targets := tuple(i for _, i in near.bearers if i in shared):
            return Misspelled(families[0], near.family, tuple(led_by(index, near.family, targets)))
    return None


def _co_author_misspelled(index: Index, families: Sequence[str], link: Link) -> Misspelled | None:
    for family in families:
        if index.family(family) or not targets_of(link):
            continue
        for near in index.spellings.near(family):
            targets = tuple(i for _, i in near.bearers if i in targets_of(link))
            if targets:
                return Misspelled(family, near.family, targets)
    return None


def led_by(index: Index, family: str, found: Sequence[int]) -> Sequence[int]:
    """Works that this author leads, before those that he only shares in."""
    key = roman(family)
    first = [
        i
        for i in found
        if (names := makers(index.entries[i])) and key in (roman(names[0].family), roman(names[0].full_family))
    ]
    return first or found


def hyphenated(index: Index, word: str) -> tuple[str, ...]:
    """The listed authors of one work whom a hyphen joins, in "the Ostrow-Vance estimate"; () where it is one name or none."""
    halves = tuple(_HYPHEN.split(word))
    if len(halves) < 2 or index.family(word):
        return ()
    shared = set.intersection(*(set(index.family(half)) for half in halves))
    return halves if shared else ()


def _authors(index: Index, names: str) -> list[str]:
    return [author for part in _parts(names) for author in hyphenated(index, part) or (part,)]


def _parts(names: str) -> list[str]:
    """The names one by one; initials that stand apart ("Weitz, R.") belong to the name before."""
    found = (part.strip(" .,'\"*_") for part in _JOINT.split(_ETAL.sub("", names)))
    parts = [part for part in found if part]
    return [part for i, part in enumerate(parts) if not i or not _INITIALS.match(part)]


def _without_day(names: str) -> str:
    """Without the month and day of "Reuters, March 12"."""
    words = names.split()
    while words and (words[-1].strip(",.").isdecimal() or fold(words[-1]).strip(",.") in months()) and len(words) > 1:
        words.pop()
    return " ".join(words).rstrip(",")


def _like_names(parts: Iterable[str]) -> bool:
    """Family names, not "NATO Summit", "Georgia" or "June"."""
    return all(
        len(part.split()) <= 3
        and not any(word in no_names() or word in words_of("places") for word in fold(part).replace(".", "").split())
        and not part.isupper()
        for part in parts
    )


def _like_body(names: str) -> bool:
    """A known outlet or body, or capitalised words of which one says that they name a body: "International Crisis Group"."""
    if find_outlet(names) is not None:
        return True
    words = [fold(word).strip(".") for word in names.split()]
    institution = any(word in institution_words() for word in words) and not any(word in _EVENTS for word in words)
    return 2 <= len(words) <= 10 and institution and bool(_BODY.match(names))


_DANGLING = frozenset(["in", "of", "on", "at", "by", "for", "from", "to", "since", "until", "and", "the", "with"])
_EVENTS = frozenset(
    [
        "summit",
        "conference",
        "act",
        "treaty",
        "convention",
        "agreement",
        "resolution",
        "protocol",
        "charter",
        "war",
        "v",
        "vs",
    ]
)
