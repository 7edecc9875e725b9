"""Markdown -> its prose: front matter, code, comments, link targets and addresses are blanked.

Source: CommonMark 0.31 (fenced code, code spans, HTML comments, links); Pandoc's `yaml_metadata_block`.
"""

from __future__ import annotations

import re

from refcli.documents.text import addresses
from refcli.text import Span, blank, lines

NAME = "markdown"
ENDINGS: tuple[str, ...] = (".md", ".markdown", ".qmd", ".rmd", ".mdown")

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\r\n]*)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TICKS = re.compile(r"`+")
_TARGET = re.compile(r"\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^\r\n][^\]\r\n]*\]:[ \t]*(\S+)", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_BIBLIOGRAPHY = re.compile(r"^bibliography:[ \t]*(.*(?:\r?\n[ \t]*-[ \t]+.*)*)", re.MULTILINE)


def prose(text: str) -> str:
    """The text, same length, with all that is no prose blank."""
    text = blank(text, [*_front(text), *_fences(text)])
    text = blank(text, [Span(*match.span()) for match in _COMMENT.finditer(text)])
    text = blank(text, _code_spans(text))
    targets = [Span(*match.span(1)) for pattern in (_TARGET, _DEFINITION) for match in pattern.finditer(text)]
    tags = [Span(*match.span()) for match in _TAG.finditer(text)]
    return blank(text, [*targets, *tags, *addresses(text)])


def bibliography(text: str) -> tuple[str, ...]:
    """The files that the front matter names as `bibliography`, as written there (one, or a YAML list)."""
    front = _FRONT.match(text)
    said = _BIBLIOGRAPHY.search(front[1]) if front else None
    if not said:
        return ()
    words = re.split(r"(?:^|\r?\n)[ \t]*-[ \t]+|,", said[1].strip().strip("[]"))
    return tuple(word.strip().strip("\"'") for word in words if word.strip())


def _front(text: str) -> list[Span]:
    match = _FRONT.match(text)
    return [Span(*match.span())] if match else []


def _fences(text: str) -> list[Span]:
    found, opened, start = [], "", 0
    for span in lines(text):
        match = _FENCE.match(text, span.start, span.end)
        if not match:
            continue
        if not opened:
            if not (match[1][0] == "`" and "`" in match[2]):
                opened, start = match[1], span.start
        elif match[1].startswith(opened) and not match[2].strip():
            found.append(Span(start, span.end))
            opened = ""
    return [*found, Span(start, len(text))] if opened else found


def _code_spans(text: str) -> list[Span]:
    """Runs of backticks and the next run of equal length; an unmatched run is text. One pass, runs remembered by length."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    following: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        following.setdefault(runs[index][1] - runs[index][0], []).append(index)
    found, index = [], 0
    while index < len(runs):
        length = runs[index][1] - runs[index][0]
        same = following[length]
        while same and same[-1] <= index:
            same.pop()
        paragraph_ends = same and "\n\n" in text[runs[index][1] : runs[same[-1]][0]]
        if same and not paragraph_ends:
            found.append(Span(runs[index][0], runs[same[-1]][1]))
            index = same[-1] + 1
        else:
            index += 1
    return found
