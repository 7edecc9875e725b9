"""[^3] and its footnote, which names a listed work by author and short title, or says "Ibid." -> mentions.

The mark in the text is the mention; the body of the note is one too where it names its work outright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.linking import misspelled
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Link, Mention, Unchecked, Unknown
from refcli.drafts.worded import worded
from refcli.text import Span

_NOTE = re.compile(
    r"^[ \t]{0,3}\[\^(?P<id>[^\]\s]+)\]:[ \t]*(?P<words>[^\r\n]+(?:\r?\n(?:[ \t]{2,}|\t)[^\r\n]+)*)", re.MULTILINE
)
_MARK = re.compile(r"\[\^(?P<id>[^\]\s]+)\](?!:)")
_AUTHOR_TITLE = re.compile(
    r"(?:[Ss]ee\s+(?:also\s+)?|[Cc]f\.?\s+)?(?P<given>[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z]\.?)*)\s(?P<family>(?:(?:van|von|de|der|den|al)[\s-])*[^\W\d_a-z][\w’'-]+)"
    r"(?:,|\s(?:and|&|et al\.?,?)\s)[^“\"*_]{0,60}[“\"*_]"
)
_IBID = re.compile(r"\s*(?:see\s+)?(?:also\s+)?(?:ibid|ebd|ebenda|idem|id|там же)\b\.?", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Mention]:
    """Marks of notes that cite a listed work, and those notes."""
    links: dict[str, Link] = {}
    last: Link | None = None
    for note in _NOTE.finditer(scene.text):
        link = _listed(scene, note) or (last if _IBID.match(note["words"]) else _cited(scene, note["words"]))
        if link is not None:
            links.setdefault(note["id"], link)
            last = link
            if not scene.in_list(note.start("words")):
                named = Unchecked(link.name) if isinstance(link, Unknown) else link
                yield Mention(Span(*note.span("words")), "note", named)
    for mark in _MARK.finditer(scene.prose.text):
        if mark["id"] in links:
            yield Mention(Span(*mark.span()), "note", links[mark["id"]])


def _listed(scene: Scene, note: re.Match[str]) -> Link | None:
    """The entries that this note itself is, where the notes are the list."""
    found = tuple(
        entry.index for entry in scene.index.entries if entry.span and entry.span.overlaps(Span(*note.span("words")))
    )
    return Cites(found) if found else None


def _cited(scene: Scene, words: str) -> Link | None:
    """All works that the parts of a note name."""
    stranger = _AUTHOR_TITLE.match(words)
    if stranger and scene.index.entries and not scene.index.family(stranger["family"]):
        near = misspelled(scene.index, stranger["given"], stranger["family"], ())
        return near or Unknown(f"{stranger['given']} {stranger['family']}")
    found = [link for part in words.split(";") if (link := worded(scene.index, part)) is not None]
    if len(found) < 2:
        return found[0] if found else None
    return Cites(tuple(dict.fromkeys(i for link in found for i in link.targets)))
