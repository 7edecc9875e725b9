"""Options and settings -> which library a command works on."""

from __future__ import annotations

from pathlib import Path

from refcli.config import Settings
from refcli.library import NAME


def library_path(option: Path | None, settings: Settings) -> Path:
    """The named file; else `references.bib` here; else the nearest configured one above; else a new one here.

    A configuration in this very folder comes before a `references.bib` beside it.
    """
    if option is not None:
        return option
    here = Path.cwd()
    configured = settings.library
    if configured is not None and settings.file is not None and settings.file.parent == here:
        return configured
    local = here / NAME
    return local if local.exists() or configured is None else configured


def shown(path: Path) -> str:
    """The path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
