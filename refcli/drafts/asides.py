"""Prose -> the stretches in which a draft speaks of itself: thanks, its authors, how to cite it, whose views it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.text import Span

_THANKS = r"acknowledge?ments?|acknowledg(?:e?ments?) and [a-z ]{3,40}|thanks|danksagung|dank|remerciements|agradecimientos|agradecimentos"
_PEOPLE = (
    r"(?:about|notes? on) (?:the |this |our )?(?:authors?|contributors?|editors?|writers?)|author (?:contributions?|information|note|bio(?:graphy|graphies)?)s?"
    r"|contributors|über (?:den autor|die autorin|die autoren)|à propos (?:de l['’]auteure?|des auteurs)|sobre (?:el autor|la autora|los autores)"
)
_DUTIES = r"funding(?: statement)?|(?:declaration of )?(?:conflicts? of|competing) interests?(?: statement)?|disclosures?(?: statement)?|disclaimer"
_CITED_SO = r"(?:recommended|suggested|preferred) citation|cite (?:this (?:\w+ )?)?as|how to cite(?: this [\w ]{3,30})?|please cite(?: this [\w ]{3,30})? as|to cite this \w+"
_ABOUT = rf"(?:{_THANKS}|{_PEOPLE}|{_DUTIES}|{_CITED_SO})"
_SECTION = re.compile(
    rf"^[ \t]*+(?P<mark>#{{1,6}})?[ \t*_]*+(?:\d{{1,2}}\.?[ \t]+)?{_ABOUT}[ \t*_]*+:?[ \t*_#]*+\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_PARAGRAPH = re.compile(
    rf"^[ \t>*_]*+{_ABOUT}[*_]*+[:.](?=[ \t*_]+\S)[^\n]*(?:\n[^\n]*\S[^\n]*)*", re.IGNORECASE | re.MULTILINE
)
_NOT_THEIRS = re.compile(
    r"\b(?:not|nor)\s+(?:necessarily\s+|in any way\s+)?(?:to\s+)?(?:be\s+)?(?:represent|reflect|attributed|those of|the views?|the opinions?)\b[^.]*+\.",
    re.IGNORECASE,
)
_VIEWS = re.compile(r"\b(?:views?|opinions?|findings|conclusions?|interpretations?)\b", re.IGNORECASE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]*\S", re.MULTILINE)
_BARE_HEADING = re.compile(r"\n[ \t\r]*\n[ \t]*[^\W_a-z][^\n.!?;,]{1,70}\r?\n[ \t\r]*\n")
_LONGEST = 4000
_SENTENCE = 400


def asides(text: str) -> Iterator[Span]:
    """Sections under such a heading, paragraphs that begin so, sentences that say whose views these are not."""
    for match in _SECTION.finditer(text):
        after = (_HEADING if match["mark"] else _BARE_HEADING).search(text, match.end())
        end = after.start() if after else len(text)
        yield Span(match.start(), min(end, match.start() + _LONGEST))
    yield from (Span(*match.span()) for match in _PARAGRAPH.finditer(text))
    for match in _NOT_THEIRS.finditer(text):
        reach = max(0, match.start() - _SENTENCE)
        start = max(reach, *(text.rfind(end, reach, match.start()) + 1 for end in (".", "\n\n")))
        if _VIEWS.search(text, start, match.start()):
            yield Span(start, match.end())
