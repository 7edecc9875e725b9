"""Items + sort keys -> order.

Source: CSL 1.0.2, "Sorting". An item without a value comes last in either direction.
"""

from __future__ import annotations

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


def arranged(ids: Sequence[str], keys: Sequence[SortKey], context: Callable[[str], Context]) -> list[str]:
    """The items in order; what the keys do not part stays in the order given. `context` gives a fresh one for an item.

    A key is worked out only for the items that those before it leave equal.
    """
    if not keys or len(ids) < 2:
        return list(ids)
    key, *further = keys
    groups: dict[str | None, list[str]] = {}
    for one in ids:
        groups.setdefault(sort_value(key, context(one)), []).append(one)
    present = sorted((value for value in groups if value is not None), reverse=key.descending)
    order = [*present, None] if None in groups else present
    return [one for value in order for one in arranged(groups[value], further, context)]


def sort_value(key: SortKey, ctx: Context) -> str | None:
    """What an item sorts by under a key; None where it has no value."""
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
