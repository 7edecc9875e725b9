"""Reports -> text in an output format: one format a module, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from refcli.lint.reports.look import Look
from refcli.lint.types import Report


class Format(Protocol):
    """A module with this function."""

    def render(self, reports: Sequence[Report], look: Look) -> str:
        """The whole output, its last line ended; "" for nothing to say."""
        ...


REPORTS = ("full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")


def find_report(name: str) -> Format:
    """The format of that name, one of `REPORTS`."""
    return cast("Format", import_module(f"refcli.lint.reports.{name}"))


__all__ = ["REPORTS", "Format", "Look", "find_report"]
