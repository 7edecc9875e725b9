"""Footnotes that name a listed work by author and short title, or "Ibid." -> mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.linking import resolve
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Link, Mention
from refcli.text import Span, fold

_NOTE = re.compile(r"^[ \t]{0,3}\[\^[^\]\s]+\]:[ \t]*(?P<words>[^\r\n]+)", re.MULTILINE)
_IBID = re.compile(r"\s*(?:see\s+)?(?:ibid|ebd|idem|id)\b\.?", re.IGNORECASE)
_NAMES = re.compile(r"[^\W\d_][\w’'-]+")


def find(scene: Scene) -> Iterator[Mention]:
    """Markdown footnotes whose words point to an entry."""
    last: Link | None = None
    for note in _NOTE.finditer(scene.prose.text):
        if _IBID.match(note["words"]):
            if last is not None:
                yield Mention(Span(*note.span("words")), "note", last)
            continue
        link = _named(scene, note["words"])
        if link is not None:
            last = link
            yield Mention(Span(*note.span("words")), "note", link)


def _named(scene: Scene, words: str) -> Link | None:
    """The entry whose author stands in front, told apart by the words of its title."""
    head = [match[0] for match in _NAMES.finditer(words[:80])][:5]
    found = next((hits for word in head if (hits := scene.index.family(word))), ())
    if not found:
        return None
    said = {match[0] for match in _NAMES.finditer(fold(words))}
    scores = {
        i: len(said & {word for word in fold(scene.index.entries[i].reference.get("title")).split() if len(word) > 3})
        for i in found
    }
    best = [i for i in found if scores[i] == max(scores.values())]
    return (
        Cites((best[0],))
        if len(best) == 1
        else resolve(scene.index, best, tuple(re.findall(r"\b(?:19|20)\d\d[a-z]?\b", words)))
    )
