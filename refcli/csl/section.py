"""A part of the bibliography: which works stand in it, by what their fields hold ("primary sources").

Source: the bibliography sections of citeproc-js (`makeBibliography(filter)`), of which only one of `include`,
`exclude` and `select` counts, in this order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from refcli.model import Reference


@dataclass(frozen=True, slots=True)
class Test:
    """A field of CSL-JSON and the value that it has to hold; "" for a field that must be empty."""

    field: str
    value: str

    def holds(self, item: Mapping[str, Any]) -> bool:
        """Whether it holds for an item; of a list of words, any one may fit."""
        found = item.get(self.field) or ""
        return self.value in found if isinstance(found, list) else str(found) == self.value


@dataclass(frozen=True, slots=True)
class Section:
    """`include` takes works for which any test holds, `exclude` all others, `select` those for which all hold.

    A work for which all tests of `quash` hold is left out in any case.
    """

    include: tuple[Test, ...] = ()
    exclude: tuple[Test, ...] = ()
    select: tuple[Test, ...] = ()
    quash: tuple[Test, ...] = ()

    @classmethod
    def from_json(cls, data: Mapping[str, Sequence[Mapping[str, str]]]) -> Section:
        """From lists of `{"field": ..., "value": ...}` under these four names."""
        tests = {
            name: tuple(Test(str(one.get("field", "")), str(one.get("value", ""))) for one in data.get(name) or ())
            for name in ("include", "exclude", "select", "quash")
        }
        return cls(**tests)

    def takes(self, reference: Reference) -> bool:
        """Whether a work stands in the section."""
        item = reference.to_json()
        if self.quash and all(test.holds(item) for test in self.quash):
            return False
        if self.include:
            return any(test.holds(item) for test in self.include)
        if self.exclude:
            return not any(test.holds(item) for test in self.exclude)
        return all(test.holds(item) for test in self.select)
