"""cs:choose -> the first branch whose conditions hold.

Source: CSL 1.0.2, "Choose".
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Sequence_
from typing import TYPE_CHECKING

from refcli.csl.context import FIRST, IBID, IBID_LOCATOR, SUBSEQUENT
from refcli.csl.elements.base import Transparent
from refcli.csl.errors import StyleError
from refcli.csl.values.numbers import is_numeric
from refcli.model import DATE_VARIABLES, NAME_VARIABLES

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.elements.base import Renderer, Sequence
    from refcli.csl.nodes import Node
    from refcli.csl.style import Style
    from refcli.csl.xml import Element

Test = Callable[["Context"], bool]


class Branch:
    """Tests and what to render when they hold."""

    __slots__ = ("body", "element", "holds", "style")

    def __init__(self, element: Element, style: Style) -> None:
        self.element, self.style = element, style
        self.holds = _condition(element)
        self.body: Sequence | None = None

    def nodes(self, ctx: Context) -> list[Node]:
        if self.body is None:
            self.body = self.style.children(self.element)
        return self.body.nodes(ctx)


class Choose(Transparent):
    """Branches in order."""

    __slots__ = ("branches",)

    def __init__(self, branches: tuple[Branch, ...]) -> None:
        self.branches = branches

    def nodes(self, ctx: Context) -> list[Node]:
        """The nodes of the first branch that holds, for the group around to join."""
        for branch in self.branches:
            if branch.holds(ctx):
                return branch.nodes(ctx)
        return []


def compile_choose(element: Element, style: Style) -> Renderer:
    """cs:choose."""
    return Choose(tuple(Branch(child, style) for child in element.children if child.tag in ("if", "else-if", "else")))


def _condition(element: Element) -> Test:
    """All tests of a branch as one."""
    tests = [_TESTS[name](value) for name, words in element.attrs.items() if name in _TESTS for value in words.split()]
    if types := element.get("type").split():
        tests.append(_types(frozenset(types)))
    if element.tag == "else":
        return _always
    if not tests:
        raise StyleError(f"<{element.tag}> without a condition", element.line)
    match = element.get("match", "all")
    if len(tests) == 1:
        return _none(tests) if match == "none" else tests[0]
    return _MATCHES.get(match, _all)(tests)


def _always(_ctx: Context) -> bool:
    return True


def _all(tests: Sequence_[Test]) -> Test:
    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110 - a generator would cost as much as the tests
            if not test(ctx):
                return False
        return True

    return holds


def _any(tests: Sequence_[Test]) -> Test:
    def holds(ctx: Context) -> bool:
        for test in tests:  # noqa: SIM110
            if test(ctx):
                return True
        return False

    return holds


def _none(tests: Sequence_[Test]) -> Test:
    some = _any(tests)
    return lambda ctx: not some(ctx)


_MATCHES = {"all": _all, "any": _any, "none": _none}


def _types(values: frozenset[str]) -> Test:
    """A work has one type, so that several types are alternatives whatever `match` says."""
    return lambda ctx: ctx.item.type in values


def _kind(value: str) -> Test:
    return lambda ctx: ctx.item.kind == value


def _variable(value: str) -> Test:
    if value in NAME_VARIABLES:
        return lambda ctx: bool(ctx.item.names.get(value))
    if value in DATE_VARIABLES:
        return lambda ctx: value in ctx.item.dates
    return lambda ctx: value in ctx.item.texts or (value != "citation-label" and bool(ctx.own(value)))


def _is_numeric(value: str) -> Test:
    return lambda ctx: bool(text := ctx.text(value)) and is_numeric(text)


def _is_uncertain(value: str) -> Test:
    return lambda ctx: value in ctx.item.dates and ctx.item.dates[value].circa


def _locator(value: str) -> Test:
    return lambda ctx: ctx.cite is not None and bool(ctx.cite.locator) and (ctx.cite.label or "page") == value


def _position(value: str) -> Test:
    if value == "near-note":
        return lambda ctx: ctx.near
    least = {"first": FIRST, "subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_LOCATOR}.get(value, 9)
    if value == "first":
        return lambda ctx: ctx.cite is not None and ctx.position == FIRST
    return lambda ctx: ctx.position >= least


def _disambiguate(value: str) -> Test:
    return _further if value == "true" else lambda ctx: not ctx.hints.conditions


def _further(ctx: Context) -> bool:
    ctx.conditions += 1
    return ctx.conditions <= ctx.hints.conditions


def _has_day(value: str) -> Test:
    return lambda ctx: value in ctx.item.dates and any(day.day for day in ctx.item.dates[value].days)


def _has_year_only(value: str) -> Test:
    return lambda ctx: value in ctx.item.dates and all(not day.month for day in ctx.item.dates[value].days)


def _has_to_month(value: str) -> Test:
    return lambda ctx: (
        value in ctx.item.dates
        and any(day.month or day.season for day in ctx.item.dates[value].days)
        and not any(day.day for day in ctx.item.dates[value].days)
    )


_TESTS: dict[str, Callable[[str], Test]] = {
    "kind": _kind,
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
    "has-day": _has_day,
    "has-year-only": _has_year_only,
    "has-to-month-or-season": _has_to_month,
}
