"""Lines of a list -> the ways in which it may be laid out, each with the lines that would begin an entry."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from refcli.parsing.splitting.edges import closing, opening, person, unclosed
from refcli.parsing.splitting.order import order_evidence
from refcli.parsing.splitting.shape import has_date, is_access
from refcli.text import rare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.parsing.splitting.lines import Line


_SAME_AUTHOR = rare(r"\((?:1[5-9]|20)\d\d[a-z]?\)[.:,]? [“\"‘«*_]?[^\W\d_]")
"""The rule that stood for the author was a line drawn, which no conversion keeps: "     (1970): A second work"."""
_LIKE_A_NAME = 1.2
_OPENS = 1.0


class Layout(NamedTuple):
    """A reading of the list: `starts` says of each full line behind the first whether an entry begins there; `trust` is
    what the layout is worth by itself (above 1 it needs no words to agree with it).
    """

    name: str
    starts: tuple[bool, ...]
    trust: float


@dataclass(frozen=True, slots=True)
class Seam:
    """Between two full lines: a gap, a page break; of the line below its indent, whether it has a date and whether it opens
    as entries do; and what the words say (positive: a new entry begins below).
    """

    gap: bool
    page: bool
    indent: int
    dated: bool
    opens: bool
    evidence: float


def seams(lines: Sequence[Line], full: Sequence[int]) -> list[Seam]:
    """One for each pair of neighbours among the full lines."""
    limit = _limit([lines[i] for i in full])
    found = [_evidence(lines[above], lines[below], limit) for above, below in pairwise(full)]
    order = order_evidence([lines[i].text for i in full[1:]], found)
    out = []
    for (above, below), points in zip(pairwise(full), map(add, found, order), strict=True):
        between = lines[above + 1 : below]
        gap = any(not line.text for line in between)
        page = any(line.noise for line in between)
        words = lines[below].text
        out.append(Seam(gap, page, lines[below].indent, has_date(words), opening(words) >= _OPENS, points))
    return out


def _limit(lines: Sequence[Line]) -> int:
    """The width at which the text was wrapped, 0 where it was not."""
    widths = sorted(line.width for line in lines)
    limit = widths[int(0.95 * (len(widths) - 1))]
    near = sum(0.85 * limit <= width <= limit + 2 for width in widths)
    return limit if limit <= 180 and near >= 0.25 * len(widths) else 0


def _evidence(above: Line, below: Line, limit: int) -> float:
    begins, ends = opening(below.text), closing(above.text)
    if ends > 0 and below.indent > above.indent and _SAME_AUTHOR.match(below.text) and not person(above.text):
        begins = _LIKE_A_NAME
    points = begins + ends
    points -= 1.0 if unclosed(above.text) else 0.0
    if has_date(below.text):
        points += 0.8 if begins > 0.4 and has_date(above.text) and not is_access(below.text) else 0.2
    if not limit:
        return points + 0.6
    room = limit - above.width - 1 - len(below.text.split(None, 1)[0])
    return points + (1.4 if room > 10 else 0.6 if room > 3 else 0.0 if room >= 0 else -0.4)


def layouts(between: Sequence[Seam], first: Line) -> list[Layout]:
    """All readings that the list's look allows."""
    double = is_double(between)
    gaps = tuple(_by_gap(seam) for seam in between)
    least = min([first.indent, *(seam.indent for seam in between)])
    edge = least + _slack(between, least)
    outer = tuple(seam.indent <= edge and not _runs_on(seam) for seam in between)
    inner = tuple(seam.indent > least and not _runs_on(seam) for seam in between)
    found = [
        Layout("evidence", _walk(between, dated=has_date(first.text), double=double), -0.15),
        Layout("lines", (True,) * len(between), _line_trust(between)),
    ]
    if any(gaps) and not all(seam.gap for seam in between):
        found.append(Layout("gaps", gaps, _gap_trust(between)))
    if any(outer) and any(seam.indent > edge for seam in between):
        found.append(Layout("hanging", outer, 0.3))
        if any(gaps):
            found.append(Layout("gaps and hanging", tuple(a and b for a, b in zip(gaps, outer, strict=True)), 0.3))
    if any(inner) and not all(inner):
        found.append(Layout("indented", inner, 0.1))
    if all(seam.gap for seam in between) and not double:
        found.append(Layout("lines apart", gaps, 0.2))
    return found


def _gap_trust(between: Sequence[Seam]) -> float:
    """One field a line, a blank line between entries: what stands behind a gap opens as entries do, and nothing else does."""
    apart = [seam.opens for seam in between if seam.gap]
    inside = [seam.opens for seam in between if not seam.gap]
    alone = len(apart) > 1 and sum(apart) >= 0.8 * len(apart) and sum(inside) <= 0.1 * len(inside)
    return 1.5 if alone else 0.25


def _line_trust(between: Sequence[Seam]) -> float:
    """One entry a line, no blank lines between: nearly every line has a date of its own and hardly one breaks off."""
    if sum(seam.gap for seam in between) > 0.3 * len(between):
        return 0.0
    dated = sum(seam.dated for seam in between) >= 0.9 * len(between)
    broken = sum(_runs_on(seam) for seam in between) > 0.05 * len(between)
    return 0.5 if dated and not broken else 0.0


def is_double(between: Sequence[Seam]) -> bool:
    """Nearly every line stands apart though many go on in the middle of an entry: the gaps say nothing."""
    apart = [seam for seam in between if seam.gap]
    return (
        len(between) > 4
        and len(apart) > 0.8 * len(between)
        and sum(seam.evidence < 0 for seam in apart) > 0.25 * len(apart)
    )


def _by_gap(seam: Seam) -> bool:
    """A blank line begins an entry unless the words plainly go on, or only a page break made it."""
    return seam.gap and seam.evidence > (0.0 if seam.page else -2.2)


def _runs_on(seam: Seam) -> bool:
    return seam.evidence <= -2.5


def _slack(between: Sequence[Seam], least: int) -> int:
    """Indents wobble by a column in text taken from a PDF."""
    return 1 if any(seam.indent > least + 2 for seam in between) else 0


def _walk(between: Sequence[Seam], *, dated: bool, double: bool) -> tuple[bool, ...]:
    """Line by line; what has no date yet (`dated`: the first line has) is hardly a whole entry."""
    out = []
    for seam in between:
        points = seam.evidence + (0.8 if seam.gap and not double and not seam.page else 0.0)
        out.append(points > (0.9 if dated else 1.7))
        dated = seam.dated or (dated and not out[-1])
    return tuple(out)
