"""A list's lines -> where its entries begin.

What decides is the list's own habit: numbers, bullets, hanging indents, blank lines, one entry a line, or, in wrapped
text without any of these, how each line begins and how the one before it ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from refcli.parsing.lines import Line
from refcli.parsing.shape import breaks_off, ends_like_entry, has_date, likeness, starts_like_entry


class Layout(Enum):
    """What a line is to the list."""

    START = "start"
    MORE = "more"
    GAP = "gap"
    NOISE = "noise"


def starts(lines: Sequence[Line]) -> list[Layout]:
    """One mark a line."""
    marks = [Layout.GAP if line.blank else Layout.NOISE if line.noise else Layout.MORE for line in lines]
    full = [i for i, mark in enumerate(marks) if mark is Layout.MORE]
    if not full:
        return marks
    for i in _begin(lines, full):
        marks[i] = Layout.START
    marks[full[0]] = Layout.START
    return marks


def _begin(lines: Sequence[Line], full: Sequence[int]) -> list[int]:
    numbered = _numbered(lines, full)
    if numbered:
        return numbered + _after_gap(lines, full, numbered[-1])
    bullets = [i for i in full if lines[i].bullet]
    if len(bullets) >= 2 and len(bullets) >= 0.2 * len(full):
        return bullets + [i for i in full if not lines[i].bullet and _gap_before(lines, i) and lines[i].indent <= lines[bullets[0]].indent]
    out: list[int] = []
    for block in _blocks(lines, full):
        out += _split_block(lines, block, full)
    return out


def _numbered(lines: Sequence[Line], full: Sequence[int]) -> list[int]:
    """Lines whose numbers go on counting (a gap or a restart is allowed); empty when the list is not numbered."""
    marked = [i for i in full if lines[i].number]
    if len(marked) < 2 or len(marked) < 0.1 * len(full) or marked[0] > full[0] + 0.3 * (full[-1] - full[0]):
        return []
    kept: list[int] = []
    last = 0
    for i in marked:
        value = int("".join(char for char in lines[i].number if char.isdigit()) or 0)
        if last < value <= last + 4 or (value == 1 and _gap_before(lines, i)) or (not kept and value < 1000):
            kept.append(i)
            last = value
    return kept if len(kept) >= 0.6 * len(marked) and len(kept) >= 2 else []


def _after_gap(lines: Sequence[Line], full: Sequence[int], last: int) -> list[int]:
    """Unnumbered paragraphs behind the numbered entries stand for themselves."""
    return [i for i in full if i > last and _gap_before(lines, i) and lines[i].indent <= lines[last].indent]


def _gap_before(lines: Sequence[Line], i: int) -> bool:
    return i == 0 or lines[i - 1].blank


def _blocks(lines: Sequence[Line], full: Sequence[int]) -> list[list[int]]:
    """Lines between blank ones; in double-spaced text a single blank line says nothing."""
    blocks: list[list[int]] = []
    last_gap = True
    double = _double_spaced(lines, full)
    for i in range(full[0], full[-1] + 1):
        if lines[i].blank:
            last_gap = not double or not blocks
        elif not lines[i].noise:
            if last_gap and not _continues(lines, blocks, i):
                blocks.append([])
            blocks[-1].append(i)
            last_gap = False
    return blocks


def _double_spaced(lines: Sequence[Line], full: Sequence[int]) -> bool:
    """Nearly every line has a blank one before it, though many of them go on in the middle of an entry."""
    apart = [i for i in full if _gap_before(lines, i)]
    unfinished = sum(not ends_like_entry(lines[i - 2].text) for i in apart if i > 1 and lines[i - 2].text)
    return len(full) > 5 and len(apart) > 0.8 * len(full) and unfinished > 0.25 * len(apart)


def _continues(lines: Sequence[Line], blocks: Sequence[list[int]], i: int) -> bool:
    """A page break in the middle of an entry: what is before it broke off, and this goes on in lower case."""
    if not blocks:
        return False
    before, words = lines[blocks[-1][-1]].text, lines[i].text
    return (words[0].islower() and not ends_like_entry(before)) or (before.endswith("-") and words[0].islower())


def _split_block(lines: Sequence[Line], block: Sequence[int], full: Sequence[int]) -> list[int]:
    if len(block) == 1:
        return list(block)
    if _one_a_line(lines, block):
        return list(block)
    hanging = _hanging(lines, block)
    if hanging:
        return hanging
    if len(block) <= 4 and _whole(lines, block, full):
        return [block[0]]
    return _by_evidence(lines, block)


def _one_a_line(lines: Sequence[Line], block: Sequence[int]) -> bool:
    """Nearly every line has a date of its own and begins and ends like an entry, or is far too long to be wrapped."""
    dated = sum(has_date(lines[i].text) for i in block)
    begun = sum(starts_like_entry(lines[i].text) or likeness(lines[i].text) >= 1.5 for i in block)
    broken = sum(breaks_off(lines[i].text) for i in block[:-1])
    longest = max(len(lines[i].text) for i in block)
    if broken > 0.1 * len(block):
        return False
    if longest > 200:
        return begun >= 0.6 * len(block)
    return dated >= 0.75 * len(block) and begun >= 0.75 * len(block) and _lower_starts(lines, block) <= 0.3 * len(block)


def _lower_starts(lines: Sequence[Line], block: Sequence[int]) -> int:
    return sum(lines[i].text[0].islower() for i in block)


def _hanging(lines: Sequence[Line], block: Sequence[int]) -> list[int]:
    """Starts by indent: the outer lines in a hanging list, the inner ones where each entry's first line is indented."""
    least = min(lines[i].indent for i in block)
    outer = [i for i in block if lines[i].indent == least]
    inner = [i for i in block if lines[i].indent > least]
    if not inner or len(outer) == len(block):
        return []
    outer_share = sum(starts_like_entry(lines[i].text) for i in outer) / len(outer)
    inner_share = sum(starts_like_entry(lines[i].text) for i in inner) / len(inner)
    return inner if inner_share > outer_share + 0.3 and block[0] in inner else outer if block[0] in outer else []


def _whole(lines: Sequence[Line], block: Sequence[int], full: Sequence[int]) -> bool:
    """A short paragraph of a list whose entries are set apart by blank lines is one entry."""
    gaps = sum(_gap_before(lines, i) for i in full)
    return gaps >= 0.25 * len(full) and not all(has_date(lines[i].text) for i in block)


def _by_evidence(lines: Sequence[Line], block: Sequence[int]) -> list[int]:
    """Wrapped text without other marks: a line starts an entry when it looks like one and the line before looks finished."""
    lengths = sorted(len(lines[i].text) for i in block)
    width = lengths[int(0.8 * (len(lengths) - 1))]
    out = [block[0]]
    for before, here in zip(block, block[1:], strict=False):
        if _start_points(lines[before].text, lines[here].text, width) > 1.0:
            out.append(here)
    return out


def _start_points(before: str, here: str, width: int) -> float:
    points = 1.0 if starts_like_entry(here) else -0.5
    points += 0.7 if ends_like_entry(before) else -0.6
    points -= 1.5 if breaks_off(before) else 0.0
    points += 0.8 if len(before) < 0.75 * width else 0.0
    points -= 1.5 if here[0].islower() else 0.0
    return points + (0.3 if has_date(here) else 0.0)
