"""Words in which several references follow each other on one line -> where each of them stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from refcli.data.outlets import find_outlet
from refcli.parsing.pointing.pointers import pointer
from refcli.parsing.splitting.edges import closing, opening, person
from refcli.parsing.splitting.shape import YEAR, has_date, is_prose, likeness
from refcli.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Seam(NamedTuple):
    """What may stand between two references; how surely the next must begin like one; the least length of one."""

    pattern: re.Pattern[str]
    begins: float
    least: int


_SEAMS = (
    _Seam(re.compile(r";\s+(?:(?:and|&|und|y|et)\s+)?"), 0.5, 25),
    _Seam(
        re.compile(
            r"(?<=[.\d)”\"*/\]])\s+(?=[^\W\d_a-zß-öø-ÿ]|[—–_-]{2,}[.,]|‘|“|(?:van|von|de|del|della|di|da|dos|al|el|bin|ter|ten) [^\W\d_a-zß-öø-ÿ])"
        ),
        1.0,
        45,
    ),
)
_BETWEEN = re.compile(
    r"(?:;|(?<=[.)”\"\d’»])(?=\s+[A-ZÀ-ÝА-Я]))\s+(?P<signal>(?:(?:but|and|und|et)\s+)?(?:see|cf|compare|accord|contra|vgl|siehe|voir|véase|см)\b[.,]?"
    r"(?:\s+(?:also|auch|aussi|generally|e\.\s?g\.),?)*\s+)|;\s+",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:In|The Hague|Trans|Translated|Edited|Reprinted|Originally|Part|Available|Also|Erneut|Paper|Proceedings)\b"
    r"|[^\W\d_][\w’'-]+ [A-Z]\.? (?!and |et |y |und |van |von |de )[^\W\d_A-Z]"  # Cathepsin H is
    r"|[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)?, [^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2}\.?: "  # Dordrecht, Netherlands: Kluwer
    r"|[^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)?, (?:the )?(?:[^\W\d_][\w’'-]+ )?(?:Univers|Instit|Press|Edi[tc]|Éditions|Verlag|Издательств)"  # México, Universidad
    r"|[^\d“”]{3,80}\. (?:Online\. )?(?:19|20)\d\d\. (?:Vol|vol|No|no|P|p)\."  # Br J Clin Pharmacol. 1993. Vol. 35, p. 199.
    r"|[^()\d]{3,120}\((?:[Ee]ds?|Hrsg|dir)\.?\), "  # BECKER, G. and RISSE, E. (eds.), the book that holds it
)
_BROKEN = re.compile(r"(?:^|[^\d\s–:,)-])\s+(?:\d{1,4})$|\b(?:[Ee]ds?|[Tt]rans|Hrsg|[Vv]ol|[Nn]o)\.$")
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]?$")
_NEXT = re.compile(r"[.,:]? ?(?:\(?(?:1[5-9]|20)\d\d|[“\"‘«*])")
_IN_NAMES = re.compile(
    r"(?:^|[\n.;:)\]]\s*)[^\W\d_a-z][\w'’-]+, (?:[A-Z]{1,3}\.?(?:[ -]?[A-Z]\.?)*|[^\W\d_a-z][\w'’-]+(?: [A-Z]\.?)?)\s*$"
)
"""The last of the words is a person, and a semicolon leads to the next: "Ballance, Robert A. ; Maccabe"."""
_OF_TITLES = re.compile(r"(?<![^\s(“‘\"])(?!(?:and|und|van|von|der|den|del|dos|eds|hrsg|others)\b)[a-zß-öø-ÿ]{3,}")
"""A word in lower case that no list of names has."""
_FRONT = re.compile(r"[^.(,:;“\"]{2,80}")
_MOST = 4000
"""So many characters of a line are searched; no paragraph of references is longer without a break."""


def run_on(words: str, most: int = _MOST) -> list[Span]:
    """The references in a paragraph of at most so many characters: all of it where it is one."""
    if 120 < len(words) <= most:
        for seam in _SEAMS:
            pieces = list(_pieces(words, seam))
            if len(pieces) > 1:
                return pieces
    return [Span(0, len(words))]


def in_note(words: str) -> list[Span]:
    """The references in a note or numbered item: cut at semicolons between whole ones, and where "see also", "cf." lead to the next."""
    if not 30 < len(words) <= _MOST:
        return [Span(0, len(words))]
    cuts = [Span(0, 0)]
    for match in _BETWEEN.finditer(words):
        before, behind = words[cuts[-1].end : match.start()], words[match.end() : match.end() + 400]
        if match["signal"] is None:
            if not (
                _is_reference(before, _SEAMS[0]) and _begins(behind, _SEAMS[0]) and _is_reference(behind, _SEAMS[0])
            ):
                continue
        elif not (_is_source(before) and _is_source(behind)):
            continue
        cuts.append(Span(match.start(), match.end() - len(match["signal"] or "")))
    ends = [cut.start for cut in cuts[1:]] + [len(words)]
    return [Span(cut.end, end) for cut, end in zip(cuts, ends, strict=True)]


def _is_source(words: str) -> bool:
    """A reference, or words that point to one of the notes before."""
    return pointer(words) is not None or (len(words) > 20 and likeness(words) >= 1.3 and not is_prose(words))


def _pieces(words: str, seam: _Seam) -> Iterator[Span]:
    """Cut where what lies before is a whole reference and what follows begins like one; a rest that is none joins the last."""
    cuts = [Span(0, 0)]
    for match in seam.pattern.finditer(words):
        before = words[max(cuts[-1].end, match.start() - _MOST) : match.start()]
        if _is_reference(before, seam) and _begins(words[match.end() : match.end() + 300], seam):
            cuts.append(Span(*match.span()))
    if len(cuts) > 1 and not _is_reference(words[cuts[-1].end :], seam):
        cuts.pop()
    ends = [cut.start for cut in cuts[1:]] + [len(words)]
    for cut, end in zip(cuts, ends, strict=True):
        yield Span(cut.end, end)


def _begins(words: str, seam: _Seam) -> bool:
    """A name, or quotation marks or italics behind a semicolon, and a date soon."""
    if seam.begins < 1:
        return (opening(words) >= seam.begins or words[:1] in tuple('“"‘*')) and has_date(words)
    named = person(words) >= seam.begins or _is_body(words)
    return named and not _GOES_ON.match(words) and YEAR.search(words) is not None


def _is_body(words: str) -> bool:
    """A known organisation, not a periodical; a year or a title in quotation marks is next, else it may be the publisher."""
    front = _FRONT.match(words)
    outlet = find_outlet(front[0]) if front else None
    return outlet is not None and not outlet.periodical and _NEXT.match(words, front.end() if front else 0) is not None


def _is_reference(words: str, seam: _Seam) -> bool:
    """Long enough, dated, and nothing that breaks off after an initial or a number in the middle of its words."""
    if len(words) < seam.least or not has_date(words) or likeness(words) < 1.5:
        return False
    if seam.begins < 1:
        return not _IN_NAMES.search(words)
    return closing(words) >= 0.4 and not _BROKEN.search(words) and not _only_names(words)


def _only_names(words: str) -> bool:
    """Authors and a year, the title is still to come."""
    return _DATED.search(words) is not None and len(YEAR.findall(words)) == 1 and not _OF_TITLES.search(words)
