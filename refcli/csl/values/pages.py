"""Page range -> the range as a style wants it: expanded, minimal, minimal-two, chicago.

Source: CSL 1.0.2, appendix V "Page Range Formats".
"""

from __future__ import annotations

import re

from refcli.csl.values.ordinals import is_roman

_RANGE = re.compile(r"((?:\d*[A-Za-z])*)(\d+)\s*[-–—]\s*((?:\d*[A-Za-z])*)(\d+)\Z")


def page_ranges(text: str, form: str, dash: str, and_: str = "&") -> str:
    """All ranges of a page field in the form; without a form only hyphens between pages become the dash.

    `and_` is the language's word for "&".
    """
    pieces = re.split(r"(\s*[,&;]\s*)", text)
    pieces[::2] = [_one(piece, form, dash) for piece in pieces[::2]]
    pieces[1::2] = [_separator(piece, and_) for piece in pieces[1::2]]
    return "".join(pieces)


def _separator(text: str, and_: str) -> str:
    mark = text.strip()
    return f" {and_} " if mark == "&" else mark + " "


def _one(text: str, form: str, dash: str) -> str:
    if "\\-" in text:
        return text.replace("\\-", "-")
    match = _RANGE.match(text)
    if not match:
        parts = re.split(r"\s*[-–—]+\s*", text)
        return dash.join(parts) if len(parts) == 2 and all(parts) and _paged(parts) else _tight(text)
    prefix, first, prefix2, last = match.groups()
    if prefix2 != prefix:
        return _tight(text)
    return _two(prefix, first, last, form, dash)


def _two(prefix: str, first: str, last: str, form: str, dash: str) -> str:
    """Both ends, the second as short as the form wants."""
    full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if not form or (len(full), full) < (len(first), first):
        return f"{prefix}{first}{dash}{prefix}{last}"
    if form == "expanded":
        return f"{prefix}{first}{dash}{prefix}{full}"
    return f"{prefix}{first}{dash}{_short(first, full, form)}"


def _tight(text: str) -> str:
    """A range that is left alone, without spaces around its hyphen."""
    return "-".join(part.strip() for part in text.split("-"))


def _paged(parts: list[str]) -> bool:
    """Whether both ends look like pages: a digit in each, or roman numerals."""
    return all(part.isdecimal() or is_roman(part) for part in parts)


def _short(first: str, last: str, form: str) -> str:
    if len(first) != len(last):
        return last
    if form == "minimal":
        return _minimal(first, last, 1)
    if form == "minimal-two":
        return _minimal(first, last, 2)
    return _chicago(first, last, form)


def _minimal(first: str, last: str, least: int) -> str:
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(last))
    return last[min(same, max(len(last) - least, 0)) :]


def _chicago(first: str, last: str, form: str) -> str:
    if len(first) < 3 or first.endswith("00"):
        return last
    if first[-2] == "0":
        return _minimal(first, last, 1)
    short = _minimal(first, last, 2)
    if len(first) == 4 and len(short) == 3 and form in ("chicago", "chicago-15"):
        return last
    return short
