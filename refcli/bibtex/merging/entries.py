"""Three versions of an entry -> one text, or the two that clash; the layout is that of the side that changed it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from refcli.bibtex import editing
from refcli.bibtex.bibfile import BibFile, Change
from refcli.bibtex.blocks import split
from refcli.bibtex.editing import EditError
from refcli.bibtex.encoding import Encoding
from refcli.bibtex.fields import fields_of
from refcli.bibtex.merging.content import KEY, KIND, Content, Merged, Slot, merge_contents, read_content
from refcli.text import Span

_BYTES: Final = Encoding("latin-1")
_KIND: Final = re.compile(r"@\s*([\w-]+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One text where both sides agree, else the text of each; `clash` says in what they differ."""

    ours: str
    theirs: str
    clash: str = ""


def merge_entry(base: str, ours: str, theirs: str) -> Outcome:
    """Both sides' changes of an entry or @string. A base of "" means that both added it."""
    if ours == base or theirs in (ours, base):
        text = theirs if ours == base else ours
        return Outcome(text, text)
    contents = (read_content(base) if base else Content({}, {}), read_content(ours), read_content(theirs))
    if any(content.why for content in contents):
        return Outcome(ours, theirs, "what could not be read")
    merged = merge_contents(*contents)
    if merged.clashes and not base:
        return Outcome(ours, theirs, "another work or other values under one key")
    if contents[1].means[KIND] == "string":
        return _merge_string(ours, theirs, contents, merged)
    skeleton = _skeleton(base, ours, theirs)
    try:
        one, other = (
            _dressed(skeleton, merged.taken | {slot: content.sources.get(slot) for slot in merged.clashes})
            for content in contents[1:]
        )
    except EditError as error:
        return Outcome(ours, theirs, str(error))
    return Outcome(one, other, _named(merged))


def _merge_string(ours: str, theirs: str, contents: tuple[Content, Content, Content], merged: Merged) -> Outcome:
    if merged.clashes:
        return Outcome(ours, theirs, _named(merged))
    text = theirs if contents[1].means == contents[0].means else ours
    return Outcome(text, text)


def _named(merged: Merged) -> str:
    return ", ".join(slot[0].removeprefix("@") for slot in merged.clashes)


def _skeleton(base: str, ours: str, theirs: str) -> str:
    """The text whose layout is kept: that of the side that laid the entry out anew, else the base's."""
    if not base:
        return max((ours, theirs), key=lambda text: (len(read_content(text).means), text))
    moved = [text for text in (ours, theirs) if _laid_out(text, base) != _laid_out(base, text)]
    return max(moved) if moved else base


def _laid_out(text: str, other: str) -> list[tuple[str, ...]]:
    """How the fields that both versions have stand there: the gap before each, and its words where they mean the same."""
    means, others = read_content(text).means, read_content(other).means
    block = next(split(text))
    fields = fields_of(text, block).fields
    ends = [block.body, *(item.span.end for item in fields)]
    out: list[tuple[str, ...]] = []
    for (last, _), item in zip(pairwise([*ends, 0]), fields, strict=False):
        slot = (item.name, 0)
        if slot in others:
            same = means[slot] == others[slot]
            gap = "" if last == block.body else " ".join(text[last : item.span.start].split("\n"))
            out.append((item.name, gap, text[item.span.start : item.value.end if same else item.value.start]))
    return out


def _dressed(skeleton: str, taken: dict[Slot, tuple[str, str] | None]) -> str:
    """The skeleton with these sources for its fields: sorted by name, so that both sides get the same."""
    text = skeleton
    have = read_content(skeleton)
    for slot in sorted(taken, key=lambda slot: (slot not in have.means, slot)):
        value = taken[slot]
        if value != have.sources.get(slot) and slot not in (KEY, KIND):
            means = read_content(f"@x{{k,{value[0]}={value[1]}}}").means.get((slot[0], 0)) if value else None
            if means is None or means != have.means.get(slot):
                text = _with_field(text, slot, value)
    kind, key = taken[KIND], taken[KEY]
    if kind and kind != have.sources[KIND]:
        found = _KIND.match(text)
        text = text[: found.start(1)] + kind[1] + text[found.end(1) :] if found else text
    return _with_key(text, key[1]) if key and key != have.sources[KEY] else text


def _with_field(text: str, slot: Slot, value: tuple[str, str] | None) -> str:
    """Only the first field of a name counts and is edited; a second one stays as it is."""
    file = BibFile(text, _BYTES)
    block = next(split(text))
    if slot[1]:
        return text
    changes = editing.set_field(file, block, *value) if value else editing.remove_field(file, block, slot[0])
    return file.apply(changes).raw


def _with_key(text: str, key: str) -> str:
    file = BibFile(text, _BYTES)
    start, end = editing.key_span(file, next(split(text)))
    return file.apply([Change(Span(start, end), key)]).raw
