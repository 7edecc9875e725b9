"""Labelled drafts -> how many mentions are found and linked, how many traps are taken, how many faults are reported, by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from refcli.bibtex import BibEntry
from refcli.bibtex import read as read_bibtex
from refcli.documents import Document, read
from refcli.drafts import Listed, Mention
from refcli.lint import LintSettings, Report, check
from refcli.text import Span
from tests.measure.labels import KINDS, Draft, Piece

HEADLINE = ("unlisted-mention", "uncited-entry", "misspelled-name", "year-mismatch", "duplicate-entry")
OTHERS = (
    "undefined-key", "ambiguous-mention", "name-variant", "unsourced-quotation", "incomplete-entry", "malformed-doi", "malformed-isbn",
    "malformed-url", "inconsistent-spelling", "list-order", "style-mixture", "unused-suppression",
)  # fmt: skip
_SAME = {"undefined-key": "unlisted-mention"}


@dataclass
class Score:
    """Counts by name, and what went wrong in words."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Put the counts of another draft on top."""
        self.counts.update(other.counts)
        self.wrong += other.wrong

    def share(self, part: str, *rest: str) -> float:
        """`part` of `part` and the rest together; 1 of nothing."""
        whole = self.counts[part] + sum(self.counts[name] for name in rest)
        return self.counts[part] / whole if whole else 1.0

    @property
    def f1(self) -> float:
        """Of mentions."""
        precision, recall = self.share("found", "false"), self.share("found", "missed")
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def lint(draft: Draft) -> Report:
    """What refcli says of a draft."""
    document = read(draft.text.encode(), draft.name)
    assert isinstance(document, Document), document
    return check(document, _library(draft.bib) if draft.bib else None, LintSettings(profile="submission"))


def score(drafts: Iterable[Draft]) -> Score:
    """The sum over drafts."""
    total = Score()
    for draft in drafts:
        total.add(_one(draft, lint(draft)))
    return total


def by_rule(rules: Sequence[str], clean: Score, spoilt: Score) -> str:
    """Rows of a table: rule, false findings per 1,000 words of clean drafts, precision, recall, and the cases that these rest on."""
    rows = []
    for rule in rules:
        right, false, missed = (
            clean.counts[f"{rule} {what}"] + spoilt.counts[f"{rule} {what}"] for what in ("right", "false", "missed")
        )
        rate = 1000 * clean.counts[f"{rule} false"] / max(clean.counts["words"], 1)
        precision, recall = right / max(right + false, 1), right / max(right + missed, 1)
        rows.append(f"| {rule} | {rate:.2f} | {precision:.2f} | {recall:.2f} | {right + missed} |")
    return "\n".join(rows)


def table(score: Score) -> str:
    """The figures as a table."""
    counts = score.counts
    lines = [
        (
            f"mentions   P {score.share('found', 'false'):.3f}  R {score.share('found', 'missed'):.3f}  F1 {score.f1:.3f}  "
            f"({counts['found']} found, {counts['false']} false, {counts['missed']} missed)"
        ),
        "recall     "
        + "  ".join(
            f"{name} {counts['found ' + name]}/{counts['found ' + name] + counts['missed ' + name]}"
            for name in KINDS.values()
        ),
        f"links      {counts['linked']}/{counts['linked'] + counts['mislinked']} right",
        f"traps      {counts['trapped']}/{counts['traps']} taken for mentions",
    ]
    for rule in (*HEADLINE, "all"):
        right, false, missed = (counts[f"{rule} {what}"] for what in ("right", "false", "missed"))
        precision, recall = (
            score.share(f"{rule} right", f"{rule} false"),
            score.share(f"{rule} right", f"{rule} missed"),
        )
        lines.append(
            f"{rule:<21} P {precision:.3f}  R {recall:.3f}  ({right} right, {false} false, {missed} missed; "
            f"{1000 * false / max(counts['words'], 1):.2f} false in 1,000 words)"
        )
    return "\n".join(lines)


def _library(bib: str) -> tuple[Listed, ...]:
    entries = (block for block in read_bibtex(bib) if isinstance(block, BibEntry))
    return tuple(
        Listed(i, entry.reference, entry.span.of(bib), None, entry.reference.id) for i, entry in enumerate(entries)
    )


def _places(draft: Draft) -> list[tuple[Piece, Span]]:
    out, at = [], 0
    for piece in draft.pieces:
        out.append((piece, Span(at, at + len(piece.words))))
        at += len(piece.words)
    return out


def _one(draft: Draft, report: Report) -> Score:
    places = _places(draft)
    gold = [(piece, span) for piece, span in places if piece.kind in KINDS]
    ids = _ids(draft, report, places)
    out = Score(Counter({"words": len(draft.text.split())}))
    ignored = _notes(draft.text)
    _mentions(out, draft, gold, [m for m in report.mentions if m.kind != "quotation"], ids, ignored)
    for piece, span in places:
        if piece.kind == "x":
            hit = [m for m in report.mentions if m.kind != "quotation" and m.span.overlaps(span)]
            out.counts["traps"] += 1
            out.counts["trapped"] += bool(hit)
            out.wrong += [f"{draft.name}: TRAP {piece.words!r}"] if hit else []
    for rule in (*HEADLINE, *OTHERS):
        _findings(out, draft, rule, places, report, ids, ignored)
    return out


def _notes(text: str) -> list[Span]:
    """Bodies of Markdown footnotes: what is found there costs nothing."""
    import re  # noqa: PLC0415

    return [Span(*match.span()) for match in re.finditer(r"(?m)^\[\^[^\]]+\]:.*$", text)]


def _ids(draft: Draft, report: Report, places: Sequence[tuple[Piece, Span]]) -> dict[int, str]:
    """Index of an entry as refcli read the list -> its id in the labels."""
    if draft.bib:
        return {entry.index: entry.key or "" for entry in report.entries}
    rows = [(piece.targets[0], span) for piece, span in places if piece.kind == "e"]
    out = {}
    for entry in report.entries:
        name = next((name for name, span in rows if entry.span and entry.span.overlaps(span)), "")
        out[entry.index] = name
    return out


def _match(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """One to one, the longest overlap first."""
    pairs = sorted(
        (-(min(a.end, b.end) - max(a.start, b.start)), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a.overlaps(b)
    )
    out: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in out and j not in out.values():
            out[i] = j
    return out


def _mentions(
    out: Score,
    draft: Draft,
    gold: Sequence[tuple[Piece, Span]],
    found: Sequence[Mention],
    ids: dict[int, str],
    ignored: Sequence[Span],
) -> None:
    pairs = _match([span for _, span in gold], [mention.span for mention in found])
    for i, (piece, _) in enumerate(gold):
        if piece.optional:
            continue
        if i not in pairs:
            out.counts["missed"] += 1
            out.counts[f"missed {KINDS[piece.kind]}"] += 1
            out.wrong.append(f"{draft.name}: MISS {piece.kind} {piece.words!r}")
            continue
        out.counts["found"] += 1
        out.counts[f"found {KINDS[piece.kind]}"] += 1
        if piece.listed:
            named = {ids.get(target, "") for target in found[pairs[i]].targets}
            right = bool(named & set(piece.targets)) if piece.any_of else bool(named) and named <= set(piece.targets)
            out.counts["linked" if right else "mislinked"] += 1
            out.wrong += [] if right else [f"{draft.name}: LINK {piece.words!r} {piece.targets} {named}"]
    taken = set(pairs.values())
    for j, mention in enumerate(found):
        free = any(piece.optional and span.overlaps(mention.span) for piece, span in gold)
        if j not in taken and not free and not any(span.overlaps(mention.span) for span in ignored):
            out.counts["false"] += 1
            out.wrong.append(f"{draft.name}: FALSE {mention.kind} {mention.span.of(draft.text)!r} {mention.link}")


def _faults(piece: Piece) -> tuple[str, ...]:
    """What is to be reported of it; a mention that any of several entries fits may be called ambiguous."""
    key = ("undefined-key",) if piece.kind == "k" and "-" in piece.targets else ()
    return (piece.fault, *piece.more, *key)


def _findings(
    out: Score,
    draft: Draft,
    rule: str,
    places: Sequence[tuple[Piece, Span]],
    report: Report,
    ids: dict[int, str],
    ignored: Sequence[Span],
) -> None:
    found = [
        finding for finding in report.findings if rule in (finding.rule, rule in HEADLINE and _SAME.get(finding.rule))
    ]
    used: set[int] = set()
    for piece, span in places:
        if rule not in _faults(piece):
            continue
        if piece.kind == "e":
            hits = {j for j, x in enumerate(found) if {ids.get(target) for target in x.target} & set(piece.targets)}
        else:
            hits = {j for j, x in enumerate(found) if x.span and x.span.overlaps(span)}
        used |= hits
        if not piece.optional:
            what = "right" if hits else "missed"
            out.counts[f"{rule} {what}"] += 1
            out.counts[f"all {what}"] += rule in HEADLINE
            out.wrong += [] if hits else [f"{draft.name}: UNREPORTED {rule} {piece.words!r}"]
    for j, finding in enumerate(found):
        if rule == "ambiguous-mention" and any(
            piece.any_of and finding.span and span.overlaps(finding.span) for piece, span in places
        ):
            out.counts[f"{rule} right"] += j not in used
            continue
        free = [
            span
            for piece, span in places
            if piece.optional
            and finding.span
            and span.overlaps(finding.span)
            and (piece.kind in KINDS or piece.kind == "e")
        ]
        noted = finding.span and any(span.overlaps(finding.span) for span in ignored)
        if j not in used and not free and not noted:
            out.counts[f"{rule} false"] += 1
            out.counts["all false"] += rule in HEADLINE
            words = finding.span.of(draft.text)[:80] if finding.span else ""
            out.wrong.append(f"{draft.name}: REPORTED {rule} {words!r} {finding.message}")
