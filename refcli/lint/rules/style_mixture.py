"""A citation is punctuated as another style would have it.

Why: a text in two styles looks patched together, and an editor sends it back.
Example: "(Cooley & Heathershaw, 2017)" in a text that otherwise writes "(Weitz and Abe 2006)".
Remedy: write it as the others are written, or let refcli cite do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refcli.drafts import Mention
from refcli.lint.types import Edit, Facts, Fix, Hit, Profile, Severity
from refcli.text import Span

CODE = "REF302"
NAME = "style-mixture"
SEVERITY: Severity = "info"
PROFILE: Profile = "submission"
LISTLESS = False

_LEAST = 5
_USUAL = 0.8
_JOINT = re.compile(r"(?<=[\w.])[ \t](?P<sign>&|and)[ \t](?=[^\W\d_a-z])")
_YEAR = re.compile(r"(?<=[^\W\d_])(?<!\d[a-z])(?P<sign>,?[ \t])(?=(?:1[89]|20)\d\d[a-z]?\b)")
_CHOICES = (
    (_JOINT, {"&": '"&"', "and": '"and"'}),
    (_YEAR, {", ": "a comma before the year", " ": "no comma before the year"}),
)


def check(facts: Facts) -> Iterator[Hit]:
    """Parenthetical mentions that part from what four in five others do: "&" or "and", a comma before the year or none."""
    spans = [mention.span for mention in facts.mentions if mention.kind == "parenthetical" and _people(facts, mention)]
    for pattern, names in _CHOICES:
        signs = [place for span in spans for place in _signs(pattern, facts.document.text, span)]
        yield from _rare(signs, names)


def _people(facts: Facts, mention: Mention) -> bool:
    """Does it cite persons? The names of bodies have an "and" of their own."""
    return bool(mention.targets) and all(
        name.family for i in mention.targets for name in facts.entries[i].reference.authors
    )


def _signs(pattern: re.Pattern[str], text: str, span: Span) -> list[tuple[str, Span, Span]]:
    return [(match["sign"], Span(*match.span("sign")), span) for match in pattern.finditer(text, *span)]


def _rare(signs: Sequence[tuple[str, Span, Span]], names: dict[str, str]) -> Iterator[Hit]:
    said = [sign for sign, _, _ in signs]
    usual = max(names, key=said.count)
    if len(said) < _LEAST or said.count(usual) < _USUAL * len(said):
        return
    for sign, place, span in signs:
        if sign != usual and sign in names:
            fix = Fix(f"write it with {names[usual]}", (Edit(place, usual),), safe=True)
            yield Hit(f"{names[sign]} here, {names[usual]} elsewhere", span, (), fix)
