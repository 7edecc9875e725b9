"""[3, 5-7] -> mentions, in a draft whose list is numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Mention, Unknown
from refcli.text import Span, rare

_NUMBERS = rare(
    r"(?<!\b[A-Za-z])\\?\[(\d{1,3}(?:\s*[,;–—-]\s*\d{1,3}){0,20})(?:[,:;]?\s*(?:pp?\.|[SсС]\.|at|paras?\.|[^\W\d_]{2,9}\.?)\s*[\w.–-]+)?\\?\](?!:|\((?!#))"
)
_SCALE = re.compile(r"\b(?:scale|range|interval|score|scores|rating|values?|domain)\s*(?:of\s*)?\Z", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Mention]:
    """Numbers in square brackets; an interval such as [0, 24] or [1-500] is none."""
    if not scene.numbered:
        return
    most = max(scene.numbers, default=0)
    for match in _NUMBERS.finditer(scene.prose.text):
        numbers = expand(match[1])
        if _SCALE.search(scene.prose.text, max(0, match.start() - 14), match.start()):
            continue
        if 0 in numbers or max(numbers) > 1.5 * most + 5 or any(match[1].count(sign) > 1 for sign in ("--",)):
            continue
        beyond = [
            number for number in numbers if number not in scene.numbers and (number > most or _gap(scene, number))
        ]
        targets = scene.index.full(scene.numbers[number] for number in numbers if number in scene.numbers)
        yield Mention(Span(*match.span()), "numeric", Unknown(f"[{beyond[0]}]") if beyond else Cites(targets))


def _gap(scene: Scene, number: int) -> bool:
    """The list leaves the number out: it is not that the entry was not found."""
    mark = re.compile(rf"^[ \t]*[\[(]?{number}[\]).:]", re.MULTILINE)
    return not any(mark.search(span.of(scene.text)) for span in scene.hidden)


def expand(words: str) -> list[int]:
    """The numbers of "3, 5-7"."""
    out: list[int] = []
    for part in re.split(r"[,;]", words):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        out += range(ends[0], min(ends[-1], ends[0] + 100) + 1) if ends else []
    return out
