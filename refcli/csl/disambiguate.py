"""Cites that read the same -> hints that tell them apart: more names, fuller given names, the condition, a year suffix.

Render all, find equals, give hints, render those again. Source: CSL 1.0.2, "Disambiguation".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from refcli.csl.context import Hints, ShownNames
from refcli.csl.values.initials import initials
from refcli.csl.values.ordinals import letters

if TYPE_CHECKING:
    from refcli.csl.style import Area
    from refcli.model import Name

Rendered = tuple[str, list[ShownNames]]
Render = Callable[[str, Hints], Rendered]


@dataclass(slots=True)
class Disambiguator:
    """Works out the hints of all items; `render` gives an item's cite as text, and the name lists in it."""

    area: Area
    render: Render
    ids: Sequence[str]
    """In the order of the bibliography, which is the order of the year suffixes."""
    conditions: int
    """How many `disambiguate` conditions a cite can meet."""

    def hints(self) -> dict[str, Hints]:
        """The hints of every item that needs some."""
        if not any(self.area.is_true(option) for option in _OPTIONS) and not self.conditions:
            return {}
        hints = self.name_hints()
        for group in self.equals(self.ids, hints):
            self.settle(group, hints)
        if self.area.is_true("disambiguate-add-year-suffix"):
            for group in self.equals(self.ids, hints):
                for number, key in enumerate(group, start=1):
                    hints[key] = replace(hints[key], year_suffix=letters(number))
        self.apply_condition(hints)
        return hints

    def name_hints(self) -> dict[str, Hints]:
        """The given names that a rule other than by-cite expands wherever they stand: they do not depend on the order."""
        hints = {key: Hints() for key in self.ids}
        if self.area.is_true("disambiguate-add-givenname") and self.rule != "by-cite":
            self.expand_everywhere({key: self.render(key, Hints()) for key in self.ids}, hints)
        return hints

    @property
    def rule(self) -> str:
        """How given names are added."""
        return self.area.attrs.get("givenname-disambiguation-rule", "by-cite")

    def equals(self, ids: Iterable[str], hints: dict[str, Hints]) -> list[list[str]]:
        """Groups of two or more items whose cites read the same."""
        groups: dict[str, list[str]] = {}
        for key in ids:
            groups.setdefault(self.render(key, hints[key])[0], []).append(key)
        return [group for text, group in groups.items() if len(group) > 1]

    def expand_everywhere(self, base: dict[str, Rendered], hints: dict[str, Hints]) -> None:
        """Every name that could be taken for another is expanded wherever it stands (rules other than by-cite)."""
        last = 1 if self.rule.startswith("primary") else None
        alike: dict[str, dict[str, set[str]]] = {}
        for shown in (shown for _, lists in base.values() for shown in lists):
            for name in shown.names[:last]:
                alike.setdefault(_family(name), {}).setdefault(_initials(name), set()).add(_identity(name))
        for key, (_, lists) in base.items():
            for number, shown in enumerate(lists):
                for place, name in enumerate(shown.names[:last]):
                    level = _level(alike[_family(name)], name, shown, initials_only=self.rule.endswith("initials"))
                    if level:
                        hints[key].given[number, place] = level

    def settle(self, group: list[str], hints: dict[str, Hints]) -> None:
        """Names and given names for one group of equals: one name more at a time, each as full as helps."""
        more, fuller = self.area.is_true("disambiguate-add-names"), self.area.is_true("disambiguate-add-givenname")
        lists = {key: self.render(key, hints[key])[1] for key in group}
        most = max((len(one.names) - one.shown for shown in lists.values() for one in shown), default=0) if more else 0
        best = {key: (len(group), hints[key]) for key in group}
        for extra in range(most + 1):
            if all(count == 1 for count, _ in best.values()):
                break
            if extra:
                self.improve(group, {key: _more(best[key][1], lists[key], extra) for key in group}, best)
            if fuller and self.rule == "by-cite":
                self.expand(group, lists, extra, best)
        for key, (_, hint) in best.items():
            hints[key] = hint

    def expand(
        self, group: list[str], lists: dict[str, list[ShownNames]], extra: int, best: dict[str, tuple[int, Hints]]
    ) -> None:
        """Given names fuller, name by name, where that sets items apart."""
        places = sorted(
            {
                (n, i)
                for key in group
                for n, one in enumerate(lists[key])
                for i in range(min(one.shown + extra, len(one.names)))
            }
        )
        for place in places:
            levels = {level for key in group for level in _levels(lists[key], place)}
            for level in sorted(levels):
                trial = {
                    key: _fuller(_more(best[key][1], lists[key], extra), lists[key], place, level) for key in group
                }
                self.improve(group, trial, best)

    def improve(self, clash: list[str], trial: dict[str, Hints], best: dict[str, tuple[int, Hints]]) -> None:
        """Keep for each item the first trial in which the fewest others read the same."""
        texts = {key: self.render(key, trial[key])[0] for key in clash}
        for key in clash:
            count = sum(text == texts[key] for text in texts.values())
            if count < best[key][0]:
                best[key] = (count, trial[key])

    def apply_condition(self, hints: dict[str, Hints]) -> None:
        """The `disambiguate` conditions, one after the other, for those that are still equal."""
        for number in range(1, self.conditions + 1):
            for group in self.equals(self.ids, hints):
                trial = {key: replace(hints[key], conditions=number) for key in group}
                if any(self.render(key, trial[key])[0] != self.render(key, hints[key])[0] for key in group):
                    hints.update(trial)


_OPTIONS = ("disambiguate-add-names", "disambiguate-add-givenname", "disambiguate-add-year-suffix")


def _identity(name: Name) -> str:
    """What makes two names the same person's, however their initials are spaced."""
    return "".join(
        char for char in f"{name.literal}|{name.given}|{name.non_dropping_particle}|{name.family}" if char not in " ."
    )


def _family(name: Name) -> str:
    return f"{name.literal}|{name.non_dropping_particle}|{name.family}"


def _initials(name: Name) -> str:
    return initials(name.given, "")


def _level(alike: dict[str, set[str]], name: Name, shown: ShownNames, *, initials_only: bool) -> int:
    """How far a name is expanded, 0 for not at all; `alike` has those of the same family name by their initials.

    Initials, when there are several of them; in full, when several people share the initials, or none are in use.
    """
    several, style = len(alike) > 1, shown.style
    full = len(alike[_initials(name)]) > 1 or (several and style.initialize_with is None)
    if full and not initials_only:
        return max(style.levels, default=0)
    return 1 if several and style.form == "short" else 0


def _more(hints: Hints, lists: list[ShownNames], extra: int) -> Hints:
    add = dict(hints.add_names)
    for number, shown in enumerate(lists):
        room = len(shown.names) - shown.shown
        if room > 0 and extra > add.get(number, 0):
            add[number] = min(extra, room)
    return replace(hints, add_names=add)


def _levels(lists: list[ShownNames], place: tuple[int, int]) -> tuple[int, ...]:
    number, _ = place
    return lists[number].style.levels if number < len(lists) else ()


def _fuller(hints: Hints, lists: list[ShownNames], place: tuple[int, int], level: int) -> Hints:
    number, index = place
    if number >= len(lists) or index >= lists[number].shown + hints.add_names.get(number, 0):
        return hints
    return replace(hints, given={**hints.given, place: level})
