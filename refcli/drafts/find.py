"""Draft and list -> the mentions in it, each place claimed once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from refcli.documents import Document
from refcli.drafts.asides import asides
from refcli.drafts.coined import coin
from refcli.drafts.listing import index
from refcli.drafts.lookup import hyphenated, led_by
from refcli.drafts.loose import loosely_named
from refcli.drafts.settle import settle
from refcli.drafts.shapes import SHAPES, Scene
from refcli.drafts.shapes.keys import silent
from refcli.drafts.shapes.notes import called
from refcli.drafts.types import Ambiguous, Cites, Listed, Mention
from refcli.drafts.words import Prose
from refcli.text import Span, blank

_KNOWN = ("parenthetical", "narrative", "outlet-attribution")
_CITATIONS = ("parenthetical", "numeric", "note", "key")


def read_scene(
    document: Document,
    entries: Sequence[Listed],
    *,
    hidden: Sequence[Span] = (),
    numbers: Mapping[int, int] | None = None,
) -> Scene:
    """A draft made ready for looking, once for all questions.

    `hidden` are stretches that are no prose (the list itself); `numbers` are the numbers that the list's entries bear,
    each with its entry.
    """
    prose = Prose(blank(document.prose, [*hidden, *asides(document.prose)]))
    return Scene(prose, coin(index(entries), prose), document.text, numbers or {}, tuple(hidden), document.cited)


def find_mentions(scene: Scene) -> tuple[Mention, ...]:
    """The mentions of sources in a draft's prose, in order."""
    found: list[Mention] = []
    taken: list[Span] = []
    for shape in SHAPES:
        fresh = [mention for mention in shape.find(scene) if not _claimed(taken, mention.span)]
        found += _longest(fresh)
        taken = sorted(mention.span for mention in found)
    found = settle(scene, sorted(found, key=lambda mention: mention.span))
    return tuple(sorted([*found, *_quotations(scene.prose, found)], key=lambda mention: mention.span))


def named(scene: Scene, mentions: Sequence[Mention] = ()) -> frozenset[int]:
    """Entries whose author, body or outlet the prose names at all, as a source or not: nobody can call them unused.

    A name inside one of the `mentions` counts for other works of that name only where the mention does not tell them apart.
    """
    out: set[int] = {*silent(scene), *called(scene)}
    known = [mention for mention in mentions if isinstance(mention.link, Cites | Ambiguous) and mention.kind in _KNOWN]
    starts = [mention.span.start for mention in known]
    for at, hits, sharing in _names(scene):
        i = bisect_right(starts, at) - 1
        inside = i >= 0 and at < known[i].span.end
        if not (inside and set(known[i].targets) & set(sharing)):
            out.update(hits)
    return frozenset(out | loosely_named(scene, out | {i for mention in mentions for i in mention.targets}))


def _names(scene: Scene) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """Places where a listed name stands, the entries that this name leads, and all that it has a share in."""
    index, words = scene.index, scene.prose.words
    folded = [word.folded for word in words]
    for i, word in enumerate(words):
        if word.text.islower() and "." not in word.text:
            continue
        families = hyphenated(index, word.folded) or (word.folded,)
        if hits := index.family(families[0]) if word.capital else ():
            yield word.start, tuple(led_by(index, families[0], hits)), hits
        for length in range(index.starts.get(word.folded, 0), 0, -1):
            if hits := index.firm.get(tuple(folded[i : i + length]), ()):
                yield word.start, hits, hits


def _claimed(taken: Sequence[Span], span: Span) -> bool:
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
    """Block quotations, linked to the citation at their end, else to what the sentence before them names."""
    out, ordered = [], sorted(found, key=lambda mention: mention.span.end)
    ends = [mention.span.end for mention in ordered]
    for block in prose.blocks:
        at = bisect_right(ends, block.end) - 1
        if at < 0 or ends[at] <= block.start or ordered[at].kind not in _CITATIONS:
            at = bisect_right(ends, block.start) - 1
        if at >= 0 and block.start - ends[at] <= 200 and ordered[at].targets:
            out.append(Mention(block, "quotation", ordered[at].link))
    return out
