"""(Weitz 2006, 155; see also Cooley & Heathershaw, 2017a) -> mentions, one a work or author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from refcli.drafts.lexicon import names_institution, words_of
from refcli.drafts.lookup import YEARS, link_names, years_in
from refcli.drafts.shapes.pieces import pieces, without_lead
from refcli.drafts.shapes.shape import Scene
from refcli.drafts.strangers import credible
from refcli.drafts.types import Cites, Mention, Unknown
from refcli.text import Span, fold, rare

_GROUP = re.compile(r"[(\[]([^()\[\]]{4,600}(?:\[[^\]]{1,40}\][^()\[\]]{0,300})?)[)\]]")
_DATED = re.compile(
    r"\d{4}|n\.\s?d|forthcoming|in press|various|o\.\s?J\.|s\.\s?[fda]\.|undated|to appear", re.IGNORECASE
)
_CITE = rare(
    rf"(?P<names>[*_“\"‘«]?[^\W\d_].{{0,160}}?)(?:\s?[\[(]\d{{4}}[\])])?\s?[,:]?\s+[(]?(?P<years>{YEARS})", re.DOTALL
)
_IN_FRONT = rare(
    r"[^\W\d_a-z][\w-]+(?:\s+(?:of|for|the|and|on|de|la|para|du|des|pour|für|und|y|[^\W\d_a-z][\w-]*))+\s*[(\[]?\Z"
)
_AUTHOR_DATE = 5
"""Names with years behind them that make a draft one of author and date."""
_BEGINS_DATED = re.compile(r"\s*(?:1[5-9]|20)\d\d[a-z]?\b")
_SEE = re.compile(r"\b(?:(?:also\s+)?see(?:\s+also)?|cf\.|vgl\.|voir|véase)\s+(?=[^\W\d_a-z])")
_SMALL = rare(
    rf"\s*(?P<names>[^\W\dA-Z_][\w.’-]+(?:\s[^\W\dA-Z_][\w.’-]+)?),?\s+(?P<years>{YEARS})\s*(?:,.*)?\Z", re.DOTALL
)
"""Who writes the own name small: "hooks, 1994", "statlab n.d."."""
_GOES_ON = re.compile(r"\s+(?!and\b|in\b|cited\b|quoted\b|p\b|pp\b|ch\b|et\b|u\.|ed\b|original|emphasis)[a-z]{3,}")
"""What makes the words before it a name of something: "the Ostrow 2009 web page"."""
_MORE = rare(rf"\s*(?:and\s+|und\s+|&\s*)?(?P<years>{YEARS})")


class _Cited(NamedTuple):
    """Names, years, place; `firm`: stands where a citation stands, at the start of its piece or behind "cited in";
    `capital`: begins as a name does, and nothing but a place in the work follows the year.
    """

    names: str
    years: tuple[str, ...]
    span: Span
    firm: bool = True
    capital: bool = True


def find(scene: Scene) -> Iterator[Mention]:
    """Every author-date citation in brackets."""
    for group in _GROUP.finditer(scene.prose.text):
        if _DATED.search(group[1]):
            found = list(_cited(scene.prose.text, Span(*group.span(1))))
            listed = any(_is_listed(scene, cited) for cited in found) if len(found) > 1 else False
            for cited in (cited._replace(firm=cited.firm or (listed and cited.capital)) for cited in found):
                whole = len(found) == 1 and ";" not in group[1] and not _BEGINS_DATED.match(group[1])
                yield from _mention(scene, cited._replace(span=Span(*group.span())) if whole else cited)


def _cited(text: str, inner: Span) -> Iterator[_Cited]:
    """The citations between two brackets; years that stand alone behind a semicolon are the author's before them."""
    last: _Cited | None = None
    for span, firm in pieces(text, inner):
        words = span.of(text)
        more = _MORE.match(words)
        lead = max(without_lead(words), *(see.end() for see in _SEE.finditer(words)), 0)
        capital = _CITE.match(words, lead)
        match = capital or _SMALL.match(words)
        if more and last is not None:
            last = last._replace(years=(*last.years, *years_in(more["years"])), span=Span(last.span.start, span.end))
        elif match:
            if last is not None:
                yield last
            place = Span(span.start + match.start("names"), span.start + len(words.rstrip()))
            source = capital is not None and not _GOES_ON.match(words, match.end())
            last = _Cited(match["names"], years_in(match["years"]), place, firm and source, source)
    if last is not None:
        yield last


def _acronym(scene: Scene, cited: _Cited) -> Unknown | None:
    """ "the Economic Commission for Latin America (CEPAL, 2017)": the acronym of the body in front of the bracket."""
    name = cited.names.strip()
    if not (3 <= len(name) <= 8 and name.isupper() and name.isalpha()):
        return None
    before = _IN_FRONT.search(scene.prose.text[max(0, cited.span.start - 120) : cited.span.start])
    body = before and any(names_institution(fold(word)) for word in before[0].split())
    return (
        Unknown(name)
        if body or (len(scene.dated) >= _AUTHOR_DATE and fold(name) not in words_of("acting_acronyms"))
        else None
    )


def _is_listed(scene: Scene, cited: _Cited) -> bool:
    """Then whoever stands beside it in the same brackets, name and year, is cited too."""
    return isinstance(link_names(scene.index, cited.names, cited.years), Cites)


def _mention(scene: Scene, cited: _Cited) -> Iterator[Mention]:
    link = link_names(scene.index, cited.names, cited.years) or _acronym(scene, cited)
    if link is None or (isinstance(link, Unknown) and not (cited.firm and credible(scene, cited.names))):
        return
    yield Mention(cited.span, "parenthetical", link)
