"""Labelled draft, seed -> the same draft with known faults put into it, labelled as such."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from tests.measure.labels import Draft, Piece

YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_FAMILY = re.compile(r"(?<![\w’'-])[^\W\d_a-z][^\W\d_A-Z]{5,}(?![\w-]| [^\W\d_a-z]|[’'](?!s\b))")
_ROMAN = [("yev", "ev"), ("kh", "h"), ("ov", "off"), ("iy", "y"), ("ya", "ia"), ("yu", "iu"), ("sh", "sch")]
_BODY = re.compile(
    r"Bank|Watch|Ministry|Office|Council|Agency|Commission|International|National|According|Survey|Group|Amnesty|Witness|University|Institute|Reuters|Authority|Archive|Journal|Statistical|Greenpeace|Transport|Union"
)
_SUFFIXED = re.compile(r"\b((?:19|20)\d\d)[a-d]\b")
Pieces = list[Piece]
Operation = Callable[[Pieces, random.Random], bool]


def inject(draft: Draft, seed: int) -> Draft:
    """A copy with one fault of each kind that it has room for; entries of libraries are left as they are."""
    rng = random.Random(seed)
    pieces = list(draft.pieces)
    for operation in (drop_entry, drop_mentions, change_year, change_suffix, misspell, respell, duplicate):
        operation(pieces, rng)
    return Draft(f"{seed}-{draft.name}", tuple(pieces), draft.bib)


def drop_entry(pieces: Pieces, rng: random.Random) -> bool:
    """An entry goes; those that cite it by author and date are unlisted now."""
    ids = [
        name
        for name, at in _entries(pieces).items()
        if not pieces[at].fault
        and _only(pieces, name, "pn")
        and all(YEAR.search(pieces[i].words) for i in _cites(pieces, name))
        and len(_cites(pieces, name)) == 1
    ]
    if not ids or any(piece.kind in "mf" for piece in pieces if piece.kind):
        return False
    ids = [name for name in ids if not _namesake(pieces, name)]
    if not ids:
        return False
    name = rng.choice(ids)
    for i in _cites(pieces, name):
        pieces[i] = replace(pieces[i], targets=("-",), fault="unlisted-mention")
    del pieces[_entries(pieces)[name]]
    return True


def drop_mentions(pieces: Pieces, rng: random.Random) -> bool:
    """The brackets that cite an entry go; it is uncited now."""
    ids = [
        name
        for name, at in _entries(pieces).items()
        if not pieces[at].fault
        and (cites := _cites(pieces, name))
        and all(pieces[i].kind == "p" and _whole(pieces[i].words) and not pieces[i].fault for i in cites)
    ]
    if not ids:
        return False
    name = rng.choice(ids)
    for i in _cites(pieces, name):
        pieces[i] = Piece("")
    at = _entries(pieces)[name]
    maker = _first_maker(pieces, at)
    named = not maker or any(maker in piece.words for piece in pieces if piece.kind not in ("e", "p"))
    pieces[at] = replace(pieces[at], fault="uncited-entry", optional=named)
    return True


def change_year(pieces: Pieces, rng: random.Random) -> bool:
    """A year that nothing of that author in the list has."""
    spots = [
        i
        for i in single(pieces)
        if len(found := YEAR.findall(pieces[i].words)) == 1 and found[0] in _listed(pieces, pieces[i])
    ]
    if not spots:
        return False
    i = rng.choice(spots)
    year = int(YEAR.findall(pieces[i].words)[0])
    away = next(y for y in (year - 3, year + 4, year - 5, year + 7) if str(y) not in _listed(pieces, pieces[i]))
    pieces[i] = replace(pieces[i], words=YEAR.sub(str(away), pieces[i].words), fault="year-mismatch")
    return True


def change_suffix(pieces: Pieces, rng: random.Random) -> bool:
    """(Butt 2018a) becomes 2018e."""
    spots = [i for i in single(pieces) if len(_SUFFIXED.findall(pieces[i].words)) == 1]
    if not spots:
        return False
    i = rng.choice(spots)
    pieces[i] = replace(pieces[i], words=_SUFFIXED.sub(r"\1e", pieces[i].words), fault="year-mismatch")
    return True


def misspell(pieces: Pieces, rng: random.Random) -> bool:
    """A letter of a family name is doubled, dropped, changed or swapped."""
    spots = [i for i in single(pieces) if _FAMILY.search(pieces[i].words) and not _BODY.search(pieces[i].words)]
    spots = [i for i in spots if any(name in _makers(pieces, pieces[i]) for name in _FAMILY.findall(pieces[i].words))]
    if not spots:
        return False
    i = rng.choice(spots)
    name = next(name for name in reversed(_FAMILY.findall(pieces[i].words)) if name in _makers(pieces, pieces[i]))
    at = rng.randrange(2, len(name) - 1)
    wrong = rng.choice(
        [
            name[:at] + name[at] + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + rng.choice([c for c in "aeloru" if c != name[at]]) + name[at + 1 :],
            name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :],
        ]
    )
    if wrong != name:
        pieces[i] = replace(pieces[i], words=pieces[i].words.replace(name, wrong), fault="misspelled-name")
    return wrong != name


def respell(pieces: Pieces, rng: random.Random) -> bool:
    """Another romanisation of a name: no fault, the link stays."""
    spots = [
        (i, name, pair)
        for i in single(pieces)
        if not _BODY.search(pieces[i].words)
        for name in _FAMILY.findall(pieces[i].words)
        for pair in _ROMAN
        if pair[0] in name and name in _listed(pieces, pieces[i])
    ]
    if not spots:
        return False
    i, name, pair = rng.choice(spots)
    pieces[i] = replace(pieces[i], words=pieces[i].words.replace(name, name.replace(*pair)))
    return True


def duplicate(pieces: Pieces, rng: random.Random) -> bool:
    """An entry stands twice, the second time a little different."""
    rows = [at for at in _entries(pieces).values() if not pieces[at].fault and len(pieces[at].targets) == 1]
    if len(rows) < 3 or any(piece.kind in "mf" for piece in pieces if piece.kind):
        return False
    at = rng.choice(rows)
    words = pieces[at].words
    changed = rng.choice(
        [
            words.rstrip("."),
            words.replace("*", ""),
            re.sub(r": (\w)", lambda m: f": {m[1].lower()}", words, count=1),
            re.sub(r"\d+[-–]\d+\.?$", "", words),
        ]
    )
    behind = pieces[at + 1].words if at + 2 < len(pieces) and pieces[at + 2].kind == "e" else ""
    gap = Piece(behind or ("\n\n" if "\n\n" in pieces[at - 1].words else "\n"))
    copy = Piece(changed, "e", (pieces[at].targets[0] + "'", pieces[at].targets[0]), "duplicate-entry")
    pieces[at + 1 : at + 1] = [gap, copy]
    return True


def _entries(pieces: Pieces) -> dict[str, int]:
    return {piece.targets[0]: i for i, piece in enumerate(pieces) if piece.kind == "e"}


def _cites(pieces: Pieces, name: str) -> list[int]:
    return [i for i, piece in enumerate(pieces) if piece.kind not in ("", "e", "x") and name in piece.targets]


def _only(pieces: Pieces, name: str, kinds: str) -> bool:
    cites = _cites(pieces, name)
    return bool(cites) and all(pieces[i].kind in kinds and pieces[i].targets == (name,) for i in cites)


def single(pieces: Pieces) -> list[int]:
    """Mentions of one listed entry by name, without a fault so far."""
    return [
        i
        for i, piece in enumerate(pieces)
        if piece.kind in ("p", "n")
        and piece.listed
        and len(piece.targets) == 1
        and not piece.fault
        and not piece.optional
        and piece.targets[0] in _entries(pieces)
    ]


def _listed(pieces: Pieces, piece: Piece) -> str:
    """The words of the entries by the same first author."""
    entry = pieces[_entries(pieces)[piece.targets[0]]].words
    first = re.split(r"[,.(]", entry)[0]
    return " ".join(p.words for p in pieces if p.kind == "e" and first in p.words)


def _makers(pieces: Pieces, piece: Piece) -> str:
    """What stands in front of the date or the title of an entry."""
    entry = pieces[_entries(pieces)[piece.targets[0]]].words
    return re.split(r"[“\"(]|\d{4}|\*|(?<=[a-z]{3})\. ", entry.lstrip('1234567890. []*“"'))[0][:120]


def _first_maker(pieces: Pieces, at: int) -> str:
    """A word by which prose would name the entry's author, for "---." that of the entry before; "" for none."""
    words = pieces[at].words.lstrip("-—_. ")
    if words != pieces[at].words:
        before = max((i for i in _entries(pieces).values() if i < at), default=at)
        return _first_maker(pieces, before) if before < at else ""
    family = re.search(r"[^\W\d_]{3,}", words)
    return family[0] if family else ""


def _namesake(pieces: Pieces, name: str) -> bool:
    entry = pieces[_entries(pieces)[name]].words
    first = re.split(r"[,.( ]", entry)[0]
    listed = sum(p.words.startswith(first) for p in pieces if p.kind == "e")
    return listed > 1 or sum(first in p.words for p in pieces if p.kind in ("e", "n", "o")) > 1 + len(
        _cites(pieces, name)
    )


def _whole(words: str) -> bool:
    return words.startswith("(") and words.endswith(")")
