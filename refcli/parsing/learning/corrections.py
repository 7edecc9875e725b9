"""A record of a correction, as `refcli parse --to jsonl` prints it and a user set it right -> the label of each word.

A record has `text` and `segments` ([label, words] in order, joined they are the text), or `reference` (its fields as
CSL-JSON), or both: then the one that is no longer what the reader makes of the text is what was corrected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from refcli.parsing.assemble import assemble
from refcli.parsing.labelling.labels import LABELS, first_reading, label
from refcli.parsing.labelling.segments import segments, trim
from refcli.parsing.labelling.tokens import Token, tokenize
from refcli.parsing.learning.align import LABEL_OF, Misplaced, align
from refcli.text import Span

JSON: TypeAlias = Any
Segments: TypeAlias = list[tuple[str, str]]
_DASHES = re.compile(r"[\W_]*[—–_-]{2,}|[—–][.,]")


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry's words and the label of each; `fields` are what these labels give."""

    text: str
    tokens: tuple[Token, ...]
    labels: tuple[str, ...]
    fields: JSON


def correction(record: JSON) -> Correction | str:
    """The correction that a record holds, or why it holds none."""
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str) or not text.strip():
        return 'a record needs "text", the words of the entry'
    tokens = tokenize(text)
    given, fields = record.get("segments"), record.get("reference", record.get("fields"))
    if isinstance(given, list):
        found = _segments(given)
        if isinstance(found, str):
            return found
        if "".join(words for _, words in found) != text:
            return "the segments, joined, are not the text"
        return _judged(text, tokens, _labels(text, tokens, found), fields if isinstance(fields, dict) else None)
    if isinstance(fields, dict):
        return _from_fields(text, tokens, label(text, tokens).labels, fields)
    return 'a record needs "segments" or "reference" beside its text'


def _judged(
    text: str, tokens: Sequence[Token], labels: Sequence[str], fields: dict[str, JSON] | None
) -> Correction | str:
    """By its segments or by its fields, whichever are no longer what the reader makes of the text."""
    if fields is None or _agree(text, fields, fields_of(text, tokens, labels)):
        return _made(text, tokens, labels)
    for read in (label(text, tokens).labels, first_reading(text, tokens).read.labels):
        if list(labels) == read:
            return _from_fields(text, tokens, labels, fields)
        if _agree(text, fields, fields_of(text, tokens, read)):
            return _made(text, tokens, labels)
    return "its segments and its reference say different things; take out the one that is not right"


def _agree(text: str, one: dict[str, JSON], other: dict[str, JSON]) -> bool:
    """The same fields; where dashes stand for the authors of the entry above, whatever the authors are."""
    left = {"author"} if _DASHES.match(text) else set()
    return all(one.get(name) == other.get(name) for name in LABEL_OF if name not in left)


def fields_of(text: str, tokens: Sequence[Token], labels: Sequence[str]) -> dict[str, JSON]:
    """The fields that labels give, without what is no field of the work."""
    fields = assemble(segments(text, tokens, labels), text)[0].to_json()
    return {name: fields[name] for name in LABEL_OF if fields.get(name)}


def _made(text: str, tokens: Sequence[Token], labels: Sequence[str]) -> Correction:
    return Correction(text, tuple(tokens), tuple(labels), fields_of(text, tokens, labels))


def _from_fields(
    text: str, tokens: Sequence[Token], labels: Sequence[str], wanted: dict[str, JSON]
) -> Correction | str:
    aligned = align(text, tokens, labels, fields_of(text, tokens, labels), wanted)
    if isinstance(aligned, Misplaced):
        return f'the {aligned.variable} does not stand in the text as it is given; correct "segments" instead'
    return _made(text, tokens, aligned)


def _segments(given: Sequence[JSON]) -> Segments | str:
    """The segments of a record; a sentence where they are none."""
    for pair in given:
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)):
            return '"segments" must be a list of [label, words]'
        if pair[0] not in LABELS:
            return f'"{pair[0]}" is no label; the labels are {", ".join(LABELS)}'
    return [(name, words) for name, words in given]


def _labels(text: str, tokens: Sequence[Token], found: Segments) -> list[str]:
    """The label of each token, the edges of values cut as the reader cuts them."""
    labels, at = ["other"] * len(tokens), 0
    for name, words in found:
        inner = trim(text, Span(at, at + len(words)), name)
        at += len(words)
        for i, token in enumerate(tokens):
            if name != "other" and inner.start <= token.start < inner.end:
                labels[i] = name
    return labels
