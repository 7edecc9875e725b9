"""Trouble -> one sentence on standard error and an exit code."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command says to the shell."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3


class Problem(Exception):  # noqa: N818 - a sentence for the user, not an error of ours
    """What the user can mend: one clear sentence, with the place and what to do next."""
