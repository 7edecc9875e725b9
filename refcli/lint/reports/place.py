"""A draft's name and a finding -> what services call the file, and what they tell of the finding."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from refcli.lint.types import Finding


def path(name: str) -> str:
    """The name with "/", and without "./" in front: services compare it with those of the repository."""
    return name.replace("\\", "/").removeprefix("./")


def uri(name: str) -> str:
    """The name as a URI: relative as it was given, absolute with its scheme. Source: RFC 3986, RFC 8089."""
    windows, posix = PureWindowsPath(name), PurePosixPath(path(name))
    if windows.drive and windows.is_absolute():
        return windows.as_uri()
    return posix.as_uri() if posix.is_absolute() else quote(path(name))


def told(finding: Finding) -> str:
    """The message, behind the place in words where the file has no lines."""
    return f"{finding.place}: {finding.message}" if finding.place else finding.message


def identity(name: str, finding: Finding, seen: dict[str, int]) -> str:
    """File, code and words, hashed: a line more or less changes nothing. The second finding of the same words has another one."""
    mark = "\0".join((path(name), finding.code, " ".join(finding.words.split()), finding.message))
    seen[mark] = seen.get(mark, 0) + 1
    return sha256(f"{mark}\0{seen[mark]}".encode()).hexdigest()
