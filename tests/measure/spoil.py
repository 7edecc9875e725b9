"""Labelled draft, seed -> the same draft with faults of the other kinds: what the rules beside the five headline ones report."""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from dataclasses import replace

from tests.measure.inject import YEAR, Operation, Pieces, respell, single
from tests.measure.labels import Draft, Piece

_WORDS = (
    "Nobody has yet explained to the committee why the second figure is so much larger than the first",
    "The committee was told in the spring that all of the boxes had been counted and in the autumn that none had",
)
_JOINT = re.compile(r"(?<=[^\W\d_]) (&|and) (?=[^\W\d_a-z])")
_PHRASE = re.compile(r"(?<=[*_>{])[^\W\d_a-z][^\W\d_A-Z]{3,} [^\W\d_a-z][^\W\d_A-Z]{3,}(?![\w-])")
_SUFFIXED = re.compile(r"\b((?:19|20)\d\d)[a-d]\b")


def spoil(draft: Draft, seed: int) -> Draft:
    """A copy with one fault of each kind that it has room for."""
    rng = random.Random(seed)
    pieces = list(draft.pieces)
    for operation in _OPERATIONS:
        operation(pieces, rng)
    if draft.name.endswith((".md", ".qmd")):
        unused_suppression(pieces, rng)
    return Draft(f"{seed}-{draft.name}", tuple(pieces), draft.bib)


def undefined_key(pieces: Pieces, rng: random.Random) -> bool:
    """A letter of a key goes."""
    spots = [i for i, piece in enumerate(pieces) if piece.kind == "k" and piece.listed and not piece.optional]
    spots = [i for i in spots if re.search(r"[a-z]{4}", pieces[i].words)]
    if not spots:
        return False
    i = rng.choice(spots)
    words = re.sub(r"([a-z]{2})[a-z]([a-z])", r"\1\2", pieces[i].words, count=1)
    pieces[i] = replace(pieces[i], words=words, targets=("-",), fault="unlisted-mention", more=("undefined-key",))
    return True


def without_date(pieces: Pieces, rng: random.Random) -> bool:
    """The only year of an article goes, with what stands around it."""
    spots = [
        i
        for i in _entries(pieces)
        if len(YEAR.findall(pieces[i].words)) == 1
        and not any(
            YEAR.search(piece.words)
            for piece in pieces
            if piece.kind in ("p", "n", "o") and set(piece.targets) & set(pieces[i].targets)
        )
        and re.search(r"[“\"'‘]", pieces[i].words[:120])
    ]
    if not spots:
        return False
    i = rng.choice(spots)
    words = re.sub(
        r"[,;]?\s*(?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2}(?:[–-]\d{1,2})?,\s)?\(?(?:19|20)\d\d[a-z]?\)?(?=\W|$)",
        "",
        pieces[i].words,
        count=1,
    )
    _mark(pieces, i, words, "incomplete-entry")
    return True


def bad_doi(pieces: Pieces, rng: random.Random) -> bool:
    """A DOI with its prefix twice, or without its slash."""
    tail = rng.choice(
        ["https://doi.org/https://doi.org/10.5555/qx.2014.07", "doi:5555/qx201407", "https://doi.org/10.5555"]
    )
    return _add(pieces, rng, tail, "malformed-doi")


def bad_isbn(pieces: Pieces, rng: random.Random) -> bool:
    """An ISBN with a wrong last digit, or a digit too few."""
    return _add(
        pieces, rng, rng.choice(["ISBN 978-0-306-40615-3", "ISBN 0-306-40615-9", "ISBN 978030640615"]), "malformed-isbn"
    )


def bad_url(pieces: Pieces, rng: random.Random) -> bool:
    """An address that begins wrongly."""
    tail = rng.choice(
        ["http:/archive.example.org/a/12", "https://https://archive.example.org/a/12", "htttp://archive.example.org/a"]
    )
    return _add(pieces, rng, tail.replace("htttp", "htpp"), "malformed-url")


def out_of_order(pieces: Pieces, rng: random.Random) -> bool:
    """In a list by the alphabet an entry goes to the other end."""
    at = _entries(pieces)
    first = [re.sub(r"[^\w ]", "", pieces[i].words.casefold()).split()[0] for i in at]
    numbers = any(re.search(r"\d\W*\Z", pieces[i - 1].words[-8:]) or pieces[i].words[:1].isdecimal() for i in at)
    if numbers or len(at) < 8 or sum(a > b for a, b in itertools.pairwise(first)) > 1:
        return False
    source, target = (1, len(at) - 2) if rng.random() < 0.5 else (len(at) - 2, 1)
    if first[source] == first[target]:
        return False
    moved = [pieces[i] for i in at]
    moved.insert(target, replace(moved.pop(source), more=(*pieces[at[source]].more, "list-order")))
    for i, piece in zip(at, moved, strict=True):
        pieces[i] = piece
    return True


def other_style(pieces: Pieces, rng: random.Random) -> bool:
    """An ampersand where the others have "and", or the reverse."""
    spots = [i for i, piece in enumerate(pieces) if piece.kind == "p" and _JOINT.search(piece.words) and piece.listed]
    signs = Counter(_JOINT.findall(pieces[i].words)[0] for i in spots)
    if len(spots) < 6 or len(signs) > 1:
        return False
    i = rng.choice(spots)
    other = " and " if signs["&"] else " & "
    pieces[i] = replace(pieces[i], words=_JOINT.sub(other, pieces[i].words, count=1), more=("style-mixture",))
    return True


def two_spellings(pieces: Pieces, rng: random.Random) -> bool:
    """A name that stands in two entries gets a hyphen in one of them."""
    found = Counter(
        name for i in _entries(pieces) for name in {match[0] for match in _PHRASE.finditer(pieces[i].words)}
    )
    names = sorted(name for name, count in found.items() if count > 1)
    if not names:
        return False
    name = rng.choice(names)
    i = rng.choice([i for i in _entries(pieces) if name in pieces[i].words])
    _mark(pieces, i, pieces[i].words.replace(name, name.replace(" ", "-"), 1), "inconsistent-spelling")
    return True


def unsourced(pieces: Pieces, rng: random.Random) -> bool:
    """A paragraph that quotes somebody, and does not say whom."""
    last = next((i for i, piece in enumerate(pieces) if piece.kind == "e"), len(pieces) - 1)
    breaks = [
        (i, match.end())
        for i, piece in enumerate(pieces[:last])
        if not piece.kind
        for match in re.finditer(r"[.!?]\n\n(?=[A-Z][a-z])", piece.words)
    ]
    if not breaks:
        return False
    i, at = rng.choice(breaks)
    words = pieces[i].words
    quote = Piece(f"“{rng.choice(_WORDS)}.”", "q", more=("unsourced-quotation",))
    pieces[i : i + 1] = [
        Piece(words[:at] + "That is how it went, and it went so for a long time, in one office after another, "
              "until somebody asked what the boxes were for and no one could be found who knew the answer to it, or who "
              "had kept the letter in which the answer had once been given to the clerks. "),
        quote,
        Piece(" It rained all of that week and most of the week that followed it, so that the boxes had to be carried "
              "up the stairs and down again, and in the end they were left on the landing where they had been at first."
              "\n\n" + words[at:]),
    ]  # fmt: skip
    return True


def unused_suppression(pieces: Pieces, rng: random.Random) -> bool:
    """A comment that suppresses what is not there."""
    for i, piece in enumerate(pieces):
        at = piece.words.find("\n\n", 20) if not piece.kind else -1
        if at > 0:
            words = piece.words
            comment = Piece("<!-- refcli: ignore REF103 -->", "q", more=("unused-suppression",))
            pieces[i : i + 1] = [Piece(words[: at + 2]), comment, Piece("\n\n" + words[at + 2 :])]
            return True
    return False


def without_suffix(pieces: Pieces, rng: random.Random) -> bool:
    """(Butt 2018a) becomes 2018, of which there are two."""
    spots = [i for i in single(pieces) if len(_SUFFIXED.findall(pieces[i].words)) == 1]
    if not spots:
        return False
    i = rng.choice(spots)
    words = _SUFFIXED.sub(r"\1", pieces[i].words)
    pieces[i] = replace(pieces[i], words=words, any_of=True, more=("ambiguous-mention",))
    return True


def other_romanisation(pieces: Pieces, rng: random.Random) -> bool:
    """Another romanisation of a name."""
    before = list(pieces)
    if not respell(pieces, rng):
        return False
    i = next(i for i, piece in enumerate(pieces) if piece is not before[i])
    pieces[i] = replace(pieces[i], more=("name-variant",))
    return True


_OPERATIONS: tuple[Operation, ...] = (
    without_suffix, other_romanisation, undefined_key, without_date, bad_doi, bad_isbn, bad_url, two_spellings, other_style, out_of_order, unsourced,
)  # fmt: skip


def _entries(pieces: Pieces) -> list[int]:
    return [i for i, piece in enumerate(pieces) if piece.kind == "e"]


def _mark(pieces: Pieces, i: int, words: str, rule: str) -> None:
    pieces[i] = replace(pieces[i], words=words, more=(*pieces[i].more, rule))


def _add(pieces: Pieces, rng: random.Random, tail: str, rule: str) -> bool:
    spots = [i for i in _entries(pieces) if "://" not in pieces[i].words and "doi" not in pieces[i].words.lower()]
    if not spots:
        return False
    i = rng.choice(spots)
    words = pieces[i].words.rstrip()
    _mark(pieces, i, f"{words}{'' if words.endswith('.') else '.'} {tail}", rule)
    return True
