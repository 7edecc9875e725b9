"""Pieces of a file -> the text that it shows, with the way back: copied as they stand, or put for something else.

Notes are collected apart and come behind the text, as in Markdown: "[^1]" in the text, "[^1]: words" at its end.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from refcli.documents.types import Comment, Origin, Piece
from refcli.text import Span


@dataclass(slots=True)
class Weave:
    """A text in the making. `prefix` begins each paragraph ("> " inside a quotation); `inline` texts are one line."""

    raw: str
    prefix: str = ""
    inline: bool = False
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    notes: list[Weave] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    labels: list[tuple[int, str]] = field(default_factory=list)
    length: int = 0
    last: str = ""
    breaks: int = 2
    held: bool = False

    def copy(self, start: int, end: int) -> None:
        """The characters of the file from `start` to `end`, as they stand."""
        if start < end:
            self._open(start)
            self._add(self.raw[start:end], Piece(self.length, Span(start, end), verbatim=True))

    def put(self, words: str, start: int, end: int) -> None:
        """Words that stand for that stretch of the file."""
        if words:
            self._open(start)
            self._add(words, Piece(self.length, Span(start, end), verbatim=False))

    def flow(self, start: int, end: int) -> None:
        """The characters of the file with each run of white space as one blank, none where a line begins."""
        raw, at = self.raw, start
        while at < end:
            stop = at
            if raw[at].isspace():
                while stop < end and raw[stop].isspace():
                    stop += 1
                self.space(at, stop)
            else:
                while stop < end and not (
                    raw[stop].isspace() and (raw[stop] != " " or raw[stop + 1 : stop + 2].isspace())
                ):
                    stop += 1
                self.copy(at, stop)
            at = stop

    def space(self, start: int, end: int) -> None:
        """One blank, where none stands yet."""
        if self.last and not self.last.isspace():
            self.put(" ", start, end)

    def mark(self, words: str, start: int, end: int) -> None:
        """What a paragraph begins with (a bullet, a heading's sign): the next words stand behind it whatever comes between."""
        self.put(words, start, end)
        self.held = True

    def line(self, at: int) -> None:
        """The next words begin a line."""
        self._end_line(at, 1)

    def paragraph(self, at: int) -> None:
        """The next words begin a paragraph."""
        self._end_line(at, 2)

    def note(self, start: int, end: int) -> Weave:
        """A note is called here: the text that its words go to."""
        self.notes.append(Weave(self.raw, inline=True))
        self.put(f"[^{len(self.notes)}]", start, end)
        return self.notes[-1]

    def comment(self, start: int, end: int, words: str) -> None:
        """The writer put these words beside the text there."""
        self.comments.append(Comment(Span(start, end), words.strip()))

    def close(self) -> tuple[str, Origin]:
        """The whole text, notes last, and the way back to the file."""
        for number, note in enumerate(self.notes, 1):
            at = note.pieces[0].source.start if note.pieces else len(self.raw)
            self.prefix = ""
            self.paragraph(at)
            self.mark(f"[^{number}]: ", at, at)
            self._take(note)
        return "".join(self.parts), Origin(self.raw, tuple(self.pieces))

    def _take(self, other: Weave) -> None:
        shift = self.length
        self.pieces += [piece._replace(start=piece.start + shift) for piece in other.pieces]
        self.comments += other.comments
        self.parts += other.parts
        self.length += other.length
        self.last, self.breaks, self.held = other.last or self.last, 0, False

    def _open(self, at: int) -> None:
        if self.breaks and self.prefix:
            self.breaks = 0
            self._add(self.prefix, Piece(self.length, Span(at, at), verbatim=False))

    def _end_line(self, at: int, breaks: int) -> None:
        missing = breaks - self.breaks
        if self.inline:
            self.space(at, at)
            return
        if self.parts and missing > 0 and not self.held:
            if self.parts[-1] == " ":
                self.parts.pop()
                self.length = self.pieces.pop().start
            self._add("\n" * missing, Piece(self.length, Span(at, at), verbatim=False))
            self.breaks = breaks

    def _add(self, words: str, piece: Piece) -> None:
        self.pieces.append(piece)
        self.parts.append(words)
        self.length += len(words)
        self.last, self.breaks = words[-1], 0
        self.held = False
