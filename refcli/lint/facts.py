"""Document, and a library where one is named -> what is known before any rule judges: the list, the mentions, their links."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.documents import Document
from refcli.drafts import Listed, Mention, Unknown, find_mentions, named, noted, own_list, read_scene
from refcli.lint.types import Facts


def gather(document: Document, library: Sequence[Listed] | None = None, trouble: str = "") -> Facts:
    """Entries, mentions and their links. A draft without a list is checked against the works that its reference manager left
    in it; `trouble` says why the library that it names cannot be used.
    """
    own = own_list(document)
    if library is None and document.works and not own.entries:
        library = [Listed(i, work, work.get("title"), None, work.id) for i, work in enumerate(document.works)]
    if library is not None:
        entries = tuple(library)
        scene = read_scene(document, entries, hidden=own.hidden)
        mentions, twins = find_mentions(scene), scene.index.twins
        return Facts(document, entries, mentions, frozenset(), own_list=False, twins=twins, trouble=trouble)
    scene = read_scene(document, own.entries, hidden=own.hidden, numbers=own.numbers)
    mentions = find_mentions(scene)
    trouble = trouble or own.trouble or _misfit(own.entries, mentions)
    return Facts(
        document,
        own.entries,
        mentions,
        named(scene, mentions),
        own_list=True,
        notes=noted(scene),
        twins=scene.index.twins,
        trouble=trouble,
        chapters=own.chapters,
    )


def _misfit(entries: Sequence[Listed], mentions: Sequence[Mention]) -> str:
    """Where hardly anything fits, the list was read wrongly rather than forgotten."""
    unknown = sum(isinstance(mention.link, Unknown) for mention in mentions)
    wrong = bool(entries) and len(mentions) > 5 and unknown > 0.7 * len(mentions)
    return "hardly any mention fits the list, so it was probably read wrongly" if wrong else ""
