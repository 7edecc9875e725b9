"""A path -> only one process at a time that writes to it: a lock of the system, which dies with its owner."""

from __future__ import annotations

import errno
import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from refcli.library.errors import LibraryError

_PATIENCE: Final = 60.0
_BUSY: Final = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)

if sys.platform == "win32":
    import msvcrt

    def _grab(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _grab(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold `.NAME.lock` beside the file; it is gone afterwards. Raises LibraryError after a minute in vain."""
    lock = target.with_name(f".{target.name}.lock")
    handle = _wait(target, lock)
    try:
        yield
    finally:
        # Unlinked while it is still held: whoever waits for it finds that it is gone, and begins anew.
        if os.name != "nt":
            with suppress(OSError):
                lock.unlink()
        os.close(handle)
        if os.name == "nt":
            with suppress(OSError):
                lock.unlink()


def _wait(target: Path, lock: Path) -> int:
    deadline = time.monotonic() + _PATIENCE
    while True:
        handle = _try(lock)
        if handle is not None:
            return handle
        if time.monotonic() > deadline:
            raise LibraryError(f"{target}: another refcli has been writing to it for a minute; try again.")
        time.sleep(random.uniform(0.002, 0.02))  # noqa: S311 - so that those who wait do not march in step


def _open(lock: Path) -> int:
    """The lock that is there, or a new one; that of another user can be held too, though not written to."""
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if os.name == "nt" or not lock.exists():
            raise
        return os.open(lock, os.O_RDONLY)


def _try(lock: Path) -> int | None:
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = _open(lock)
    except OSError as error:
        if os.name == "nt" and lock.exists():  # Windows says so while another process is removing it
            return None
        raise LibraryError(
            f"{lock.parent}: cannot be written: {error.strerror or error}; nothing was changed."
        ) from error
    try:
        _grab(handle)
        if os.path.samestat(os.fstat(handle), lock.stat()):
            return handle
    except FileNotFoundError:
        pass
    except OSError as error:
        if error.errno not in _BUSY:  # a file system without locks: the check before replacing has to do
            return handle
    os.close(handle)
    return None
