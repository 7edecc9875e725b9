"""python -m tests.measure.splitting [--held-out] [--lists N] [--show SHAPE]: entry F1 by shape, on lists made of real references.

The references are those of the shared sets (see tests/shared.py): whole lists of one document each, and records rendered by our engine
in one style a list. `--held-out` takes the sets that are for measuring only.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from refcli.csl import Processor, Style, Text
from refcli.data.loader import locale_xml, style_xml
from refcli.model import Reference
from refcli.parsing import find_entries
from refcli.text import Span
from tests.measure import dirt
from tests.measure.dirt import Piece, put_together
from tests.shared import shared_path

STYLES = (
    "apa", "chicago-author-date", "chicago-note-bibliography", "modern-language-association", "ieee", "vancouver", "nature",
    "harvard-cite-them-right", "turabian-author-date", "oscola", "american-political-science-association", "elsevier-harvard",
    "council-of-science-editors", "american-sociological-association", "american-anthropological-association",
    "taylor-and-francis-chicago-author-date", "springer-basic-author-date", "bluebook-law-review", "din-1505-2",
    "iso690-author-date-en", "the-economist", "journal-of-peace-research", "european-journal-of-international-law",
)  # fmt: skip
PARTS = ("References", "## References", "Bibliography", "REFERENCES", "**References**", "Works Cited", "# Bibliography", "Sources:", "6. References",
         "Literature", "Selected bibliography", "References:", "Reference list", "\\section*{References}", "<h2>References</h2>", "Bibliografía", "Literaturverzeichnis", "Further reading", "References\n==========")  # fmt: skip
TAILS = (
    "", "", "About the author\n\nJane Okoro is a senior fellow at the Institute for Coastal Policy. She was a diplomat in Oslo until 2015.\n",
    "## Acknowledgements\n\nWe thank three reviewers, and the Ministry of Fisheries, for their comments on drafts of this paper.\n",
    "Appendix A\n\nTable 1 shows the figures of 2009 to 2018. They were collected in four rounds, and we dropped what was not signed.\n",
    "© 2019 Institute for Coastal Policy. All rights reserved. The views are those of the author.\n",
    "Annex 1: Interviews\n\nThe interviews were held between March and May 2018 in four towns, in Russian and in Kazakh.\n",
)  # fmt: skip


def lists(kind: str, rng: random.Random, *, held_out: bool) -> Iterator[list[str]]:
    """Endless lists of 8 to 25 references in one style each."""
    sources = _documents(held_out) if kind == "found" else _records(held_out)
    while True:
        if kind == "found":
            found = rng.choice(sources)
            start = rng.randrange(max(1, len(found) - 7))
            yield found[start : start + rng.randint(8, 25)]
        else:
            yield _rendered(rng.choice(STYLES), rng.sample(sources, rng.randint(8, 25)))


@cache
def _documents(held_out: bool) -> list[list[str]]:
    """The lists of documents that the sets keep together, and policy references of one source."""
    groups = defaultdict(list)
    for row in _rows(held_out):
        text = " ".join(row["text"].split())
        if row["id"].startswith("grobid") and re.match(r"[^\W\d_]|[“\"‘]", text) and len(text) > 30:
            groups[row["id"].rsplit("-", 1)[0]].append(text)
        elif "policy" in row["id"] or "style" in row:
            groups[row["source"]].append(text)
    return [group for group in groups.values() if len(group) >= 5]


@cache
def _records(held_out: bool) -> list[Reference]:
    return [
        _reference(i, row["gold"])
        for i, row in enumerate(_rows(held_out))
        if row["gold"].get("title") and row["gold"].get("issued")
    ]


def _rows(held_out: bool) -> list[dict]:
    names = ["parse/dev.jsonl", "parse/policy_dev.jsonl"] if held_out else ["parse/train.jsonl"]
    return [json.loads(line) for name in names for line in _path(name).read_text(encoding="utf-8").split("\n") if line]


def _path(name: str) -> Path:
    return shared_path(name)


def _reference(i: int, gold: dict) -> Reference:
    kind = gold.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    kind = kind or ("article-journal" if gold.get("container-title") else "book" if gold.get("publisher") else "report")
    year = re.search(r"\d{4}", str(gold["issued"]))
    issued = {"date-parts": [[int(year[0])]]} if year else None
    kept = {key: value for key, value in gold.items() if key not in ("type", "issued", "accessed") and value}
    return Reference.from_json({**kept, "id": f"r{i}", "type": kind, **({"issued": issued} if issued else {})})


@cache
def _style(name: str) -> Style | None:
    xml = style_xml(name)
    return Style.from_xml(xml, parent=style_xml) if xml else None


def _rendered(name: str, references: Sequence[Reference]) -> list[str]:
    style = _style(name)
    if style is None:
        return _rendered("apa", references)
    processor, output = Processor(style, list(references), locale_xml), Text()
    entries = [" ".join(processor.render(entry.node, output).split()) for entry in processor.bibliography()]
    entries = [re.sub(r"^(?:\[\d+\]|\d+\.?)\s*", "", entry) for entry in entries]
    return [entry for entry in entries if len(entry) > 25] or _rendered("apa", references)


def bare(shape: dirt.Shape, rng: random.Random, entries: list[str]) -> list[Piece]:
    """A list by itself: half of them sorted, some with a heading, parts, page breaks, dashes, smudges."""
    if rng.random() < 0.5:
        entries = sorted(entries, key=str.casefold)
    if rng.random() < 0.2:
        entries = dirt.same_author_dashes(rng, entries)
    if rng.random() < 0.2:
        entries = dirt.smudged(rng, entries)
    pieces = dirt.parted(rng, shape, entries) if rng.random() < 0.1 else shape(rng, entries)
    if rng.random() < 0.25:
        pieces = dirt.page_breaks(rng, pieces)
    head = rng.choice(["", "", *(f"{name}\n\n" for name in PARTS[:8]), f"{rng.choice(PARTS)}\n"])
    return [Piece(head, False), *pieces]


def draft(shape: dirt.Shape, rng: random.Random, entries: list[str]) -> list[Piece]:
    """Prose, a heading (or none), the list, and what comes behind lists."""
    prose = rng.sample(_prose(), rng.randint(4, 14))
    if rng.random() < 0.4:
        width = rng.randint(66, 100)
        prose = ["\n".join(dirt.textwrap.wrap(words, width)) for words in prose]
    head = "" if rng.random() < 0.15 else f"{rng.choice(PARTS)}\n" + rng.choice(["", "\n"])
    tail = rng.choice(TAILS)
    between = rng.choice(["\n\n", "\n\n", "\n"]) if not rng.random() < 0.4 else "\n\n"
    pieces = bare(shape, rng, entries)[1:]
    return [Piece(f"A paper on policy\n\n{between.join(prose)}\n\n{head}", False), *pieces, Piece(f"\n{tail}", False)]


@cache
def _prose() -> list[str]:
    """Paragraphs of real drafts, their lists left out."""
    found = []
    texts = [
        _path(f"lint-dev/docs/{name}").read_text(encoding="utf-8")
        for name in ("hackers_in_russia.md", "kas_us_cybersecurity.md", "seed_kazakhstan.txt")
    ]
    texts += [
        path.read_text(encoding="utf-8")
        for path in sorted(Path(__file__).parent.glob("drafts/*.*"))
        if path.suffix in (".md", ".txt")
    ]
    for labelled in texts:
        text = re.sub(r"⟦(?:\w+ )?(?:[\w-]+\|)?|⟧", "", re.sub(r"⟦e [^⟧]*⟧", "", labelled))
        text = re.split(
            r"(?im)^\W*(?:references|bibliography|sources|works cited|notes|endnotes|literatur)\b.*$", text
        )[0]
        parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
        found += [part for part in parts if len(part) > 160 and part[0].isalpha() and "style>" not in part]
    return found


def right(text: str, gold: Sequence[Span], got: Sequence[Span]) -> tuple[int, int, int]:
    """Right, extra, missed: spans that overlap by 95 % of their union, numbers and blanks in front left out."""
    gold, got = [_trim(text, span) for span in gold], [_trim(text, span) for span in got]
    left, hits = list(got), 0
    for one in gold:
        for other in left:
            inter = min(one.end, other.end) - max(one.start, other.start)
            if inter > 0 and inter >= 0.95 * (max(one.end, other.end) - min(one.start, other.start)):
                left.remove(other)
                hits += 1
                break
    return hits, len(got) - hits, len(gold) - hits


def _trim(text: str, span: Span) -> Span:
    start, end = span
    start += len(re.match(r"(?:<sup>\s*\d+\s*</sup>|[\s\[\]().•*\-\d\\^⁰¹²³⁴-⁹])*", text[start:end])[0])
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--lists", type=int, default=12, help="of each shape, setting and kind")
    parser.add_argument("--harsh", action="store_true", help="the shapes that conversion leaves")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", default="", help="print the lists of that shape that went wrong")
    options = parser.parse_args()
    settings = {"bare": bare, "draft": draft}
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for shape in dirt.HARSH if options.harsh else dirt.SHAPES:
        cells = []
        for setting, make in settings.items():
            for kind in ("found", "rendered"):
                rng = random.Random(f"{options.seed} {shape.__name__} {setting} {kind}")
                stream = lists(kind, rng, held_out=options.held_out)
                counts = [0, 0, 0]
                for _ in range(options.lists):
                    text, gold = put_together(make(shape, rng, next(stream)))
                    got = [entry.span for entry in find_entries(text).entries]
                    row = right(text, gold, got)
                    counts = [a + b for a, b in zip(counts, row, strict=True)]
                    if options.show == f"{shape.__name__}:{setting}:{kind}" and row[1] + row[2]:
                        _show(text, gold, got)
                totals[setting] = [a + b for a, b in zip(totals[setting], counts, strict=True)]
                cells.append(f"{_f1(counts):5.1f}")
        print(f"{shape.__name__:22} bare {cells[0]} {cells[1]}   draft {cells[2]} {cells[3]}")
    print("  ".join(f"{setting} {_f1(counts):.1f}" for setting, counts in totals.items()))


def _f1(counts: Sequence[int]) -> float:
    return 200 * counts[0] / max(1, 2 * counts[0] + counts[1] + counts[2])


def _show(text: str, gold: Sequence[Span], got: Sequence[Span]) -> None:
    print("=" * 100)
    marks = [(span.start, "⟦") for span in gold] + [(span.end, "⟧") for span in gold]
    marks += [(span.start, "\033[32m{\033[0m") for span in got] + [(span.end, "\033[32m}\033[0m") for span in got]
    out, last = [], 0
    for at, mark in sorted(marks):
        out += [text[last:at], mark]
        last = at
    shown = "".join([*out, text[last:]])
    print(shown[-6000:])


if __name__ == "__main__":
    main()
