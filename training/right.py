"""A gold row and fields as they were read -> are all fields right? By the conventions of the labelled sets.

A small restatement, for fitting the confidence; figures that are told anywhere come from the scorer beside the data.
"""

from __future__ import annotations

import re
from typing import Any

from refcli.text import fold_key

_TEXTS = ("title", "container-title", "publisher", "publisher-place", "volume", "issue", "URL", "DOI")


def all_right(row: dict[str, Any], found: dict[str, Any]) -> bool:
    """Every field that the row has gold for, and none besides."""
    readings = [{**row["gold"], **other} for other in ({}, *row.get("alts", ()))]
    asked = [name for name in row["fields"] if name not in row.get("ignore", ())]
    return any(all(_same(name, gold.get(name), found.get(name)) for name in asked) for gold in readings)


def _same(name: str, gold: Any, found: Any) -> bool:
    if name in ("author", "editor"):
        return _people(gold) == _people(found)
    if name == "issued":
        stated, read = _date(gold), _date(found)
        return read[: len(stated)] == stated if stated else not read
    if name == "page":
        return _pages(gold) == _pages(found)
    if name in _TEXTS:
        return _key(name, gold) == _key(name, found)
    return True


def _key(name: str, value: Any) -> str:
    words = str(value or "")
    if name == "container-title":
        words = re.sub(r"^\s*in\b\s*:?\s+", "", words, flags=re.IGNORECASE)
    if name == "URL":
        words = re.sub(r"^(?:https?://|ftp://)?(?:www\.)?", "", "".join(words.split()).lower())
    if name == "DOI":
        words = re.sub(r"^.*?(?=10\.)", "", words.lower())
    return fold_key(words)


def _people(value: Any) -> list[tuple[str, str]]:
    out = []
    for name in value or ():
        if not name.get("others"):
            family = " ".join(
                part
                for part in (
                    name.get("non-dropping-particle", ""),
                    name.get("dropping-particle", ""),
                    name.get("family", ""),
                )
                if part
            )
            out.append(
                (
                    fold_key(name.get("literal") or family),
                    "" if name.get("literal") else fold_key(name.get("given", ""))[:1],
                )
            )
    return out


def _date(value: Any) -> str:
    if isinstance(value, dict):
        parts = (value.get("date-parts") or [[]])[0]
        return "-".join([f"{part:04d}" if i == 0 else f"{part:02d}" for i, part in enumerate(parts)])
    match = re.match(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", str(value or ""))
    return match[0] if match else ""


def _pages(value: Any) -> list[int]:
    found = re.findall(r"\d+", str(value or ""))[:2]
    if len(found) == 2 and len(found[1]) < len(found[0]):
        found[1] = found[0][: -len(found[1])] + found[1]
    return [int(page) for page in dict.fromkeys(found)]
