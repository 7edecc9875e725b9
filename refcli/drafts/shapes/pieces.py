"""What stands between two brackets -> its citations apart, each without the words that lead up to it ("see also")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts.lexicon import particles
from refcli.text import Span, fold, rare

# Between citations: a semicolon; "cited in"; a comma behind which another author with a year begins.
_SEPARATOR = rare(
    r"\s*;\s*|[,\s]+(?:as\s+)?(?P<via>cited|quoted|reprinted|reported|zitiert|zit\.|cité|citado)\s+(?:in|by|nach|dans|en|por)\s+"
    r"|(?<=\d)[a-z]?\s*,\s*(?:and\s+|und\s+|&\s*)?(?=[^\W\d_a-z][\w’'-]+(?:\s+(?:and|&|et al\.?|[^\W\d_a-z][\w’'-]+)){0,4},?\s+(?:1[89]|20)\d\d)"
    r"|(?<=\d)[a-z]?\s*,?\s+(?:and\s+|but\s+)?(?P<turn>(?:also\s+)?see(?:\s+also)?|contrast|compare|cf\.|but)\s+(?=[^\W\d_a-z])"
    r"|(?<=\d)[a-z]?\s+(?:and|und|y)\s+(?=[^\W\d_a-z][\w’'-]+(?:\s+(?:and|&|et al\.?|[^\W\d_a-z][\w’'-]+)){0,4},?\s+(?:1[89]|20)\d\d)"
)
_CAPITAL_LEADS = frozenset(
    ["see", "cf", "vgl", "siehe", "voir", "vease", "ver", "source", "sources", "quelle", "fuente", "data", "adapted", "based", "compare", "cited", "quoted", "also", "as", "and", "but", "both", "from", "in", "for", "e.g", "i.e", "contra", "pace", "note", "see, "]
)  # fmt: skip
_TOKEN = re.compile(r"\s*(\S+)")


def pieces(text: str, inner: Span) -> Iterator[tuple[Span, bool]]:
    """The stretches, and whether a citation must begin there: the first, and those behind a semicolon or "cited in"."""
    start, firm = inner.start, True
    for match in _SEPARATOR.finditer(text, inner.start, inner.end):
        letter = 1 if match[0][:1].isalpha() and text[match.start() - 1].isdecimal() else 0
        yield Span(start, match.start() + letter), firm
        start, firm = match.end(), bool(match["via"] or match["turn"]) or ";" in match[0]
    yield Span(start, inner.end), firm


def without_lead(words: str) -> int:
    """Where the names begin: behind small words ("see also", "e.g.,", "vgl."), but not behind a particle of the name."""
    at = 0
    while match := _TOKEN.match(words, at):
        token = fold(match[1]).strip(",.:;")
        if not token or match[1][0] in '*_“"‘«':
            break
        small = match[1][0].islower()
        if not small and token not in _CAPITAL_LEADS:
            break
        if small and token in particles() and _name_follows(words, match.end()):
            break
        at = match.end()
    return at + len(words[at:]) - len(words[at:].lstrip())


def _name_follows(words: str, at: int) -> bool:
    match = _TOKEN.match(words, at)
    if match is None:
        return False
    return match[1][0].isupper() or (fold(match[1]) in particles() and _name_follows(words, match.end()))
