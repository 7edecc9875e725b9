"""A person in prose -> the words beside the name that make it a source: "According to", "As ... notes", "writes"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from refcli.drafts.attribution import ends_sentence
from refcli.drafts.lexicon import acting, adverbs, lead, listed_leads, person_leads, person_verbs, words_of, work_nouns
from refcli.drafts.words import Prose, Word
from refcli.text import Span

if TYPE_CHECKING:
    from refcli.drafts.people import Person


_SAYS_BEFORE = frozenset(
    ["writes", "wrote", "says", "said", "notes", "noted", "argues", "argued", "observes", "observed", "asks", "asked"]
)
_TALKS = frozenset(["said", "told", "says", "added", "asked", "replied", "recalled", "joked"])
_LIKE = frozenset(["as", "like", "wie", "как"])
_OPENS_APPOSITION = frozenset(
    ["of", "at", "from", "with", "a", "an", "the", "who", "writing", "in", "his", "her", "whose", "author", "then", "now", "formerly", "one", "himself", "herself", "speaking", "for", "director", "professor", "vom", "von", "du", "de", "del", "author's"]
)  # fmt: skip
_ASIDES = frozenset(
    [
        "however",
        "too",
        "meanwhile",
        "instead",
        "though",
        "likewise",
        "for",
        "instance",
        "example",
        "by",
        "contrast",
        "his",
        "her",
        "part",
        "on",
        "the",
        "other",
        "hand",
        "in",
        "turn",
        "of",
        "course",
    ]
)
_AUXILIARIES = frozenset(
    ["is", "was", "has", "his", "its", "this", "plus", "does", "us", "yes", "less", "across", "as"]
)
_LONGEST_APPOSITION = 24


@dataclass(frozen=True, slots=True)
class Cue:
    """The stretch of the attribution. `strong`: the words name a source whoever it is; `verb`: a verb of reporting follows;
    `present`: it is in the present tense, as of what is read; `led`: a phrase such as "according to" stands in front; `weak`: enough only for a person who is known to be a source; `talks`: the verb is one of talking, as people do who have published nothing."""

    span: Span
    strong: bool
    verb: bool = False
    led: bool = False
    weak: bool = False
    present: bool = False
    talks: bool = False


def cue_around(prose: Prose, person: Person) -> Cue | None:
    """The cue of a name, or None when the person only occurs."""
    return _cue(prose, person) or _weak(prose.words, person)


def _cue(prose: Prose, person: Person) -> Cue | None:
    words = prose.words
    begin = _lead(words, person.first)
    behind, affiliated = _past_affiliation(words, person.last)
    joint = person.joint or _past_company(words, person.last) > person.last
    verb = verb_after(words, behind, plural=joint)
    verb = verb or _aside_verb(words, person)
    start = words[begin].start if begin < person.first else person.span.start
    if begin < person.first and words[begin].folded not in _LIKE:
        end = words[behind - 1].end if affiliated and _close(words, person.last, behind) else person.span.end
        return Cue(Span(start, end), strong=True, led=True)
    if verb:
        strong = begin < person.first or affiliated
        present = words[verb - 1].folded in words_of("present_verbs") or words[behind].folded in ("has", "have")
        talks = begin == person.first and words[verb - 1].folded in _TALKS
        return Cue(Span(start, words[verb - 1].end), strong=strong, verb=True, present=present, talks=talks)
    if person.first and words[person.first - 1].folded in _SAYS_BEFORE:
        return Cue(Span(words[person.first - 1].start, person.span.end), strong=False, verb=True)
    if noun := _work(words, person.last):
        return Cue(Span(person.span.start, words[noun - 1].end), strong=False, verb=True)
    return None


def _aside_verb(words: tuple[Word, ...], person: Person) -> int:
    """Behind the verb of "the prefect's secretary, Bruno Coceani, wrote"; 0 without."""
    last = person.last
    between = (
        person.first and words[person.first - 1].text == "," and words[last : last + 1] and words[last].text == ","
    )
    return verb_after(words, last + 1) if between else 0


def _close(words: tuple[Word, ...], last: int, behind: int) -> bool:
    """What the bearer is, not the sentence that follows: "of the Jamestown Foundation", ", a fellow at ..."."""
    at = last + 1 if words[last].text == "," else last
    return behind - last < 16 and words[at].folded in (
        "of",
        "at",
        "from",
        "with",
        "a",
        "an",
        "who",
        "vom",
        "von",
        "director",
        "professor",
    )


def _weak(words: tuple[Word, ...], person: Person) -> Cue | None:
    """What scholars do: "Weitz treats", "building on Weitz"; a verb of the present tense, whichever it is."""
    start = lead(words, person.first, listed_leads())
    if start < person.first:
        return Cue(Span(words[start].start, person.span.end), strong=False, weak=True)
    behind, _ = _past_affiliation(words, person.last)
    at = _past_adverbs(words, behind)
    if at < len(words) and not words[at].capital and _tells(words[at].folded, joint=person.joint):
        return Cue(Span(person.span.start, words[at].end), strong=False, weak=True)
    return None


def tells(words: tuple[Word, ...], at: int, *, joint: bool) -> bool:
    """Does a verb stand there that scholars are the subject of, behind adverbs?"""
    i = _past_adverbs(words, at)
    return i < len(words) and not words[i].capital and _tells(words[i].folded, joint=joint)


def _tells(verb: str, *, joint: bool) -> bool:
    known = words_of("listed_verbs")
    if joint:
        return verb + "s" in known or verb in known
    present = len(verb) > 3 and verb.isalpha() and verb.endswith("s") and not verb.endswith("ss")
    return verb in known or (present and verb not in _AUXILIARIES)


def _lead(words: tuple[Word, ...], first: int) -> int:
    """Where "according to", "as", "like" begins that stands before the name, what its bearer is between them; `first` without."""
    at, roles = first, words_of("roles")
    while at and first - at < 4 and (words[at - 1].folded in roles or words[at - 1].folded == "the"):
        at -= 1
    for end in (first, at):
        start = lead(words, end, person_leads())
        if start < end:
            return start
        if end and words[end - 1].folded in _LIKE:
            return end - 1
    return first


def _past_affiliation(words: tuple[Word, ...], last: int) -> tuple[int, bool]:
    """Behind ", of the Jamestown Foundation," and the like; and whether there is one that names a body."""
    i = _past_company(words, last)
    i = i + 1 if i < len(words) and words[i].text == "," else i
    if i >= len(words) or words[i].folded not in _OPENS_APPOSITION:
        end = _past_apposition(words, i)
        return end or _past_aside(words, _past_company(words, last)), False
    for j in range(i, min(i + _LONGEST_APPOSITION, len(words))):
        if words[j].text in '.;:()“”"' or words[j].paragraph:
            return j, _names_body(words[i:j])
        if words[j].text == "," and j > i + 1:
            return max(_past_aside(words, j), j + 1), _names_body(words[i:j])
        if j > (i if words[i].folded == "who" else i + 1) and _speaks(words, j):
            return j, _names_body(words[i:j])
        if ends_sentence(words[j]):
            return last, False
    return last, False


def _past_apposition(words: tuple[Word, ...], start: int) -> int:
    """Behind ", Italy's adviser in the zone," where a verb of reporting follows; 0 without."""
    if not start or words[start - 1].text != ",":
        return 0
    for j in range(start + 1, min(start + 12, len(words) - 1)):
        if words[j].text == ",":
            return j + 1 if verb_after(words, j + 1) else 0
        if not words[j].text[0].isalnum() or ends_sentence(words[j]):
            return 0
    return 0


def _speaks(words: tuple[Word, ...], j: int) -> bool:
    """The verb of the sentence: one of reporting, or behind a name whatever a scholar does."""
    verb = words[j]
    behind_name = words[j - 1].capital and _tells(verb.folded, joint=False)
    return not verb.capital and (verb.folded in person_verbs() or behind_name)


def _past_company(words: tuple[Word, ...], last: int) -> int:
    """Behind "and her co-authors", "and colleagues"."""
    if last + 2 < len(words) and words[last].folded in ("and", "&"):
        at = last + 2 if words[last + 1].folded in ("his", "her", "their", "the") else last + 1
        if words[at].folded in (
            "colleagues",
            "co-authors",
            "coauthors",
            "co-workers",
            "team",
            "collaborators",
            "associates",
            "others",
        ):
            return at + 1
    return last


def _past_aside(words: tuple[Word, ...], at: int) -> int:
    """Behind ", however,"; `at` without it."""
    if at >= len(words) or words[at].text != ",":
        return at
    end = at + 1
    while end < len(words) and words[end].folded in _ASIDES:
        end += 1
    return end + 1 if end > at + 1 and end < len(words) and words[end].text == "," else at


def _names_body(words: tuple[Word, ...]) -> bool:
    """Do they name one, and no office of state?"""
    return any(word.capital for word in words) and not any(word.folded in acting() for word in words)


def _past_adverbs(words: tuple[Word, ...], start: int) -> int:
    i = start
    while i < min(start + 3, len(words)) and (words[i].folded in adverbs() or _is_adverb(words[i])):
        i += 1
    return i


def _is_adverb(word: Word) -> bool:
    return len(word.folded) > 5 and word.folded.endswith("ly") and not word.capital


def verb_after(words: tuple[Word, ...], start: int, *, plural: bool = False) -> int:
    """Index behind a verb of reporting that follows within three adverbs; 0 without one."""
    i = _past_adverbs(words, start)
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
