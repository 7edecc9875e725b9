"""Labels <-> the tags that the sequence model learns: a tag tells where a part begins, and signs go with the part before them.

A chain remembers one step. If the full stop between author and title were labelled `other`, the model would meet the title
without knowing that it comes from an author; so the sign bears the author's tag, and `segments` trims it off.
"""

from __future__ import annotations

from collections.abc import Sequence

from refcli.parsing.labelling.segments import trim
from refcli.parsing.labelling.tokens import Token
from refcli.text import Span

BEGINS = "B-"
OTHER = "other"
_MARKED = frozenset(("author", "editor", "title", "container", "publisher", "place"))
_SIGNS = frozenset(",;:.\"“”„«»‹›‘’'`*_|=/–—-()[]{}")
"""What `segments` trims off the ends of a value."""


def tags_of(labels: Sequence[str], tokens: Sequence[Token]) -> list[str]:
    """What the model is taught."""
    tags: list[str] = []
    part = OTHER
    for i, (label, token) in enumerate(zip(labels, tokens, strict=True)):
        if label == OTHER:
            part = part if token.text in _SIGNS and not _parts_alike(labels, i, part) else OTHER
            tags.append(part)
        else:
            begins = label in _MARKED and (not i or labels[i - 1] != label)
            tags.append(BEGINS + label if begins else label)
            part = label
    return tags


def _parts_alike(labels: Sequence[str], i: int, part: str) -> bool:
    """A sign between two parts of one label, which no beginning would tell apart, stays apart."""
    if part in _MARKED:
        return False
    after = next((label for label in labels[i:] if label != OTHER), OTHER)
    return after == part


def labels_of(tags: Sequence[str], text: str, tokens: Sequence[Token]) -> list[str]:
    """What the tags mean: the signs around the words of a part are `other` again."""
    labels = [tag.removeprefix(BEGINS) for tag in tags]
    i, count = 0, len(tags)
    while i < count:
        start, label = i, labels[i]
        i += 1
        while i < count and tags[i] == label:
            i += 1
        if label != OTHER:
            inner = trim(text, Span(tokens[start].start, tokens[i - 1].end), label)
            for j in range(start, i):
                if tokens[j].end <= inner.start or tokens[j].start >= inner.end:
                    labels[j] = OTHER
    return labels
