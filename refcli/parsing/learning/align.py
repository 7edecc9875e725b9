"""Fields that a user set right -> the label of each word: where in the entry's text the values stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from refcli.model import Reference
from refcli.parsing.fields.dates import read_date
from refcli.parsing.fields.names import read_names
from refcli.parsing.labelling.tokens import Token
from refcli.text import fold_key

JSON: TypeAlias = Any
LABEL_OF: Mapping[str, str] = {
    "author": "author", "editor": "editor", "translator": "translator", "issued": "date", "accessed": "accessed", "title": "title",
    "container-title": "container", "collection-title": "collection", "publisher": "publisher", "publisher-place": "place",
    "volume": "volume", "issue": "issue", "page": "pages", "locator": "pages", "number": "number", "edition": "edition",
    "genre": "genre", "medium": "medium", "URL": "url", "DOI": "doi", "ISBN": "isbn", "note": "note",
}  # fmt: skip
_PEOPLE = ("author", "editor", "translator")
_DATES = ("issued", "accessed")
_MOST_DATE, _MOST_NAMES = 12, 80
"""So many tokens a date, a list of names may have."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """The field whose value is not found in the text."""

    variable: str


def align(text: str, tokens: Sequence[Token], labels: Sequence[str], was: JSON, wanted: JSON) -> list[str] | Misplaced:
    """The labels that give the wanted fields, from those that gave the fields as they were (both CSL-JSON)."""
    changed = [name for name in LABEL_OF if _plain(was.get(name)) != _plain(wanted.get(name))]
    freed = {LABEL_OF[name] for name in changed}
    out = ["other" if label in freed else label for label in labels]
    for name in sorted(changed, key=lambda name: -len(str(wanted.get(name, "")))):
        if wanted.get(name) and not _put(out, text, tokens, name, wanted):
            return Misplaced(name)
    for name, label in LABEL_OF.items():
        if wanted.get(name) and label in labels and label not in out:  # another value took its words
            _put(out, text, tokens, name, wanted)
    return out


def _put(out: list[str], text: str, tokens: Sequence[Token], name: str, wanted: JSON) -> bool:
    """Label the shortest place of the value where no other value stands, else the shortest; False where there is none."""
    places = sorted(_places(text, tokens, name, wanted), key=lambda place: place.stop - place.start)
    free = [place for place in places if all(out[i] == "other" for i in place)]
    for i in (free or places or [range(0)])[0]:
        out[i] = LABEL_OF[name]
    return bool(places)


def _plain(value: JSON) -> str:
    return "" if value in (None, [], {}) else str(value)


def _places(text: str, tokens: Sequence[Token], name: str, wanted: JSON) -> Iterator[range]:
    """The stretches of tokens in which the value stands."""
    if name in _PEOPLE:
        names = _reference(name, wanted).names.get(name, ())
        keys = [fold_key(str(one)) for one in names]
        return _windows(
            text, tokens, _MOST_NAMES, lambda words: [fold_key(str(one)) for one in read_names(words)] == keys
        )
    if name in _DATES:
        date = str(_reference(name, wanted).dates.get(name))
        return _windows(text, tokens, _MOST_DATE, lambda words: str(read_date(words)) == date)
    return _same_letters(tokens, str(wanted[name]))


def _reference(name: str, wanted: JSON) -> Reference:
    return Reference.from_json({"id": "", "type": "document", name: wanted[name]})


def _windows(text: str, tokens: Sequence[Token], most: int, fits: Callable[[str], bool]) -> Iterator[range]:
    """Stretches that are read as the value, for each beginning the shortest."""
    for start, first in enumerate(tokens):
        if first.text[0].isalnum():
            for end in range(start + 1, min(len(tokens), start + most) + 1):
                if tokens[end - 1].text[0].isalnum() and fits(text[first.start : tokens[end - 1].end]):
                    yield range(start, end)
                    break


def _same_letters(tokens: Sequence[Token], value: str) -> Iterator[range]:
    """Stretches with the value's letters and digits; a question mark at its end belongs to it."""
    keys, key = [fold_key(token.text) for token in tokens], fold_key(value)
    for start in range(len(tokens) if key else 0):
        end, rest = start, key
        while keys[start] and end < len(tokens) and rest and rest.startswith(keys[end]):
            rest, end = rest[len(keys[end]) :], end + 1
        if not rest:
            yield range(
                start, end + (end < len(tokens) and value.endswith(tokens[end].text) and tokens[end].text in "?!")
            )
