"""@key, [@key; @other, p. 3], \\cite{key}, #cite(<key>) -> mentions, where the list has keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Mention, Unknown
from refcli.text import Span

_PANDOC = re.compile(r"(?<![\w@\\.+/-])-?@(?P<brace>\{)?(?P<key>[^\W_][\w:.#$%&+?<>~/-]*)(?(brace)\})")
_CITE = re.compile(r"\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\]]*\]){0,2}\{(?P<keys>[^{}]+)\}|#cite\(\s*<(?P<typst>[^<>]+)>")
_LABELS = ("fig:", "tbl:", "tab:", "sec:", "eq:", "lst:", "fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "def-")


def find(scene: Scene) -> Iterator[Mention]:
    """Citation keys; only when the list is a library with keys."""
    keys = {entry.key: entry.index for entry in scene.index.entries if entry.key}
    if not keys:
        return
    for key, span in written_keys(scene.prose.text):
        found = keys.get(key)
        yield Mention(span, "key", Cites((found,)) if found is not None else Unknown(key))


def written_keys(text: str) -> Iterator[tuple[str, Span]]:
    """Every key that the text cites, and its place: with the "@" and braces around it where it has them."""
    for match in _PANDOC.finditer(text):
        key = match["key"].rstrip(".:?/#-")
        if not key.startswith(_LABELS):
            yield key, Span(match.start(), match.start("key") + len(key) + (1 if match["brace"] else 0))
    for match in _CITE.finditer(text):
        group = "keys" if match["keys"] else "typst"
        for part in re.finditer(r"[^,\s]+", match[group]):
            yield part[0], Span(match.start(group) + part.start(), match.start(group) + part.end())
