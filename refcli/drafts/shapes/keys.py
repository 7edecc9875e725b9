"""@key, [@key; @other, p. 3], \\cite{key}, #cite(<key>) -> mentions, where the list has keys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.documents.citing import citations
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.types import Cites, Mention, Unknown
from refcli.text import Span

_PANDOC = re.compile(r"(?<![\w@\\.+/-])-?@(?P<brace>\{)?(?P<key>[^\W_][\w:.#$%&+?<>~/-]*)(?(brace)\})")
_BRACKETED = re.compile(r"\[(?:see\s|cf\.\s)?-?@(?P<key>[^\W_][\w:-]*)(?:[,;\s][^\[\]\n]{0,200})?\](?![(\[:])")
_TYPST = re.compile(r"#?cite\(\s*(?:<(?P<typst>[^<>]+)>|label\(\"(?P<label>[^\"]+)\"\))")
_NOCITE = re.compile(r"\\nocite\s*\{([^{}]*)\}|^nocite:\s*(.*)$", re.MULTILINE)
_LABELS = ("fig:", "tbl:", "tab:", "sec:", "eq:", "lst:", "fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "def-")


def find(scene: Scene) -> Iterator[Mention]:
    """Citation keys, where the list is a library with keys; where there is no list at all, those that are nothing else."""
    keys = _keys(scene)
    if not keys:
        yield from () if scene.index.entries else _cited(scene)
        return
    labels = frozenset(re.findall(r"<([\w:.-]+)>", scene.text))
    named = [Span(*match.span()) for match in _NOCITE.finditer(scene.prose.text)]
    for key, span in written_keys(scene.prose.text):
        found = keys.get(key)
        if any(other.overlaps(span) for other in named):
            continue
        if found is not None:
            yield Mention(span, "key", Cites((found,)))
        elif key not in labels:
            yield Mention(span, "key", Unknown(key))


def _cited(scene: Scene) -> Iterator[Mention]:
    """Keys inside a command that cites, or in Pandoc's brackets; "[@babel/core](...)" is a link."""
    text = scene.prose.text
    for cited in citations(text):
        yield from (Mention(span, "key", Unknown(span.of(text))) for span in cited.keys)
    for match in _BRACKETED.finditer(text):
        yield Mention(Span(*match.span("key")), "key", Unknown(match["key"]))


def called(scene: Scene) -> frozenset[int]:
    """Entries that the draft calls by key; where it calls them by number, all."""
    if scene.numbers:
        return frozenset(scene.numbers.values())
    keys = _keys(scene)
    return frozenset(keys[key] for key, _ in written_keys(scene.prose.text) if key in keys) if keys else frozenset()


def _keys(scene: Scene) -> dict[str, int]:
    return {entry.key: entry.index for entry in scene.index.entries if entry.key}


def silent(scene: Scene) -> frozenset[int]:
    """Entries that the draft names without citing them: \\nocite."""
    words = " ".join(" ".join(filter(None, match)) for match in _NOCITE.findall(scene.text))
    named = {*re.findall(r"[^,\s@\[\]{}]+", words), *scene.cited}
    return frozenset(entry.index for entry in scene.index.entries if entry.key and (entry.key in named or "*" in named))


def written_keys(text: str) -> Iterator[tuple[str, Span]]:
    """Every key that the text names, \\nocite included, and its place: with the "@" and braces around it where it has them."""
    for match in _PANDOC.finditer(text):
        key = match["key"].rstrip(".:?/#-")
        if not key.startswith(_LABELS):
            yield key, Span(match.start(), match.start("key") + len(key) + (1 if match["brace"] else 0))
    for match in _TYPST.finditer(text):
        name = "typst" if match["typst"] else "label"
        yield match[name], Span(*match.span(name))
    for cited in citations(text):
        yield from ((span.of(text), span) for span in cited.keys)
