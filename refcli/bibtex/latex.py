"""LaTeX in a BibTeX value <-> Unicode text."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {"`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
            "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331"}  # fmt: skip
_SIGNS = {"ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı",
          "j": "ȷ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textquoteright": "’", "textquoteleft": "‘",
          "textquotedblleft": "“", "textquotedblright": "”", "S": "§", "P": "¶", "pounds": "£", "texteuro": "€", "euro": "€",
          "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textdegree": "°", "dh": "ð", "th": "þ", "DH": "Ð", "TH": "Þ", "dj": "đ", "DJ": "Đ"}  # fmt: skip
_ACCENT = re.compile(
    r"\\([`'^\"~=.]|[uvHckrdb](?![A-Za-z]))[ \t]*(?:\{[ \t]*(\\?[^\W\d_]?)[ \t]*\}|(\\?[ij](?![A-Za-z])|[^\W\d_]))"
)
_COMMAND = re.compile(r"\\([A-Za-z]+)[ \t]*(?:\{\})?")
_STYLED = {
    "textit": "i",
    "emph": "i",
    "textsl": "i",
    "textbf": "b",
    "textsc": "sc",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
_STYLE = re.compile(r"\\(" + "|".join(_STYLED) + r")\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\([&%$#_{}])")
_BRACE = re.compile(r"\\(textbraceleft|textbraceright|lbrace|rbrace)(?:\{\}|(?![A-Za-z]))")
_NEEDS_READING = re.compile(r"[\\{}~$]|--|``|''")
_ODD_SPACE = re.compile(r"[\t\r\n]|  ")
_SPACE = re.compile(r"[ \t\r\n]+")
_SPECIAL = re.compile(r"[&%$#_\\~^{}]")
_LIGATURE = re.compile(r"(-(?=-)|`(?=`)|'(?='))")
_WRITTEN = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
# To BibTeX a brace behind a backslash is a brace all the same: without its partner it has to be spelled out.
_WRITTEN_ALONE = {**_WRITTEN, "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_HOLD = {char: chr(0xE000 + i) for i, char in enumerate("&%$#_{}\\~^")}
_RELEASE = {ord(held): char for char, held in _HOLD.items()}


def to_text(value: str) -> str:
    """The text that LaTeX would set: accents composed, grouping braces gone, italics as CSL's `<i>`."""
    if not _NEEDS_READING.search(value):
        return _one_space(value)
    if "\\" not in value:
        return _one_space(_plain(value))
    value = _ESCAPED.sub(lambda match: _HOLD[match[1]], value)
    value = re.sub(r"\\textbackslash(?:\{\}|(?![A-Za-z]))", _HOLD["\\"], value)
    value = re.sub(r"\\textasciitilde(?:\{\}|(?![A-Za-z]))", _HOLD["~"], value)
    value = re.sub(r"\\textasciicircum(?:\{\}|(?![A-Za-z]))", _HOLD["^"], value)
    value = _BRACE.sub(lambda match: _HOLD["{" if match[1] in ("textbraceleft", "lbrace") else "}"], value)
    value = _ACCENT.sub(_accented, value)
    value = _STYLE.sub(lambda match: f"<{_STYLED[match[1]]}>{match[2]}</{_STYLED[match[1]]}>", value)
    value = _COMMAND.sub(lambda match: _SIGNS.get(match[1], match[0]), value)
    return _one_space(_plain(value).replace("\\ ", " ")).translate(_RELEASE)


def _plain(value: str) -> str:
    """What stands for a sign without a command: ties, dashes, quotes; braces and dollars go."""
    value = value.replace("~", "\u00a0").replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return value.replace("{", "").replace("}", "").replace("$", "")


def _one_space(value: str) -> str:
    return (_SPACE.sub(" ", value) if _ODD_SPACE.search(value) else value).strip(" ")


def _accented(match: re.Match[str]) -> str:
    letter = (match[2] or match[3] or "").lstrip("\\")
    return unicodedata.normalize("NFC", letter + _ACCENTS[match[1]]) if letter else match[0]


def from_text(text: str) -> str:
    """Text as LaTeX and BibTeX read it back: their own signs escaped, everything else as it is."""
    written = _WRITTEN if _is_balanced(text) else _WRITTEN_ALONE
    text = _SPECIAL.sub(lambda match: written.get(match[0], "\\" + match[0]), _SPACE.sub(" ", text).strip(" "))
    return _LIGATURE.sub(r"\1{}", text)


def _is_balanced(text: str) -> bool:
    depth = 0
    for char in text if "{" in text or "}" in text else "":
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0
