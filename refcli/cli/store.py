"""Options, settings and environment -> which library a command works on, and where its steps back are kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from refcli.bibtex import BibFile
from refcli.cli.errors import Problem
from refcli.config import Settings, load
from refcli.library import NAME, Library, Log, read_library, write


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
    local = Path(NAME)
    return local if local.exists() or configured is None else configured


def existing(option: Path | None) -> Path:
    """The library of a command that needs one. Raises Problem where there is none."""
    path = library_path(option, load(Path.cwd()))
    if not path.exists():
        raise Problem(
            f"{shown(path)}: no such library; make one with refcli init or refcli import, or name it with --library."
        )
    return path


def opened(option: Path | None) -> Library:
    """The same, read."""
    return read_library(existing(option))


def change(path: Path, edit: Callable[[Library], BibFile], what: str) -> tuple[Library, Library]:
    """Change the library and leave a step back; the library before and after."""
    return write(path, edit, log(what))


def log(what: str) -> Log:
    """Where the step back of a command goes that does this."""
    return Log(state_folder(), what, datetime.now().astimezone().isoformat(timespec="seconds"))


def state_folder() -> Path:
    """Where the steps back of libraries are kept: REFCLI_STATE, or where the system keeps such things."""
    said = os.environ.get("REFCLI_STATE")
    return Path(said) if said else _remembered() / "undo"


def personal_folder() -> Path:
    """Where the model that the user taught is kept."""
    said = os.environ.get("REFCLI_STATE")
    return (Path(said) if said else _remembered()) / "reader"


def _remembered() -> Path:
    """The user's folder for what refcli remembers."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.home() raises where there is none
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or home / ".local" / "state")
    return base / "refcli"


def shown(path: Path) -> str:
    """The path as a person would write it from here."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
