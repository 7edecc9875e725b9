"""Files -> a check now, and again whenever one of them changes, until the user stops it."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from refcli.cli.console import note
from refcli.cli.errors import Exit, Problem

_PAUSE = 0.3


def watch_files(drafts: Sequence[str], once: Callable[[], int]) -> int:
    """Looks at the times of the drafts, and of the libraries in their folders, three times a second. Ends with exit code 0."""
    seen: dict[Path, int] = {}
    try:
        while True:
            now = _times(drafts)
            if now != seen:
                seen = now
                _check(once)
            time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return Exit.FINE


def _check(once: Callable[[], int]) -> None:
    if sys.stdout.isatty():
        typer.echo("\x1b[2J\x1b[H", nl=False)
    try:
        once()
    except Problem as problem:
        note(f"refcli: {problem}")
    sys.stdout.flush()
    gc.collect()


def _times(drafts: Sequence[str]) -> dict[Path, int]:
    """When each file was changed last; a file that is gone for the moment, as while an editor saves, has none."""
    files = {Path(name) for name in drafts}
    files |= {path for folder in {path.parent for path in files} for path in folder.glob("*.bib")}
    return {path: path.stat().st_mtime_ns for path in files if path.exists()}
