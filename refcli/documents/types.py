"""Document, Comment, Origin, Unreadable: what reading a file gives."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from refcli.model import Reference
from refcli.text import Span, blank


class Comment(NamedTuple):
    """Words that the writer put beside the text: where they stand in the file, or what they are about; what they say."""

    span: Span
    words: str


class Piece(NamedTuple):
    """From `start` on the text comes from `source` of the file; a letter is a letter there if `verbatim`, else all of it is."""

    start: int
    source: Span
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the characters of a text that is not the file's own come from: `raw` is the file's, `pieces` lead there.

    `names` say where a character stands in a file without lines ("paragraph 12"), each from its offset on.
    """

    raw: str = ""
    pieces: Sequence[Piece] = ()
    names: Sequence[tuple[int, str]] = ()

    def span(self, span: Span) -> Span:
        """The stretch of the file that a stretch of the text comes from."""
        start, last = self._char(span.start), self._char(max(span.start, span.end - 1))
        if span.end <= span.start:
            return Span(start.start, start.start)
        return Span(start.start, last.end) if last.end >= start.end else start

    def name(self, offset: int) -> str:
        """What a reader calls the place of a character; "" where lines and columns say it."""
        at = bisect_right(self.names, offset, key=lambda name: name[0]) - 1
        return self.names[at][1] if at >= 0 else ""

    def _char(self, offset: int) -> Span:
        at = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        if at < 0:
            return Span(0, 0)
        piece = self.pieces[at]
        if not piece.verbatim:
            return piece.source
        there = min(piece.source.start + offset - piece.start, max(piece.source.start, piece.source.end - 1))
        return Span(there, min(there + 1, piece.source.end))


@dataclass(frozen=True, slots=True)
class Document:
    """A draft or a list as text.

    `text` is the decoded file (without a byte order mark, line ends as they are), or, for a format with markup of its own,
    the words that it shows: paragraphs parted by blank lines, headings, quotations and notes marked as in Markdown.
    All offsets count its characters; `origin` leads from them to the file. `prose` has the same length: what is no prose
    (code, front matter, comments, addresses) is blank in it. `apart` are front matter, comments and
    the fences of divisions, where no list can stand. `bibliography` names the files that the draft itself names as its
    library; `labels` the keys that its own list gives to the entries at these offsets; `cited` the keys that it wants listed
    without a mention ("*" for all); `works` what its reference manager left in it; `parts` the files that it reads in.
    """

    name: str
    text: str
    prose: str
    format: str
    encoding: str = "utf-8"
    apart: tuple[Span, ...] = ()
    bibliography: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    labels: tuple[tuple[int, str], ...] = ()
    cited: tuple[str, ...] = ()
    works: tuple[Reference, ...] = ()
    parts: tuple[str, ...] = ()
    origin: Origin | None = None

    @property
    def body(self) -> str:
        """The text with what is apart from it blank: where a list may stand."""
        return blank(self.text, list(self.apart)) if self.apart else self.text

    @property
    def raw(self) -> str:
        """The text in which lines and columns are counted: the file's own where it has one."""
        return self.origin.raw if self.origin and self.origin.pieces else self.text

    def at(self, span: Span) -> Span:
        """Where a stretch of `text` stands in `raw`."""
        return self.origin.span(span) if self.origin and self.origin.pieces else span

    def place_name(self, span: Span) -> str:
        """The place in a reader's words ("footnote 3"), "" where lines and columns say it."""
        return self.origin.name(span.start) if self.origin else ""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that holds no text that we can read; `why` is a sentence that says what to do."""

    name: str
    why: str


class Format(Protocol):
    """A kind of document that is text: a module with these names."""

    NAME: str

    def document(self, name: str, text: str, encoding: str) -> Document:
        """What the decoded text of a file says; never raises."""
        ...
