"""An ISBN whose digits do not add up.

Why: its last digit is computed from the others, so one of them is wrong, and no catalogue finds the book.
Example: "ISBN 978-0-306-40615-8", where only 7 can be the last digit.
Remedy: copy it again from the book; it has 10 or 13 digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.lint.types import Facts, Hit, Profile, Severity
from refcli.text import Span

CODE = "REF205"
NAME = "malformed-isbn"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False

_SAID = re.compile(r"\bISBN(?:-1[03])?:?[ \t]*(?P<isbn>[\dX][\dX \u2010-\u2013-]{6,20}[\dX])(?!\w)", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Hit]:
    """ISBNs of the draft's own list with a wrong number of digits or a wrong last one (source: ISO 2108)."""
    for entry in facts.entries if facts.own_list else ():
        for match in _SAID.finditer(entry.text) if entry.span else ():
            digits = re.sub(r"[^\dX]", "", match["isbn"].upper())
            why = _wrong(digits)
            if why and entry.span:
                yield Hit(f"{why} in this ISBN", Span(*match.span("isbn")).shift(entry.span.start), (entry.index,))


def _wrong(digits: str) -> str:
    if len(digits) not in (10, 13) or "X" in digits[:-1] or (len(digits) == 13 and digits[-1] == "X"):
        return f"{len(digits)} digits instead of 10 or 13"
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(digits) == 10:
        return "" if sum(value * (10 - i) for i, value in enumerate(values)) % 11 == 0 else "the digits do not add up"
    return (
        ""
        if sum(value * (3 if i % 2 else 1) for i, value in enumerate(values)) % 10 == 0
        else "the digits do not add up"
    )
