"""Labelled references (JSON lines) -> tokens with a label each, by the conventions of the reader.

The sets differ: in one, volume and issue are one segment and "Accessed 3 May 2011" is a note; in another each number
stands alone. Here they become one: a number is labelled without its "vol.", a date without its "accessed".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from refcli.parsing.fields.numbers import volume
from refcli.parsing.labelling.segments import trim
from refcli.parsing.labelling.tokens import Token, tokenize
from refcli.text import Span

_FROM = re.compile(r"(?:retrieved|available)(?: online)?(?: from| at)?|url|doi", re.IGNORECASE)
_IN = re.compile(r"in:?\s+", re.IGNORECASE)
_ACCESSED = re.compile(
    r"(?:accessed|retrieved|access(?:ed)? date|last (?:accessed|visited|viewed|checked)|visited|viewed|zugriff(?: am)?|abgerufen(?: am)?|consulté(?:e)? le|page consultée le|acesso em|stand)\W*(?:on\W+)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def labelled(
    segments: Sequence[Sequence[str]], gold: Mapping[str, Any] | None = None
) -> tuple[str, list[Token], list[str]]:
    """Segments -> text, tokens and labels. Joints that lost their space get one back."""
    text, spans = "", []
    for name, words in segments:
        if text and words and text[-1].isalnum() and words[0].isalnum():
            text += " "
        spans.append((name, Span(len(text), len(text) + len(words))))
        text += words
    tokens = tokenize(text)
    labels = ["other"] * len(tokens)
    for index, (name, span) in enumerate(spans):
        for label, inner in _values(text, span, _label(name, span.of(text), first=index == 0), gold or {}):
            for i, token in enumerate(tokens):
                if label != "other" and inner.start <= token.start < inner.end:
                    labels[i] = label
    return text, tokens, labels


def _values(text: str, span: Span, label: str, gold: Mapping[str, Any]) -> Iterator[tuple[str, Span]]:
    """The values inside one segment, trimmed as the reader trims them."""
    inner = trim(text, span, label)
    if label in ("editor", "container") and (lead := _IN.match(inner.of(text))):
        inner = trim(text, Span(inner.start + lead.end(), inner.end), label)
    if label == "volume":
        yield from _volume_and_issue(text, span, gold)
    elif (
        label in ("note", "url", "date")
        and (lead := _ACCESSED.search(span.of(text)))
        and _YEAR.search(text, span.start + lead.end(), span.end)
    ):
        start = span.start + lead.start()
        if start > span.start:
            yield label, trim(text, Span(span.start, start), label)
        year = next(_YEAR.finditer(text, span.start + lead.end(), span.end))
        yield "accessed", trim(text, Span(span.start + lead.end(), year.end()), "date")
    else:
        yield label, inner


def _volume_and_issue(text: str, span: Span, gold: Mapping[str, Any]) -> Iterator[tuple[str, Span]]:
    """The numbers of a segment that may hold both; the gold values tell which, else the reader's own rule does."""
    words = span.of(text)
    values = {"volume": str(gold.get("volume", "")), "issue": str(gold.get("issue", ""))}
    if not (values["volume"] or values["issue"]) or values["volume"] == "v":
        values = dict(zip(("volume", "issue"), volume(words), strict=True))
    at = 0
    found = False
    for name in ("volume", "issue"):
        value = values[name]
        place = words.find(value, at) if value else -1
        if place >= 0:
            found, at = True, place + len(value)
            yield name, trim(text, Span(span.start + place, span.start + at), name)
    if not found:
        yield "volume", trim(text, span, "volume")


def _label(name: str, words: str, *, first: bool) -> str:
    """The number that an entry bears in its list is no report number."""
    if name in ("number", "note") and first and re.fullmatch(r"\W*\w{0,4}\W*", words):
        return "other"
    if name == "note" and _FROM.fullmatch(words.strip(" :.,")):
        return "other"
    return name
