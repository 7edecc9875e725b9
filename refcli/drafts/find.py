"""Draft and list -> the mentions in it, each place claimed once."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.documents import Document
from refcli.drafts.listing import Index, index
from refcli.drafts.shapes import SHAPES, Scene
from refcli.drafts.types import Listed, Mention, Unknown
from refcli.drafts.words import Prose
from refcli.text import Span, blank


def find_mentions(
    document: Document, entries: Sequence[Listed], *, hidden: Sequence[Span] = (), numbered: bool = False
) -> tuple[Mention, ...]:
    """The mentions of sources in a draft's prose, in order.

    `hidden` are stretches that are no prose (the list itself); `numbered` says that the list's entries bear numbers.
    """
    prose = Prose(blank(document.prose, list(hidden)))
    scene = Scene(prose, index(entries), document.text, numbered)
    found: list[Mention] = []
    taken: list[Span] = []
    for shape in SHAPES:
        fresh = list(shape.find(scene))
        fresh = [mention for mention in fresh if not _claimed(taken, mention.span)]
        found += _longest(fresh)
        taken = sorted(mention.span for mention in found)
    return tuple(sorted([*found, *_quotations(prose, found)], key=lambda mention: mention.span))


def seen(document: Document, entries: Sequence[Listed], hidden: Sequence[Span]) -> frozenset[int]:
    """Entries whose author, body or outlet the prose names at all, as a source or not: nobody can call them unused."""
    names: Index = index(entries)
    prose = Prose(blank(document.prose, list(hidden)))
    out: set[int] = set()
    for word in prose.words:
        if word.capital:
            out.update(names.family(word.folded))
    folded = [word.folded for word in prose.words]
    for i, start in enumerate(folded):
        for length in range(names.starts.get(start, 0), 0, -1):
            out.update(names.bodies.get(tuple(folded[i : i + length]), ()))
    return frozenset(out)


def _claimed(taken: Sequence[Span], span: Span) -> bool:
    from bisect import bisect_left  # noqa: PLC0415

    i = bisect_left(taken, (span.start, span.end))
    return any(other.overlaps(span) for other in taken[max(0, i - 1) : i + 1])


def _longest(found: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the one that begins first, and of these the longest."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not out or mention.span.start >= out[-1].span.end:
            out.append(mention)
    return out


def _quotations(prose: Prose, found: Sequence[Mention]) -> list[Mention]:
    """Block quotations, linked to what the sentence before them names."""
    out = []
    for block in prose.blocks:
        before = [
            mention
            for mention in found
            if 0 <= block.start - mention.span.end <= 200 and not isinstance(mention.link, Unknown)
        ]
        if before:
            out.append(Mention(block, "quotation", before[-1].link))
    return out
