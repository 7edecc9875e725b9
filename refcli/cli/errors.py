"""What a command says to the shell: exit codes; and the sentence for the user."""

from __future__ import annotations

from enum import IntEnum

from refcli.problem import Problem

__all__ = ["Exit", "Problem"]


class Exit(IntEnum):
    """What a command says to the shell."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    BUG = 3
