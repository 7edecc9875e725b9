"""Entry, Rest, Listing; Segment, Parsed, Unparsed: what reading a list gives, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from refcli.model import Reference
from refcli.text import Span


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of one reference as they stand in the list, without their number or bullet; `span` is their place, `number` what
    the list counts it by ("12", "smith"), "" where it does not; `within` is the note that names this work beside others;
    `noise` are stretches of the words that are none of its own (a page number and running head inside it).
    """

    text: str
    span: Span
    number: str = ""
    within: Entry | None = None
    noise: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Rest:
    """A stretch of the list that is no entry, and why (a heading, a page number, prose)."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list taken apart: every character of `region` is in an entry, in `rest`, in `marks` (numbers, bullets, tags, arrows
    and joints, which hold the entries), or white space.

    `heading` is the heading that the list was found by; `doubtful` says why the split should not be trusted, "" if it can.
    """

    entries: tuple[Entry, ...] = ()
    rest: tuple[Rest, ...] = ()
    marks: tuple[Rest, ...] = ()
    region: Span | None = None
    heading: Span | None = None
    doubtful: str = ""


class Segment(NamedTuple):
    """Words of an entry and what they are. Labels: author, editor, translator, title, container, collection, publisher,
    place, org, date, volume, issue, pages, url, doi, isbn, number, idno, edition, genre, medium, accessed, note, other.
    """

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry read: the segments joined are its text; `confidence` (0 to 1) is that of all fields being right."""

    entry: Entry
    reference: Reference
    segments: tuple[Segment, ...]
    confidence: float
    doubts: tuple[str, ...] = ()
    why_kind: str = ""


@dataclass(frozen=True, slots=True)
class Unparsed:
    """An entry that is no reference of its own, or that could not be read: kept as it was, with the reason.

    `means` is the entry of the list that it mentions again ("Ibid., 45"), if that is known, `locator` the place there.
    """

    entry: Entry
    why: str
    means: Entry | None = None
    locator: str = ""
