"""Names and year -> a citation label: Doe65, RoNo78, DEFG26.

The label stands for `citation-label` where the reference has none: four letters of one name, two of each of two or
three, one of each of the first four of more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refcli.model import Date, Names


def trigraph(names: Names, date: Date | None) -> str:
    """The label, without the suffix that tells equal ones apart."""
    words = [name.family or name.literal for name in names if name.family or name.literal]
    size = {0: 0, 1: 4, 2: 2, 3: 2}.get(len(words), 1)
    year = f"{date.year % 100:02d}" if date and date.year is not None else ""
    return "".join(word[:size] for word in words[:4]) + year
