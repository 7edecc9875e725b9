"""A citation key is used that the library does not have.

Why: the citation comes out as "[?]" or as bare letters, and pandoc, BibTeX and Typst say so late or without a line.
Example: "[@weits2006]", where the library has weitz2006.
Remedy: correct the key, or add the entry to the library.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from refcli.drafts import Unknown
from refcli.lint.mend import replacing
from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF106"
NAME = "undefined-key"
SEVERITY: Severity = "error"
PROFILE: Profile = "drafting"
LISTLESS = False


def check(facts: Facts) -> Iterator[Hit]:
    """Keys that no entry bears, with the one that is nearest."""
    keys = [entry.key for entry in facts.entries if entry.key]
    for mention in facts.mentions:
        if mention.kind == "key" and isinstance(mention.link, Unknown):
            key = mention.link.name
            near = next(iter(difflib.get_close_matches(key, keys, n=1, cutoff=0.8)), "")
            hint = f"; did you mean {near}?" if near else ""
            fix = replacing(facts.document, mention.span, key, near)
            yield Hit(f'no entry has the key "{key}"{hint}', mention.span, (), fix)
