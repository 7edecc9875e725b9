"""Old keys and new ones -> the drafts that cite them, changed in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from refcli.bibtex.encoding import pack, unpack
from refcli.cli.errors import Problem
from refcli.cli.sources import read_bytes
from refcli.drafts.rekey import rekey
from refcli.library import replace_file


def rekey_drafts(drafts: Sequence[Path], keys: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Change the citations in each draft, all other bytes kept; yields its name and how many places were changed."""
    for path in drafts:
        raw, encoding = unpack(read_bytes(str(path)))
        try:
            pairs = {encoding.encode(old): encoding.encode(new) for old, new in keys.items()}
        except Problem as problem:
            raise Problem(f"{path}: {problem}") from problem
        changed, count = rekey(raw, pairs)
        if count:
            replace_file(path, pack(changed, encoding))
        yield str(path), count
