"""Lines of a list -> its parts: what stands under one heading inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from refcli.parsing.splitting.edges import closing, opening, unclosed
from refcli.parsing.splitting.headings import depth, is_list_heading, is_marked
from refcli.parsing.splitting.region import is_rule, underlined
from refcli.parsing.splitting.shape import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refcli.parsing.splitting.lines import Line


class Section(NamedTuple):
    """A heading inside the list (None in front of the first) and the lines under it."""

    heading: Line | None
    lines: Sequence[Line]


def sections(lines: Sequence[Line]) -> Iterator[Section]:
    """The parts in order; together they are the lines."""
    heading, start = None, 0
    for i in range(len(lines)):
        if is_inner_heading(lines, i):
            yield Section(heading, lines[start:i])
            heading, start = lines[i], i + 1
    yield Section(heading, lines[start:])


def is_inner_heading(lines: Sequence[Line], i: int) -> bool:
    """A title inside the list ("A. Primary sources", "Books"), not an entry and not the end of one."""
    line = lines[i]
    words = f"{line.mark} {line.text}" if line.mark else line.text
    if not words or line.noise or line.style == "inline" or len(words) > 120:
        return False
    if depth(words) or is_list_heading(words) or is_rule(words):
        return True
    if (
        line.mark
        or len(words) > 70
        or any(char.isdecimal() for char in words)
        or words[-1] in ".,;)]”"
        or "://" in words
        or unclosed(words)
        or any(quote in words for quote in '“”‘«»„"')
    ):
        return False
    return words.strip("*_ ")[:1].isupper() and likeness(words) < 1.2 and _stands_out(lines, i)


def _stands_out(lines: Sequence[Line], i: int) -> bool:
    """Between a finished entry and the beginning of another, set apart or marked as a heading."""
    before, after = _neighbour(lines, i, -1), _neighbour(lines, i, 1)
    if before is not None and closing(before.text) < 0 and not underlined(lines, i):
        return False
    apart = i == 0 or not lines[i - 1].text
    marked = is_marked(lines[i].text) or underlined(lines, i)
    begins = after is not None and (bool(after.mark) or opening(after.text) > 0)
    return begins and (
        (marked and opening(lines[i].text) < 1.0)
        or (apart and len(lines[i].text.split()) <= 8 and opening(lines[i].text) <= 0)
    )


def _neighbour(lines: Sequence[Line], i: int, step: int) -> Line | None:
    j = i + step
    while 0 <= j < len(lines):
        if lines[j].text and not lines[j].noise and not is_rule(lines[j].text):
            return lines[j]
        j += step
    return None
