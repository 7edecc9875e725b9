"""LaTeX -> the words that it sets, with the way back to its characters; citation commands stay as they are written.

Files that it reads in (\\input, \\include) are named, and no part of its text. Source: Lamport, LaTeX, 2nd ed. (1994), appendix C; the manuals of
natbib 8.31 and biblatex 3.20 for what names libraries and cites.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from refcli.documents.citing import COMMAND, Citation, citation
from refcli.documents.letters import SIGNS, accented
from refcli.documents.text import masked
from refcli.documents.types import Document
from refcli.documents.weave import Weave

NAME = "latex"

_TOKEN = re.compile(
    r"(?P<comment>%(?P<words>[^\n]*)(?:\n[ \t]*(?=[^ \t\r\n]))?)"
    r"|(?P<verb>\\(?:[vV]erb\*?|lstinline(?:\[[^\]\n]{0,200}\])?|mint(?:inline)?(?:\[[^\]\n]{0,200}\])?\{[^{}\n]{0,40}\})"
    r"(?:(?P<fence>[^\w\s*{\[])[^\n]*?(?P=fence)|(?=\{)))"
    r"|(?P<accent>\\(?:[`'^\"~=.](?=\s*[{\\A-Za-z])|[uvHckrdb](?![A-Za-z]))\s*(?:\{\s*\\?[^\W\d_]?\s*\}|\\[ij](?![A-Za-z])|[^\W\d_]))"
    r"|\\(?P<command>[A-Za-z@]+)\*?"
    r"|(?P<newline>\\\\(?:\[[^\]\n]{0,20}\])?)|(?P<escaped>\\[&%$#_{} ,;:!/@-])|(?P<math>\$\$?|\\[(\[])|(?P<brace>[{}])"
    r"|(?P<dash>---?)|(?P<quote>``|''|`)|(?P<tie>~)|(?P<cell>&)|(?P<blank>\n[ \t\r]*\n\s*)"
)
_OFF = re.compile(r"\\fi(?![A-Za-z])")
_SILENT = frozenset(
    """label ref eqref pageref autoref cref Cref nameref vref input include includeonly includegraphics usepackage documentclass
    bibliographystyle bibliography addbibresource printbibliography graphicspath newcommand renewcommand providecommand def let
    setlength addtolength vspace hspace setcounter addtocounter pagestyle thispagestyle hypersetup definecolor color
    index gls glspl newacronym tag lstinputlisting inputminted addcontentsline defcitealias citestyle setcitestyle cmidrule rule phantom hyphenation DeclareMathOperator geometry linespread
    fontsize selectlanguage vadjust nocite pagenumbering theoremstyle newtheorem cline""".split()  # noqa: SIM905
)
_FIRST_SILENT = frozenset(
    [
        "href",
        "hypertarget",
        "hyperlink",
        "textcolor",
        "colorbox",
        "foreignlanguage",
        "multicolumn",
        "parbox",
        "raisebox",
        "resizebox",
    ]
)
_HEADINGS = {"part": 1, "chapter": 1, "section": 1, "subsection": 2, "subsubsection": 3, "paragraph": 4, "title": 1}
_NOTES = frozenset(["footnote", "endnote", "footnotetext", "sidenote", "marginpar", "thanks"])
_DEAF = frozenset(
    """verbatim Verbatim lstlisting minted comment equation align gather multline eqnarray math displaymath tikzpicture
    filecontents filecontents* equation* align* gather* multline* algorithm algorithmic""".split()  # noqa: SIM905
)
_QUOTES = frozenset(
    ["quote", "quotation", "displayquote", "displaycquote", "foreigndisplaycquote", "blockquote", "verse"]
)
_MATH_ENDS = {"$": "$", "$$": "$$", r"\(": r"\)", r"\[": r"\]"}
_ESCAPES = {" ": " ", ",": " ", ";": " ", ":": " ", "/": "", "!": "", "-": "", "@": ""}
_AROUND = {"enquote": ("“", "”"), "textquote": ("“", "”"), "blockquote": ("“", "”"), "textsuperscript": ("^", "^")}
_DEFINED = re.compile(r"\*?\s*\\[A-Za-z@]+(?:=?\\[A-Za-z@]+|[^{}\\\n]{0,40})")
_PRE = re.compile(r"\s*pre\b\s*")
_BRACES = re.compile(
    r"(?P<address>\\(?:url|path|nolinkurl|href|lstinline(?:\[[^\]\n]{0,200}\])?)\{)[^{}\n]*\}|\\.|%[^\n]*|[{}]",
    re.DOTALL,
)
_RAISED = re.compile(r"\$\s*\^\{?\s*(\d{1,3}(?:\s*[,–-]\s*\d{1,3}){0,8})\s*\}?\s*\$")
_NAME_END = re.compile(r"\{\}|[ \t]+(?=\S)")
_SETS = {"``": "“", "''": "”", "`": "‘", "--": "–", "---": "—", "~": " ", "&": "| "}
_LIBRARY = re.compile(r"\\(?:bibliography|addbibresource|addglobalbib|addsectionbib)\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}")
_COMMENTS = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*")
_BODY = re.compile(r"\\begin\s*\{document\}")
_END = re.compile(r"\\end\s*\{document\}")
_ARGUMENT = re.compile(r"\s*\{([^{}]*)\}")
_OPTION = re.compile(r"(?:\s?\[[^\[\]\n]{0,400}\])+")
_BIBITEM = re.compile(r"\s*(?:\[(?:[^\[\]{}]|\{[^{}]*\}|\[[^\[\]]*\])*\])?\s*\{([^{}]*)\}\s*")
_HARVARDITEM = re.compile(r"\s*(?:\[[^\[\]]*\])?\s*(?:\{(?:[^{}]|\{[^{}]*\})*\}\s*){2}\{([^{}]*)\}\s*")
_PART = re.compile(r"\\(?:input|include|subfile)\s*\{([^{}]+)\}|\\(?:sub)?import\*?\s*\{([^{}]*)\}\s*\{([^{}]+)\}")
_NAMED = re.compile(r"\\nocite\s*\{([^{}]*)\}")


def document(name: str, text: str, encoding: str) -> Document:
    """The body of the file (all of it where nothing begins one); the .bib files and `\\nocite` keys that it names."""
    body, end = _BODY.search(text), _END.search(text)
    page = _Page(text, Weave(text), _braces(text))
    page.read(body.end() if body else 0, end.start() if end else len(text), page.weave)
    shown, origin = page.weave.close()
    said = _COMMENTS.sub(lambda match: match[1], text)
    libraries = [word.strip() for match in _LIBRARY.finditer(said) for word in match[1].split(",") if word.strip()]
    cited = [word.strip() for match in _NAMED.finditer(said) for word in match[1].split(",")]
    begun = _BODY.search(said)
    parts = [(match[2] or "") + (match[1] or match[3]) for match in _PART.finditer(said, begun.end() if begun else 0)]
    return Document(
        name, shown, masked(shown), NAME, encoding,
        bibliography=tuple(dict.fromkeys(word if "." in word else f"{word}.bib" for word in libraries)),
        comments=tuple(page.weave.comments), labels=tuple(page.weave.labels), cited=tuple(cited),
        parts=tuple(part if part.endswith(".tex") else f"{part}.tex" for part in dict.fromkeys(parts)), origin=origin,
    )  # fmt: skip


@dataclass(slots=True)
class _Page:
    """A file while it is read. `pairs` has the closing brace of each open one; `closers` what its closing sets."""

    raw: str
    weave: Weave
    pairs: dict[int, int] = field(default_factory=dict)
    closers: dict[int, str] = field(default_factory=dict)
    lists: list[int] = field(default_factory=list)
    endless: set[str] = field(default_factory=set)
    items: int = 0

    def read(self, at: int, end: int, into: Weave) -> None:
        """The characters from `at` to `end`, into the text or into one of its notes."""
        while at < end:
            match = _TOKEN.search(self.raw, at, end)
            into.flow(at, match.start() if match else end)
            if match is None:
                return
            at = self._token(match, into)

    def _token(self, match: re.Match[str], into: Weave) -> int:
        """What one token sets; where reading goes on."""
        start, stop = match.span()
        kind = match.lastgroup or ""
        if kind == "command":
            return self._command(match["command"], start, stop, into)
        if kind == "math":
            return self._math(match, into)
        if kind == "verb":
            return stop if match["fence"] else self.pairs.get(stop, stop - 1) + 1
        if kind == "comment":
            into.comment(start, start + 1 + len(match["words"]), match["words"])
        elif kind == "brace":
            self._close(self.closers.get(start, ""), start, into)
        elif kind in ("newline", "blank"):
            (into.line if kind == "newline" else into.paragraph)(start)
        else:
            into.put(_sign(kind, match[0]), start, stop)
        return stop

    def _close(self, words: str, at: int, into: Weave) -> None:
        if words == "\n":
            into.paragraph(at)
        else:
            into.put(words, at, at + 1)

    def _math(self, match: re.Match[str], into: Weave) -> int:
        """Formulas are no prose; a raised number is, and so is a lone sign for dollars."""
        raised = _RAISED.match(self.raw, match.start())
        if raised:
            into.put(f"^{raised[1]}^", *raised.span())
            return raised.end()
        stop = self.raw.find(_MATH_ENDS[match[0]], match.end(), match.end() + 3000)
        if stop < 0 or "\n\n" in self.raw[match.end() : stop]:
            into.put(match[0].strip("\\"), *match.span())
            return match.end()
        return stop + len(match[0])

    def _command(self, name: str, start: int, stop: int, into: Weave) -> int:
        named = None if name in _SILENT else COMMAND.match(self.raw, start)
        cited = citation(self.raw, named) if named else None
        if cited:
            return self._cite(cited, into)
        if name in SIGNS:
            return self._letter(name, start, stop, into)
        return self._layout(name, start, stop, into)

    def _cite(self, cited: Citation, into: Weave) -> int:
        """The citation as it is written; the quotation that comes with it in commands of csquotes."""
        into.copy(cited.start, cited.end)
        if cited.name.endswith("displaycquote"):
            into.paragraph(cited.end)
            into.prefix = "> "
        elif "cquote" in cited.name:
            option = _OPTION.match(self.raw, cited.end)
            brace = option.end() if option else cited.end
            if brace in self.pairs:
                into.put(" “", brace, brace + 1)
                self.closers[self.pairs[brace]] = "”"
                return brace + 1
        return cited.end

    def _layout(self, name: str, start: int, stop: int, into: Weave) -> int:
        if name in ("begin", "end"):
            return self._environment(name, start, stop, into)
        if name == "iffalse":
            off = _OFF.search(self.raw, stop)
            return off.end() if off else stop
        if name == "item":
            return self._item(start, stop, into)
        if name in ("bibitem", "harvarditem"):
            return self._bibitem(_BIBITEM if name == "bibitem" else _HARVARDITEM, start, stop, into)
        if name in _SILENT:
            defined = _DEFINED.match(self.raw, stop) if name in ("def", "let", "newcommand", "renewcommand") else None
            defined = _PRE.match(self.raw, stop) if name == "vadjust" else defined
            return self._past(defined.end() if defined else stop)
        option = _OPTION.match(self.raw, stop)
        return self._group(
            name, start, option.end() if option and self.raw[option.end() : option.end() + 1] == "{" else stop, into
        )

    def _group(self, name: str, start: int, stop: int, into: Weave) -> int:
        """A command whose argument is text: what is set before and behind it."""
        close = self.pairs.get(stop, -1)
        if close < 0:
            return stop
        if name in _HEADINGS:
            into.paragraph(start)
            into.mark("#" * _HEADINGS[name] + " ", start, stop)
            self.closers[close] = "\n"
        elif name in _NOTES and into is self.weave:
            self.read(stop + 1, close, into.note(start, close + 1))
            return close + 1
        elif name == "url":
            into.copy(stop + 1, close)
            return close + 1
        elif name in _AROUND and (name != "textsuperscript" or self.raw[stop + 1 : close].isdecimal()):
            into.put(_AROUND[name][0], start, stop)
            self.closers[close] = _AROUND[name][1]
        elif name in _FIRST_SILENT:
            return close + 1
        return stop + 1

    def _letter(self, name: str, start: int, stop: int, into: Weave) -> int:
        """A letter or sign; an empty group behind it, or else a blank, only ends its name."""
        rest = _NAME_END.match(self.raw, stop)
        end = rest.end() if rest else stop
        if SIGNS[name] == " ":
            into.space(start, end)
        else:
            into.put(SIGNS[name], start, end)
        return end

    def _environment(self, what: str, start: int, stop: int, into: Weave) -> int:
        said = _ARGUMENT.match(self.raw, stop)
        if not said:
            return stop
        name, at, begins = said[1].strip(), said.end(), what == "begin"
        into.paragraph(start)
        if begins and name in _DEAF:
            return self._deaf(name, at)
        if name in _QUOTES:
            into.prefix = "> " if begins else ""
        elif name in ("itemize", "enumerate", "description"):
            self.lists = [*self.lists, int(name == "enumerate")] if begins else self.lists[:-1]
        elif name == "thebibliography" and begins:
            into.put("# References", start, at)
            into.paragraph(at)
        return self._past(at) if begins else at

    def _deaf(self, name: str, at: int) -> int:
        """Behind the end of an environment that is no prose; where it does not end only its beginning is left out."""
        if name in self.endless:
            return at
        ending = f"\\end{{{name}}}"
        found = self.raw.find(ending, at)
        if found < 0:
            self.endless.add(name)
            return at
        return found + len(ending)

    def _item(self, start: int, stop: int, into: Weave) -> int:
        into.paragraph(start)
        number = self.lists[-1] if self.lists else 0
        into.mark(f"{number}. " if number else "- ", start, stop)
        if number:
            self.lists[-1] += 1
        return stop

    def _bibitem(self, item: re.Pattern[str], start: int, stop: int, into: Weave) -> int:
        said = item.match(self.raw, stop)
        if not said:
            return stop
        self.items += 1
        into.paragraph(start)
        into.labels.append((into.length, said[1].strip()))
        into.mark(f"[{self.items}] ", start, said.end())
        return said.end()

    def _past(self, at: int) -> int:
        """Behind the options and arguments that stand there."""
        while True:
            option = _OPTION.match(self.raw, at)
            following = option.end() if option else self.pairs.get(at, at - 1) + 1
            if following == at:
                return at
            at = following


def _sign(kind: str, words: str) -> str:
    """What a token sets that stands for itself."""
    if kind == "accent":
        return accented(words)
    if kind == "escaped":
        return _ESCAPES.get(words[1], words[1])
    return _SETS.get(words, "")


def _braces(raw: str) -> dict[int, int]:
    """The closing brace of each open one."""
    pairs, open_ones = {}, []
    for match in _BRACES.finditer(raw):
        if match["address"]:
            pairs[match.end("address") - 1] = match.end() - 1
        elif match[0] == "{":
            open_ones.append(match.start())
        elif match[0] == "}" and open_ones:
            pairs[open_ones.pop()] = match.start()
    return pairs
