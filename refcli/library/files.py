"""Bytes -> a file: the old one whole or the new one whole, whatever happens; links, rights and owner kept."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from refcli.library.errors import LibraryError

_TRIES: Final = 40


def target_of(path: Path) -> Path:
    """The file that a path stands for, behind all links."""
    return Path(os.path.realpath(path))


def read_bytes(path: Path) -> bytes | None:
    """The file's bytes; None where there is no file. Raises LibraryError for what cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        if path.is_dir():
            raise LibraryError(f"{path}: is a folder; name a .bib file.") from error
        raise LibraryError(f"{path}: cannot be read: {error.strerror or error}.") from error


def replace_file(path: Path, data: bytes, still: Callable[[], bool] = lambda: True) -> bool:
    """Write beside the file, flush to the disk, then put it in the old one's place; False, and no change, when not `still()`.

    To be called by the holder of the lock only: temporary files of others are what a killed process left. Raises
    LibraryError; then the file is as it was.
    """
    target = target_of(path)
    temporary = None
    try:
        _sweep(target)
        mode = _mode(target)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _sync(file.fileno())
        _dress(temporary, target, mode)
        if not still():
            temporary.unlink()
            return False
        _swap(temporary, target)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                temporary.unlink()
        raise LibraryError(f"{path}: cannot be written: {error.strerror or error}; it was left as it was.") from error
    with suppress(OSError):
        _sync_folder(target.parent)
    return True


def check_writable(path: Path) -> None:
    """Raises LibraryError where `replace_file` would."""
    target = target_of(path)
    try:
        _mode(target)
        if not os.access(target.parent, os.W_OK):
            raise PermissionError(errno.EACCES, "its folder is read-only")
    except OSError as error:
        raise LibraryError(f"{path}: cannot be written: {error.strerror or error}; nothing was changed.") from error


def _sweep(target: Path) -> None:
    for left in target.parent.glob(f".{target.name}.*.tmp"):
        with suppress(OSError):
            left.unlink()


def _mode(target: Path) -> int:
    """The rights that the file shall have. Raises OSError for a file marked read-only, for root too, and one of two names."""
    try:
        found = target.stat()
    except FileNotFoundError:
        mask = os.umask(0o022)
        os.umask(mask)
        return 0o666 & ~mask
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder stands in its place")
    mode = stat.S_IMODE(found.st_mode)
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only")
    if found.st_nlink > 1:
        raise OSError(
            errno.EMLINK, "it has another name too (a hard link) that would keep the old words; use a symbolic link"
        )
    return mode


def _dress(temporary: Path, target: Path, mode: int) -> None:
    """Owner, group, rights, and (on Linux) extended attributes with access lists, as far as the user may give them."""
    if hasattr(os, "chown") and target.exists():
        old = target.stat()
        for owner in (-1, old.st_uid):
            with suppress(OSError):
                os.chown(temporary, owner, old.st_gid)
    temporary.chmod(mode)
    if sys.platform == "linux" and target.exists():
        for name in os.listxattr(target):
            with suppress(OSError):
                os.setxattr(temporary, name, os.getxattr(target, name))


def _swap(temporary: Path, target: Path) -> None:
    """Windows refuses while a virus scanner or a synchroniser has the file open; that passes."""
    for left in range(_TRIES if os.name == "nt" else 1, 0, -1):
        try:
            temporary.replace(target)
        except PermissionError:
            if left == 1:
                raise
            time.sleep(0.05)
        else:
            return


def _sync(handle: int) -> None:
    """To the disk; on macOS past the disk's own cache too, where the file system can."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415

        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
