"""[^3] and its footnote, which names a listed work by author and short title, or points back to it ("Ibid.", "supra note 3") -> mentions.

The mark in the text is the mention; the body of the note is one too where it names its work outright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refcli.drafts.linking import has_year, misspelled
from refcli.drafts.own_list import FOOTNOTE, names_source
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Link, Listed, Mention, Misspelled, Unchecked, Unknown, WrongYear
from refcli.drafts.worded import worded
from refcli.parsing.pointing.pointers import pointer
from refcli.text import Span, fold, rare

_LABEL = re.compile(r"\[\^[^\]\s]+\]:\s*\Z")
_MARK = re.compile(r"\[\^(?P<id>[^\]\s]+)\](?!:)")
_NUMBERED = re.compile(
    r"^[ \t]{0,3}\[(?P<id>\d{1,3})\][ \t]+(?P<words>[^\r\n]+(?:\r?\n(?:[ \t]{2,}|\t)[^\r\n]+)*)", re.MULTILINE
)
_NUMBER = rare(r"(?<=[\w.,;:!?”\"’')])\[(?P<id>\d{1,3})\](?![:(])")
"""Notes as a converted file has them: "so.[1]", and under "Notes" a line "[1] Abe, Straits, 12."."""
_AUTHOR_TITLE = rare(
    r"(?:[Ss]ee\s+(?:also\s+)?|[Cc]f\.?\s+)?(?P<given>[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w’'-]*\.?){0,2})\s(?P<family>(?:(?:van|von|de|der|den|al)[\s-])*[^\W\d_a-z][\w’'-]+)"
    r"(?:,|\s(?:and|&|et al\.?,?)\s)(?:[^“\"*_]{0,60}[“\"*_]|[^()]{4,200}\([^()]{2,60}:[^()]{2,60},\s(?:1[5-9]|20)\d\d\))"
)
_IMPRINT = rare(
    r"\((?:[^()]{0,80},\s)?(?:[^\W\d_a-z][^\W\d_]+\.?\s(?:\d\d?,\s)?)?(?=(?:1[5-9]|20)\d\d\))|,\s(?=[^\W\d_a-z][a-z]{2,8}\.?\s\d\d?,\s(?:1[5-9]|20)\d\d\b)"
)
"""What stands before the year of a book, an issue or a day: "(London: Hurst, 2007)", "12, no. 3 (May 2007)", ", May 9, 2007"."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def find(scene: Scene) -> Iterator[Mention]:
    """Marks of notes that cite a listed work, and those notes."""
    yield from _find(scene, list(FOOTNOTE.finditer(scene.text)), _MARK)
    if not scene.numbered:
        beside = [note for note in _NUMBERED.finditer(scene.text) if not scene.in_list(note.start())]
        yield from _find(scene, beside, _NUMBER)


def _find(scene: Scene, notes: Sequence[re.Match[str]], mark_of: re.Pattern[str]) -> Iterator[Mention]:
    links: dict[str, Link] = {}
    last: Link | None = None
    for note in notes:
        entry, back = _entry(scene, note), pointer(note["words"].replace("*", ""))
        if back and not back.named and not back.note:
            link = last
        elif back and back.note in links:
            link = links[back.note]
        else:
            link = _cited(scene, note["words"]) if entry is None else _listed(scene, entry)
        if link is not None:
            beside = not scene.in_list(note.start("words"))
            links.setdefault(note["id"], Cites(link.targets) if beside and isinstance(link, Misspelled) else link)
            last = Unchecked(link.name) if isinstance(link, Unknown) else links[note["id"]]
            if beside:
                named = Unchecked(link.name) if isinstance(link, Unknown) else link
                wrong = _wrong_year(scene, note["words"], link) if entry is None and not back else None
                yield Mention(Span(*note.span("words")), "note", wrong or named)
    for mark in mark_of.finditer(scene.prose.text) if links else ():
        if mark["id"] in links:
            yield Mention(Span(*mark.span()), "note", links[mark["id"]])


def called(scene: Scene) -> frozenset[int]:
    """Entries that are footnotes: a mark in the text calls each of them."""
    starts = (
        scene.text[max(0, entry.span.start - 64) : entry.span.start] if entry.span else ""
        for entry in scene.index.entries
    )
    return frozenset(i for i, before in enumerate(starts) if _LABEL.search(before))


def _entry(scene: Scene, note: re.Match[str]) -> Listed | None:
    """The entry that this note is, where the notes are the list."""
    place = Span(*note.span("words"))
    return next((entry for entry in scene.index.entries if entry.span and entry.span.overlaps(place)), None)


def _listed(scene: Scene, entry: Listed) -> Link | None:
    """The work itself; for a short title the note that gave it in full; None for a remark."""
    reference = entry.reference
    if reference.issued is None:
        link = worded(scene.index, entry.text)
        full = tuple(i for i in link.targets if i < entry.index) if link else ()
        if full:
            return Cites(full[:1])
    return Cites((entry.index,)) if names_source(entry) else None


def _wrong_year(scene: Scene, words: str, link: Link) -> WrongYear | None:
    """A note of one work, by its title too, with the year of its imprint, which its entry nowhere has."""
    imprints = [_YEAR.search(words, imprint.end()) for imprint in _IMPRINT.finditer(words)]
    if not isinstance(link, Cites) or len(link.targets) != 1 or len(imprints) != 1 or ";" in words:
        return None
    entry, year = scene.index.entries[link.targets[0]], imprints[0][0] if imprints[0] else ""
    title = re.findall(r"[^\W\d_]{4,}", scene.index.titles[entry.index])[:5]
    issued = entry.reference.issued
    if not issued or not title or not year or year in entry.text or has_year(entry, year):
        return None
    if not all(word in fold(words) for word in title):
        return None
    return WrongYear(year, (str(issued.year),), link.targets)


def _cited(scene: Scene, words: str) -> Link | None:
    """All works that the parts of a note name."""
    stranger = _AUTHOR_TITLE.match(words)
    name = f"{stranger['given']} {stranger['family']}" if stranger else ""
    if stranger and scene.index.entries and not (scene.index.family(stranger["family"]) or scene.index.fronted(name)):
        return misspelled(scene.index, stranger["given"], stranger["family"], ()) or Unknown(name)
    found = [link for part in words.split(";") if (link := worded(scene.index, part)) is not None]
    if len(found) < 2:
        return found[0] if found else None
    return Cites(tuple(dict.fromkeys(i for link in found for i in link.targets)))
