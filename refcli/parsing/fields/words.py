"""Words as they stand in a file -> the words of a value: lines joined, hyphens at line ends mended, marks taken off."""

from __future__ import annotations

import re
import unicodedata

from refcli.parsing.fields.quotes import closes_quoted_word, opens_quoted_word

_BREAK = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n\s*(?=[^\W\d_])")
_HARD = re.compile(r"(?<=[a-zà-ÿ])\u00ad\s*|(?<=[a-zà-ÿ]) ?- (?=[a-zà-ÿ])")
_LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "\u200b": "", "\ufeff": ""}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")  # ten times as fast as str.translate, which asks of each letter
_NOTE = re.compile(r"(?<=[^\W\d_]{2}[.?!”])\d{1,3}\Z")  # "Ports of call.12": the number of a note
_MARKS = '"“”„‟«»*_'
_MARK_AND_STOP = tuple(mark + "." for mark in _MARKS)
_OPENING, _CLOSING = _MARKS + "‘'", _MARKS + "’'"


def one_line(words: str) -> str:
    """The words on one line: runs of white space become one space, a word broken at a line's end is joined, accents are composed."""
    if not words.isascii():
        words = unicodedata.normalize("NFC", _LIGATURE.sub(lambda match: _LIGATURES[match[0]], words))
    if "\n" in words:
        words = _BREAK.sub(_join, words)
    return " ".join(words.split())


def _join(match: re.Match[str]) -> str:
    """A hyphen before a capital belongs to the word ("Asia-\\nPacific"), one before a small letter to the line."""
    after = match.string[match.end() : match.end() + 1]
    return "-" if after.isupper() else ""


def title(words: str) -> str:
    """A title or a container: without the quotation and italics marks and the stop around it."""
    words = _NOTE.sub("", one_line(words).strip(" ,;:"))
    words = words[:-1] if words.endswith(_MARK_AND_STOP) else words
    while _in_marks(words):
        words = _without_end(words[1:], _CLOSING + " ,;").lstrip(" ,;")
    words = words if opens_quoted_word(words, 0, len(words)) else words.lstrip(_MARKS + " ,;")
    words = _without_end(words, _MARKS + " ,;")
    if words.endswith(".") and not words.endswith(("...", ". . .")) and not _abbreviation(words):
        words = words[:-1]
    return _HARD.sub("", words) if "\u00ad" in words else words


def _in_marks(words: str) -> bool:
    """Do marks stand around the whole?"""
    around = len(words) > 1 and words[0] in _OPENING and (words[-1] in _CLOSING or words[0] in _MARKS)
    return around and not opens_quoted_word(words, 0, len(words))


def _without_end(words: str, marks: str) -> str:
    """Without those of the marks at the end that close no quoted word."""
    while words and words[-1] in marks and not closes_quoted_word(words, 0, len(words) - 1):
        words = words[:-1]
    return words


def _abbreviation(words: str) -> bool:
    """U.S., Inc., Jr. keep their stop; a single capital too."""
    last = words.rsplit(" ", 1)[-1]
    return last.count(".") > 1 or last in ("Inc.", "Co.", "Corp.", "Ltd.", "Jr.", "Sr.", "St.", "al.")


def strip_lead(words: str, pattern: re.Pattern[str]) -> str:
    """The words without a lead such as "vol." or "pp."; the words themselves where nothing would be left."""
    line = one_line(words).strip(" ,;:")
    line = line.strip("()[]") if line.count("(") != line.count(")") or line[:1] in "([" else line
    rest = pattern.sub("", line, count=1).strip(" ,;:")
    return rest.rstrip(".") or line
