"""LaTeX's citation commands -> the keys that they name, with their places.

Source: the manuals of natbib 8.31, biblatex 3.20 (3.9, citation commands), csquotes 5.2 (5, integrated interface), and of
apacite 6.03 for notes in angle brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from refcli.text import Span

COMMAND = re.compile(
    r"\\(?P<name>[A-Za-z]*(?:[cC]ite|cquote)[A-Za-z]*)\*?|\\begin\s?\{(?P<environment>[a-z]*displaycquote)\*?\}"
)
_KEYS = re.compile(r"\s*\{([^{}]{0,3000})\}")
_KEY = re.compile(r"%[^\n]*|([^,\s%\\]+)")
_GAP = re.compile(r"[ \t\r]*(?:%[^\n]*)?\n?[ \t\r]*")
_SIGN = re.compile(r"\\.|[{}\[\]()<>]|\n[ \t\r]*\n", re.DOTALL)
_CLOSES = {"[": "]", "(": ")", "<": ">"}
_LONGEST = 600
_DEEPEST = 5
"""No note has more brackets inside of brackets."""
_KEYLESS = frozenset(
    ["citestyle", "setcitestyle", "citereset", "AtEveryCite", "AtNextCite", "AtEveryCitekey", "AtNextCitekey",
     "DeclareCiteCommand", "DeclareMultiCiteCommand", "DeclareAutoCiteCommand"]
)  # fmt: skip


class Citation(NamedTuple):
    """A command with its arguments as far as the keys: `end` is behind the last of them."""

    name: str
    start: int
    end: int
    keys: tuple[Span, ...]


def citations(text: str) -> Iterator[Citation]:
    """All that cite, \\nocite included, in order."""
    at = 0
    while match := COMMAND.search(text, at):
        found = citation(text, match)
        at = found.end if found else match.end()
        if found:
            yield found


def citation(text: str, match: re.Match[str]) -> Citation | None:
    """What the command that `COMMAND` found cites, notes before and behind the keys left out; None where no keys follow."""
    name = match["name"] or match["environment"]
    several = name.endswith(("cites", "citetexts"))
    others = int("volcite" in name.lower() or name.startswith(("foreign", "hyphen")))
    keys: list[Span] = []
    at = match.end()
    while group := _KEYS.match(text, _behind_notes(text, at)):
        at = group.end()
        if others:
            others -= 1
            continue
        keys += [Span(*key.span(1)) for key in _KEY.finditer(text, *group.span(1)) if key[1]]
        if not several:
            break
    return Citation(name, match.start(), at, tuple(keys)) if keys and name not in _KEYLESS else None


def _behind_notes(text: str, at: int) -> int:
    """Behind the notes in brackets that stand there."""
    while True:
        start = _GAP.match(text, at).end()  # type: ignore[union-attr] # it matches nothing too
        close = _closing(text, start) if text[start : start + 1] in _CLOSES else -1
        if close < 0:
            return at
        at = close


def _closing(text: str, start: int) -> int:
    """Behind the bracket that closes the one at `start`; braces protect others. -1 where none does in the paragraph."""
    opening, closing = text[start], _CLOSES[text[start]]
    braces = nested = 0
    for match in _SIGN.finditer(text, start + 1, start + _LONGEST):
        sign = match[0]
        braces += (sign == "{") - (sign == "}")
        if braces < 0 or max(braces, nested) > _DEEPEST or sign[0] == "\n":
            return -1
        if not braces and sign in (opening, closing):
            nested += 1 if sign == opening else -1
            if nested < 0:
                return match.end()
    return -1
