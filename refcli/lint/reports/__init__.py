"""Reports -> text in an output format: one format a module."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from refcli.lint.reports import concise, full, json
from refcli.lint.reports.look import Look
from refcli.lint.types import Report


class Format(Protocol):
    """A module with this function."""

    def render(self, reports: Sequence[Report], look: Look) -> str:
        """The whole output, its last line ended; "" for nothing to say."""
        ...


REPORTS: dict[str, Format] = {"full": full, "concise": concise, "json": json}

__all__ = ["REPORTS", "Format", "Look"]
