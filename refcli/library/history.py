"""What a write changed -> a step back, kept outside of the library's folder; steps -> the file as it was.

A step has the bytes that went and those that came, and marks of the whole file before and after: it is taken back only
from the very file that it made.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

_KEPT: Final = 100
_LARGEST: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """One write: `old` became `new` (one character a byte) at byte `start`; `what` tells the user, `when` is a date."""

    what: str
    when: str
    before: str
    after: str
    start: int
    old: str
    new: str

    @classmethod
    def between(cls, old: bytes, new: bytes, what: str, when: str) -> Step:
        """The step from one state of the file to another."""
        start = common_prefix(old, new)
        end = common_suffix(old, new, start)
        gone, came = (bytes(data[start : len(data) - end]).decode("latin-1") for data in (old, new))
        return cls(what, when, mark(old), mark(new), start, gone, came)

    def back(self, data: bytes) -> bytes | None:
        """The file before this step; None when this is not the file that it made."""
        return self._swap(data, self.after, self.new, self.old)

    def again(self, data: bytes) -> bytes | None:
        """The file after this step; None when this is not the file that it was made from."""
        return self._swap(data, self.before, self.old, self.new)

    def _swap(self, data: bytes, expected: str, gone: str, came: str) -> bytes | None:
        if mark(data) != expected:
            return None
        return data[: self.start] + came.encode("latin-1") + data[self.start + len(gone) :]


@dataclass(frozen=True, slots=True)
class History:
    """The steps of one library, oldest first; `position` of them are applied, `undone_from` is where an undo began."""

    steps: tuple[Step, ...] = ()
    position: int = 0
    undone_from: int | None = None

    def then(self, step: Step) -> History:
        """One step on; what was undone before is forgotten."""
        steps = [*self.steps[: self.position], step][-_KEPT:]
        while len(steps) > 1 and sum(len(step.old) + len(step.new) for step in steps) > _LARGEST:
            del steps[0]
        return History(tuple(steps), len(steps))

    def at(self, data: bytes) -> History:
        """The history as it fits the file: without a last step that was noted but never came to be."""
        if self.position and mark(data) == self.steps[self.position - 1].before:
            return History(self.steps, self.position - 1, self.undone_from)
        return self


def mark(data: bytes) -> str:
    """What tells two states of the file apart."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def common_prefix(old: bytes, new: bytes) -> int:
    """How many bytes two texts begin with in common, found by halving."""
    one, other = memoryview(old), memoryview(new)
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def common_suffix(old: bytes, new: bytes, start: int) -> int:
    """How many bytes they end with in common, counted no further back than `start`."""
    one, other = memoryview(old), memoryview(new)
    low, high = 0, min(len(one), len(other)) - start
    while low < high:
        middle = (low + high + 1) // 2
        same = one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]
        low, high = (middle, high) if same else (low, middle - 1)
    return low


def history_file(folder: Path, target: Path) -> Path:
    """Where the steps of that library are kept."""
    return folder / f"{target.stem[:40]}-{hashlib.blake2b(str(target).encode(), digest_size=8).hexdigest()}.json"


def read_history(path: Path) -> History:
    """The steps; none where there is no such file or it is damaged."""
    try:
        said = json.loads(path.read_bytes())
        return History(tuple(Step(**step) for step in said["steps"]), said["position"], said["undone_from"])
    except (OSError, ValueError, KeyError, TypeError):
        return History()


def write_history(path: Path, history: History) -> bool:
    """Keep the steps; False where that cannot be done, which is no reason not to write the library."""
    said = {
        "position": history.position,
        "undone_from": history.undone_from,
        "steps": [asdict(step) for step in history.steps],
    }
    temporary = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.write_text(json.dumps(said), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        return False
    return True
