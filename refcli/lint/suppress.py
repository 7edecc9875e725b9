"""Comments in a draft, or lines of a list beside it -> which findings the writer knows of already.

`refcli: ignore REF103 -- reason` holds for its line; alone on its line for the paragraph that follows; as a Word comment for
the paragraphs that it is about. `refcli: ignore-file REF201` holds for the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from refcli.documents import Document
from refcli.lint.selection import fits
from refcli.lint.types import Finding, Rule, Suppression
from refcli.text import Span

_SAID = re.compile(r"refcli:\s*ignore(?P<file>-file)?\b(?P<rest>.*)", re.DOTALL)
_REASON = re.compile(r"\s+(?:--|—|–)\s.*", re.DOTALL)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def in_draft(document: Document) -> tuple[Suppression, ...]:
    """What the comments of a draft suppress."""
    return tuple(_in_draft(document))


def _in_draft(document: Document) -> Iterator[Suppression]:
    for comment in document.comments:
        said = _SAID.match(comment.words)
        if said:
            region = None if said["file"] else _region(document.raw, comment.span)
            yield Suppression(_codes(_REASON.sub("", said["rest"])), region, "", comment.span)


def beside(lines: str, name: str) -> tuple[Suppression, ...]:
    """What a list beside a draft suppresses: a line is codes, and behind them words that the finding's place contains."""
    out = []
    for number, line in enumerate(lines.splitlines(), 1):
        words = line.split("#")[0].strip()
        if words:
            codes, _, rest = words.partition(" ")
            out.append(Suppression(_codes(codes), None, " ".join(rest.split()).strip('"“”'), None, f"{name}:{number}"))
    return tuple(out)


def split(
    findings: Sequence[Finding], suppressions: Sequence[Suppression], rules: Sequence[Rule]
) -> tuple[list[Finding], tuple[Suppression, ...]]:
    """The findings that stay, and the suppressions without effect; of one with several codes, those that had none."""
    used: dict[int, set[str]] = {}
    stay = []
    for finding in findings:
        hits = [i for i, said in enumerate(suppressions) if _covers(said, finding, rules)]
        for i in hits:
            used.setdefault(i, set()).add(finding.code)
        if not hits:
            stay.append(finding)
    idle = (_idle(said, used.get(i, set()), rules) for i, said in enumerate(suppressions))
    return stay, tuple(said for said in idle if said is not None)


def _idle(said: Suppression, used: set[str], rules: Sequence[Rule]) -> Suppression | None:
    """What of a suppression had no effect; what is about rules that did not run cannot be judged."""
    if not said.codes:
        return None if used else said
    ran = [code for code in said.codes if any(fits([code], rule) for rule in rules)]
    idle = tuple(code for code in ran if not any(fits([code], rule) for rule in rules if rule.CODE in used))
    return replace(said, codes=idle) if idle else None


def _covers(said: Suppression, finding: Finding, rules: Sequence[Rule]) -> bool:
    rule = next(rule for rule in rules if finding.code == rule.CODE)
    if said.codes and not fits(said.codes, rule):
        return False
    if said.words and said.words not in " ".join(finding.words.split()):
        return False
    return said.region is None or (finding.span is not None and finding.span.overlaps(said.region))


def _codes(words: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\s,;:]+", words) if word)


def _region(raw: str, span: Span) -> Span:
    """The lines that a comment stands in; the next paragraph where nothing else stands there."""
    start = raw.rfind("\n", 0, span.start) + 1
    end = raw.find("\n", span.end)
    end = len(raw) if end < 0 else end
    if span.start == span.end or raw[start : span.start].strip() or raw[span.end : end].strip():
        return Span(start, max(end, start + 1))
    words = len(raw) - len(raw[end:].lstrip())
    stop = _BLANK_LINE.search(raw, words)
    return Span(start, stop.start() if stop else len(raw))
