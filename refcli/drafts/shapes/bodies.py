"""According to the Nairobi Institute; a 2019 GAO report; a recent study found -> mentions of what is not listed.

Bodies that also act (ministries, armies, parliaments) are sources only behind words that nothing else stands behind; and
what is named in passing need not be listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from refcli.drafts.attribution import Attribution, attribution, ends_sentence, past_acronym, verb_of
from refcli.drafts.lexicon import names_institution, words_of
from refcli.drafts.shapes.outlets import bare
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Link, Mention, Unchecked, Unknown
from refcli.drafts.words import Word
from refcli.text import Span

_DATA = frozenset(["data", "figures", "statistics", "numbers"])
"""Whose data they are is told where they are used; the list has works."""
_JOINTS = frozenset(["of", "for", "and", "on", "the", "in", "&", "de"])


@cache
def _work() -> re.Pattern[str]:
    """ "A recent study of ports found": a document that is described, and its verb."""
    verbs = "|".join(sorted(words_of("document_verbs")))
    nouns = "report|study|survey|poll|paper|analysis|assessment|investigation|audit"
    return re.compile(
        r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he(?=\s+(?:(?:19|20)\d\d|latest)\s))\s+(?:[a-z0-9-]+\s+){0,3}?"
        rf"(?:{nouns})(?:\s+(?:titled|entitled|called|by|from|of|on|that|in|which)\s[^.;:\n()]{{1,140}}?)?\s+(?:{verbs})\b"
    )


def find(scene: Scene) -> Iterator[Mention]:
    """Bodies by the shape of their name, documents by their kind."""
    words, behind = scene.prose.words, 0
    for first in scene.prose.capitals:
        if first >= behind and words[first].capital:
            behind = body_run(words, first)
            yield from _mention(scene, first, behind)
    for match in _work().finditer(scene.prose.text):
        if not scene.prose.quoted(match.start()):
            yield Mention(Span(*match.span()), "outlet-attribution", Unchecked(""))


def body_run(words: tuple[Word, ...], start: int) -> int:
    """Where a run of capitalised words, with small words between them, ends."""
    end = start + 1
    while end < len(words) and end - start < 10:
        owns = words[end - 1].text.endswith(("’s", "'s")) and not names_institution(words[end].folded)
        if owns or ends_sentence(words[end - 1]):
            break
        if ends_sentence(words[end - 1]) and words[end].capital and words[end].folded in words_of("openers"):
            break
        joined = words[end].folded in _JOINTS and end + 1 < len(words) and words[end + 1].capital
        if not (words[end].capital or joined):
            break
        end += 1
    return end


def _mention(scene: Scene, first: int, last: int) -> Iterator[Mention]:
    words = scene.prose.words
    while first < last and words[first].folded in words_of("openers"):
        first += 1
    if first >= last or scene.prose.quoted(words[first].start):
        return
    name = " ".join(bare(word) for word in words[first:last])
    if _is_document(words[last - 1]):
        verb = verb_of(words, past_acronym(words, last), words_of("document_verbs"))
        if verb and last - first > 1:
            yield Mention(Span(words[first].start, words[verb - 1].end), "outlet-attribution", Unchecked(name))
    elif is_body(words[first:last]):
        how = attribution(scene.prose, first, last)
        link = _link(name, how) if how else None
        if how and link and not scene.prose.alone(how.span):
            yield Mention(how.span, "outlet-attribution", link)


def _link(name: str, how: Attribution) -> Link | None:
    match how.cue:
        case "lead":
            return Unchecked(name) if name.isupper() or how.word in _DATA else Unknown(name)
        case "noun":
            return Unknown(name) if how.year else Unchecked(name)
        case _:
            return Unchecked(name) if how.word in words_of("finding_verbs") else None


def is_body(run: Sequence[Word]) -> bool:
    """An acronym, or words of which one says that a body is named; no place, no state."""
    if all(word.folded in words_of("places") for word in run):
        return False
    named = any(names_institution(word.folded) for word in run) and (len(run) > 1 or len(bare(run[0])) > 10)
    return named or all(_is_acronym(word) or word.folded in _JOINTS for word in run)


def _is_acronym(word: Word) -> bool:
    text = bare(word)
    return len(text) >= 3 and text.isupper() and text.isalpha() and text.casefold() not in words_of("acting_acronyms")


def _is_document(word: Word) -> bool:
    return word.folded in words_of("documents")
