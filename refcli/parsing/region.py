"""Lines of a text -> which of them are its reference list: by heading first, else by shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from refcli.parsing.lines import Line, heading, is_list_heading
from refcli.parsing.shape import is_prose, likeness
from refcli.text import Span


class Region(NamedTuple):
    """Lines `first` to, not including, `last`; `heading` is the index of the heading's line, -1 without one."""

    first: int
    last: int
    heading: int = -1


def find_region(found: Sequence[Line]) -> Region | None:
    """The list's lines; the whole text where it is a bare list; None where there is no list."""
    named = [i for i, line in enumerate(found) if line.text and _heads_list(found, i)]
    regions = [_under(found, i) for i in named]
    best = max(regions, key=lambda region: (_weight(found, region), region.first), default=None)
    if best is not None and _weight(found, best) > 0:
        return _joined(found, best, regions)
    return _by_shape(found)


def _heads_list(found: Sequence[Line], i: int) -> bool:
    line = found[i]
    raw = line.text
    return is_list_heading(("# " if _underlined(found, i) else "") + raw)


def _underlined(found: Sequence[Line], i: int) -> bool:
    below = found[i + 1].text if i + 1 < len(found) else ""
    return len(below) >= 3 and set(below) <= set("=-~_")


def _under(found: Sequence[Line], start: int) -> Region:
    """From behind a heading to the next heading that starts something else, or to where prose goes on."""
    level = len(found[start].text) - len(found[start].text.lstrip("#"))
    first = start + (2 if _underlined(found, start) else 1)
    last = first
    for i in range(first, len(found)):
        if _ends_list(found, i, level) or (found[i].footnote and any(not line.footnote and line.text for line in found[first:i])):
            break
        last = i + 1
    return Region(first, _without_tail(found, first, last), start)


def _ends_list(found: Sequence[Line], i: int, level: int) -> bool:
    """A Markdown heading of the same or a higher level that is none of a list, or the heading of a usual last part."""
    text = found[i].text
    if text.startswith("#") and not text.startswith("#:"):
        depth = len(text) - len(text.lstrip("#"))
        return (depth <= level or level == 0) and not is_list_heading(text)
    words = heading(text) if len(text) < 60 else ""
    return words.startswith(("about the author", "appendix", "annex", "acknowledg", "table of", "author bio")) and not words.endswith(".")


def _without_tail(found: Sequence[Line], first: int, last: int) -> int:
    """Cut the paragraphs behind the last one that looks like an entry."""
    paragraphs = _paragraphs(found, first, last)
    end = last
    for start, stop in reversed(paragraphs):
        words = " ".join(line.text for line in found[start:stop])
        if not is_prose(words) and (likeness(words) >= 1.3 or found[start].number or found[start].bullet):
            return stop
        end = start
    return end if not paragraphs else last


def _paragraphs(found: Sequence[Line], first: int, last: int) -> list[tuple[int, int]]:
    out, start = [], -1
    for i in range(first, last + 1):
        full = i < last and not found[i].blank
        if full and start < 0:
            start = i
        elif not full and start >= 0:
            out.append((start, i))
            start = -1
    return out


def _weight(found: Sequence[Line], region: Region) -> float:
    """How much of the region looks like references: entries' worth of points."""
    total = 0.0
    for start, stop in _paragraphs(found, region.first, region.last):
        lines = found[start:stop]
        alone = sum(likeness(line.text) >= 1.5 for line in lines)
        marked = 0.3 * sum(bool(line.mark) for line in lines)
        total += max(alone, marked, likeness(" ".join(line.text for line in lines)) >= 1.5)
    return total


def _joined(found: Sequence[Line], best: Region, regions: Sequence[Region]) -> Region:
    """Neighbouring lists under headings of their own ("Primary sources", "Secondary sources") are one list."""
    first, last, head = best
    for region in sorted(regions, reverse=True):
        if region.last <= first and not _words_between(found, region.last, head):
            first, head = region.first, region.heading
    for region in sorted(regions):
        if region.first >= last and not _words_between(found, last, region.heading):
            last = region.last
    return Region(first, last, head)


def _words_between(found: Sequence[Line], start: int, stop: int) -> bool:
    return any(not line.blank and not line.noise for line in found[start:stop])


def _by_shape(found: Sequence[Line]) -> Region | None:
    """A bare list, or a run of paragraphs at the end of a text that look like references."""
    paragraphs = [pair for pair in _paragraphs(found, 0, len(found)) if _worth(found, pair)]
    if not paragraphs:
        return None
    good = [_looks(found, pair) for pair in paragraphs]
    if sum(good) >= 0.5 * len(good) or (len(paragraphs) == 1 and any(likeness(line.text) >= 1.5 for line in found)):
        return Region(0, len(found))
    start = len(good)
    while start and (good[start - 1] or (start > 1 and good[start - 2])):
        start -= 1
    while start < len(good) and not good[start]:
        start += 1
    if len(good) - start < 2:
        return None
    return Region(paragraphs[start][0], _without_tail(found, paragraphs[start][0], len(found)))


def _worth(found: Sequence[Line], pair: tuple[int, int]) -> bool:
    return any(not line.noise and len(line.text) > 12 for line in found[slice(*pair)])


def _looks(found: Sequence[Line], pair: tuple[int, int]) -> bool:
    lines = found[slice(*pair)]
    words = " ".join(line.text for line in lines)
    if likeness(words[:600]) >= 1.5 and not is_prose(words[:600]):
        return True
    return len(lines) > 2 and sum(likeness(line.text) >= 1.3 for line in lines) >= 0.5 * len(lines)


def span_of(found: Sequence[Line], region: Region) -> Span:
    """The characters of a region."""
    if region.first >= region.last:
        end = found[region.first - 1].span.end if region.first else 0
        return Span(end, end)
    return Span(found[region.first].span.start, found[region.last - 1].span.end)
