"""Reference -> the kind of source that a house treats in its own way ("a resolution of the United Nations").

CSL has few types for what governments and organisations publish; a kind says it finer, by what the fields hold. A table
of kinds maps names to lists of alternatives; each alternative is a mapping from `type` (one or more CSL types) or a
variable to a regular expression that is found in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from refcli.csl.errors import StyleError


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source: its name, what a work has to hold (any one of the alternatives), the CSL type to take it for."""

    name: str
    alternatives: Sequence[Mapping[str, str]]
    type: str = ""

    def holds(self, type_: str, fields: Mapping[str, str]) -> bool:
        """Whether a work of that CSL type with those fields (names as their words) is of the kind."""
        return any(
            all(
                type_ in pattern.split() if name == "type" else _found(pattern, fields.get(name, ""))
                for name, pattern in alternative.items()
            )
            for alternative in self.alternatives
        )


def kinds(table: Mapping[str, Any]) -> dict[str, Kind]:
    """The kinds of a table. Raises StyleError for an alternative that is no mapping or a pattern that is none."""
    found = {}
    for name, alternatives in table.items():
        if not isinstance(alternatives, list) or not all(isinstance(one, Mapping) for one in alternatives):
            raise StyleError(f"the kind {name} is a list of mappings")
        for alternative in alternatives:
            for pattern in (value for key, value in alternative.items() if key != "type"):
                try:
                    _compiled(pattern)
                except re.error as error:
                    raise StyleError(f"the kind {name}: {pattern} is no pattern ({error})") from None
        found[name] = Kind(name, tuple(alternatives))
    return found


def _found(pattern: str, value: str) -> bool:
    return bool(value) and _compiled(pattern).search(value) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
