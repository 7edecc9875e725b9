"""Stream of text and marks -> a format. One format a module; each has `escape`, `mark` and `entries`.

To add one: write a module with a class that fits `Output`, and name it in `refcli.csl.OUTPUTS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from refcli.csl.stream import Mark, Quotes, stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from refcli.csl.nodes import Node


class Output(Protocol):
    """What a format has to know."""

    def escape(self, text: str) -> str:
        """Text as the format writes it."""
        ...

    def mark(self, mark: Mark) -> str:
        """What opens or closes a look or link; "" where the format has none for it."""
        ...

    def entries(self, entries: Sequence[str], *, hanging: bool = False) -> str:
        """A whole bibliography of rendered entries, with a hanging indent where the format can."""
        ...


def render(node: Node | None, output: Output, quotes: Quotes) -> str:
    """One entry or citation in a format."""
    escape, mark = output.escape, output.mark
    return "".join([escape(token) if isinstance(token, str) else mark(token) for token in stream(node, quotes)])
