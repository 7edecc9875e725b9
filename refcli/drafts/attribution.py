"""A body or outlet in prose -> the words beside its name that make it a source, and the year that goes with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from refcli.drafts.lexicon import adverbs, body_leads, lead, listed_leads, months, words_of
from refcli.drafts.words import Prose, Word
from refcli.text import Span, fold

_WHEN = re.compile(
    r"\s*,?\s*(?:on\s+|in\s+|of\s+|am\s+|le\s+|el\s+)?(?:(?P<m1>[^\W\d_]{3,9})\.?\s+(?P<d1>\d{1,2})|(?P<d2>\d{1,2})\.?\s+(?:de\s+)?(?P<m2>[^\W\d_]{3,10}))\b(?:,?\s+(?:de\s+)?(?P<year>\d{4}))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WITHIN = ("how", "that", "whether", "why", "because", "if", "when", "while", "since")
_RELATIVE = 16
_POSSESSIVE = ("’", "'")


class Attribution(NamedTuple):
    """`strong`: the words name a source whoever it is. `cue`: "lead", "verb" or "noun"; `word`: the verb or noun itself, or with what the lead begins."""

    span: Span
    strong: bool
    year: str
    cue: str
    word: str = ""


class When(NamedTuple):
    """A day of the year that prose states, and the year if it does."""

    end: int
    month: int
    day: int
    year: str


@cache
def _verbs(*, listed: bool) -> frozenset[str]:
    if not listed:
        return words_of("body_verbs")
    return words_of("body_verbs") | words_of("listed_body_verbs") | words_of("listed_body_deeds")


@cache
def _nouns(*, listed: bool) -> frozenset[str]:
    return words_of("body_nouns") | words_of("listed_body_nouns") if listed else words_of("body_nouns")


def attribution(prose: Prose, first: int, last: int, *, listed: bool = False) -> Attribution | None:
    """How the words `first` to `last` (exclusive) are named as the source of something; None when they only occur.

    A body that is `listed` is there to be quoted: more verbs and nouns are enough for it.
    """
    words = prose.words
    start, end = words[first].start, words[last - 1].end
    year = year_before(words, first)
    behind = past_acronym(words, last)
    begin = _lead(words, first, listed=listed)
    if begin < first:
        span = Span(words[begin].start, words[behind - 1].end)
        return Attribution(span, strong=True, year=year, cue="lead", word=words[begin].folded)
    speaks = _past_people(words, behind) if listed else behind
    verb = verb_of(words, _past_relative(words, speaks), _verbs(listed=listed), plural=speaks > behind)
    if verb and not _subordinate(words, first, listed=listed) and not _object(words, first):
        return _said(prose, Span(start, end), words[verb - 1], year)
    if listed and (said := _said_before(words, first)) < first:
        return Attribution(Span(words[said].start, end), strong=True, year=year, cue="verb", word=words[said].folded)
    return None if _closes(words, last) else _issuer(prose, first, last, listed=listed)


def _closes(words: Sequence[Word], last: int) -> bool:
    """Does the name close its sentence? What follows is of the next: "for the Central Bank. Its report"."""
    return ends_sentence(words[last - 1]) and last < len(words) and words[last].capital


def _issuer(prose: Prose, first: int, last: int, *, listed: bool) -> Attribution | None:
    """A body behind whose name stands what it issued."""
    words = prose.words
    start, year, behind = words[first].start, year_before(words, first), past_acronym(words, last)
    if issued := _issued(words, behind):
        return Attribution(Span(start, words[issued - 1].end), strong=False, year=year, cue="noun", word="report")
    noun = _noun(words, behind, _nouns(listed=listed))
    if noun:
        begun = next((word.start for word in words[max(0, first - 2) : first] if word.text == year), start)
        stop, later = _year_behind(words, noun)
        year = year or later
        return Attribution(Span(begun, words[stop - 1].end), bool(year), year, "noun", words[noun - 1].folded)
    return None


def _said(prose: Prose, span: Span, said: Word, year: str) -> Attribution:
    when = when_at(prose.text, said.end)
    strong = when is not None or said.folded in words_of("publishing_verbs")
    return Attribution(Span(span.start, when.end if when else said.end), strong, year, "verb", said.folded)


def when_at(text: str, start: int) -> When | None:
    """The day ("on April 17", "on 17 April 2007") that stands right there."""
    match = _WHEN.match(text, start)
    month = months().get(fold(match["m1"] or match["m2"] or ""), 0) if match else 0
    if not match or not month:
        return None
    return When(match.end(), month, int(match["d1"] or match["d2"]), match["year"] or "")


def when_near(text: str, span: Span) -> When | None:
    """The day that an attribution states in its last words, or right behind them."""
    for match in _WHEN.finditer(text, max(span.start, span.end - 30), min(len(text), span.end + 40)):
        if found := when_at(text, match.start()):
            return found
    return None


def verb_of(words: Sequence[Word], start: int, verbs: frozenset[str], *, plural: bool = False) -> int:
    """Index behind a verb that follows within two adverbs, one in the plural too where that fits; 0 without one."""
    i = start
    while i < min(start + 2, len(words)) and words[i].folded in adverbs():
        i += 1
    if i >= len(words) or words[i].capital:
        return 0
    verb = words[i].folded
    return i + 1 if verb in verbs or (plural and verb + "s" in verbs) else 0


def _past_people(words: Sequence[Word], last: int) -> int:
    """Behind "'s mission", " news agency", " staff"."""
    i = last + 2 if words[last : last + 1] and words[last].text in _POSSESSIVE else last
    end = i
    while end < min(i + 2, len(words)) and words[end].text in words_of("body_people"):
        end += 1
    return end if end > i else last


def _said_before(words: Sequence[Word], first: int) -> int:
    """Where "says" stands in "nobody knows, says the Office of Audit", or the dash in "— Office of Audit"; `first` without."""
    at = _without_article(words, first)
    if at and words[at - 1].text in (
        "says",
        "said",
        "writes",
        "wrote",
        "notes",
        "warns",
        "warned",
        "reports",
        "reported",
        "argues",
    ):
        return at - 1
    dashed = (
        at
        and words[at - 1].text in ("—", "–", "―")
        and (at < 2 or not words[at - 2].text[0].isalnum() or ends_sentence(words[at - 2]))
    )
    return at - 1 if dashed else first


def past_acronym(words: Sequence[Word], last: int) -> int:
    """Behind "(NDS)"."""
    closed = last + 2 < len(words) and words[last].text in "([" and words[last + 2].text in ")]"
    return last + 3 if closed and words[last + 1].text[:2].isupper() else last


def year_before(words: Sequence[Word], first: int) -> str:
    """The year of "a 2016 RAND report" or "In a 2016 report, the RAND Corporation found"; "" without one."""
    near = words[max(0, first - 6) : first]
    for i, word in enumerate(near):
        if not _YEAR.fullmatch(word.text):
            continue
        close = i >= len(near) - 2 or any(other.folded in words_of("body_nouns") for other in near[i + 1 :])
        dated = i > 0 and (
            near[i - 1].folded in months()
            or near[i - 1].text.isdecimal()
            or near[i - 1].folded in ("in", "since", "of")
        )
        if (
            close
            and not dated
            and not any(other.text in ".;:()" or ends_sentence(other) for other in near[max(0, i - 1) :])
        ):
            return word.text
    return ""


def _year_behind(words: Sequence[Word], at: int) -> tuple[int, str]:
    """Behind "of 2012", "from 2014", and that year."""
    if (
        at + 2 < len(words)
        and words[at].text == "("
        and _YEAR.fullmatch(words[at + 1].text)
        and words[at + 2].text == ")"
    ):
        return at + 3, words[at + 1].text
    if at + 1 < len(words) and words[at].folded in ("of", "from", "for", "in") and _YEAR.fullmatch(words[at + 1].text):
        return at + 2, words[at + 1].text if words[at].folded in ("of", "from") else ""
    return at, ""


def ends_sentence(word: Word) -> bool:
    """The last word of a sentence, not an abbreviation."""
    return word.text.endswith(".") and len(word.text) > 4 and word.text[:-1].isalpha()


def _without_article(words: Sequence[Word], first: int) -> int:
    return (
        first - 1
        if first and words[first - 1].folded in ("the", "a", "an", "der", "die", "das", "le", "la", "el")
        else first
    )


def _object(words: Sequence[Word], first: int) -> bool:
    """Behind "in", "of": "his column in Forbes gives a date", where Forbes does not."""
    at = _without_article(words, first)
    return at > 0 and words[at - 1].text in ("in", "of", "at", "from", "with")


def _lead(words: Sequence[Word], first: int, *, listed: bool) -> int:
    at = _without_article(words, first)
    start = lead(words, at, body_leads())
    if listed and start == at:
        start = lead(words, at, listed_leads())
    return start if start < at else first


def _subordinate(words: Sequence[Word], first: int, *, listed: bool) -> bool:
    """Inside what somebody else says: "the article details how the agency stresses"; "that" begins more than speech."""
    at = _without_article(words, first)
    return at > 0 and words[at - 1].folded in _WITHIN and not (listed and words[at - 1].folded == "that")


def _past_relative(words: Sequence[Word], last: int) -> int:
    """Behind ", which had the files first,"."""
    if (
        last + 1 >= len(words)
        or words[last].text != ","
        or words[last + 1].folded not in ("which", "a", "an", "the", "in")
    ):
        return last
    if words[last + 1].folded == "which" and verb_of(words, last + 2, _verbs(listed=True)):
        return last + 2
    for j in range(last + 2, min(last + _RELATIVE, len(words))):
        if words[j].text == ",":
            return j + 1
        if not words[j].text[0].isalnum():
            break
    return last


def _issued(words: Sequence[Word], last: int) -> int:
    """Behind "has released the ... Report", "published a study": what it issued is a document; 0 without."""
    at = (
        last + 1
        if words[last : last + 1] and words[last].folded in ("has", "have", "had", "recently", "also")
        else last
    )
    if at >= len(words) or words[at].folded not in words_of("issuing_verbs"):
        return 0
    for j in range(at + 1, min(at + 14, len(words))):
        if words[j].folded in ("no", "not", "neither", "nothing"):
            return 0
        if words[j].folded in words_of("issued_nouns"):
            return j + 1
        if (
            words[j].text in ".;:"
            or words[j].paragraph
            or (words[j].text.endswith(".") and words[j].text[:-1].islower())
        ):
            return 0
    return 0


def _noun(words: Sequence[Word], last: int, nouns: frozenset[str]) -> int:
    start = last + 2 if words[last : last + 1] and words[last].text in _POSSESSIVE else last
    for j in range(start, min(start + 3, len(words))):
        if words[j].folded in nouns and not words[j].capital:
            return j + 1
        if words[j].text not in _POSSESSIVE and (not words[j].text[0].isalnum() or words[j].capital):
            return 0
    return 0
