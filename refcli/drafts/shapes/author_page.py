"""(Weitz 155), (Cooley and Heathershaw 12-14), (Weitz), ("Offshore" 31) -> mentions of listed works, as the MLA style has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.lexicon import months, no_names, words_of
from refcli.drafts.linking import near_family, resolve
from refcli.drafts.lookup import body_targets, link_names
from refcli.drafts.shapes.pieces import without_lead
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Link, Mention, Unknown
from refcli.text import Span, fold

_GROUP = re.compile(r"\(([^()\[\]]{3,200})\)")
_PAGE = r"(?:pp?\.\s*|ch(?:ap)?\.\s*|para?s?\.\s*)?\d{1,4}(?:\s*[-–,]\s*\d{1,4})*(?:ff?\.)?"
_CITE = re.compile(rf"(?P<names>[“\"*_]?[^\W\d_][^;]*?)(?P<page>,?\s+{_PAGE})?\s*\Z")
_QUOTED = re.compile(r"[“\"*_]+(?P<title>[^”\"*_]{3,120})[”\"*_]+\Z")
_STYLE = 3
_BARE_STYLE = 2


def find(scene: Scene) -> Iterator[Mention]:
    """Listed names in brackets, with a page or none; where a draft cites so, unlisted ones with a page too, and misspelt ones."""
    found = [
        (cite, _front(scene, cite) or _link(scene, cite["names"], paged=bool(cite["page"])), span)
        for cite, span in _cites(scene.prose.text)
    ]
    paged = sum(bool(cite["page"]) and link is not None for cite, link, _ in found)
    titled = sum(_QUOTED.match(cite["names"].strip()) is not None and link is not None for cite, link, _ in found)
    bare = sum(not cite["page"] and link is not None for cite, link, _ in found)
    for cite, link, span in found:
        if link is not None:
            yield Mention(span, "parenthetical", link)
        elif paged >= _STYLE and cite["page"] and _like_author(scene, cite["names"]):
            name = cite["names"].strip(" ,")
            yield Mention(span, "parenthetical", near_family(scene.index, name) or Unknown(name))
        elif titled >= _STYLE and (title := _like_title(cite["names"])):
            yield Mention(span, "parenthetical", Unknown(title))
        elif bare >= _BARE_STYLE and not cite["page"] and _like_author(scene, cite["names"]):
            near = near_family(scene.index, cite["names"].strip(" ,"))
            if near is not None:
                yield Mention(span, "parenthetical", near)


def _cites(text: str) -> Iterator[tuple[re.Match[str], Span]]:
    for group in _GROUP.finditer(text):
        pieces = list(re.finditer(r"[^;]+", group[1]))
        for piece in pieces:
            lead = without_lead(piece[0])
            cite = _CITE.match(piece[0], lead)
            start = group.start(1) + piece.start()
            whole = Span(*group.span()) if len(pieces) == 1 else Span(start + lead, start + piece.end() - piece.start())
            if cite:
                yield cite, whole


def _front(scene: Scene, cite: re.Match[str]) -> Link | None:
    """What begins an entry, number and all: "(Interview 7)"."""
    found = scene.index.fronted(f"{cite['names']} {cite['page']}") if cite["page"] else ()
    return Cites(found) if len(found) == 1 else None


def _link(scene: Scene, names: str, *, paged: bool) -> Link | None:
    quoted = _QUOTED.match(names.strip())
    if quoted:
        found = scene.index.titled(quoted["title"])
        return resolve(scene.index, found, ()) if found else None
    names = re.sub(r"^(?:qtd\.? in|quoted in|cited in)\s+", "", names.strip())
    if body := body_targets(scene.index, names) if paged and len(names) > 3 else ():
        return resolve(scene.index, body, ())
    first = re.split(r"\s+(?:and|&|et al)|,", names)[0]
    if not first[:1].isupper() or not (
        scene.index.exact.get(fold(first)) or scene.index.exact.get(fold(first.split()[-1]))
    ):
        return None
    link = link_names(scene.index, names, ())
    return None if isinstance(link, Unknown) else link


def _like_title(names: str) -> str:
    """A title in quotation marks that fills the brackets, as the draft cites others; "" for words that only coin a name."""
    quoted = _QUOTED.match(names.strip())
    words = quoted["title"].split() if quoted else []
    capitals = sum(word[:1].isupper() for word in words)
    return (
        quoted["title"].rstrip(" .,")
        if quoted and words[0][:1].isupper() and len(words) > 2 and 2 * capitals >= len(words)
        else ""
    )


def _like_author(scene: Scene, names: str) -> bool:
    """One capitalised word, no place, no month, no label: "(Figure 3)", "(May 12)" and "(Section 4)" cite nobody."""
    word = names.strip(" ,")
    folded = fold(word).strip(".")
    odd = folded in no_names() or folded in months() or folded in scene.places or folded in words_of("openers")
    return bool(re.fullmatch(r"[^\W\d_a-z][^\W\d_A-Z][\w’'-]+", word)) and not odd
