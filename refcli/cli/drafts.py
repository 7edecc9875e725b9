"""Old keys and new ones -> the drafts that cite them, read and checked first, changed in place once the library is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from refcli.bibtex.encoding import pack, unpack
from refcli.cli.errors import Problem
from refcli.cli.sources import read_bytes
from refcli.drafts.rekey import rekey
from refcli.library import check_writable, replace_file


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """A draft, what it shall be, and in how many places it is another than it was."""

    path: Path
    data: bytes
    places: int


def rekeyed(drafts: Iterable[Path], keys: Mapping[str, str]) -> tuple[Rekeyed, ...]:
    """Each draft with the new keys, all other bytes kept. Raises Problem for one that cannot be read or written."""
    return tuple(_rekeyed(path, keys) for path in drafts) if keys else ()


def _rekeyed(path: Path, keys: Mapping[str, str]) -> Rekeyed:
    data = read_bytes(str(path))
    try:
        raw, encoding = unpack(data)
        pairs = {encoding.encode(old): encoding.encode(new) for old, new in keys.items()}
    except Problem as problem:
        raise Problem(f"{path}: {problem}") from problem
    changed, places = rekey(raw, pairs)
    if places:
        check_writable(path)
    return Rekeyed(path, pack(changed, encoding), places)


def put(drafts: Iterable[Rekeyed]) -> Iterator[str]:
    """Write them; yields what to tell of each."""
    for draft in drafts:
        if draft.places:
            replace_file(draft.path, draft.data)
        yield f"{draft.path}: {draft.places} {'place' if draft.places == 1 else 'places'} changed."
