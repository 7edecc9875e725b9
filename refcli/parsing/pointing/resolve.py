"""Entries of a list of notes, in order -> the same; what mentions an earlier entry again says which, and at which place.

"Ibid." is the entry before, "supra note 12" and "(n 12)" the one of that note, "op. cit." and a short title the one earlier entry
that fits. Where none or several fit, the entry stays unresolved, with the reason: nothing is guessed.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from refcli.parsing.pointing.pointers import Pointer, locator, pointer, short_form
from refcli.parsing.types import Entry, Parsed, Unparsed
from refcli.text import fold_key

_REMEMBERED = 2000
"""Entries that may be pointed back to; the notes of no work are farther apart."""
_CASE = re.compile(
    r"(?P<who>[^\W\d_][^,;\d]{1,60}), (?P<volume>\d{1,4}) (?P<series>[A-Z][\w. ]{1,24}?),? at (?P<place>¶? ?\d[\d–,-]*)"
)
_SHORTEST = 8
"""Letters of a short title."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An earlier entry, folded to letters for comparing."""

    entry: Entry
    people: tuple[str, ...] = ()
    title: str = ""
    series: str = ""

    def is_of(self, who: str) -> bool:
        """Whether a name in front of "op. cit." is its author, the beginning of its title, or what its text says it is called."""
        key, words = fold_key(who), {fold_key(word) for word in who.split()}
        called = fold_key(self.entry.text.partition("hereinafter")[2] or self.entry.text.partition("hereafter")[2])
        return bool(key) and (
            any(name in words or name == key for name in self.people)
            or self.title.startswith(key)
            or called.startswith(key)
        )


def resolve(items: Iterable[Parsed | Unparsed]) -> Iterator[Parsed | Unparsed]:
    """As they come; memory holds so many of the entries behind as can be pointed to."""
    memory = _Memory()
    for item in items:
        found = memory.resolved(item)
        memory.add(found)
        yield found


class _Memory:
    """The entries so far, and the last of them."""

    def __init__(self) -> None:
        self._known: deque[_Known] = deque(maxlen=_REMEMBERED)
        self._last: list[Entry | None] = []
        self._number = ""

    def resolved(self, item: Parsed | Unparsed) -> Parsed | Unparsed:
        """The item, or what it points to."""
        if isinstance(item, Parsed):
            return self._short(item) or item
        said = pointer(item.entry.text)
        return self._pointed(item.entry, said) if said else item

    def add(self, item: Parsed | Unparsed) -> None:
        """Remember an item; a pointer stands for what it points to."""
        entry = item.entry
        if isinstance(item, Parsed):
            self._known.append(_known(item))
            means: Entry | None = entry
        else:
            means = item.means if pointer(entry.text) or item.means else entry
        same_note = entry.number and entry.number == self._number
        self._last = [*self._last, means] if same_note else [means]
        self._number = entry.number

    def _pointed(self, entry: Entry, said: Pointer) -> Unparsed:
        if not said.named and not said.note:
            return self._before(entry, said)
        fit = [one for one in self._known if one.entry.number == said.note] if said.note else list(self._known)
        if said.named and (len(fit) != 1 or not said.note):
            who, _, title = said.named.partition(",")
            fit = [one for one in fit if one.is_of(who) and fold_key(title) in one.title]
        works = {one.title or fold_key(one.entry.text): one.entry for one in fit}
        at = f"note {said.note}" if said.note else f"“{said.named}”"
        if len(works) == 1:
            return _mention(entry, next(iter(works.values())), said.locator)
        return Unparsed(entry, f"points to {at}, which is {'several' if works else 'none'} of the entries before it")

    def _before(self, entry: Entry, said: Pointer) -> Unparsed:
        """The entry before: of the same note the last one, of the note before the only one."""
        inside = bool(entry.number) and entry.number == self._number
        works = {means.text: means for means in self._last if means is not None}
        if inside and self._last and self._last[-1] is not None:
            return _mention(entry, self._last[-1], said.locator)
        if len(works) == 1 and len(self._last) == len([means for means in self._last if means]):
            return _mention(entry, next(iter(works.values())), said.locator)
        why = "which has several works" if works else "which is no entry that could be told"
        return Unparsed(
            entry,
            f"points to the entry before it, {why}"
            if self._last
            else "points to the entry before it, and it is the first",
        )

    def _short(self, item: Parsed) -> Unparsed | None:
        """ "McDermott, Kazakhstan's Military Reform, p. 4", "Hamdan, 548 U.S. at 560": no date of its own, and one earlier entry fits."""
        text = item.entry.text.strip(" *_")
        if len(text) > 160 or re.search(r"\b(?:1[5-9]|20)\d\d\b|://", text):
            return None
        if case := _CASE.match(text):
            series = case["volume"] + fold_key(case["series"])
            fit = [one for one in self._known if one.series == series and one.is_of(case["who"])]
            place = case["place"]
        elif short := short_form(text):
            title, place = fold_key(short["title"]), short["place"] or ""
            fit = [
                one for one in self._known if len(title) >= _SHORTEST and title in one.title and one.is_of(short["who"])
            ]
        else:
            return None
        works = {one.title: one.entry for one in fit}
        return _mention(item.entry, next(iter(works.values())), locator(place)) if len(works) == 1 else None


def _known(item: Parsed) -> _Known:
    reference = item.reference
    people = tuple(
        fold_key(name.literal or name.family) for name in (*reference.authors, *reference.names.get("editor", ()))
    )
    series = reference.get("volume") + fold_key(reference.get("container-title"))
    return _Known(item.entry, tuple(name for name in people if name), fold_key(reference.get("title")), series)


def _mention(entry: Entry, means: Entry, place: str) -> Unparsed:
    words = " ".join(means.text.split())
    short = words if len(words) <= 50 else words[:49].rstrip() + "…"
    return Unparsed(entry, f"mentions again “{short}”", means, place)
