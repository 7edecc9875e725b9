"""What a shape is handed, and the Protocol that its module fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from refcli.drafts.listing import Index
from refcli.drafts.types import Mention
from refcli.drafts.words import Prose


@dataclass(frozen=True, slots=True)
class Scene:
    """A draft ready for looking: its prose (the list blanked), the list's index, the whole text for what prose masks."""

    prose: Prose
    index: Index
    text: str
    numbered: bool = False


class Shape(Protocol):
    """A module with this function."""

    def find(self, scene: Scene) -> Iterator[Mention]:
        """The mentions of this shape, in order of place."""
        ...
