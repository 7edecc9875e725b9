"""Entry -> Parsed or Unparsed: tokens, labels, segments, fields, kind, in that order; a list is read twice.

The second reading is of the entries that the first was not sure of, with the habits of those that it was sure of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from refcli.model import Reference
from refcli.parsing.assemble import assemble
from refcli.parsing.confidence import confidence
from refcli.parsing.labelling.codes import code_labels
from refcli.parsing.labelling.habits import common, habits
from refcli.parsing.labelling.labels import label
from refcli.parsing.labelling.resolutions import resolution_labels
from refcli.parsing.labelling.segments import segments
from refcli.parsing.labelling.tokens import Token, tokenize
from refcli.parsing.pointing.pointers import pointer
from refcli.parsing.pointing.repeated import same_authors
from refcli.parsing.pointing.resolve import resolve
from refcli.parsing.types import Entry, Parsed, Segment, Unparsed
from refcli.text import blank

LONGEST = 3000
"""Tokens; what is longer is no single reference."""
WINDOW = 500
"""Entries whose habits are taken together."""
SURE = 0.8
"""From this confidence on an entry shows the habits of its list."""
DOUBTFUL = 0.4
"""Below this confidence an entry is read again."""
SURER = 0.1
"""How much surer a second reading must be to count."""


def parse_entry(entry: Entry, list_habits: Sequence[str] = ()) -> Parsed | Unparsed:
    """One entry, judged alone or by the habits of its list; never raises."""
    text = _own_words(entry)
    if not any(char.isalnum() for char in text):
        return Unparsed(entry, "no words")
    if pointer(text):
        return Unparsed(entry, "points to another entry")
    tokens = tokenize(text)
    if len(tokens) > LONGEST:
        return Unparsed(entry, "too long to be one reference")
    labelled = label(text, tokens, list_habits)
    parts = segments(text, tokens, _settled(text, tokens, labelled.labels))
    reference, doubts, why = assemble(parts, text)
    if not _enough(reference):
        return Unparsed(entry, "no author, title, outlet or address was found")
    sure = confidence(labelled, parts, reference, doubts)
    return Parsed(entry, reference, _as_written(parts, entry.text) if entry.noise else parts, sure, doubts, why)


def _settled(text: str, tokens: Sequence[Token], labels: Sequence[str]) -> list[str]:
    """The labels, numbers put right that look like something else."""
    return code_labels(text, tokens, resolution_labels(text, tokens, labels))


def _own_words(entry: Entry) -> str:
    """The text, what is noise in it blank."""
    return blank(entry.text, [span.shift(-entry.span.start) for span in entry.noise]) if entry.noise else entry.text


def _as_written(parts: Sequence[Segment], text: str) -> tuple[Segment, ...]:
    """The segments with the words of the text itself."""
    ends = list(accumulate(len(part.text) for part in parts))
    return tuple(Segment(part.label, text[end - len(part.text) : end]) for part, end in zip(parts, ends, strict=True))


def label_words(text: str) -> tuple[Segment, ...]:
    """The labelled segments of one entry's words, joined they are the text: what parsing it begins with."""
    tokens = tokenize(text)
    if not tokens or len(tokens) > LONGEST:
        return ()
    return segments(text, tokens, _settled(text, tokens, label(text, tokens).labels))


def parse_entries(entries: Iterable[Entry], *, each_alone: bool = False) -> tuple[Parsed | Unparsed, ...]:
    """The entries of one list, in order; `each_alone` takes no entry as evidence of another."""
    if each_alone:
        return tuple(parse_entry(entry) for entry in entries)
    read = [item for window in _windows(entries) for item in _read_twice(window)]
    return tuple(resolve(same_authors(read)))


def _windows(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    rest = iter(entries)
    while window := list(islice(rest, WINDOW)):
        yield window


def _read_twice(window: Sequence[Entry]) -> list[Parsed | Unparsed]:
    first = [parse_entry(entry) for entry in window]
    shared = common(habits(item.segments) for item in first if isinstance(item, Parsed) and item.confidence >= SURE)
    return [_second(item, shared) for item in first] if shared else first


def _second(item: Parsed | Unparsed, shared: Sequence[str]) -> Parsed | Unparsed:
    """The second reading of a doubtful entry, where it is clearly surer."""
    if isinstance(item, Unparsed) or item.confidence >= DOUBTFUL:
        return item
    again = parse_entry(item.entry, shared)
    return again if isinstance(again, Parsed) and again.confidence > item.confidence + SURER else item


_TALKS = ("interview", "personal_communication")


def _enough(reference: Reference) -> bool:
    """Something by which a person finds the work; of a talk, when or where it was."""
    if reference.type in _TALKS and (reference.dates.get("issued") or reference.get("publisher-place")):
        return True
    return bool(reference.names.get("author")) or any(map(reference.get, ("title", "container-title", "URL", "DOI")))
