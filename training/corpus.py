"""Labelled references (JSON lines) -> tokens with a label each, by the conventions of the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from refcli.parsing.segments import trim
from refcli.parsing.tokens import Token, tokenize
from refcli.text import Span


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def labelled(segments: Iterable[tuple[str, str]]) -> tuple[list[Token], list[str]]:
    """Segments -> tokens and labels. Joints that lost their space get one back."""
    text, spans = "", []
    for name, words in segments:
        if text and words and text[-1].isalnum() and words[0].isalnum():
            text += " "
        spans.append((name, Span(len(text), len(text) + len(words))))
        text += words
    tokens = tokenize(text)
    labels = ["other"] * len(tokens)
    for index, (name, span) in enumerate(spans):
        label = _label(name, span.of(text), first=index == 0)
        inner = trim(text, span, label)
        if label in ("editor", "container") and (lead := re.match(r"in:?\s+", inner.of(text), re.IGNORECASE)):
            inner = trim(text, Span(inner.start + lead.end(), inner.end), label)
        for i, token in enumerate(tokens):
            if label != "other" and inner.start <= token.start < inner.end:
                labels[i] = label
    return tokens, labels


def _label(name: str, words: str, *, first: bool) -> str:
    """The number that an entry bears in its list is no report number."""
    if name == "number" and first and re.fullmatch(r"\W*\w{0,4}\W*", words):
        return "other"
    if name == "note" and re.fullmatch(_FROM, words.strip(" :.,"), re.IGNORECASE):
        return "other"
    return name


_FROM = r"(?:retrieved|available)(?: online)?(?: from| at)?|url|doi"
