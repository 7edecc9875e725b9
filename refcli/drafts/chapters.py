"""Text -> its reference lists in order: mostly one; a collection has one a chapter, under the same heading."""

from __future__ import annotations

import re

from refcli.parsing import Listing, Parsed, find_entries, parse_entries
from refcli.text import blank, fold

_HEADING = re.compile(r"^[^\w\n]*+(?:\d+(?:\.\d+)*\W+)?(?P<words>[^\W\d_][^\n]{3,60})$", re.MULTILINE)
_SAME = 5
"""Letters that headings of one kind begin with: "References", "Reference list"."""
_MOST = 30
_LEAST = 2
_WHOLE = 0.7


def find_lists(text: str) -> list[Listing]:
    """The list that the text has first, then those that are headed as it is and as good."""
    first = find_entries(text)
    if first.heading is None or first.region is None or first.doubtful:
        return [first]
    found, kind = [first], _kind(first.heading.of(text))
    while len(found) < _MOST:
        text = blank(text, [part for part in (found[-1].heading, found[-1].region) if part])
        if not kind or not any(_kind(match[0]) == kind for match in _HEADING.finditer(text)):
            break
        other = find_entries(text)
        if not (other.heading and _kind(other.heading.of(text)) == kind and _is_list(other)):
            break
        found.append(other)
    return found


def _kind(heading: str) -> str:
    match = _HEADING.search(heading)
    return fold(match["words"])[:_SAME] if match else ""


def _is_list(listing: Listing) -> bool:
    """Two entries or more, nearly all of them with somebody and a date."""
    read = [item.reference for item in parse_entries(listing.entries) if isinstance(item, Parsed)]
    whole = sum(bool(reference.issued) and bool(reference.authors) for reference in read)
    return not listing.doubtful and whole >= max(_LEAST, _WHOLE * len(listing.entries))
