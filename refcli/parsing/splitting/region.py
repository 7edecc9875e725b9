"""Lines of a text -> which of them are its reference list: by heading first, else by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from refcli.parsing.splitting.edges import closing, opening
from refcli.parsing.splitting.headings import depth, is_list_heading, is_notes_heading, is_other_part
from refcli.parsing.splitting.shape import is_prose, likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.parsing.splitting.lines import Line


_ENOUGH = 1.5
"""The least that a list without a heading must come to."""
_LITTLE = -0.2
"""What short words that are no reference are worth, such as the title of a bare list."""
_MOST_HEADINGS = 24
"""So many headings of lists are looked at, the last ones of the text."""


class Region(NamedTuple):
    """Lines `first` to, not including, `last`; `heading` is the index of the heading's line, -1 without one."""

    first: int
    last: int
    heading: int = -1


def find_region(found: Sequence[Line]) -> Region | None:
    """The list's lines; the whole text where it is a bare list; None where there is no list."""
    heads = [i for i in range(len(found)) if is_heading(found, i)][-_MOST_HEADINGS:]
    headed = [region for i in heads if (region := _under(found, i)).first < region.last]
    weights = {region: weight(found, region) for region in headed}
    best = _best(found, weights)
    if best is not None:
        best = _begun_above(found, best)
        return _joined(found, best, [region for region in headed if not _is_notes(found, region) or region == best])
    return _by_shape(found)


def is_heading(found: Sequence[Line], i: int) -> bool:
    """The line names a reference list, alone or (`Sources: ...`) with the list behind it on the same line."""
    line = found[i]
    if line.style == "inline":
        return likeness(line.text) >= 1.5
    raw = f"{line.mark} {line.text}" if line.mark else line.text
    return bool(raw) and len(raw) <= 160 and not line.noise and is_list_heading(raw, marked=underlined(found, i))


def underlined(found: Sequence[Line], i: int) -> bool:
    """The next line is a row of dashes or the like."""
    return i + 1 < len(found) and is_rule(found[i + 1].text)


def is_rule(words: str) -> bool:
    """A row of dashes, stars or the like."""
    return len(words) >= 3 and len(set(words)) <= 2 and set(words) <= set("=-~_*— ")


def weight(found: Sequence[Line], region: Region) -> float:
    """About how many references the region holds."""
    total = 0.0
    for lines in paragraphs(found, region.first, region.last):
        alone = sum(likeness(line.text) >= 1.5 for line in lines)
        marked = 0.5 * sum(bool(line.mark) for line in lines)
        total += max(alone, marked, likeness(_words(lines)) >= 1.5)
    return total


def _begun_above(found: Sequence[Line], region: Region) -> Region:
    """The heading at the top of a page is a running head when references stand right above it."""
    before = [line for line in found[max(0, region.heading - 4) : region.heading] if line.text]
    if region.heading < 0 or not (before and before[-1].noise):
        return region
    first = max((i + 1 for i in range(region.heading) if is_heading(found, i) or depth(found[i].text)), default=0)
    above = [lines for lines in paragraphs(found, first, region.heading) if any(len(line.text) > 12 for line in lines)]
    points, start = 0.0, len(above)
    while start and (worth := _points(above[start - 1])) > _LITTLE:
        points, start = points + worth, start - 1
    if points < 2 or start == len(above):
        return region
    return Region(last_line(found, above[start][:1]) - 1, region.last)


def _best(found: Sequence[Line], weights: dict[Region, float]) -> Region | None:
    """The richest region; notes only where no list of works is there, the later where two are equal."""
    rich = {region: points for region, points in weights.items() if points >= 1}
    lists = {region: points for region, points in rich.items() if not _is_notes(found, region)}
    kind = lists if lists and max(lists.values()) >= min(2.0, max(rich.values())) else rich
    return max(kind, key=lambda region: (kind[region], region.first), default=None)


def _is_notes(found: Sequence[Line], region: Region) -> bool:
    return region.heading >= 0 and is_notes_heading(found[region.heading].text)


def _under(found: Sequence[Line], start: int) -> Region:
    """From behind a heading to the next heading that starts something else, or to where prose goes on."""
    if found[start].style == "inline":
        stop = next((i for i in range(start, len(found)) if not found[i].text), len(found))
        return Region(start, stop, start)
    level = depth(found[start].text)
    first = start + (2 if underlined(found, start) else 1)
    last = first
    while last < len(found) and not _ends_list(found, last, level, start):
        last += 1
    return Region(first, _resumed(found, first, last), start)


def _ends_list(found: Sequence[Line], i: int, level: int, start: int) -> bool:
    """A heading of the same or a higher level that is of no list, of notes, of a usual last part; footnotes behind."""
    line = found[i]
    if not line.text or line.noise:
        return False
    if line.style == "foot" and next((other.style for other in found[start + 1 : i] if other.text), "foot") != "foot":
        return True
    if line.text.startswith("\\end{"):
        return True
    here = depth(line.text)
    if here and (here <= level or not level):
        return is_notes_heading(line.text) or not (is_list_heading(line.text) or _more_of_it(found, i, here))
    if len(line.text) > 100 or line.mark:
        return False
    return is_other_part(line.text) or (i > start + 2 and is_notes_heading(line.text) and is_heading(found, i))


def _more_of_it(found: Sequence[Line], i: int, level: int) -> bool:
    """The part under an unknown heading lists sources too: most of its paragraphs or items look like references."""
    stop = next((j for j in range(i + 1, len(found)) if 0 < depth(found[j].text) <= level), len(found))
    items = [lines for lines in paragraphs(found, i + 1, stop) if not is_rule(lines[0].text)]
    good = [
        line
        for lines in items
        for line in lines
        if line.mark and likeness(line.text) >= 1.0 and not is_prose(line.text)
    ]
    whole = [
        lines
        for lines in items
        if likeness(_words(lines)) >= 2.0 and not is_prose(_words(lines)) and len(_words(lines)) < 600
    ]
    count = sum(max(1, sum(bool(line.mark) for line in lines)) for lines in items)
    return max(len(good), len(whole)) > max(1.0, 0.5 * count)


def _resumed(found: Sequence[Line], first: int, last: int) -> int:
    """Where the list ends: before a stretch of prose, and behind the last paragraph that looks like an entry."""
    parts = list(paragraphs(found, first, last))
    entries = [_is_entry(lines) for lines in parts]
    prose, end = 0, 0
    for i, (lines, good) in enumerate(zip(parts, entries, strict=True)):
        if good or (end and i and _goes_on(parts[i - 1], lines)):
            end, prose = last_line(found, lines), 0
            continue
        prose += len(_words(lines)) if is_prose(_words(lines)) else 0
        if prose > 700 and end:
            break
    return end or last


def _goes_on(above: Sequence[Line], lines: Sequence[Line]) -> bool:
    """A paragraph that is the end of the entry above it: a page break or wide spacing tore it off."""
    words = _words(lines)
    if is_prose(words):
        return False
    return opening(words) < -1 or (closing(above[-1].text) < 0 and likeness(words) >= 0.6 and len(words) < 120)


def last_line(found: Sequence[Line], lines: Sequence[Line]) -> int:
    """The index behind a paragraph's last line."""
    low, high, wanted = 0, len(found), lines[-1].span.start
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if found[middle].span.start <= wanted else (low, middle)
    return low


def _is_entry(lines: Sequence[Line]) -> bool:
    if lines[0].mark:
        return True
    words = _words(lines)
    if not is_prose(words):
        return likeness(words) >= 1.3
    return len(lines) > 2 and sum(likeness(line.text) >= 1.5 and opening(line.text) > 0 for line in lines) >= 0.5 * len(
        lines
    )


def paragraphs(found: Sequence[Line], first: int, last: int) -> list[list[Line]]:
    """The lines between blank ones, noise left out."""
    out: list[list[Line]] = [[]]
    for line in found[first:last]:
        if not line.text:
            out.append([])
        elif not line.noise:
            out[-1].append(line)
    return [lines for lines in out if lines]


def _words(lines: Sequence[Line]) -> str:
    """The beginning of a paragraph, enough to judge it."""
    return " ".join(line.text[:1600] for line in lines[:12])


def _joined(found: Sequence[Line], best: Region, regions: Sequence[Region]) -> Region:
    """Neighbouring lists under headings of their own ("Primary sources", "Secondary sources") are one list."""
    first, last, head = best
    for region in sorted(regions, reverse=True):
        if region.last <= head and not _words_between(found, region.last, head):
            first, head = region.first, region.heading
    for region in sorted(regions):
        if region.heading >= last and not _words_between(found, last, region.heading):
            last = region.last
    return Region(first, last, head)


def _words_between(found: Sequence[Line], start: int, stop: int) -> bool:
    return any(line.text and not line.noise and not is_rule(line.text) for line in found[start:stop])


def _by_shape(found: Sequence[Line]) -> Region | None:
    """A bare list, or the stretch of paragraphs at the end of a text that looks most like references."""
    parts = [lines for lines in paragraphs(found, 0, len(found)) if any(len(line.text) > 12 for line in lines)]
    worth = [_points(lines) for lines in parts]
    start, stop, points = richest(worth)
    if points < _ENOUGH and not (len(parts) == 1 and points >= 1):
        return None
    while start > 0 and worth[start - 1] > _LITTLE and stop - start >= 0.5 * len(parts):
        start -= 1
    first = last_line(found, parts[start][:1]) - 1
    behind = found[-1].span.end - parts[stop - 1][-1].span.end
    if behind > max(1500, 0.25 * found[-1].span.end):
        return None
    stop = next((i for i in range(first + 1, len(found)) if _other_part_apart(found, i)), len(found))
    return Region(first, _resumed(found, first, stop))


def _other_part_apart(found: Sequence[Line], i: int) -> bool:
    """The heading of an annex or the like, between blank lines."""
    around = [found[j].text for j in (i - 1, i + 1) if j < len(found)]
    return not any(around) and not found[i].mark and not found[i].noise and is_other_part(found[i].text)


def richest(points: Sequence[float]) -> tuple[int, int, float]:
    """The stretch with the largest sum: its first, its last exclusive, and the sum (Bentley 1984)."""
    best, begin, total = (0, 0, 0.0), 0, 0.0
    for i, value in enumerate(points):
        if total <= 0:
            begin, total = i, 0.0
        total += value
        if total > best[2]:
            best = (begin, i + 1, total)
    return best


def _points(lines: Sequence[Line]) -> float:
    """How much a paragraph speaks for a list around it: about 1 for each reference, the less the more prose it has."""
    alone = [_worth(line.text[:1600], marked=bool(line.mark)) for line in lines[:24]]
    if len(lines) <= 3:
        return max(_worth(_words(lines), marked=bool(lines[0].mark)), sum(alone) if sum(alone) >= len(alone) else -3.0)
    if is_prose(_words(lines)) and sum(alone) < 0.6 * len(alone):
        return -3.0
    parts = [lines[i : i + 3] for i in range(0, len(lines), 3)][:8]
    return max(sum(_worth(_words(part), marked=bool(part[0].mark)) for part in parts), sum(alone))


def _worth(words: str, *, marked: bool) -> float:
    if is_prose(words):
        return -min(3.0, 0.3 + len(words) / 250)
    like = likeness(words)
    if like >= (0.8 if marked else 1.5):
        return 1.0
    return 0.3 if like >= 0.8 else -0.15 if len(words) < 160 else -0.8
