"""Mentions as found -> mentions told apart by what stands around them: a citation beside, a year, an earlier mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from refcli.drafts.linking import has_year
from refcli.drafts.lookup import several, years_in
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Ambiguous, Cites, Mention, Unchecked, Unknown
from refcli.text import Span, fold

_PROSE = ("narrative", "outlet-attribution")
_STATED = re.compile(r"[(\[]\D{0,20}\d{4}|n\.d\.|\bissue of\b")
_OWN_YEAR = re.compile(r"\b(?:his|her|their|its|an?|the|writing in)\s+(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b")
_BARE_YEAR = re.compile(r"[^()\[\]\n]{0,240}\(((?:1[5-9]|20)\d\d)[,:) ]")
"""The year that stands alone in the next brackets: "Hviding would not have been surprised (1996, 391)"."""
_STOP = re.compile(r"[.!?][”\"’)\]]*(?:\[\^?[\w,; –-]+\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|<sup>[^<]*</sup>|\d{1,3})*\s+(?=[A-Z“\"‘])")
_REACH = 600
_TITLE = 160
_MEMORY = 200
"""Mentions that a reader has in mind."""
_ACRONYM_YEAR = re.compile(r"[(\[][A-Z][A-Za-z&.-]*[A-Z],?\s(?:1[5-9]|20)\d\d[a-z]?[^()\[\]]{0,30}[)\]]")


def settle(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, in order of place, of which fewer are ambiguous; what a citation beside it backs need not be listed."""
    out: list[Mention] = []
    for at, mention in enumerate(mentions):
        link = mention.link
        if mention.kind in _PROSE and isinstance(link, Ambiguous):
            near = [*_beside(scene, mentions, at), *_before(scene, out, mention)]
            one = _told_apart(scene, mention, link.targets, near) or _only_cited(out, link.targets)
            out.append(replace(mention, link=Cites(one)) if one else mention)
        elif mention.kind in _PROSE and isinstance(link, Unknown) and _sourced(scene, mentions, at):
            out.append(replace(mention, link=Unchecked(link.name)))
        elif work := _published(scene, out, mention):
            out.append(replace(mention, link=Cites(work)))
        elif link == Unchecked("") and _backed(scene, mentions, at):
            continue
        elif out and _unfolds(scene, out[-1], mention):
            out[-1] = replace(out[-1], span=Span(out[-1].span.start, mention.span.end), link=link)
        else:
            out.append(mention)
    return out


def _unfolds(scene: Scene, name: Mention, acronym: Mention) -> bool:
    """A body's name with its acronym and the year in the brackets behind it is one mention: "the World Bank (WB, 2017)"."""
    beside = name.kind in _PROSE and 0 <= acronym.span.start - name.span.end < 2
    same = bool(set(name.targets) & set(acronym.targets))
    return beside and same and _ACRONYM_YEAR.fullmatch(acronym.span.of(scene.prose.text)) is not None


def _published(scene: Scene, settled: Sequence[Mention], mention: Mention) -> tuple[int, ...]:
    """Where and when the work came out that is named before it: "Ostrow's *Cold Ports* (Lantern, 1998)" cites no Lantern."""
    if not settled or not isinstance(mention.link, Unknown) or mention.kind != "parenthetical":
        return ()
    before, name = settled[-1], mention.link.name
    between = scene.prose.text[before.span.end : mention.span.start]
    if before.kind not in _PROSE or len(between) > _TITLE or several(name) or _STOP.search(between):
        return ()
    years = years_in(mention.span.of(scene.prose.text))
    same = [i for i in before.targets if years and has_year(scene.index.entries[i], years[0])]
    titled = re.search(r"[“\"*_]", between) is not None
    return tuple(i for i in same if titled or fold(name) in fold(scene.index.entries[i].text))


def _told_apart(
    scene: Scene, mention: Mention, candidates: tuple[int, ...], others: Iterable[Mention]
) -> tuple[int, ...]:
    """The entry whose year stands near, else the one that a neighbour, nearest first, cites."""
    start = mention.span.start
    near = scene.prose.text[max(0, start - 80) : mention.span.end + 60]
    behind = _BARE_YEAR.match(scene.prose.text, mention.span.end)
    for year in [*_OWN_YEAR.findall(near), *([behind[1]] if behind else [])]:
        found = tuple(i for i in candidates if has_year(scene.index.entries[i], year))
        if len(found) == 1:
            return found
    for other in others:
        said = other.kind not in _PROSE or _STATED.search(other.span.of(scene.prose.text))
        if said and isinstance(other.link, Cites) and len(other.targets) == 1 and other.targets[0] in candidates:
            return other.targets
    return ()


def _sourced(scene: Scene, mentions: Sequence[Mention], at: int) -> bool:
    """A citation beside it, or an address in its note, says where it comes from."""
    inside = any(note.start <= mentions[at].span.start < note.end for note in scene.sourced)
    return inside or _backed(scene, mentions, at)


def _backed(scene: Scene, mentions: Sequence[Mention], at: int) -> bool:
    """A citation in the same or the next sentence stands for a source that is named without a year."""
    if _STATED.search(scene.prose.text[mentions[at].span.start : mentions[at].span.end]):
        return False
    return any(other.kind not in _PROSE and other.targets for other in _beside(scene, mentions, at))


def _beside(scene: Scene, mentions: Sequence[Mention], at: int) -> list[Mention]:
    """Mentions behind it up to the end of the next sentence, in its paragraph, and the one before in its sentence."""
    found, here = [], mentions[at].span
    for other in mentions[at + 1 : at + 8]:
        between = scene.prose.text[here.end : other.span.start + 1]
        if len(between) > _REACH or _new_paragraph(between) or len(_STOP.findall(between)) > 1:
            break
        found.append(other)
    if at:
        between = scene.prose.text[mentions[at - 1].span.end : here.start + 1]
        if len(between) <= _REACH and not _new_paragraph(between) and not _STOP.search(between):
            found.append(mentions[at - 1])
    return found


def _before(scene: Scene, settled: Sequence[Mention], mention: Mention) -> list[Mention]:
    """What the paragraph's running text named before, the nearest first: "Sadykova (2011) begins ... Ms. Sadykova writes"."""
    found = []
    for other in reversed(settled[-8:]):
        if _new_paragraph(scene.prose.text[other.span.end : mention.span.start]):
            break
        if other.kind in _PROSE:
            found.append(other)
    return found


def _only_cited(settled: Sequence[Mention], candidates: tuple[int, ...]) -> tuple[int, ...]:
    """The one of the candidates that the draft has cited so far, where it has cited no other."""
    sure = (mention.targets for mention in settled[-_MEMORY:] if isinstance(mention.link, Cites))
    cited = {i for targets in sure for i in targets if i in candidates}
    return tuple(cited) if len(cited) == 1 else ()


def _new_paragraph(words: str) -> bool:
    return re.search(r"\n[ \t\r]*\n", words) is not None
