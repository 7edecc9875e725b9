"""A source is mentioned that the list does not have.

Why: a reader who wants to check it finds nothing.
Example: "According to Ayan Toleuov of the Steppe Institute, ..." and no entry of that name.
Remedy: add the entry, or name the source so that it is plain which entry is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.drafts import Unknown
from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF101"
NAME = "unlisted-mention"
SEVERITY: Severity = "error"
PROFILE: Profile = "drafting"
LISTLESS = False


def check(facts: Facts) -> Iterator[Hit]:
    """Mentions outside quotations that no entry fits."""
    for mention in facts.mentions:
        if isinstance(mention.link, Unknown) and not mention.quoted and mention.kind != "key":
            yield Hit(f'"{mention.link.name}" is mentioned as a source, but no entry of the list fits', mention.span)
