"""The user's folder <-> the model that their corrections taught: one file, and the one before it for going back."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from refcli.cli.console import note
from refcli.cli.errors import Problem
from refcli.cli.store import personal_folder
from refcli.library.files import replace_file
from refcli.parsing.labelling.labels import shipped_model, use_taught


@dataclass(frozen=True, slots=True)
class Personal:
    """A taught model, the shipped one that it stands on, what it was taught by and when, and what it brought."""

    model: bytes
    over: int
    when: str
    corrections: Sequence[Any] = ()
    figures: dict[str, Any] = field(default_factory=dict)


def path() -> Path:
    """The file of the model that is in use."""
    return personal_folder() / "reader.json"


def use_personal() -> None:
    """For commands that read references for the user: with the model that the user taught, where there is one."""
    found = load()
    if found is None:
        return
    if found.over == fingerprint():
        use_taught(found.model)
    else:
        note("refcli: your own model was taught over another version of the reader and is not used; run: refcli train")


def fingerprint() -> int:
    """What tells one shipped model from another."""
    return zlib.crc32(shipped_model())


def load() -> Personal | None:
    """The model in use. Raises Problem for a file that is none of ours."""
    try:
        raw = path().read_bytes()
    except OSError:
        return None
    try:
        record = json.loads(raw)
        return Personal(**{**record, "model": base64.b64decode(record["model"])})
    except (ValueError, TypeError, KeyError):
        raise Problem(f"{path()}: is damaged; go back with refcli train --undo, or delete it.") from None


def install(new: Personal) -> None:
    """The new model in use, the one before it kept."""
    place = path()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.exists():
        place.replace(_before())
    else:
        _before().write_text("", encoding="utf-8")
    record = {**asdict(new), "model": base64.b64encode(new.model).decode("ascii")}
    replace_file(place, json.dumps(record, ensure_ascii=False).encode("utf-8"))


def undo() -> Personal | None:
    """The model before the last in use again, and the last kept for going forward; what is in use now. Raises Problem."""
    place, before = path(), _before()
    if not before.exists():
        raise Problem("there is no training to undo.")
    aside = place.with_suffix(".aside")
    if place.exists():
        place.replace(aside)
    else:
        aside.write_text("", encoding="utf-8")
    if before.stat().st_size:
        before.replace(place)
    aside.replace(before)
    return load()


def _before() -> Path:
    """The model before it; an empty file stands for none."""
    return personal_folder() / "reader.before.json"
