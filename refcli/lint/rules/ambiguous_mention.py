"""A mention fits more than one entry.

Why: the reader cannot tell which work is meant.
Example: "According to Roger McDermott", where the list has two works of his.
Remedy: give the year, the date or the title: "Roger McDermott (2004)".
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.drafts import Ambiguous
from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF104"
NAME = "ambiguous-mention"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False


def check(facts: Facts) -> Iterator[Hit]:
    """Mentions with several candidates, one finding each; entries that are duplicates of each other are one work."""
    for mention in facts.mentions:
        if isinstance(mention.link, Ambiguous) and mention.kind != "quotation":
            which = [_brief(facts, i) for i in mention.link.targets]
            if len(set(which)) > 1:
                yield Hit(
                    f"may mean {', '.join(which[:-1])} or {which[-1]}; give the year or the title",
                    mention.span,
                    mention.link.targets,
                )


def _brief(facts: Facts, i: int) -> str:
    reference = facts.entries[i].reference
    who = reference.authors[0].full_family if reference.authors else reference.get("title")[:30]
    return f"{who} {reference.issued or 'n.d.'}".strip()
