"""The draft mentions sources, but its reference list was not found or cannot be trusted.

Why: checked against a list that was read wrongly, most findings would be false; so nothing is checked against it.
Example: "(Weitz, 2006)" in the text and no heading such as "References".
Remedy: give the list a heading and every entry a line or a paragraph of its own, or name a library with --library.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF301"
NAME = "no-list"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = True


def check(facts: Facts) -> Iterator[Hit]:
    """One finding for the draft."""
    if facts.trouble and (facts.mentions or facts.entries):
        place = facts.mentions[0].span if facts.mentions else facts.entries[0].span
        yield Hit(f"mentions were not checked: {facts.trouble}", place)
