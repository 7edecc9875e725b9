"""A mention gives a year in which the list has nothing by that author.

Why: either the year is wrong or the entry is missing; the reader cannot tell which.
Example: "(Weitz, 2008)", where the list has Weitz 2006 only.
Remedy: correct the year in the text or in the entry, or add the other work.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.drafts import WrongYear
from refcli.lint.mend import replacing
from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF103"
NAME = "year-mismatch"
SEVERITY: Severity = "error"
PROFILE: Profile = "drafting"
LISTLESS = False


def check(facts: Facts) -> Iterator[Hit]:
    """Mentions whose author is listed with other years only."""
    for mention in facts.mentions:
        if isinstance(mention.link, WrongYear):
            link = mention.link
            listed = f"the list has {' and '.join(link.listed)}" if link.listed else "the list has no year for it"
            message = f"the year is {link.written} here, but {listed}"
            only = link.listed[0] if len(link.listed) == 1 else ""
            yield Hit(message, mention.span, link.targets, replacing(facts.document, mention.span, link.written, only))
