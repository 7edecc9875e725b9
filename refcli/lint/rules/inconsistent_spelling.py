"""One outlet, body or person is spelt in two ways within the list.

Why: they look like two sources, and a sorted list puts them apart.
Example: "Central Asia-Caucasus Analyst" in one entry, "Central Asia Caucasus Analyst" in the next.
Remedy: choose one spelling.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from refcli.lint.mend import replacing
from refcli.lint.types import Facts, Hit, Profile, Severity
from refcli.matching import romanised
from refcli.model import Reference
from refcli.text import fold_key

CODE = "REF207"
NAME = "inconsistent-spelling"
SEVERITY: Severity = "info"
PROFILE: Profile = "submission"
LISTLESS = False


def check(facts: Facts) -> Iterator[Hit]:
    """Names of the draft's own list that differ in signs, case, accents or romanisation only: the rarer spelling."""
    if not facts.own_list:
        return
    groups: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for entry in facts.entries:
        for key, name in _names(entry.reference):
            groups[key].append((entry.index, name))
    for group in groups.values():
        counts = Counter(name for _, name in group)
        usual = max(counts, key=lambda name: counts[name])
        seen = set[str]()
        for i, name in group:
            span = facts.entries[i].span
            if name != usual and name not in seen and span:
                seen.add(name)
                yield Hit(
                    f'"{name}" is "{usual}" elsewhere in the list',
                    span,
                    (i,),
                    replacing(facts.document, span, name, usual),
                )


def _names(reference: Reference) -> Iterator[tuple[str, str]]:
    """What the names of an entry have in common with other spellings, and the names."""
    for field in ("container-title", "publisher"):
        if name := reference.get(field):
            yield f"{field} {fold_key(name)}", name
    for person in reference.authors:
        if person.family and person.given:
            yield f"person {romanised(person.family)} {person.given[:1].casefold()}", person.family
