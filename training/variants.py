"""A hand-made reference -> others like it: each value another of its kind, written in the same habit."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from refcli.data.outlets import find_outlet
from refcli.parsing.fields.bodies import is_body
from refcli.parsing.fields.names import read_names
from training import made
from training.handmade import lines
from training.made import Pools

Segments = list[tuple[str, str]]

_LAW = frozenset(("legislation", "regulation", "bill", "treaty", "legal_case", "hearing", "manuscript", "standard"))
_ARTICLES = ("newspaper", "wire", "broadcaster", "website", "magazine", "newsletter")
_JOINT = re.compile(r"(\s*,?\s+(?:and|y|et|und|e)\s+|,?\s*&\s*|;\s*|\s?/\s?)")
_KEEP = re.compile(
    r"@|\b(?:Author|Staff|Editorial|president|general|secretary|ambassador|spokes|dr|sir)\b", re.IGNORECASE
)


def variants(count: int, seed: int, pools: Pools) -> Iterator[Segments]:
    """So many references, spread evenly over the hand-made ones; the same ones for the same seed."""
    yield from (found for _, found in variants_of(list(lines(measure=False)), count, seed, pools))


def variants_of(
    examples: Sequence[tuple[str, Segments]], count: int, seed: int, pools: Pools
) -> Iterator[tuple[str, Segments]]:
    """Variants of those examples, with their types."""
    rng = random.Random(seed)
    for i in range(count):
        kind, parts = examples[i % len(examples)]
        yield kind, dirty(rng, [(label, _other(rng, kind, label, words, pools)) for label, words in parts])


def _other(rng: random.Random, kind: str, label: str, words: str, pools: Pools) -> str:
    if rng.random() < 0.08:
        return words
    if label in ("author", "editor", "translator"):
        return names(rng, words, pools)
    if label == "title":
        return _title(rng, kind, words, pools)
    if label == "container":
        return _container(rng, kind, words, pools)
    if label in ("date", "accessed"):
        return made.date(rng, words)
    if label in ("publisher", "place"):
        return _cased(_publisher(rng, words, pools) if label == "publisher" else made.place(rng, pools), words)
    if label in ("number", "volume", "issue", "pages", "doi"):
        return made.digits(rng, words)
    return made.url(rng, words) if label == "url" else words


def _cased(new: str, like: str) -> str:
    return new.upper() if like.isupper() and len(like) > 5 else new


def _publisher(rng: random.Random, words: str, pools: Pools) -> str:
    press = re.search(r"Press|University|Books|Verlag|Routledge|Polity|Norton|UP\b", words)
    return made.pick(rng, made.words()["presses"], pools.publishers, 0.6) if press else made.body(rng)


def _title(rng: random.Random, kind: str, words: str, pools: Pools) -> str:
    if kind in _LAW or re.match(r"(?:Letter|Report of|Resolution|Final report)", words):
        return re.sub(
            r"(?<!\()(?:" + "|".join(map(re.escape, made.words()["countries"])) + r")\b",
            lambda _: rng.choice(made.words()["countries"]),
            made.digits(rng, words),
        )
    new = made.title(rng, pools)
    if words.isupper():
        return new.upper()
    if words.endswith((".", "?", "!")) and not new.endswith((".", "?", "!")):
        return new + words[-1]
    return made.headline(new) if words.istitle() and rng.random() < 0.8 else new


def _container(rng: random.Random, kind: str, words: str, pools: Pools) -> str:
    if kind in _LAW or kind in ("document", "dataset", "interview"):
        return words
    if kind == "article-journal":
        return _cased(made.pick(rng, [words], pools.journals, 0.8), words)
    if kind == "chapter":
        return _cased(made.title(rng, pools), words)
    outlet = find_outlet(words)
    kinds: Sequence[str] = _ARTICLES if outlet is None or outlet.kind in _ARTICLES else (outlet.kind,)
    return _cased(made.outlet(rng, kinds), words)


def names(rng: random.Random, words: str, pools: Pools) -> str:
    """Other persons, or another body, written the same way round and joined the same way."""
    if _KEEP.search(words) or any(ord(char) > 0x2FF for char in words if char.isalpha()):
        return words
    if is_body(words) or find_outlet(words) is not None:
        news = find_outlet(words)
        wire = news is not None and news.kind in _ARTICLES
        return _cased(made.outlet(rng, ("wire", "broadcaster", "newspaper")) if wire else made.body(rng), words)
    read = [name for name in read_names(words) if not name.others]
    if not read or not read[0].family or not read[0].given:
        return words
    joint = _JOINT.search(words)
    count = rng.choices((1, 2, 3), (85, 10, 5))[0] if len(read) == 1 else rng.randint(2, 5)
    inverted = words.upper().find(read[0].family.upper()) < words.upper().find(
        read[0].given.upper()[:1] + read[0].given.upper()[1:2].strip(".")
    )
    habit = ("inverted" if "," in words.partition(" and ")[0] else "behind") if inverted else "straight"
    short = bool(re.fullmatch(r"(?:[A-Z]\.?[\s-]?)+", read[0].given))
    later = habit if len(read) < 2 or re.search(r",[^,]+,[^,]+,|;", words) else "straight"
    made_names = [_one(rng, habit if i == 0 else later, short, pools, stops="." in words) for i in range(count)]
    out = _joined(made_names, joint[0] if joint else rng.choice((" and ", " & ", ", and ")), later)
    out += " et al." if "et al" in words.lower() else ""
    return _cased(out, words)


def _joined(found: list[str], joint: str, habit: str) -> str:
    between = joint if joint.strip() in (";", "/") else ", "
    joint = ", " + joint.lstrip() if habit == "inverted" and joint.startswith(" &") and len(found) > 2 else joint
    return between.join(found[:-1]) + (joint if len(found) > 1 else "") + found[-1]


def _one(rng: random.Random, habit: str, short: bool, pools: Pools, *, stops: bool) -> str:
    w = made.words()
    given, family = made.pick(rng, w["given"], pools.givens), made.pick(rng, w["family"], pools.families)
    if rng.random() < 0.06:
        family = rng.choice(("van der ", "de ", "von ", "al-", "del ", "El ", "bin ")) + family
    if rng.random() < 0.05:
        family = f"{family}-{rng.choice(w['family'])}"
    middle = f" {rng.choice('ABCDEFGHJKLMNPRSTVW')}{'.' if stops or not short else ''}" if rng.random() < 0.2 else ""
    first = (given[0] + ("." if stops or habit == "straight" else "") if short else given) + middle
    if habit == "straight":
        return f"{first} {family}"
    return f"{family}, {first}" if habit == "inverted" else f"{family} {first if stops else first.replace(' ', '')}"


_SEE = (
    "See",
    "See also",
    "See, e.g.,",
    "Cf.",
    "Quoted in",
    "For an overview, see",
    "see",
    "Cited in",
    "On this point see",
)
_REMARKS = (
    "(emphasis added)",
    "(in Russian).",
    "Translated by the author.",
    "Also in the print edition.",
    "On file with the author.",
)


def dirty(rng: random.Random, segments: Segments) -> Segments:
    """What happens to lists: numbers in front, doubled and odd spaces, lost stops, straight quotes, capitals, notes around."""
    segments = _starred(rng, _framed(rng, [pair for pair in segments if pair[1]]))
    for chance, change in _DIRT:
        if rng.random() < chance:
            segments = [(label, change(rng, label, words)) for label, words in segments]
    if rng.random() < 0.1 and segments[-1][0] == "other" and segments[-1][1] in (".", ". "):
        segments = segments[:-1]
    return segments


def _framed(rng: random.Random, segments: Segments) -> Segments:
    roll = rng.random()
    n = rng.randint(1, 140)
    if roll < 0.12:
        segments = [("other", rng.choice((f"{n}. ", f"[{n}] ", f"{n} ", f"({n}) ", f"{n}"))), *segments]
    elif roll < 0.16:
        segments = [("note", rng.choice(_SEE)), ("other", " "), *segments]
    return [*segments, ("other", " "), ("note", rng.choice(_REMARKS))] if rng.random() < 0.03 else segments


def _starred(rng: random.Random, segments: Segments) -> Segments:
    """Italics as Markdown marks them: around the container, or around a title that stands in no quotation marks."""
    if rng.random() > _MARKDOWN or any("*" in words or "_" in words for label, words in segments if label == "other"):
        return segments
    mark, quoted = rng.choice(("*", "*", "*", "_", "**")), any("“" in words or '"' in words for _, words in segments)
    italic = {"container", "collection"} if quoted or any(label == "container" for label, _ in segments) else {"title"}
    out: Segments = []
    for label, words in segments:
        out += [("other", mark), (label, words), ("other", mark)] if label in italic else [(label, words)]
    return out


def _spaces(rng: random.Random, _: str, words: str) -> str:
    return words.replace(" ", rng.choice(("  ", "\u00a0", "\n")), 1)


def _straight(_: random.Random, __: str, words: str) -> str:
    return words.translate({0x201C: 34, 0x201D: 34, 0x2018: 39, 0x2019: 39})


def _capitals(_: random.Random, label: str, words: str) -> str:
    return words.upper() if label in ("author", "title") else words


def _no_marks(_: random.Random, label: str, words: str) -> str:
    return re.sub("[“”*]", "", words) if label == "other" else words


def _no_spaces(_: random.Random, label: str, words: str) -> str:
    return re.sub(r"(?<=[,.]) ", "", words) if label == "other" else words


_MARKDOWN = 0.15
_DIRT: tuple[tuple[float, Callable[[random.Random, str, str], str]], ...] = (
    (0.12, _spaces),
    (0.15, _straight),
    (0.04, _capitals),
    (0.08, _no_marks),
    (0.04, _no_spaces),
)
