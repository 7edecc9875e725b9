"""A quotation mark at an edge of a title -> does it belong to a quoted word inside ("'Lavender': the machine") or around the title?"""

from __future__ import annotations

import re

_OPENED = re.compile(
    r"""(?:“[^“”]*[^“”.,?!\s]”|‘[^‘]*?[^‘’.,?!\s]’|«[^«»]*[^«».,?!\s]»|"[^"]*[^".,?!\s]"|'[^']*[^'.,?!\s]')(?=[:;]|\s[a-zà-ÿ])"""
)
"""Quoted words that a colon or a small letter follows: the title goes on."""
_CLOSED = re.compile(
    r"""\s(?:“[^“”]*[^“”.,?!\s]”|‘[^‘’]*[^‘’.,?!\s]’|«[^«»]*[^«».,?!\s]»|"[^"]*[^".,?!\s]"|'[^']*[^'.,?!\s]')\Z"""
)


def opens_quoted_word(text: str, at: int, end: int) -> bool:
    """The mark at `at` opens words that are closed before `end`, and what stands there is no end of the title."""
    found = _OPENED.match(text, at, end)
    if found is None or text.startswith(found[0][-1], end):
        return False
    return text[end - 1] != found[0][-1] or closes_quoted_word(text, at, end - 1)


def closes_quoted_word(text: str, start: int, at: int) -> bool:
    """The mark at `at` closes words that were opened behind `start`."""
    return text[at : at + 1] in _MARKS and _CLOSED.search(text[start : at + 1]) is not None


_MARKS = frozenset("”’»\"'")
