"""A person in prose -> the words beside the name that make it a source: "According to", "As ... notes", "writes"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from refcli.drafts.lexicon import adverbs, lead, person_leads, person_verbs, words_of, work_nouns
from refcli.drafts.words import Prose, Word
from refcli.text import Span

if TYPE_CHECKING:
    from refcli.drafts.people import Person


_SAYS_BEFORE = frozenset(
    ["writes", "wrote", "says", "said", "notes", "noted", "argues", "argued", "observes", "observed", "asks", "asked"]
)


@dataclass(frozen=True, slots=True)
class Cue:
    """The stretch of the attribution. `strong`: the words name a source whoever it is; `verb`: a verb of reporting follows;
    `led`: a phrase such as "according to" stands in front."""

    span: Span
    strong: bool
    verb: bool = False
    led: bool = False


def cue_around(prose: Prose, person: Person) -> Cue | None:
    """The cue of a name, or None when the person only occurs."""
    words = prose.words
    begin = _lead(words, person.first)
    behind, affiliated = _past_affiliation(words, person.last)
    verb = verb_after(words, behind, plural=person.joint)
    start = words[begin].start if begin < person.first else person.span.start
    if begin < person.first and words[begin].folded not in ("as", "like"):
        end = words[behind - 1].end if affiliated else person.span.end
        return Cue(Span(start, end), strong=True, led=True)
    if verb:
        strong = begin < person.first or affiliated
        return Cue(Span(start, words[verb - 1].end), strong=strong, verb=True)
    if person.first and words[person.first - 1].folded in _SAYS_BEFORE:
        return Cue(Span(words[person.first - 1].start, person.span.end), strong=False, verb=True)
    if noun := _work(words, person.last):
        return Cue(Span(person.span.start, words[noun - 1].end), strong=False, verb=True)
    return None


def _lead(words: tuple[Word, ...], first: int) -> int:
    """Where "according to", "as", "like" begins that stands before the name, what its bearer is between them; `first` without."""
    at, roles = first, words_of("roles")
    while at and first - at < 4 and (words[at - 1].folded in roles or words[at - 1].folded == "the"):
        at -= 1
    for end in (first, at):
        start = lead(words, end, person_leads())
        if start < end:
            return start
        if end and words[end - 1].folded in ("as", "like"):
            return end - 1
    return first


def _past_affiliation(words: tuple[Word, ...], last: int) -> tuple[int, bool]:
    """Behind ", of the Jamestown Foundation," and the like; and whether there is one that names a body."""
    i = last
    if i < len(words) and words[i].text == ",":
        i += 1
    if i < len(words) and words[i].folded in ("of", "at", "from", "with", "a", "an", "the", "who", "writing"):
        for j in range(i, min(i + 14, len(words))):
            if words[j].text in '.;:()“”"' or (words[j].text == "," and j > i + 1):
                return (j + 1 if words[j].text == "," else j), _names_body(words[i:j])
            if j > i + 1 and words[j].folded in person_verbs() and not words[j].capital:
                return j, _names_body(words[i:j])
        return last, False
    return last, False


def _names_body(words: tuple[Word, ...]) -> bool:
    return any(word.capital for word in words)


def verb_after(words: tuple[Word, ...], start: int, *, plural: bool = False) -> int:
    """Index behind a verb of reporting that follows within two adverbs; 0 without one."""
    i = start
    while i < min(start + 3, len(words)) and words[i].folded in adverbs():
        i += 1
    for length in (2, 1):
        if (
            i + length <= len(words)
            and " ".join(word.folded for word in words[i : i + length]) in person_verbs()
            and not words[i].capital
        ):
            return i + length
    if plural and i < len(words) and words[i].folded + "s" in person_verbs():
        return i + 1
    return 0


def _work(words: tuple[Word, ...], last: int) -> int:
    """Index behind "'s recent report" and the like; 0 without it."""
    if not last or not words[last - 1].text.endswith(("’s", "'s", "s’", "s'")):
        return 0
    for j in range(last, min(last + 4, len(words))):
        if words[j].folded in work_nouns():
            return j + 1
        if not words[j].text[0].isalnum():
            return 0
    return 0
