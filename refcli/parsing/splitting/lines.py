"""A list's lines -> what each is: blank, page number, running head, or words, with its indent and its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from refcli.parsing.splitting.edges import closing
from refcli.parsing.splitting.headings import is_list_heading
from refcli.parsing.splitting.shape import is_prose, likeness
from refcli.text import Span, lines, rare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = re.compile(
    r"""(?:\[\^(?P<foot>[^\]\s]{1,60})\]:
    | <sup>\s*[\[(]?(?P<html>\d{1,4})[\])]?\s*</sup>
    | \\?\[(?P<square>\d{1,4}[a-z]?)\\?\][.:]?
    | \\bibitem\s*(?:\[[^\]]{0,80}\])?\s*\{(?P<item>[^}\s]{1,80})\}
    | \[(?P<key>[^\W\d_][\w+.-]{0,16}(?:(?<=\+)\ )?\d{2,4}[a-z]?)\]
    | \((?P<round>\d{1,4})\)
    | \*\*(?P<bold>\d{1,4})[.)]?\*\*
    | (?P<dot>\d{1,6})(?:\\?[.)]|\.\))(?=\s|[^\W\d_]|[“"‘«])
    | \^(?P<caret>\d{1,4})\^?
    | (?P<high>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})
    | (?P<bare>\d{1,4})(?=[ \t\u00a0]+[^\W\d_a-z]|[ \t\u00a0]+["“‘«*_—–]|[^\W\d_a-zß-öø-ÿ]|[“"‘«—_])
    )[ \t\u00a0]*""",
    re.VERBOSE,
)
_BULLET = re.compile(
    r"(?:(?:[-*+•·▪◦‣●○■□➢►✓]|[–—](?![ \t\u00a0]+(?:(?:and|&)[ \t\u00a0]|\(\d{4}))|\\[-*]|o(?=[ \t\u00a0]+(?:[^\W\d_a-zß-öø-ÿ]|[—–_“‘«*])))"
    r"|[\^↑](?:[ \t\u00a0]+(?:Jump up to:?|[a-z](?=[ \t\u00a0])))*)[ \t\u00a0]+"
)
_TAGS = r"(?:p|li|div|span|td|tr|dd|dt|ol|ul|blockquote|cite)\b[^<>]{0,200}>"
_FRONT = re.compile(rf"(?:<{_TAGS}\s*|>[ \t]?)+")
_BACK = rare(rf"(?:\s*(?:</{_TAGS}|<br\s*/?>|\[?↩\ufe0e?\]?(?:\(#[^()]*\))?|\\))+$")
_BACK_ENDS = frozenset(">↩\ufe0e])\\")
_LINKS = re.compile(
    r"(?:[\s\[(|·•,;]*(?:(?:search (?:in|on) )?google scholar|cross ?ref(?: full text)?|pub ?med(?: central| abstract)*|pmc(?: free article)?"
    r"|web of science|scopus|mathscinet|article|abstract|pdf|full[ -]?text|view (?:in |at )?(?:article|publisher)|cas|ads|medline|green version"
    r"|download (?:citation|pdf|references)|export citation|open in new tab)[\s\])|·,;]*)+",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"[\W_]*(?:(?:page|seite|p\.|s\.|стр\.)\s*)?\d{1,4}(?:\s*(?:of|/|von|\|)\s*\d{1,4})?[^\w.,;:)]*", re.IGNORECASE
)
_RANGE = rare(r"(?:[–—:,(]|\d\s?-)\Z")
"""What a number goes on from: "12-", "Marine Affairs 4:"."""
_FOLIO = re.compile(r"(?:^\d{1,4}(\W)|(\W)\d{1,4}$)")
_LAST_NUMBER = re.compile(r"\W(\d{1,3})\Z")
"""No year."""
_ALONE = re.compile(r"[\[(]?(\d{1,4})[\]).]{0,2}")
_LONG_ITEM = 14
"""No item of a list has more lines; pages have."""
_BLANK = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff\u200b"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its place, its words without indent, number and line end, and what is known of it.

    `outset` is where the words begin with their number or bullet; `width` how far from the left edge they end;
    `number` is the label in front ("12", "Smi04"), `style` how it is written ("dot", "square" ...);
    `noise` says why the line is no part of the list's words.
    """

    span: Span
    words: Span
    text: str
    outset: int
    indent: int
    width: int = 0
    number: str = ""
    style: str = ""
    mark: str = ""
    noise: str = ""

    @property
    def bullet(self) -> bool:
        """A mark in front that is no number."""
        return self.style == "bullet"


def read_lines(text: str) -> list[Line]:
    """The lines of a text, in order; together they are the text."""
    return _mark_noise(text, _number_below(list(each_line(text))))


def each_line(text: str) -> Iterator[Line]:
    """The lines one by one, none judged by its neighbours."""
    return (_line(text, span) for span in lines(text))


def _line(text: str, span: Span) -> Line:
    raw = span.of(text)
    words = raw.strip(_BLANK)
    if not words:
        return Line(span, Span(span.start, span.start), "", span.start, 0)
    start = span.start + raw.find(words)
    indent = _columns(raw[: start - span.start])
    words, start = _unwrapped(words, start)
    if not words:
        return Line(span, Span(start, start), "", start, 0)
    first = words[0]
    style, number, taken = _inline(words) if first.isalpha() and words[:2] != "o " else _mark(words)
    kept = 0 if style == "html" else taken
    width = indent + len(words)
    place = Span(start + kept, start + len(words))
    return Line(span, place, words[kept:], start, indent, width, number, style, words[:taken].strip())


def _number_below(found: list[Line]) -> list[Line]:
    """Numbers that count up, each alone on a line in front of its item, are the numbers of the lines below them.

    In each part of a list they may begin with 1 again.
    """
    chains: list[list[tuple[int, int]]] = [[]]
    for i, line in enumerate(found):
        alone = _ALONE.fullmatch(line.text) if line.style in ("", "square") and len(line.text) < 7 else None
        label = alone[1] if alone else line.number if line.style == "square" and not line.text else ""
        chain = chains[-1]
        if label == "1" and len(chain) > 1:
            chains.append([(1, i)])
        elif label == str(len(chain) + 1) and (not chain or i - chain[-1][1] <= _LONG_ITEM):
            chain.append((len(chain) + 1, i))
    if max(map(len, chains)) < 3:
        return found
    places = {i: number for chain in chains if len(chain) > 1 for number, i in chain}
    out = list(found)
    for i, number in places.items():
        below = next((j for j in range(i + 1, len(out)) if out[j].text), None)
        if below is not None and below not in places:
            out[i] = replace(out[i], noise="a number")
            out[below] = replace(out[below], number=str(number), style="apart")
    return out


def _unwrapped(words: str, start: int) -> tuple[str, int]:
    """The words without the tags, quotation signs and arrows of a web page around them; tags alone stay."""
    front, back = _FRONT.match(words), _BACK.search(words) if words[-1] in _BACK_ENDS else None
    first = front.end() if front else 0
    inside = words[first : back.start() if back and back.start() > first else None].strip(_BLANK)
    if not inside or not any(char.isalnum() for char in inside):
        return ("" if words in (">", "<br>", "<br/>", "<br />") else words), start
    return inside, start + words.find(inside, first)


def _inline(words: str) -> tuple[str, str, int]:
    """The list's name in front of the list on the same line: "Sources: ..."."""
    colon = words.find(": ", 0, 40)
    if colon < 5 or len(words) < colon + 30 or not is_list_heading(words[: colon + 1]):
        return "", "", 0
    return "inline", "", colon + 2


def _columns(blank: str) -> int:
    return sum(8 if char == "\t" else 1 for char in blank if char != "\f")


def _mark(words: str) -> tuple[str, str, int]:
    """The number or bullet in front of a line: its style, its label, its length; HTML numbers stay in the words."""
    if match := _NUMBER.match(words):
        style = match.lastgroup or ""
        label = match[style].translate(_SUPERSCRIPTS)
        year = style in ("bare", "round", "square") and len(label) == 4 and "1500" <= label <= "2099"
        alone = match.end() == len(words) and style not in ("square", "item", "foot")
        return ("", "", 0) if alone or year else (style, label, match.end())
    bullet = _BULLET.match(words)
    return ("bullet", "", bullet.end()) if bullet and bullet.end() < len(words) else ("", "", 0)


def _mark_noise(text: str, found: list[Line]) -> list[Line]:
    """Page numbers, and short lines that come again at the edges of pages (running heads)."""
    short = [
        i
        for i, line in enumerate(found)
        if not line.noise and 0 < len(line.text) <= 110 and line.style in ("", "bare", "bullet")
    ]
    why = {i: "a page number" for i in short if _is_page(found, i)}
    why |= {i: "links" for i in short if len(found[i].text) > 2 and _LINKS.fullmatch(found[i].text)}
    heads: dict[str, list[int]] = {}
    for i in short:
        if i not in why and not found[i].bullet and (key := _head(found[i])):
            heads.setdefault(key, []).append(i)
    again = {key: places for key, places in heads.items() if len(places) > 1 or _alone(found[places[0]], key)}
    for places in again.values():
        if _counts_pages(found, places):
            why.update(dict.fromkeys(places, "a running head"))
    for _ in range(2):
        for key, places in again.items():
            if sum(_at_edge(text, found, i, why, key) for i in places) >= 0.5 * len(places):
                why.update(dict.fromkeys(places, "a running head"))
    why |= {i: "a running head" for i in short if i not in why and _tops_a_page(text, found, i, why)}
    return [replace(line, noise=why[i]) if i in why else line for i, line in enumerate(found)]


def _tops_a_page(text: str, found: Sequence[Line], i: int, why: dict[int, str]) -> bool:
    """A short line set apart under a page number or break, while the words above the break stop in the middle of something."""
    if len(found[i].text) > 60 or found[i].text.endswith((".", ",")) or (i + 1 < len(found) and found[i + 1].text):
        return False
    near = [j for j in range(i - 1, max(-1, i - 6), -1) if found[j].text][:2]
    broken = "\f" in found[i].span.of(text) or bool(near and why.get(near[0]) == "a page number")
    above = next((found[j].text for j in near if j not in why), "")
    if not (broken and above and closing(above) < 0):
        return False
    return not is_list_heading(found[i].text) or _references_above(found, i, why)


def _references_above(found: Sequence[Line], i: int, why: dict[int, str]) -> bool:
    """The last lines above are of a list, which a heading of that name does not begin then."""
    lines = [found[j].text for j in range(max(0, i - 10), i) if found[j].text and j not in why][-3:]
    words = " ".join(lines)
    return len(lines) > 2 and likeness(words) >= 1.5 and not is_prose(words)


def _is_page(found: Sequence[Line], i: int) -> bool:
    """A number alone, apart from the words around it or far to the right, and not the end of a range before it."""
    line = found[i]
    words = f"{line.mark} {line.text}" if line.bullet else line.text
    if len(words) > 24 or line.style not in ("", "bullet") or not _PAGE.fullmatch(words):
        return False
    before = next((found[j].text for j in range(i - 1, max(-1, i - 4), -1) if found[j].text), "")
    apart = any(not (0 <= j < len(found)) or not found[j].text for j in (i - 1, i + 1))
    goes_on = _RANGE.search(before) is not None and words[0].isdecimal()
    return (apart or line.indent >= 20) and (line.indent >= 20 or not goes_on)


def _head(line: Line) -> str:
    """What stays the same where a running head comes again: its words without the page number."""
    words = line.mark + " " + line.text if line.style == "bare" else line.text
    if line.style == "bare" and line.words.start - line.span.start < line.indent + len(line.mark) + 3:
        return ""
    if words[:1] in tuple(",;:.)"):
        return ""
    key = " ".join(_FOLIO.sub(r"\1\2", words.strip()).split())
    return key if sum(char.isalpha() for char in key[:40]) > 3 and "://" not in key else ""


def _counts_pages(found: Sequence[Line], places: Sequence[int]) -> bool:
    """One line again and again beside a blank one, a number at its end that goes up by one or two: those of pages."""
    folios = [int(match[1]) for i in places if (match := _LAST_NUMBER.search(found[i].text))]
    return len(places) == len(folios) > 2 and all(
        1 <= after - before <= 2 and not (found[i - 1].text and found[i + 1].text)
        for (before, after), i in zip(pairwise(folios), places[1:], strict=True)
        if i + 1 < len(found)
    )


def _alone(line: Line, key: str) -> bool:
    """A running head that comes once: a list's name, or capitals, with a page number far off."""
    return len(key) < len(line.mark + line.text) and (is_list_heading(key) or key.isupper())


def _at_edge(text: str, found: Sequence[Line], i: int, why: dict[int, str], key: str) -> bool:
    """Beside a page break, a page number or other noise, or with a page number of its own set apart."""
    line = found[i]
    words = line.span.of(text).strip(_BLANK)
    folio = key != " ".join(words.split()) and (key.isupper() or "  " in words or "\t" in words or "|" in words)
    if folio or "\f" in line.span.of(text):
        return True
    for step in (-1, 1):
        near = next((j for j in range(i + step, i + 5 * step, step) if not 0 <= j < len(found) or found[j].text), i)
        if near in why or (0 <= near < len(found) and step > 0 and "\f" in found[near].span.of(text)):
            return True
    return False
