"""An address that no browser opens.

Why: the reader cannot follow it, and a link checker stops at it.
Example: "http:/example.org/report", "https://https://example.org".
Remedy: copy the address again from the browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcli.lint.types import Edit, Facts, Fix, Hit, Profile, Severity
from refcli.text import Span

CODE = "REF206"
NAME = "malformed-url"
SEVERITY: Severity = "warning"
PROFILE: Profile = "drafting"
LISTLESS = False

_WRONG = (
    (re.compile(r"\b(?P<scheme>https?)://(?:https?:?//)+(?P<rest>[^\s/<>]+)"), "this address begins twice"),
    (
        re.compile(r"\b(?P<scheme>https?)(?::/|//|:///|;//)(?!/)(?P<rest>[\w-]+(?:\.[\w-]+)+)"),
        'an address begins with "://"',
    ),
    (
        re.compile(r"\b(?P<scheme>ht?tp|htpp|hhttp|httpp)(?P<s>s?)://(?P<rest>[\w-]+(?:\.[\w-]+)+)"),
        "the address begins with a slip of the keys",
    ),
)


def check(facts: Facts) -> Iterator[Hit]:
    """Addresses of the draft's own list that are broken at their beginning (source: RFC 3986, section 3)."""
    for entry in facts.entries if facts.own_list else ():
        for pattern, why in _WRONG if entry.span else ():
            for match in pattern.finditer(entry.text):
                span = Span(*match.span()).shift(entry.span.start if entry.span else 0)
                scheme = "https" if match["scheme"] == "https" or match.groupdict().get("s") else "http"
                right = f"{scheme}://{match['rest']}"
                if right != match[0]:
                    fix = Fix(f"write {right}", (Edit(span, right),), safe=True)
                    yield Hit(why, span, (entry.index,), fix)
