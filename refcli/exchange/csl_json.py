"""CSL-JSON <-> references: nothing is lost. Source: the CSL data schema, `csl-data.json`, version 1.0.2."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from refcli.exchange.types import ReadFile, Unread
from refcli.model import Reference

NAME = "csl-json"
ENDINGS = ("json",)


def begins(text: str) -> bool:
    """A list of objects, or an object."""
    return bool(re.match(r"\[\s*[{\]]|\{\s*\"", text))


def read(text: str) -> ReadFile:
    """The items of a list, or of an object's `items` or `references`; a single item counts as a list of one."""
    try:
        said = json.loads(text.removeprefix("\ufeff")) if text.strip() else []
    except json.JSONDecodeError as error:
        return ReadFile((), (Unread(error.lineno, text[:80], f"is no JSON: {error.msg}, column {error.colno}"),))
    except (ValueError, RecursionError):
        return ReadFile((), (Unread(1, text[:80], "is no JSON that can be read"),))
    return items(said)


def items(said: Any) -> ReadFile:
    """CSL items, as data, to references."""
    if isinstance(said, dict):
        said = next((said[key] for key in ("items", "references") if isinstance(said.get(key), list)), [said])
    if not isinstance(said, list):
        return ReadFile((), (Unread(1, str(said)[:80], "should be a list of CSL items"),))
    good = tuple(Reference.from_json(item) for item in said if isinstance(item, dict) and item)
    bad = tuple(
        Unread(1, str(item)[:80], f"item {i} is no CSL item")
        for i, item in enumerate(said, 1)
        if not isinstance(item, dict) or not item
    )
    return ReadFile(good, bad)


def write(references: Sequence[Reference]) -> str:
    """A list of items."""
    return json.dumps([reference.to_json() for reference in references], ensure_ascii=False, indent=2) + "\n"
