"""Cites that read the same -> hints that tell them apart: more names, fuller given names, the condition, a year suffix.

Render all, find equals, give hints, render those again. Source: CSL 1.0.2, "Disambiguation".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from refcli.csl.context import Hints, ShownNames
from refcli.csl.elements.person import person_text
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
    conditional: bool
    """Whether the style has a `disambiguate` condition."""

    def hints(self) -> dict[str, Hints]:
        """The hints of every item that needs some."""
        if not any(self.area.is_true(option) for option in _OPTIONS) and not self.conditional:
            return {}
        base = {key: self.render(key, Hints()) for key in self.ids}
        hints = {key: Hints() for key in self.ids}
        if self.area.is_true("disambiguate-add-givenname") and self.rule != "by-cite":
            self.expand_everywhere(base, hints)
        for group in self.equals(self.ids, hints):
            self.settle(group, hints)
        self.apply_condition(hints)
        if self.area.is_true("disambiguate-add-year-suffix"):
            for group in self.equals(self.ids, hints):
                for number, key in enumerate(group, start=1):
                    hints[key] = replace(hints[key], year_suffix=letters(number))
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
        primary, initials_only = self.rule.startswith("primary"), self.rule.endswith("with-initials")
        seen: dict[str, set[Name]] = {}
        for _, lists in base.values():
            for shown in lists:
                for name in shown.names[: 1 if primary else None]:
                    seen.setdefault(person_text(name, shown.style, 0), set()).add(name)
        for key, (_, lists) in base.items():
            for number, shown in enumerate(lists):
                for place, name in enumerate(shown.names[: 1 if primary else None]):
                    rivals = seen[person_text(name, shown.style, 0)] - {name}
                    level = _level(name, rivals, shown, initials_only=initials_only)
                    if level:
                        hints[key].given[number, place] = level

    def settle(self, group: list[str], hints: dict[str, Hints]) -> None:
        """Names, then given names, for one group of equals."""
        start = {key: hints[key] for key in group}
        if self.area.is_true("disambiguate-add-names"):
            self.add_names(group, hints)
        if self.area.is_true("disambiguate-add-givenname"):
            for clash in self.equals(group, hints):
                self.add_given(clash, hints)
        still = {key for clash in self.equals(group, hints) for key in clash}
        if len(still) == len(group) and len(self.equals(group, hints)) == 1:
            hints.update(start)

    def add_names(self, group: list[str], hints: dict[str, Hints]) -> None:
        """One name more at a time, for as long as that sets items apart."""
        for clash in self.equals(group, hints):
            lists = {key: self.render(key, hints[key])[1] for key in clash}
            most = max((len(shown.names) - shown.shown for one in lists.values() for shown in one), default=0)
            best = {key: (len(clash), hints[key]) for key in clash}
            for extra in range(1, most + 1):
                trial = {key: _more(hints[key], lists[key], extra) for key in clash}
                self.improve(clash, trial, best)
                if all(count == 1 for count, _ in best.values()):
                    break
            for key, (_, hint) in best.items():
                hints[key] = hint

    def improve(self, clash: list[str], trial: dict[str, Hints], best: dict[str, tuple[int, Hints]]) -> None:
        """Keep for each item the first trial in which the fewest others read the same."""
        texts = {key: self.render(key, trial[key])[0] for key in clash}
        for key in clash:
            count = sum(text == texts[key] for text in texts.values())
            if count < best[key][0]:
                best[key] = (count, trial[key])

    def add_given(self, clash: list[str], hints: dict[str, Hints]) -> None:
        """Given names fuller, name by name, where that sets items apart."""
        lists = {key: self.render(key, hints[key])[1] for key in clash}
        places = sorted({(n, i) for key in clash for n, one in enumerate(lists[key]) for i in range(one.shown)})
        best = {key: (len(clash), hints[key]) for key in clash}
        for place in places:
            levels = {level for key in clash for level in _levels(lists[key], place)}
            for level in sorted(levels):
                trial = {key: _fuller(best[key][1], lists[key], place, level) for key in clash}
                self.improve(clash, trial, best)
        for key, (_, hint) in best.items():
            hints[key] = hint

    def apply_condition(self, hints: dict[str, Hints]) -> None:
        """The `disambiguate` condition, for those that are still equal and read differently under it."""
        for group in self.equals(self.ids, hints):
            trial = {key: replace(hints[key], condition=True) for key in group}
            if any(self.render(key, trial[key])[0] != self.render(key, hints[key])[0] for key in group):
                hints.update(trial)


_OPTIONS = ("disambiguate-add-names", "disambiguate-add-givenname", "disambiguate-add-year-suffix")


def _level(name: Name, rivals: set[Name], shown: ShownNames, *, initials_only: bool) -> int:
    """How far a name has to be expanded to differ from its rivals; 0 when that is no help."""
    if not rivals:
        return 0
    for level in shown.style.levels:
        if initials_only and level == 2 and 1 in shown.style.levels:
            break
        own = person_text(name, shown.style, level)
        if level == 2 or any(person_text(rival, shown.style, level) != own for rival in rivals):
            if level == 1 and any(person_text(rival, shown.style, 1) == own for rival in rivals) and not initials_only:
                continue
            return level
    return 0


def _more(hints: Hints, lists: list[ShownNames], extra: int) -> Hints:
    add = dict(hints.add_names)
    for number, shown in enumerate(lists):
        room = len(shown.names) - shown.shown
        if room > 0:
            add[number] = min(extra, room)
    return replace(hints, add_names=add)


def _levels(lists: list[ShownNames], place: tuple[int, int]) -> tuple[int, ...]:
    number, _ = place
    return lists[number].style.levels if number < len(lists) else ()


def _fuller(hints: Hints, lists: list[ShownNames], place: tuple[int, int], level: int) -> Hints:
    number, index = place
    if number >= len(lists) or index >= lists[number].shown:
        return hints
    return replace(hints, given={**hints.given, place: level})
