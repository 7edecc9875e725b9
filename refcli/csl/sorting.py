"""Items + sort keys -> order.

Source: CSL 1.0.2, "Sorting". An item without a value comes last in either direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cmp_to_key
from typing import TYPE_CHECKING

from refcli.csl.collation import collation_key
from refcli.csl.elements.date import day_key
from refcli.csl.elements.names import shown_count
from refcli.csl.elements.namestyle import name_style
from refcli.csl.elements.person import person
from refcli.csl.nodes import text_of
from refcli.csl.values.richtext import rich
from refcli.csl.xml import Element
from refcli.model import DATE_VARIABLES, NAME_VARIABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from refcli.csl.context import Context
    from refcli.csl.style import SortKey

_NAMES = Element("names", {"delimiter": " "}, 0)


@dataclass(frozen=True, slots=True)
class SortValue:
    """What an item sorts by, one for each key; None where it has no value."""

    keys: tuple[str | None, ...]


def sort_value(keys: Sequence[SortKey], context: Callable[[], Context]) -> SortValue:
    """The values of all keys for the item of a context."""
    return SortValue(tuple(_value(key, context()) for key in keys))


def _value(key: SortKey, ctx: Context) -> str | None:
    ctx.sorting = key.names
    text = text_of(key.macro.render(ctx)) if key.macro is not None else _variable(key.variable, ctx)
    return collation_key(text, ctx.locale.lang) if text.strip() else None


def _variable(name: str, ctx: Context) -> str:
    if name in NAME_VARIABLES:
        style = name_style(ctx.area.attrs, _NAMES, None, ctx.sorting)
        names = ctx.item.names.get(name, ())
        shown = names[: shown_count(len(names), style, ctx)]
        return " ".join(text_of(person(one, style, ctx, inverted=True)) for one in shown)
    if name in DATE_VARIABLES:
        date = ctx.item.dates.get(name)
        return "" if date is None else "/".join(map(day_key, date.days)) or date.literal or date.raw
    return text_of(rich(ctx.text(name)))


def sorter(keys: Sequence[SortKey]) -> Callable[[SortValue], object]:
    """A key function for `sorted` over sort values."""
    signs = tuple(-1 if key.descending else 1 for key in keys)

    def compare(left: SortValue, right: SortValue) -> int:
        for a, b, sign in zip(left.keys, right.keys, signs, strict=True):
            if a == b:
                continue
            if a is None or b is None:
                return 1 if a is None else -1
            return sign if a > b else -sign
        return 0

    return cmp_to_key(compare)
