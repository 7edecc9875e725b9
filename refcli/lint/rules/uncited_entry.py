"""An entry of the draft's own list is never mentioned.

Why: a list of references has what the text uses; what is not used misleads.
Example: an entry by Weitz, and no Weitz in the text.
Remedy: mention it, drop it, or head the list "Further reading". Lists of further reading, and libraries that several
drafts share, are not checked; where most of a list is unused, one finding says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from refcli.lint.types import Facts, Hit, Profile, Severity

CODE = "REF201"
NAME = "uncited-entry"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False
MANY = 4


def check(facts: Facts) -> Iterator[Hit]:
    """Entries that no mention means and whose author or outlet the prose never names."""
    if not facts.own_list or not facts.mentions:
        return
    used = {i for mention in facts.mentions for i in mention.targets} | facts.named
    used |= {later for later, earlier in facts.twins.items() if earlier in used}
    unused = [entry for entry in facts.entries if entry.index not in used]
    if len(unused) >= MANY and len(unused) > len(facts.entries) / 2:
        message = f"{len(unused)} of {len(facts.entries)} entries are never mentioned in the text"
        yield Hit(message, unused[0].span, tuple(entry.index for entry in unused))
        return
    for entry in unused:
        yield Hit("this entry is never mentioned in the text", entry.span, (entry.index,))
