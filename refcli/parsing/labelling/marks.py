"""Tokens -> where each stands: between quotation or italics marks, in brackets, in which stretch between stops and commas."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from refcli.parsing.labelling.looks import Look
from refcli.parsing.labelling.tokens import Token

_OPEN = {"“": "”", "«": "»", "‹": "›", "„": "“", "‘": "’", '"': '"', "*": "*", "_": "_", "`": "'"}
_PAIRED = frozenset(_OPEN) | frozenset(_OPEN.values())
_SEPARATORS = frozenset('.,;:()[]“”«»‹›"')


def quoted(tokens: Sequence[Token]) -> list[str]:
    """Between quotation or italics marks? A mark that is never closed opens nothing. Also: before or behind the first pair."""
    marks = ["-"] * len(tokens)
    closing: dict[str, list[int]] = {}
    places = [i for i, token in enumerate(tokens) if token.text in _PAIRED]
    for i in places:
        closing.setdefault(tokens[i].text, []).append(i)
    found, last = 0, -1
    for i in places:
        end = None if i <= last else _closed_at(closing.get(_OPEN.get(tokens[i].text, ""), ()), i)
        if end is None or _apostrophe(tokens, i):
            continue
        found += 1
        marks[last + 1 : i] = ["before" if found == 1 else "between"] * (i - last - 1)
        inside = "em" if tokens[i].text in "*_" else str(min(found, 2))
        marks[i : end + 1] = ["(", *[inside] * (end - i - 1), ")"]
        last = end
    if found:
        marks[last + 1 :] = ["behind"] * (len(tokens) - last - 1)
    return marks


def _closed_at(places: Sequence[int], start: int) -> int | None:
    """The first of those places behind the start; they are few, or the entry is hopeless anyway."""
    index = bisect_right(places, start)
    return places[index] if index < len(places) and places[index] > start + 1 else None


def _apostrophe(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].text == "'" or (tokens[i].text == "‘" and i > 0 and tokens[i - 1].end == tokens[i].start)


def nested(tokens: Sequence[Token]) -> list[str]:
    """In round or square brackets?"""
    marks, depth, kind = [], 0, ""
    for token in tokens:
        if token.text in "([":
            depth, kind = depth + 1, token.text
        marks.append(kind if depth else "-")
        if token.text in ")]" and depth:
            depth -= 1
    return marks


class Stretch:
    """Tokens `start` to `end` between two separators, and what they are like together."""

    __slots__ = ("ahead", "behind", "end", "first", "last", "like", "signs", "start", "stop")

    def __init__(self, looks: Sequence[Look], known: Sequence[str], start: int, end: int, stop: str) -> None:
        self.start, self.end, self.stop = start, end, stop
        self.ahead = self.behind = ""
        words = [look for look in looks[start:end] if look.is_word]
        self.signs = _signs(words, known[start:end])
        self.first = words[0].brief if words else "-"
        self.last = words[-1].brief if words else "-"
        self.like = _like(words)


def _like(words: Sequence[Look]) -> str:
    """Length, how many words begin small, whether digits are in it: "4x" is a title's, "2" a name's."""
    count = len(words)
    size = count if count < 4 else 4 if count < 7 else 7
    small = digits = 0
    for look in words:
        small += look.small
        digits += look.number
    share = "" if not small else "x" if small * 2 < count else "xx"
    return f"{size}{share}d" if digits else f"{size}{share}"


_SIGNS = {
    "volword": "v", "issueword": "v", "pageword": "p", "edword": "e", "inword": "i", "year": "y", "month": "y", "address": "u", "accessword": "a",
    "pub": "P", "degree": "t", "numberword": "n", "release": "r",
}  # fmt: skip


def _signs(words: Sequence[Look], known: Sequence[str]) -> frozenset[str]:
    """What the stretch speaks of: a volume, pages, a place, a publisher, an outlet ..."""
    found = {_SIGNS[look.brief] for look in words if look.brief in _SIGNS}
    for mark in known:
        if mark[0] == "B":
            found.add("c" if mark.endswith(("city", "state", "country")) else "o")
    if words and all(look.shape[0] == "d" for look in words):
        found.add("d")
    return frozenset(found)


def stretches(tokens: Sequence[Token], looks: Sequence[Look], known: Sequence[str]) -> list[Stretch]:
    """The entry in stretches; the full stop of an initial or of a short abbreviation parts nothing."""
    out: list[Stretch] = []
    start = 0
    for i, token in enumerate(tokens):
        if token.text in _SEPARATORS and not (token.text == "." and _abbreviates(tokens, looks, i)):
            out.append(Stretch(looks, known, start, i, token.text))
            start = i + 1
    out.append(Stretch(looks, known, start, len(tokens), "$"))
    _look_around(out)
    return out


def _look_around(found: Sequence[Stretch]) -> None:
    """Each stretch learns of what all those behind and before it speak."""
    for item, seen in zip(reversed(found), _gathered(reversed(found)), strict=True):
        item.ahead = seen
    for item, seen in zip(found, _gathered(found), strict=True):
        item.behind = seen


def _gathered(found: Iterable[Stretch]) -> Iterator[str]:
    """For each the signs of all before it, in order."""
    seen: frozenset[str] = frozenset()
    said = ""
    for item in found:
        yield said
        if not item.signs <= seen:
            seen |= item.signs
            said = "".join(sorted(seen))


def _abbreviates(tokens: Sequence[Token], looks: Sequence[Look], i: int) -> bool:
    if not i or tokens[i - 1].end != tokens[i].start:
        return False
    before = looks[i - 1]
    if before.shape in ("X", "x") or (i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end):
        return True
    return len(before.folded) <= 4 and before.shape == "Xx" and i + 1 < len(tokens) and looks[i + 1].shape != "Xx"


_JOINTS = frozenset(
    [
        "of",
        "and",
        "for",
        "in",
        "the",
        "on",
        "&",
        "de",
        "la",
        "du",
        "des",
        "et",
        "für",
        "und",
        "der",
        "di",
        "e",
        "y",
        "and",
        "to",
    ]
)
_LONGEST_RUN = 14


def runs(tokens: Sequence[Token], looks: Sequence[Look]) -> list[str]:
    """For each token of a run of capitalised words ("Bull. Seismol. Soc. Am. 105"): how long the run is, whether stops are in it,
    what kind of sign or word it stands between; marked at its first token. "" outside of such runs.
    """
    marks = [""] * len(tokens)
    i, count = 0, len(tokens)
    while i < count:
        if looks[i].shape[0] != "X":
            i += 1
            continue
        end, words, stops = _run(tokens, looks, i)
        before = looks[i - 1].shape if i and looks[i - 1].is_word else tokens[i - 1].text[0] if i else "^"
        after = "$" if end == count else looks[end].shape[:4] if looks[end].is_word else tokens[end].text[0]
        glued = i and tokens[i - 1].end == tokens[i].start
        mark = f"{min(words, 6)}|{min(stops, 3)}|{after}"
        marks[i:end] = [mark] * (end - i)
        marks[i] = f"<{mark}|{before}{'+' if glued else ''}"
        i = end
    return marks


def _run(tokens: Sequence[Token], looks: Sequence[Look], start: int) -> tuple[int, int, int]:
    """Where the run that begins here ends, its words and its full stops."""
    end = i = start
    words = stops = 0
    while i < min(len(tokens), start + 3 * _LONGEST_RUN):
        shape, text = looks[i].shape, tokens[i].text
        if shape[0] == "X":
            words += 1
            end = i + 1
        elif not (text == "." or looks[i].folded in _JOINTS or text == "-"):
            break
        elif text == ".":
            if i + 1 < len(tokens) and looks[i - 1].shape[0] != "X":
                break
            stops += 1
            end = i + 1
        i += 1
    return end, words, stops


def distances(looks: Sequence[Look]) -> tuple[list[int], list[int]]:
    """For each token how many words ago the last number was, and how many words ahead the next one is (at most 9)."""
    return _since_number(looks), _since_number(looks[::-1])[::-1]


def _since_number(looks: Sequence[Look]) -> list[int]:
    out, last = [], 9
    for look in looks:
        if look.number:
            last = 0
        elif look.is_word and last < 9:
            last += 1
        out.append(last)
    return out
