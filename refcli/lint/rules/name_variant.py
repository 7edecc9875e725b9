"""A name is spelt in another romanisation than in the list.

Why: both are right, but a reader who searches the list for the one does not find the other.
Example: "Nazarbaev" in the text, "Nazarbayev" in the list.
Remedy: write the name as the source has it, in both places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts import Cites
from refcli.lint.mend import replacing
from refcli.lint.types import Facts, Hit, Profile, Severity
from refcli.matching import romanised
from refcli.text import fold

CODE = "REF105"
NAME = "name-variant"
SEVERITY: Severity = "info"
PROFILE: Profile = "submission"
LISTLESS = False

_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")


def check(facts: Facts) -> Iterator[Hit]:
    """Mentions of one entry in which a word is a family name of it, romanised in another way."""
    for mention in facts.mentions:
        if not isinstance(mention.link, Cites) or len(mention.targets) != 1 or mention.kind == "quotation":
            continue
        families = {name.family for name in facts.entries[mention.targets[0]].reference.authors if name.family}
        spelt = {fold(family) for family in families}
        for match in _WORD.finditer(mention.span.of(facts.document.text)):
            other = next((family for family in families if _variant(match[0], family)), "")
            if other and fold(match[0]) not in spelt:
                fix = replacing(facts.document, mention.span, match[0], other)
                yield Hit(f"{match[0]} is {other} in the list", mention.span, mention.targets, fix)
                break


def _variant(word: str, family: str) -> bool:
    word = word.removesuffix("’s").removesuffix("'s")
    return word[0].isupper() and fold(word) != fold(family) and romanised(word) == romanised(family)
