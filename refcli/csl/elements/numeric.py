"""Number variable -> its numerals in a form: numeric, ordinal, long-ordinal, roman.

Source: CSL 1.0.2, "Number".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from refcli.csl.values.numbers import Part, is_symbol, number_parts
from refcli.csl.values.ordinals import roman
from refcli.csl.values.pages import page_ranges
from refcli.csl.values.richtext import rich
from refcli.model import NUMBER_VARIABLES

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.nodes import Node

NUMBER_FORM = frozenset(NUMBER_VARIABLES - {"page"})
_DASHED = re.compile(r"(?<=\d)\s*[-–]\s*(?=\d)|(?<=[ivxlcIVXLC])[-–](?=[ivxlcIVXLC]+\b)")


def formatted(value: str, variable: str, form: str, ctx: Context) -> Node:
    """Every numeral of the field in the form, ranges with an en dash; words are left alone."""
    if value.isdecimal() and form == "numeric":
        return value
    parts = number_parts(value)
    if not parts:
        if is_symbol(value):
            return value
        if variable == "locator":
            return rich(_DASHED.sub("–", value).replace("\\-", "-"))
        return value if variable == "number" else _DASHED.sub("–", value).replace("\\-", "-").replace("'", "’")
    gender = ctx.locale.gender(variable) if form in ("ordinal", "long-ordinal") else ""
    return "".join(_numeral(part.numeral, form, gender, ctx) + _separator(part, ctx) for part in parts)


def pages(value: str, ctx: Context) -> str:
    """Pages in the style's page-range-format and the language's marks."""
    form = ctx.style.options.get("page-range-format", "")
    return page_ranges(value, form, ctx.locale.page_dash, ctx.locale.term("and", "symbol") or "&")


def _separator(part: Part, ctx: Context) -> str:
    mark = part.separator
    if not mark:
        return ""
    if mark in "-–—":
        return ctx.locale.page_dash
    if mark == "&":
        mark = ctx.locale.term("and", "symbol") or mark
    return f"{mark} " if mark in ",;" else f" {mark} "


def _numeral(numeral: str, form: str, gender: str, ctx: Context) -> str:
    if not numeral.isdecimal() or form == "numeric":
        return numeral
    number = int(numeral[:9])
    if form == "roman":
        return roman(number)
    if form == "long-ordinal" and 1 <= number <= 10:
        name = f"long-ordinal-{number:02d}"
        words = ctx.locale.term(f"{name}@{gender}") or ctx.locale.term(name)
        if words:
            return words
    return numeral + ctx.locale.ordinal(number, gender)
