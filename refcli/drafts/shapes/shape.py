"""What a shape is handed, and the Protocol that its module fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from refcli.drafts.lexicon import words_of
from refcli.drafts.listing import Index, roman
from refcli.drafts.types import Mention
from refcli.drafts.words import Prose
from refcli.text import Span, fold, rare

_DATED = re.compile(
    r"([^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_]+)*)(?:\s+et\s+al\b\.?|\s+(?:and|&|und|y)\s+[^\W\d_a-z][\w’'-]+)?(?:[’']s)?,?\s*[(\[]?(?:1[89]|20)\d\d[a-z]?\b"
)
_LOCATED = rare(
    r"\b(?:in|at|near|outside|across|throughout|around|toward|towards|visited|to)\s+(?:the\s+)?([^\W\d_a-z][^\W\d_]{2,})\b"
    r"(?![’'](?:s\b|\s)|[\w’'-]|,?\s*[(\[]?(?:1[89]|20)\d\d|\s+et\s+al|\s+(?:and|&)\s+[^\W\d_a-z]\w+\s*[(\[]\d)"
)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_RUNNING = 40
_THROUGHOUT = 6
_NOTE = re.compile(
    r"^[ \t]{0,3}\[\^[^\]\s]+\]:[^\r\n]*(?:\r?\n[ \t]{2,}[^\r\n]+)*|\^\[(?:[^\[\]]|\[[^\[\]]*\]){1,3000}\]",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"https?://|\bwww\.|\bdoi:")


@dataclass(frozen=True)
class Scene:
    """A draft ready for looking: its prose (the list blanked), the list's index, the whole text for what prose masks;
    `cited` are keys that the draft wants listed without a mention.
    """

    prose: Prose
    index: Index
    text: str
    numbers: Mapping[int, int] = field(default_factory=dict)
    hidden: tuple[Span, ...] = ()
    cited: tuple[str, ...] = ()

    @property
    def numbered(self) -> bool:
        """Do the list's entries bear numbers? `numbers` has them, each with its entry."""
        return bool(self.numbers)

    def in_list(self, offset: int) -> bool:
        """Does that character belong to the draft's own list (`hidden`)?"""
        return any(span.start <= offset < span.end for span in self.hidden)

    def listed_at(self, i: int) -> int:
        """How many words from the `i`th word on name a listed body or outlet; 0 for none."""
        words, starts = self.prose.words, self.index.starts
        first = words[i].folded
        longest = max(starts.get(first, 0), starts.get(first.split("/")[0], 0))
        for length in range(min(longest, len(words) - i), 0, -1):
            run = words[i : i + length]
            if tuple(word.folded for word in run) in self.index.bodies and (length > 1 or not run[0].text.islower()):
                return length
        return 0

    @cached_property
    def places(self) -> frozenset[str]:
        """Words that the draft or its list uses as names of places: "in Ashkar", "Ashkar: Statistical Office"."""
        text = self.prose.text
        said = {fold(match[1]) for match in _LOCATED.finditer(text)}
        listed = {
            fold(word)
            for entry in self.index.entries
            for word in re.findall(r"[^\W\d_]+", entry.reference.get("publisher-place"))
        }
        return frozenset(said | listed | words_of("places"))

    @cached_property
    def sourced(self) -> tuple[Span, ...]:
        """Notes that give an address: what they name need not be listed."""
        return tuple(Span(*note.span()) for note in _NOTE.finditer(self.text) if _ADDRESS.search(note[0]))

    @cached_property
    def head(self) -> int:
        """Where the first paragraph of running text begins: above it stand the title and whoever wrote the draft."""
        for match in _PARAGRAPH.finditer(self.prose.text):
            if len(match[0].split()) >= _RUNNING:
                return match.start()
        return 0

    @cached_property
    def writers(self) -> frozenset[str]:
        """Names above the running text, as romanisations share them: the draft's own writers cite themselves only by year."""
        return frozenset(roman(word) for word in re.findall(r"[^\W\d_][\w’'-]+", self.prose.text[: self.head]))

    @cached_property
    def dated(self) -> frozenset[str]:
        """Names behind which a year stands somewhere in the draft, as romanisations share them."""
        return frozenset(roman(match[1]) for match in _DATED.finditer(self.prose.text))

    @cached_property
    def author_date(self) -> bool:
        """Does the draft cite listed authors by date throughout? Then a name with a year behind it may be one more."""
        return sum(name in self.index.families for name in self.dated) >= _THROUGHOUT


class Shape(Protocol):
    """A module with this function."""

    def find(self, scene: Scene) -> Iterator[Mention]:
        """The mentions of this shape, in order of place."""
        ...
