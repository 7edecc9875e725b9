"""Markdown -> its prose: front matter, code, comments, link targets and addresses are blanked.

Source: CommonMark 0.31 (fenced code, code spans, HTML comments, links); Pandoc's `yaml_metadata_block`
and `fenced_divs`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from refcli.documents.text import addresses
from refcli.documents.types import Comment, Document
from refcli.text import Span, blank, lines

NAME = "markdown"

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\r\n]*)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DIVISION = re.compile(r"^ {0,3}:{3,}[^\r\n]*", re.MULTILINE)
_TICKS = re.compile(r"`+")
_TARGET = re.compile(r"\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^\r\n][^\]\r\n]*\]:[ \t]*(\S+)", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_STRONG = re.compile(r"\*\*(?:\*?(?=[^\s*])|(?<=[^\s*]\*\*)\*?)")
_NOCITE = re.compile(r"^nocite:[^\n]*(?:\n[ \t]+[^\n]*)*", re.MULTILINE)
_KEY = re.compile(r"@(\*|[\w:.#$%&+?<>~/-]*[\w])")
_CODE = re.compile(r"`r\s[^`\n]*`")
_BIBLIOGRAPHY = re.compile(r"^bibliography:[ \t]*(.*(?:\r?\n[ \t]*-[ \t]+.*)*)", re.MULTILINE)


def document(name: str, text: str, encoding: str) -> Document:
    """The text itself, with its front matter's word on libraries, and its comments."""
    front = _FRONT.match(text)
    length = front.end() if front else 0
    coded = blank(text, [Span(0, length), *_fences(text)])
    code = _code_spans(coded)
    comments = tuple(
        Comment(Span(*match.span()), match[0].removeprefix("<!--").removesuffix("-->").strip())
        for match in _COMMENT.finditer(coded)
        if not _within(code, match.start())
    )
    apart = [Span(0, length), *(comment.span for comment in comments)]
    apart += [Span(*match.span()) for match in _DIVISION.finditer(coded)]
    prose = blank(coded, apart)
    prose = blank(prose, _code_spans(prose))
    targets = [Span(*match.span(1)) for pattern in (_TARGET, _DEFINITION) for match in pattern.finditer(prose)]
    strong = [Span(*match.span()) for match in _STRONG.finditer(prose)]
    tags = [Span(*match.span()) for match in _TAG.finditer(prose)]
    prose = blank(prose, [*targets, *tags, *strong, *addresses(prose)])
    said = front[1] if front else ""
    return Document(name, text, prose, NAME, encoding, tuple(apart), _bibliography(said), comments, cited=_nocite(said))


def _bibliography(front: str) -> tuple[str, ...]:
    """The files that the front matter names as `bibliography`, as written there (one, or a YAML list)."""
    said = _BIBLIOGRAPHY.search(front)
    if not said:
        return ()
    named = _CODE.sub(lambda code: ", ".join(_paths(code[0])), said[1])
    words = re.split(r"(?:^|\r?\n)[ \t]*-[ \t]+|,", named.strip().strip("[]"))
    return tuple(word.strip().strip("\"'") for word in words if word.strip())


def _paths(code: str) -> Iterator[str]:
    """The files that an expression of R names, folders in front: `here::here("lists", "a.bib")`, `c("a.bib", "b.bib")`."""
    folders: list[str] = []
    for word in re.findall(r"[\"']([^\"']+)[\"']", code):
        folders.append(word)
        if "." in word.rsplit("/", 1)[-1]:
            yield "/".join(folders)
            folders = []


def _nocite(front: str) -> tuple[str, ...]:
    """The keys that the front matter wants listed without a mention (Pandoc's `nocite`); "*" for all."""
    said = _NOCITE.search(front)
    return tuple(match[1] for match in _KEY.finditer(said[0])) if said else ()


def _within(spans: list[Span], offset: int) -> bool:
    at = bisect_right(spans, (offset, offset)) - 1
    return at >= 0 and spans[at].start < offset < spans[at].end


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
