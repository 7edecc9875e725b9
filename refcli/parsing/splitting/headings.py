"""A line -> the heading that it is: of a reference list, of notes, or of something else."""

from __future__ import annotations

import re
from functools import cache

from refcli.data.loader import table
from refcli.text import fold

_ORDER = re.compile(
    r"(?:(?:\d+(?:\.\d+)*|[ivxl]{1,5}|[a-z])[.):]|\d+(?:\.\d+)*|§ ?\d*"
    r"|(?:chapter|part|section|annex|appendix) \w{1,4}[.:]?)\s+"
)
_MARKUP = re.compile(r"\{[#.:][^}]*\}|<[^>]{1,80}>")
_COMMAND = re.compile(r"\\(?:section\*?\{|chapter\*?\{|subsection\*?\{|begin\{the)([^}]*)\}(?:\{\w*\})?")
_MORE = re.compile(r"\s*[^\w' -]| - | (?=by |for |of |on |in |and |to |used|y |und |et |и )")
_ASIDE = re.compile(r"\s*\([^\W\d][^()\d]{1,30}\)?\Z")
"""What may stand in brackets behind: "Reference list (Harvard style)"."""
_SPACED = re.compile(r"(?:\w ){5,}\w")
_NOTES = frozenset((
    "notes", "endnotes", "end notes", "footnotes", "anmerkungen", "fussnoten", "notas", "notas al pie", "noten", "note",
    "notes de fin", "przypisy", "примечания", "сноски",
))  # fmt: skip
_PARTS = (
    "about the author", "about this", "acknowledg", "annex", "appendi", "author bio", "authors", "contact", "copyright",
    "corrections", "declaration", "disclaimer", "disclosure", "funding", "glossary", "index", "list of abbreviations",
    "list of figures", "list of tables", "table of", "anhang", "annexe", "anexo", "danksagung", "agradecimientos",
    "remerciements", "приложени", "благодарност", "related articles", "share this", "comments", "conflict of interest",
)  # fmt: skip
_WRAPPED = "*_=#:|~ \t\u00a0"


def heading(line: str) -> str:
    """The folded words of a line that could be a heading, without marks, numbering, colon; "" where it is too long."""
    if len(line) > 160:
        return ""
    words = fold(_COMMAND.sub(r"\1", _MARKUP.sub("", line)).strip(_WRAPPED).strip("{}()[]"))
    if _SPACED.fullmatch(words):
        words = words.replace(" ", "")
    if not 2 < len(words) <= 90:
        return ""
    numbered = _ORDER.match(words)
    return (words[numbered.end() :] if numbered and len(words) > numbered.end() + 3 else words).strip(" :.*_")


def depth(line: str) -> int:
    """The level of a Markdown heading, 0 for a line that is none."""
    level = len(line) - len(line.lstrip("#"))
    return level if level <= 6 and line[level : level + 1].isspace() else 0


def is_marked(line: str) -> bool:
    """Written as a heading: Markdown's or a wiki's signs, all bold, a colon at the end, capitals."""
    line = line.strip()
    bold = line.startswith(("**", "__")) and line.rstrip(":").endswith(("**", "__"))
    return (
        bool(depth(line))
        or bold
        or line.startswith("==")
        or line.endswith(":")
        or (line.isupper() and line.count(",") < 2)
    )


def is_list_heading(line: str, *, marked: bool = False) -> bool:
    """The name of a list in a language of the table, alone ("Works cited:") or in a heading that says more.

    `marked` says that the line is known to be a heading (it is underlined).
    """
    line = line.strip()
    words = heading(line)
    if not words or (line.endswith((".", ";", ",")) and not depth(line)):
        return False
    bare = _ASIDE.sub("", words)
    if words in _names() or (len(bare) > 8 and bare in _names()):
        return True
    if not (marked or is_marked(line)) or len(words.split()) > 12:
        return False
    return _leads(words) or any(_ends(words, name) for name in _names() if len(name) > 4)


def is_notes_heading(line: str) -> bool:
    """Notes, endnotes, footnotes: a list whose items may be remarks."""
    return heading(line) in _NOTES


def is_other_part(line: str) -> bool:
    """The heading of what usually follows a list: appendices, thanks, the author ..."""
    words = heading(line)
    whole = fold(line).strip(_WRAPPED)
    short = 0 < len(words) <= 60 and not line.rstrip().endswith((".", ",", ";"))
    return short and (words.startswith(_PARTS) or whole.startswith(_PARTS))


@cache
def _names() -> frozenset[str]:
    return frozenset(table("headings")["lists"])


def _leads(words: str) -> bool:
    """The name of a list and more words: "references, by date of publication", "sources (in English)"."""
    parts = _MORE.split(words, maxsplit=1)
    return parts[0].strip() in _names() and len(parts[0]) > 4 and (parts[0] not in ("note", "notes") or "," in words)


def _ends(words: str, name: str) -> bool:
    return words.endswith(" " + name) and len(words.split()) <= 6
