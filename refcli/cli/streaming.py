"""Entries -> parsed ones as they come, window by window: in one process or several, with a bar on a terminal."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from refcli.data.outlets import Outlet, add_outlets, own_outlets
from refcli.parsing import Entry, Parsed, Unparsed, parse_entries, works_of
from refcli.parsing.labelling.labels import taught_model, use_taught
from refcli.parsing.pointing.repeated import repeats_authors
from refcli.parsing.pointing.resolve import resolve

if TYPE_CHECKING:
    from concurrent.futures import Future

WINDOW = 500
"""Entries that are read together: the habits of one list show in so many, and memory holds no more."""
_LONG = 1500
"""From so many entries on a terminal shows how far the work is: it takes more than a second."""
_LEAD = 20

_Window = tuple[Sequence[Entry], int, bool]


def parse_stream(
    entries: Iterable[Entry], total: int | None = None, *, each_line: bool = False, jobs: int = 1
) -> Iterator[Parsed | Unparsed]:
    """The entries in order, parsed; what was handed on is kept nowhere. `total` is how many there are, where that is known."""
    windows = _windows(entries, each_line=each_line)
    many = jobs > 1 and (total is None or total > WINDOW)
    results = _in_processes(windows, jobs) if many else map(_parse, windows)
    items = (item for result in results for item in result)
    return _shown(items if each_line else resolve(items), total)


def _windows(entries: Iterable[Entry], *, each_line: bool) -> Iterator[_Window]:
    """Windows with what stands before them as far as dashes at their beginning point back to it."""
    coming = iter(entries) if each_line else (work for entry in entries for work in works_of(entry))
    behind: list[Entry] = []
    while window := list(islice(coming, WINDOW)):
        lead = 0
        while (
            not each_line
            and lead < min(len(behind), _LEAD)
            and repeats_authors((behind[-lead] if lead else window[0]).text)
        ):
            lead += 1
        yield [*behind[len(behind) - lead :], *window], lead, each_line
        behind = window


def _parse(window: _Window) -> Sequence[Parsed | Unparsed]:
    entries, lead, each_line = window
    return parse_entries(entries, each_alone=each_line)[lead:]


def _in_processes(windows: Iterable[_Window], jobs: int) -> Iterator[Sequence[Parsed | Unparsed]]:
    """In order, never more than two windows a process under way."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - a tenth of the start-up, for --jobs only

    coming = iter(windows)
    with ProcessPoolExecutor(jobs, initializer=_as_here, initargs=(own_outlets(), taught_model())) as pool:
        running: deque[Future[Sequence[Parsed | Unparsed]]] = deque(
            pool.submit(_parse, window) for window in islice(coming, 2 * jobs)
        )
        while running:
            yield running.popleft().result()
            running.extend(pool.submit(_parse, window) for window in islice(coming, 1))


def _as_here(outlets: tuple[Outlet, ...], taught: bytes | None) -> None:
    """What the user added to the tables and taught the reader, in a process of its own too."""
    add_outlets(outlets)
    use_taught(taught)


def _shown(items: Iterator[Parsed | Unparsed], total: int | None) -> Iterator[Parsed | Unparsed]:
    """The items; meanwhile a bar on standard error, if that is a terminal and the list a long one."""
    if (total is not None and total < _LONG) or not sys.stderr.isatty():
        yield from items
    else:
        yield from islice(items, _LONG if total is None else 0)
        yield from _with_bar(items, total)


def _with_bar(items: Iterator[Parsed | Unparsed], total: int | None) -> Iterator[Parsed | Unparsed]:
    from rich.console import Console  # noqa: PLC0415 - only long lists on a terminal show a bar
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total)
