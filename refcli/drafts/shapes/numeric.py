"""[3, 5-7] -> mentions, in a draft whose list is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Mention, Unknown
from refcli.text import Span

_NUMBERS = re.compile(r"\[(\d{1,3}(?:\s*[,;–—-]\s*\d{1,3}){0,12})(?:,?\s*(?:pp?\.|at|paras?\.)\s*[\d–-]+)?\](?![(:])")


def find(scene: Scene) -> Iterator[Mention]:
    """Numbers in square brackets."""
    if not scene.numbered:
        return
    size = len(scene.index.entries)
    for match in _NUMBERS.finditer(scene.prose.text):
        numbers = _expand(match[1])
        targets = tuple(number - 1 for number in numbers if 1 <= number <= size)
        beyond = [number for number in numbers if not 1 <= number <= size]
        link = Unknown(f"[{beyond[0]}]") if beyond else Cites(targets)
        yield Mention(Span(*match.span()), "numeric", link)


def _expand(words: str) -> list[int]:
    out: list[int] = []
    for part in re.split(r"[,;]", words):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        out += range(ends[0], min(ends[-1], ends[0] + 100) + 1) if ends else []
    return out
