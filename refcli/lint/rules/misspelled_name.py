"""A name in the text differs by a letter or two from one in the list.

Why: the mention and the entry do not find each other, and an author sees the name wrong.
Example: "As Marat Yermukonov notes", where the list has Yermukanov.
Remedy: correct the one that is wrong. Romanisations of one name (Nazarbaev, Nazarbayev) are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.drafts import Misspelled
from refcli.lint.types import Facts, Severity
from refcli.text import Span

CODE = "REF102"
NAME = "misspelled-name"
SEVERITY: Severity = "error"


def check(facts: Facts) -> Iterator[tuple[str, Span | None, tuple[int, ...]]]:
    """Mentions whose name is nearly a listed one."""
    for mention in facts.mentions:
        if isinstance(mention.link, Misspelled):
            link = mention.link
            yield f'no entry is by "{link.written}"; did you mean {link.meant}?', mention.span, link.targets
