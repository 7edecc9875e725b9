"""A mention fits more than one entry.

Why: the reader cannot tell which work is meant.
Example: "According to Roger McDermott", where the list has two works of his.
Remedy: give the year, the date or the title: "Roger McDermott (2004)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.drafts import Ambiguous
from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF104"
NAME = "ambiguous-mention"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False

_DATA = re.compile(r"\b(?:data|figures|statistics|numbers)\b", re.IGNORECASE)
"""A body's data need not be those of one work."""


def check(facts: Facts) -> Iterator[Hit]:
    """Mentions with several candidates, one finding each; entries that are duplicates of each other are one work.

    Where notes are the list, they say which work is meant, and running text need not.
    """
    for mention in facts.mentions:
        data = mention.kind == "outlet-attribution" and _DATA.search(mention.span.of(facts.document.text))
        if isinstance(mention.link, Ambiguous) and mention.kind != "quotation" and not data:
            targets = mention.link.targets
            if facts.notes.issuperset(targets):
                continue
            which = [_brief(facts, i) for i in targets]
            if len(set(which)) < len(which):
                which = [f"{brief} ({_title(facts, i)})" for brief, i in zip(which, targets, strict=True)]
            yield Hit(
                f"may mean {', '.join(which[:-1])} or {which[-1]}; give the year or the title", mention.span, targets
            )


def _brief(facts: Facts, i: int) -> str:
    reference = facts.entries[i].reference
    who = (reference.authors[0].full_family or str(reference.authors[0])) if reference.authors else _title(facts, i)
    return f"{who} {reference.issued or 'n.d.'}".strip()


def _title(facts: Facts, i: int) -> str:
    return facts.entries[i].reference.get("title")[:30] or " ".join(facts.entries[i].text.split())[:30]
