"""(Weitz 2006, 155; see also Cooley & Heathershaw, 2017a) -> mentions, one a work or author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.lookup import YEARS, link_names
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Mention
from refcli.text import Span

_GROUP = re.compile(r"[(\[]([^()\[\]]{4,400}(?:\[[^\]]{1,40}\][^()\[\]]{0,200})?)[)\]]")
_PIECE = re.compile(r"[^;]+")
_CITE = re.compile(
    r"(?P<lead>(?:\s|see|also|e\.g\.,?|i\.e\.,?|cf\.|compare|as cited in|cited in|quoted in|in|from|and|but see|for example,?|adapted from)*)"
    r"(?P<names>[*_“\"‘«]?[^\W\d_].{0,160}?)[,:]?\s+(?P<years>" + YEARS + r")"
    r"(?P<tail>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)


def find(scene: Scene) -> Iterator[Mention]:
    """Every author-date citation in brackets."""
    text = scene.prose.text
    for group in _GROUP.finditer(text):
        if not re.search(r"\d{4}|n\.d|forthcoming", group[1]):
            continue
        pieces = list(_PIECE.finditer(text, group.start(1), group.end(1)))
        for piece in pieces:
            match = _CITE.match(piece[0])
            if match is None:
                continue
            years = tuple(year.replace(" ", "") for year in re.findall(r"\d{4}[a-z]?|n\.d|forthcoming", match["years"]))
            link = link_names(scene.index, match["names"], years, strict=True)
            if link is not None:
                alone = len(pieces) == 1
                start = group.start() if alone else piece.start() + match.start("names")
                end = group.end() if alone else piece.start() + len(piece[0].rstrip())
                yield Mention(Span(start, end), "parenthetical", link)
