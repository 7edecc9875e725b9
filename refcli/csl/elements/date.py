"""cs:date -> a date in a localised form or in the parts that the style gives; ranges share what is equal.

Source: CSL 1.0.2, "Date", "Date-part", "Date Ranges", "AD and BC", "Seasons", "Approximate Dates".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refcli.csl.dress import Dress
from refcli.csl.elements.text import Finish, strip_periods
from refcli.csl.nodes import Node, Span, join
from refcli.csl.values.casing import recase
from refcli.csl.values.richtext import rich
from refcli.csl.xml import Element

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.elements.base import Renderer
    from refcli.csl.locale import Locale
    from refcli.csl.style import Style
    from refcli.model import Date as Value
    from refcli.model import Day

_KEEP = {"year": ("year",), "year-month": ("year", "month"), "year-month-day": ("year", "month", "day")}


class Part:
    """One cs:date-part."""

    __slots__ = ("case", "dash", "dress", "form", "name", "strip")

    def __init__(self, attrs: dict[str, str], element: Element) -> None:

        self.name = attrs.get("name", "")
        self.form = attrs.get("form", "numeric" if self.name == "day" else "long")
        self.case, self.strip = attrs.get("text-case", ""), attrs.get("strip-periods") == "true"
        self.dash = attrs.get("range-delimiter") or "–"
        self.dress = Dress.of(Element("date-part", attrs, element.line))

    def words(self, day: Day, ctx: Context) -> Node | None:
        """The part of a date, without affixes."""
        locale = ctx.locale
        if self.name == "year":
            words = _year(day.year, self.form, locale)
        elif self.name == "month":
            words = _month(day, self.form, locale)
        else:
            words = _day(day, self.form, locale) if day.day else ""
        if not words:
            return None
        node: Node = words
        if self.strip:
            node = strip_periods(node)
        return recase(node, self.case) if self.case else node


def _year(year: int, form: str, locale: Locale) -> str:
    if form == "short" and year > 999:
        return f"{year % 100:02d}"
    if year < 0:
        return f"{-year}{locale.term('bc') or ''}"
    return f"{year}{locale.term('ad') or ''}" if 0 < year < 1000 else str(year)


def _month(day: Day, form: str, locale: Locale) -> str:
    if not day.month:
        return (
            (locale.term(f"season-{day.season:02d}", form if form == "short" else "long") or "") if day.season else ""
        )
    if form == "numeric":
        return str(day.month)
    if form == "numeric-leading-zeros":
        return f"{day.month:02d}"
    return locale.term(f"month-{day.month:02d}", "short" if form == "short" else "long") or ""


def _day(day: Day, form: str, locale: Locale) -> str:
    if form == "numeric-leading-zeros":
        return f"{day.day:02d}"
    if form == "ordinal" and (day.day == 1 or not locale.first_day_only):
        return f"{day.day}{locale.ordinal(day.day, locale.gender(f'month-{day.month:02d}'))}"
    return str(day.day)


class DateElement:
    """cs:date."""

    __slots__ = ("cache", "delimiter", "element", "finish", "form", "name")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.name, self.form, self.delimiter = element.get("variable"), element.get("form"), element.get("delimiter")
        self.finish = Finish(element)
        self.cache: tuple[Locale, tuple[Part, ...], str] | None = None

    def parts(self, locale: Locale) -> tuple[tuple[Part, ...], str]:
        """The parts in order and the delimiter, which a localised form takes from the locale."""
        if self.cache is None or self.cache[0] is not locale:
            self.cache = (locale, *self.compiled(locale))
        return self.cache[1], self.cache[2]

    def compiled(self, locale: Locale) -> tuple[tuple[Part, ...], str]:
        own = {part.get("name"): part for part in self.element.children if part.tag == "date-part"}
        if not self.form:
            return tuple(
                Part(part.attrs, part) for part in self.element.children if part.tag == "date-part"
            ), self.delimiter
        base = locale.dates.get(self.form)
        if base is None:
            return (), ""
        keep = _KEEP.get(self.element.get("date-parts", "year-month-day"), _KEEP["year-month-day"])
        parts = []
        for part in base.children:
            name = part.get("name")
            if name in keep:
                over = (
                    {k: v for k, v in own[name].attrs.items() if k not in ("prefix", "suffix")} if name in own else {}
                )
                parts.append(Part({**part.attrs, **over}, part))
        return tuple(parts), base.get("delimiter") or self.delimiter

    def render(self, ctx: Context) -> Node | None:
        """The date; the words of one that is no date."""
        hidden = self.name in ctx.suppressed or (ctx.trial and self.name == "accessed")
        date = None if hidden else ctx.item.dates.get(self.name)
        if date is None:
            ctx.see(self.name, found=False)
            return None
        if ctx.sorting is not None:
            ctx.see(self.name, found=True)
            return self.sort_key(date, ctx)
        node = self.words(date, ctx)
        ctx.see(self.name, found=node is not None)
        return None if node is None else self.finish.of(node, ctx, "date")

    def words(self, date: Value, ctx: Context) -> Node | None:
        parts, delimiter = self.parts(ctx.locale)
        if not date.days:
            node = rich(date.literal or date.raw)
            year = next((part for part in parts if part.name == "year"), None)
            if year is None:
                return None
            return year.dress.wrap(Span([node], None, "year") if self.name == "issued" else node)
        if len(date.days) == 2 and date.days[0] != date.days[1]:
            return self.ranged(date, parts, delimiter, ctx)
        return self.single(date.days[0], parts, delimiter, ctx, open_end=date.open_end)

    def single(
        self, day: Day, parts: tuple[Part, ...], delimiter: str, ctx: Context, *, open_end: bool = False
    ) -> Node | None:
        nodes = []
        for part in parts:
            words = part.words(day, ctx)
            if words is not None:
                if part.name == "year":
                    words = self.with_suffix(Span([words, "–"]) if open_end else words, ctx)
                nodes.append(part.dress.wrap(words))
        return join(nodes, delimiter)

    def with_suffix(self, year: Node, ctx: Context) -> Node:
        """The year with the letter that tells it apart, unless the style prints that letter elsewhere."""
        suffix = ctx.hints.year_suffix
        if suffix and not ctx.suffix_done and not ctx.style.prints_year_suffix:
            ctx.suffix_done = True
            return Span([Span([year], None, "year"), Span([suffix], None, "year-suffix")])
        return Span([year], None, "year")

    def ranged(self, date: Value, parts: tuple[Part, ...], delimiter: str, ctx: Context) -> Node | None:
        """Parts that differ are given twice, with the range delimiter of the largest of them between."""
        first, last = date.days
        pairs = [(part, part.words(first, ctx), part.words(last, ctx)) for part in parts]
        pairs = [pair for pair in pairs if pair[1] is not None or pair[2] is not None]
        differ = _differing(first, last)
        places = [i for i, (part, _, _) in enumerate(pairs) if part.name in differ]
        if not places:
            return self.single(first, parts, delimiter, ctx)
        low, high = places[0], places[-1]
        largest = next(
            part for name in ("year", "month", "day") for part, _, _ in pairs if part.name == name and name in differ
        )
        before = [part.dress.wrap(self.marked(part, one, ctx)) for part, one, _ in pairs[:low] if one is not None]
        left = self.block([(part, one) for part, one, _ in pairs[low : high + 1]], delimiter, ctx, "left")
        right = self.block([(part, two) for part, _, two in pairs[low : high + 1]], delimiter, ctx, "right")
        after = [part.dress.wrap(self.marked(part, one, ctx)) for part, one, _ in pairs[high + 1 :] if one is not None]
        middle = Span([node for node in (left, largest.dash, right) if node is not None])
        return join([*before, middle, *after], delimiter)

    def marked(self, part: Part, words: Node, ctx: Context) -> Node:
        return self.with_suffix(words, ctx) if part.name == "year" else words

    def block(self, words: list[tuple[Part, Node | None]], delimiter: str, ctx: Context, side: str) -> Node | None:
        """One end of a range: the affixes that would meet the dash are left out."""
        present = [(part, node) for part, node in words if node is not None]
        nodes = []
        for i, (part, bare) in enumerate(present):
            dress = part.dress
            prefix = "" if side == "right" and i == 0 else dress.prefix
            suffix = "" if side == "left" and i == len(present) - 1 else dress.suffix
            node = bare
            if part.name == "year":
                node = self.marked(part, bare, ctx) if side == "right" else Span([bare], None, "year")
            nodes.append(Dress(dress.look, prefix, suffix).wrap(node))
        return join(nodes, delimiter)

    def sort_key(self, date: Value, ctx: Context) -> Node | None:
        """Digits that sort: only the parts that the element prints."""
        if not date.days:
            return date.literal or date.raw or None
        names = {part.name for part in self.parts(ctx.locale)[0]}
        return "/".join(day_key(day, names) for day in date.days)


def day_key(day: Day, names: set[str] | frozenset[str] = frozenset(("year", "month", "day"))) -> str:
    """A day as digits that sort, also before Christ."""
    year = f"{day.year + 100000:06d}" if "year" in names else ""
    month = (day.month or day.season + 12 * bool(day.season)) if "month" in names else 0
    return f"{year}{month:02d}{day.day if 'day' in names else 0:02d}"


def _differing(first: Day, last: Day) -> set[str]:
    if first.year != last.year:
        return {"year", "month", "day"}
    if (first.month, first.season) != (last.month, last.season):
        return {"month", "day"}
    return {"day"} if first.day != last.day else set()


def compile_date(element: Element, _style: Style) -> Renderer:
    """cs:date."""
    return DateElement(element)
