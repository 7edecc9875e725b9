"""Text of a draft -> the same with other citation keys: @key, \\cite{key}, #cite(<key>), and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from refcli.drafts.shapes.keys import written_keys


def rekey(text: str, keys: Mapping[str, str]) -> tuple[str, int]:
    """The draft with each old key made its new one, and how many places that were."""
    out, last, count = [], 0, 0
    for key, span in sorted(written_keys(text), key=lambda pair: pair[1]):
        if key in keys and span.start >= last:
            out += [text[last : span.start], span.of(text).replace(key, keys[key], 1)]
            last, count = span.end, count + 1
    return "".join([*out, text[last:]]), count
