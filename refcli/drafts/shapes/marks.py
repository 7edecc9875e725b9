"""Superscripts, and numbers that stick to a word or its stop, in a draft whose list is numbered -> mentions.

A number alone proves nothing: they count only where they run on as the marks of notes do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from refcli.drafts.shapes.numeric import expand
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Kind, Mention
from refcli.text import Span, rare

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = rare(
    r"(?<!\bkm)(?<!\bm)(?<!\bcm)(?<!\bmm)(?<!\bft)(?<!\bR)(?<!\bCO)[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:\s?[,⁻–-]?\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*"
    r"|<sup>\s*(?:<a[^>]*>)?\s*\[?(?P<html>\d{1,3}(?:\s*[,–-]\s*\d{1,3})*)\]?\s*(?:</a>)?\s*</sup>"
    r"|\^(?P<pandoc>\d{1,3}(?:[,–-]\d{1,3})*)\^"
)
_STUCK = rare(
    r"(?:(?<=[^\W\d_][.,;:!?”\"’')])|(?<=[.,!?][”\"’')]))(?P<stuck>\d{1,3}(?:[,–-]\d{1,3})*)(?=\s|$)"
    r"|(?<=\d[.,])(?P<figure>\d{1,3})(?=\s|$)|(?<=[a-zß-ÿ]{3})(?P<word>\d{1,3})(?=[.,;:]?(?:\s|$))"
)
_ROUND = rare(r"(?<=\s)\((?P<round>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\)(?=[\s.,;:])")
_GLUED = rare(r"(?:(?<=[.,;:!?”\"’'])|(?<=[a-zß-ÿ]{3}))\((?P<glued>\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\)(?=[\s.,;:—–]|\Z)")
_ENOUGH = 0.5


def find(scene: Scene) -> Iterator[Mention]:
    """The first way of marking that covers the list."""
    if not scene.numbered:
        return
    for pattern, strict in ((_RAISED, False), (_STUCK, True), (_GLUED, False), (_ROUND, True)):
        found = _running([_mark(scene, match) for match in pattern.finditer(scene.prose.text)], strict=strict)
        targets = {target for mention in found for target in mention.targets}
        if len(targets) >= _ENOUGH * len(scene.index.entries):
            yield from (replace(mention, link=Cites(scene.index.full(mention.targets))) for mention in found)
            return


def _mark(scene: Scene, match: re.Match[str]) -> Mention:
    words = next((group for group in match.groups() if group), match[0].translate(_DIGITS).replace("⁻", "-"))
    targets = tuple(scene.numbers[number] for number in expand(words.replace(" ", ",")) if number in scene.numbers)
    kind: Kind = "numeric" if match[0].startswith("(") else "note"
    return Mention(Span(*match.span()), kind, Cites(targets))


def _running(marks: Sequence[Mention], *, strict: bool) -> list[Mention]:
    """Those that mean entries; strictly only those that count on from the highest so far, as notes do."""
    out: list[Mention] = []
    highest = -1
    for mark in marks:
        if not mark.targets or (strict and not highest < mark.targets[0] <= highest + 2):
            continue
        highest = max(highest, *mark.targets)
        out.append(mark)
    return out
