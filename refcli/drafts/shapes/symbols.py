"""S/RES/2277 (2016); Regulation (EU) No 910/2014; GAO-17-211 -> mentions of listed documents by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.linking import resolve
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Kind, Mention
from refcli.text import Span, fold_key

_SYMBOL = re.compile(
    r"\b(?:[AES]|ST|CCPR|CEDAW|CERD|CRC|CAT|FCCC|UNEP|TD|DP|ID|JIU|HRI|WHA|COM|SWD|MSC)(?:/[A-Z0-9][\w.-]*)+(?:\s?\(\d{4}\))?"
    r"|\b[Rr]esolution\s+\d{2,4}(?:/\d{1,3})?(?:\s?\(\d{4}\))?"
    r"|\b(?:Regulation|Directive|Decision)\s+(?:\((?:EU|EC|EEC)\)\s+)?(?:No\.?\s+)?\d+/\d+(?:/EC|/EU)?"
    r"|\bGAO-\d\d-\d+\w*|\bExecutive Order\s+\d{4,5}|\bPublic Law\s+\d+-\d+|\bP\.\s?L\.\s?\d+-\d+"
)


def find(scene: Scene) -> Iterator[Mention]:
    """Symbols that an entry bears; those that none does are no mentions."""
    listed: dict[str, list[int]] = {}
    for entry in scene.index.entries:
        for match in _SYMBOL.finditer(entry.text):
            for key in _keys(match[0]):
                listed.setdefault(key, []).append(entry.index)
    if not listed:
        return
    for match in _SYMBOL.finditer(scene.prose.text):
        found = next((listed[key] for key in _keys(match[0]) if key in listed), None)
        if found:
            enclosed = scene.prose.text[match.start() - 1 : match.start()] in "(["
            kind: Kind = "parenthetical" if enclosed else "outlet-attribution"
            yield Mention(Span(*match.span()), kind, resolve(scene.index, found, ()))


def _keys(symbol: str) -> Iterator[str]:
    """As it stands, then without the year in brackets."""
    yield fold_key(symbol)
    yield fold_key(re.sub(r"\s?\(\d{4}\)", "", symbol))
