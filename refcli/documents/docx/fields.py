"""Field codes -> which of their results are text, and the works that citation fields carry.

Source: ECMA-376 part 1, 17.16 (fields); the CSL-JSON that Zotero and Mendeley keep in theirs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from refcli.model import Reference

_DEAF = ("TOC", "PAGE", "NUMPAGES", "SEQ", "INDEX", "TA", "TC", "XE", "PAGEREF", "NOTEREF", "FORMCHECKBOX")


@dataclass(slots=True)
class Fields:
    """The fields that are open where reading stands: instruction so far, and whether the result has begun."""

    open: list[list[str]] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)

    def char(self, kind: str) -> str:
        """A field begins, its result begins, it ends: then its instruction is returned."""
        if kind == "begin":
            self.open.append([])
            self.shown.append(False)
        elif kind == "separate" and self.open:
            self.shown[-1] = not is_deaf("".join(self.open[-1]))
        elif kind == "end" and self.open:
            self.shown.pop()
            return "".join(self.open.pop())
        return ""

    def instruct(self, words: str) -> None:
        """Words of an instruction."""
        if self.open:
            self.open[-1].append(words)

    @property
    def silent(self) -> bool:
        """Is what stands here no text?"""
        return not all(self.shown)


def is_deaf(instruction: str) -> bool:
    """Is the result of that field no prose (a table of contents, a page number)?"""
    return instruction.split()[:1] in [[word] for word in _DEAF]


def works(instruction: str) -> list[Reference]:
    """The works that a citation field of Zotero or Mendeley carries as CSL-JSON."""
    start = instruction.find("{")
    if start < 0 or "citationItems" not in instruction:
        return []
    try:
        said, _ = json.JSONDecoder().raw_decode(instruction, start)
        items = [item["itemData"] for item in said["citationItems"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    return [_named(item) for item in items if isinstance(item, dict)]


def _named(item: dict[str, object]) -> Reference:
    """The work, by its citation key where there is one, else by its id."""
    key = item.get("citation-key") or item.get("id") or item.get("title") or ""
    return Reference.from_json({**item, "id": str(key)})
