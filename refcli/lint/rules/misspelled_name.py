"""A name in the text differs by a letter or two from one in the list.

Why: the mention and the entry do not find each other, and an author sees the name wrong.
Example: "As Marat Yermukonov notes", where the list has Yermukanov.
Remedy: correct the one that is wrong. Romanisations of one name (Nazarbaev, Nazarbayev) are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.drafts import Misspelled
from refcli.lint.mend import replacing
from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF102"
NAME = "misspelled-name"
SEVERITY: Severity = "error"
PROFILE: Profile = "drafting"
LISTLESS = False


def check(facts: Facts) -> Iterator[Hit]:
    """Mentions whose name is nearly a listed one."""
    for mention in facts.mentions:
        if isinstance(mention.link, Misspelled):
            link = mention.link
            message = f'no entry is by "{link.written}"; did you mean {link.meant}?'
            yield Hit(
                message, mention.span, link.targets, replacing(facts.document, mention.span, link.written, link.meant)
            )
