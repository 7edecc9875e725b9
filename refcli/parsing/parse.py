"""Entry -> Parsed or Unparsed: tokens, labels, segments, fields, kind, in that order."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from refcli.model import Names, Reference
from refcli.parsing.assemble import assemble
from refcli.parsing.labels import Labelled, label
from refcli.parsing.segments import segments
from refcli.parsing.tokens import tokenize
from refcli.parsing.types import Entry, Parsed, Segment, Unparsed

LONGEST = 3000
"""Tokens; what is longer is no single reference."""
_POINTER = re.compile(r"\W*(?:ibid|ibidem|id|idem|op\. ?cit|loc\. ?cit|ebd|ebenda|там же)\b", re.IGNORECASE)
_DASHES = re.compile(r"[—–_-]+\Z")


def parse_entry(entry: Entry) -> Parsed | Unparsed:
    """One entry, judged alone; never raises."""
    text = entry.text
    if not any(char.isalnum() for char in text):
        return Unparsed(entry, "no words")
    if _POINTER.match(text):
        return Unparsed(entry, "points to another entry")
    tokens = tokenize(text)
    if len(tokens) > LONGEST:
        return Unparsed(entry, "too long to be one reference")
    labelled = label(tokens)
    parts = segments(text, tokens, labelled.labels)
    reference, doubts, why = assemble(parts, text)
    if not _enough(reference):
        return Unparsed(entry, "no author, title or outlet was found")
    return Parsed(entry, reference, parts, _confidence(labelled, doubts), doubts, why)


def label_words(text: str) -> tuple[Segment, ...]:
    """The labelled segments of one entry's words, joined they are the text: what parsing it begins with."""
    tokens = tokenize(text)
    return segments(text, tokens, label(tokens).labels) if tokens and len(tokens) <= LONGEST else ()


def parse_entries(entries: Iterable[Entry], *, each_alone: bool = False) -> tuple[Parsed | Unparsed, ...]:
    """The entries of one list, in order: dashes in an author's place stand for the authors before."""
    read = tuple(parse_entry(entry) for entry in entries)
    return read if each_alone else tuple(_same_authors(read))


def _same_authors(read: Sequence[Parsed | Unparsed]) -> list[Parsed | Unparsed]:
    out: list[Parsed | Unparsed] = []
    before: Names = ()
    for item in read:
        named = _with_authors(item, before) if isinstance(item, Parsed) else item
        if isinstance(named, Parsed):
            before = named.reference.names.get("author", ())
        out.append(named)
    return out


def _with_authors(item: Parsed, before: Names) -> Parsed:
    authors = item.reference.names.get("author", ())
    if not authors and before and re.match(r"[—–_-]{2,}|[—–][.,]", item.entry.text):
        named = {**item.reference.names, "author": before}
    elif authors and _DASHES.match(authors[0].literal) and before:
        named = {**item.reference.names, "author": (*before, *authors[1:])}
    else:
        return item
    return replace(item, reference=replace(item.reference, names=named))


def _enough(reference: Reference) -> bool:
    return bool(reference.get("title") or reference.names.get("author") or reference.get("container-title"))


def _confidence(labelled: Labelled, doubts: Sequence[str]) -> float:
    """From 0 to 1, higher for readings that the model is surer of; an ordering, not yet calibrated as a probability."""
    worst = min(labelled.sure)
    score = -1.1 + 2.6 * labelled.probability + 1.6 * worst - 0.7 * len(doubts)
    return 1 / (1 + math.exp(-score))
