"""LaTeX in a BibTeX value <-> Unicode text."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from refcli.bibtex.blocks import balanced
from refcli.documents.letters import MARKS, SIGNS

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
    "mkbibemph": "i",
    "mkbibitalic": "i",
    "mkbibbold": "b",
}
_QUOTE = re.compile(r"\\(?:enquote|mkbibquote)\*?\{(" + balanced(2) + r")\}")
# Commands that only say how, not what: their words stay.
_BARE_STYLE = re.compile(
    r"\\(?:text(?:normal|rm|sf|tt|up|md)|mbox|hbox|url|path|nolinkurl|ensuremath|mathrm|uppercase|MakeUppercase)\{([^{}]*)\}"
)
_HREF = re.compile(r"\\href\{[^{}]*\}\{([^{}]*)\}")
_SWITCH = re.compile(
    r"\\(?:em|it|bf|sc|sl|rm|tt|sf|itshape|bfseries|upshape|normalfont|relax|noopsort|protect)(?![A-Za-z])[ \t]*|\\[-/]|\\noopsort\{[^{}]*\}"
)
_THIN = re.compile(r"\\[,;:! ]")
_POWER = re.compile(r"\$?\^(?:\{([^{}$]*)\}|(\w))\$?")
_STYLE = re.compile(r"\\(" + "|".join(_STYLED) + rf")\{{({balanced(2)})\}}")
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
_OPEN, _CLOSE = "\ue020", "\ue021"
_SPANS: Final = {ord(_OPEN): '<span class="nocase">', ord(_CLOSE): "</span>"}
_ENCLOSED = re.compile(rf"\{{(?!\\)({balanced(4)})\}}\Z")
_GROUP = re.compile(
    rf"\\(?:[A-Za-z]+|[^A-Za-z])[ \t]*\{{{balanced(3)}\}}|\{{\\{balanced(3)}\}}"
    rf"|(?P<before>\w*)\{{(?P<words>{balanced(3)})\}}(?P<behind>\w*)"
)
_NOCASE = re.compile(r'<span class="nocase">([^<>]*)</span>')
_ITALIC = re.compile(r"<i>([^<>{}\\]*)</i>")
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
    value = _SWITCH.sub("", value) if _SWITCH.search(value) else value
    value = _ACCENT.sub(_accented, value)
    value = _HREF.sub(r"\1", _BARE_STYLE.sub(r"\1", _QUOTE.sub("“\\1”", value)))
    value = _STYLE.sub(lambda match: f"<{_STYLED[match[1]]}>{match[2]}</{_STYLED[match[1]]}>", value)
    value = _COMMAND.sub(lambda match: SIGNS.get(match[1], match[0]), value)
    return _one_space(_THIN.sub(" ", _plain(value))).translate(_RELEASE)


def to_marked(value: str) -> str:
    """The same for a title: what braces protect from a change of case becomes CSL's `<span class="nocase">`.

    Braces around the whole are habit and protect nothing; a word of which one letter is braced is protected whole.
    """
    while whole := _ENCLOSED.match(value.strip()):
        value = whole[1]
    return to_text(_GROUP.sub(_protected, value)).translate(_SPANS) if "{" in value else to_text(value)


def _protected(match: re.Match[str]) -> str:
    if match["words"] is None:
        return match[0]
    return f"{_OPEN}{match['before']}{match['words']}{match['behind']}{_CLOSE}"


def _plain(value: str) -> str:
    """What stands for a sign without a command: ties, dashes, quotes; braces and dollars go."""
    value = value.replace("~", "\u00a0").replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return value.replace("{", "").replace("}", "").replace("$", "")


def _one_space(value: str) -> str:
    return (_SPACE.sub(" ", value) if _ODD_SPACE.search(value) else value).strip(" ")


def _accented(match: re.Match[str]) -> str:
    letter = (match[2] or match[3] or "").lstrip("\\")
    return unicodedata.normalize("NFC", letter + MARKS[match[1]]) if letter else match[0]


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


def from_marked(text: str) -> str:
    """A title with CSL's marks as LaTeX: protected words in braces, italics as \\emph."""
    out, last = [], 0
    for match in sorted((*_NOCASE.finditer(text), *_ITALIC.finditer(text)), key=lambda match: match.start()):
        command = "\\emph" if match[0].startswith("<i>") else ""
        out += [_edged(text[last : match.start()]), f"{command}{{{from_text(match[1])}}}"]
        last = match.end()
    return "".join([*out, _edged(text[last:])])


def _edged(text: str) -> str:
    """A stretch with the space at its ends kept."""
    core = text.strip(" ")
    if not core:
        return text
    start = text.index(core)
    return text[:start] + from_text(core) + text[start + len(core) :]
