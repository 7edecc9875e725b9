"""A list's lines -> what each is: blank, page number, running head, heading, or words, with its indent and its number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from refcli.data.loader import table
from refcli.text import Span, fold, lines

_NUMBER = re.compile(r"(?:\[\^?(\d{1,4}[a-z]?)\]:?|\((\d{1,4})\)|(\d{1,4})[.)](?=\s|[^\W\d_])|\^(\d{1,4})\^?|(\d{1,3})(?=[ \t\u00a0]+[^\W\d_“\"‘*]|[A-Z“\"]))[ \t\u00a0]*")
_BULLET = re.compile(r"(?:[-*+•·▪◦‣–—●○■□➢►✓]|\\-)[ \t\u00a0]+")
_PAGE = re.compile(r"[\W_]*(?:(?:page|seite|p\.|стр\.)\s*)?\d{1,4}(?:\s*(?:of|/|von|\|)\s*\d{1,4})?[\W_]*\Z", re.IGNORECASE)
_ORDER = re.compile(r"(?:\d+(?:\.\d+)*\.?|[A-ZIVX]{1,4}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its place, its words without indent, number and line end, and what is known of it."""

    span: Span
    words: Span
    text: str
    indent: int
    number: str = ""
    mark: str = ""
    noise: str = ""

    @property
    def blank(self) -> bool:
        """Nothing but space."""
        return not self.text

    @property
    def bullet(self) -> bool:
        """A mark in front that is no number."""
        return bool(self.mark) and not self.number

    @property
    def footnote(self) -> bool:
        """A Markdown footnote: [^1]: words."""
        return self.mark.startswith("[^")


def read_lines(text: str, region: Span | None = None) -> list[Line]:
    """The lines of a text, or of a part of it."""
    start, end = region or Span(0, len(text))
    plain = [_line(text, span.shift(start)) for span in lines(text[start:end])]
    return _mark_noise(plain)


def _line(text: str, span: Span) -> Line:
    raw = span.of(text)
    words = raw.strip(" \t\r\n\u00a0\f\ufeff\u200b")
    start = span.start + raw.find(words) if words else span.start
    indent = sum(8 if char == "\t" else 1 for char in raw[: start - span.start])
    number = _NUMBER.match(words)
    bullet = None if number else _BULLET.match(words)
    taken = (number or bullet).end() if number or bullet else 0  # type: ignore[union-attr]
    if number and (taken == len(words) or _is_year(number)):
        number, taken = None, 0
    label = next((group for group in number.groups() if group), "") if number else ""
    return Line(span, Span(start + taken, start + len(words)), words[taken:], indent, label, words[:taken].strip())


def _is_year(number: re.Match[str]) -> bool:
    label = next(group for group in number.groups() if group)
    return len(label) == 4 and "1500" <= label <= "2099"


def _mark_noise(found: list[Line]) -> list[Line]:
    """Page numbers, and short lines that come again and again (running heads)."""
    heads = Counter(_head(line.text) for line in found if 0 < len(line.text) <= 90 and not line.number)
    return [replace(line, noise=why) if (why := _noise(found, i, heads)) else line for i, line in enumerate(found)]


def _noise(found: list[Line], i: int, heads: Counter[str]) -> str:
    """Why a line is noise; "" for words. Noise stands apart: beside a blank line, the edge of the text, or other noise."""
    words = found[i].text
    if not words or len(words) > 90:
        return ""
    beside = [found[j].text for j in (i - 1, i + 1) if 0 <= j < len(found)]
    if len(beside) == 2 and all(beside) and not any(_PAGE.match(other) for other in beside):
        return ""
    if _PAGE.match(words) and not found[i].mark:
        return "a page number"
    letters = _head(words)
    repeated = heads[letters] >= 2 and len(letters) > 5 and not found[i].number and "://" not in words
    return "a running head" if repeated else ""


def _head(words: str) -> str:
    return "".join(char for char in words if char.isalpha())


def heading(line: str) -> str:
    """The folded words of a line that could be a heading: no marks, numbering, colon; "" for what is too long to be one."""
    words = line.strip().strip("#*_=: \t\u00a0").removeprefix("\\section").strip("{}*")
    words = _ORDER.sub("", words, count=1) if _ORDER.match(words) and len(words) > 5 else words
    return fold(words).rstrip(":.") if 2 < len(words) <= 90 else ""


def is_list_heading(line: str, following: Sequence[str] = ()) -> bool:
    """"References", "Works cited:", "References, by date of publication:" ... in the languages of the table."""
    words = heading(line)
    if not words or line.strip()[-1] in ".;" and not line.lstrip().startswith("#"):
        return False
    names = table("headings")["lists"]
    if words in names:
        return True
    marked = line.lstrip().startswith(("#", "**", "=")) or line.rstrip().endswith(":")
    lead = next((name for name in names if words.startswith(name) and not words[len(name)].isalnum()), "")
    tail = next((name for name in names if words.endswith(" " + name)), "")
    return marked and ((len(lead) > 4 and len(words.split()) <= 12) or (len(tail) > 4 and len(words.split()) <= 6))
