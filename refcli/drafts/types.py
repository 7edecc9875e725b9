"""Listed entries, mentions and what they are linked to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from refcli.model import Reference
from refcli.text import Span

Kind: TypeAlias = Literal["parenthetical", "narrative", "outlet-attribution", "numeric", "note", "key", "quotation"]


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list that a draft is checked against: `index` from 0; `span` is its place in the draft, if it has one."""

    index: int
    reference: Reference
    text: str
    span: Span | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Cites:
    """The entries that are meant, all of them."""

    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """More than one entry fits."""

    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Misspelled:
    """No entry has that name, these have one that differs by a letter or two: what is written, and what is listed."""

    written: str
    meant: str
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WrongYear:
    """The name is listed, the year is not: what is written, and the years that are listed."""

    written: str
    listed: tuple[str, ...]
    targets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A source that is not listed, by the name that the text uses."""

    name: str


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A source that need not be listed: a citation stands beside it, or the words name a body or an office in passing."""

    name: str


Link: TypeAlias = Cites | Ambiguous | Misspelled | WrongYear | Unknown | Unchecked


def targets_of(link: Link) -> tuple[int, ...]:
    """The indexes of all candidates; none for a source that is not listed."""
    return () if isinstance(link, Unknown | Unchecked) else link.targets


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a source: their place, what shape they have, what they are linked to. `quoted`: inside a quotation."""

    span: Span
    kind: Kind
    link: Link
    quoted: bool = False

    @property
    def targets(self) -> tuple[int, ...]:
        """The indexes of all candidates; none for a source that is not listed."""
        return targets_of(self.link)
