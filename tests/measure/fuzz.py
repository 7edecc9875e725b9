"""python -m tests.measure.fuzz [--count 100000] [--seed 1]: mutated references and lists are read; nothing raises, hangs or gets lost.

Each reference (those that `refcli train` looks after, and the hand-made lists) is cut, doubled, shuffled, glued, crossed with
another, sprinkled with odd characters. Checked: the segments joined are the text; of a list every character belongs to an entry, to named remainder, or to a
number, bullet or blank. Prints the slowest, and how time grows with length.
"""

from __future__ import annotations

import argparse
import heapq
import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from refcli.data.loader import table
from refcli.parsing import Entry, Parsed, find_entries, parse_entries, parse_entry, works_of
from refcli.text import Span
from tests.measure.dirt import HARSH, SHAPES, put_together

ODD = tuple(
    "\x00\t\r\n\f\v\u00a0\u200b\u200e\u2028\ufeff\ufffd￼’‘“”„«»‹›—–‐­⁰¹²³ﬁﬂ½…·•↩§¶№°ªº()[]{}<>|\\/*_~`^\"'.,;:!?&%#@+=-0123456789ÄßéñøşžİıΣЖщ中文日本語한국어العربيةעבריתไทย🙂𝒜é"
)
PIECES = (
    "Ibid., ", "op. cit. ", "supra note 12, ", "et al. ", "———. ", "https://", "doi:10.", " (n.d.) ", "[12] ", "<p>", "</p>", "{", "}}", "http://a.b/" + "c" * 50,
    "\n\n", "1999", "1999–", "vol. ", "pp. ", "((((", "))))", "““““", ",,,,,,", "; see also ", "﻿",
)  # fmt: skip
Mutation = Callable[[random.Random, str, Sequence[str]], str]


def cut(rng: random.Random, text: str, others: Sequence[str]) -> str:
    i, j = sorted(rng.randrange(len(text) + 1) for _ in range(2))
    return text[:i] + text[j:]


def doubled(rng: random.Random, text: str, others: Sequence[str]) -> str:
    i, j = sorted(rng.randrange(len(text) + 1) for _ in range(2))
    return text[:j] + text[i:j] * rng.choice((1, 1, 2, 30)) + text[j:]


def sprinkled(rng: random.Random, text: str, others: Sequence[str]) -> str:
    for _ in range(rng.randint(1, 12)):
        i = rng.randrange(len(text) + 1)
        text = text[:i] + rng.choice(ODD) + text[i + rng.randint(0, 1) :]
    return text


def pieced(rng: random.Random, text: str, others: Sequence[str]) -> str:
    i = rng.randrange(len(text) + 1)
    return text[:i] + rng.choice(PIECES) * rng.choice((1, 1, 1, 40)) + text[i:]


def shuffled(rng: random.Random, text: str, others: Sequence[str]) -> str:
    words = text.split(" ")
    rng.shuffle(words)
    return " ".join(words)


def glued(rng: random.Random, text: str, others: Sequence[str]) -> str:
    return "".join(char for char in text if char != " " or rng.random() > 0.5)


def crossed(rng: random.Random, text: str, others: Sequence[str]) -> str:
    other = rng.choice(others)
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other) + 1) :]


def cased(rng: random.Random, text: str, others: Sequence[str]) -> str:
    return rng.choice((text.upper, text.lower, text.swapcase, text.title))()


MUTATIONS: tuple[Mutation, ...] = (cut, doubled, sprinkled, pieced, shuffled, glued, crossed, cased)


def mutated(rng: random.Random, texts: Sequence[str]) -> str:
    """One of the texts, changed once to four times."""
    text = rng.choice(texts)
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(MUTATIONS)(rng, text, texts)
    return text[:5000]


def read_alone(text: str) -> str:
    """What is wrong with the reading of an entry, "" if nothing is."""
    item = parse_entry(Entry(text, Span(0, len(text))))
    if isinstance(item, Parsed):
        if "".join(segment.text for segment in item.segments) != text:
            return "the segments are not the text"
        if not 0 <= item.confidence <= 1:
            return f"a confidence of {item.confidence}"
    works = works_of(Entry(text, Span(0, len(text)), "1"))
    if any(work.span.of(text) != work.text for work in works):
        return "the works of a note are not where they are said to be"
    return ""


def read_as_list(text: str) -> str:
    """What is wrong with the taking apart of a list, "" if nothing is."""
    listing = find_entries(text)
    spans = sorted([entry.span for entry in listing.entries] + [rest.span for rest in (*listing.rest, *listing.marks)])
    if any(first.start < second.start < first.end < second.end for first, second in pairwise(spans)):
        return "two pieces of a list overlap"
    if any(entry.span.of(text) != entry.text for entry in listing.entries):
        return "an entry is not where it is said to be"
    if [item.entry for item in parse_entries(listing.entries)] != list(listing.entries):
        return "entries were lost"
    left = [rest.span.of(text) for rest in listing.marks if rest.why == "words left over"]
    return f"words left over: {left[:3]}" if left else _gaps(text, listing.region, spans)


def _gaps(text: str, region: Span | None, spans: Sequence[Span]) -> str:
    """White space alone may be in no piece."""
    last = region.start if region else 0
    for span in [*spans, Span(region.end, region.end)] if region else ():
        if text[last : span.start].strip(" \t\r\n\u200b\ufeff" + WHITE):
            return f"lost: {text[last : span.start]!r}"
        last = max(last, span.end)
    return ""


WHITE = "".join(chr(i) for i in range(0x3001) if chr(i).isspace())
LAWS: Mapping[str, Callable[[str], str]] = {"alone": read_alone, "as a list": read_as_list}


def main() -> None:
    """Run and tell; exits with 1 when a law was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument(
        "--lists",
        type=int,
        default=10_000,
        help="lists of 1 to 12 mutated references, laid out by tests/measure/dirt.py",
    )
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    texts = list(table("specimens"))
    broken = Counter[str]()
    slowest: dict[str, list[tuple[float, str]]] = {name: [] for name in LAWS}

    def judge(name: str, text: str) -> None:
        start = time.perf_counter()
        try:
            wrong = LAWS[name](text)
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        slowest[name] = heapq.nlargest(
            3, [*slowest[name], (1000 * (time.perf_counter() - start) / (1 + len(text) / 1000), text)]
        )
        if wrong:
            broken[wrong.partition(":")[0]] += 1
            if broken[wrong.partition(":")[0]] < 6:
                print(f"{name}: {wrong}\n  {text[:600]!r}", flush=True)

    read_as_list(texts[0])
    start = time.perf_counter()
    for _ in range(options.count):
        judge("alone", mutated(rng, texts))
    between = time.perf_counter()
    for _ in range(options.lists):
        entries = [mutated(rng, texts) if rng.random() < 0.5 else rng.choice(texts) for _ in range(rng.randint(1, 12))]
        judge("as a list", put_together(rng.choice((*SHAPES, *HARSH))(rng, entries))[0])
    end = time.perf_counter()
    print(
        f"{options.count} references in {between - start:.0f} s, {options.lists} lists in {end - between:.0f} s; broken laws: {dict(broken) or 'none'}"
    )
    for name, found in slowest.items():
        print(f"slowest {name}, ms per 1,000 characters: {', '.join(f'{ms:.0f}' for ms, _ in found)}")
    grow()
    raise SystemExit(bool(broken))


def grow() -> None:
    """Time against length: about the same per character if it is linear."""
    comma, word = ",", "Ports and quotas, "
    for title, unit, sizes in (
        ("commas", comma, (2_500, 5_000, 10_000)),
        ("words", word, (100_000, 300_000, 1_000_000)),
    ):
        for size in sizes:
            text = (unit * (size // len(unit) + 1))[:size]
            start = time.perf_counter()
            parse_entry(Entry(text, Span(0, len(text))))
            middle = time.perf_counter()
            find_entries(text)
            end = time.perf_counter()
            print(f"{size:9} characters of {title}: entry {middle - start:.2f} s, list {end - middle:.2f} s")


if __name__ == "__main__":
    main()
