"""A title or notes that end with ", by Jim Nichol", and no author -> the title or notes, and the author."""

from __future__ import annotations

import re

from refcli.model import Names
from refcli.parsing.fields import words
from refcli.parsing.fields.names import persons_only

_PERSON = r"(?:[^\W\d_a-z][\w'’.-]*\s+){1,3}[^\W\d_a-z][\w'’-]+"
_BY = re.compile(
    rf"(?:\A|(?P<before>.{{8,}}?),\s+)by\s+(?P<names>{_PERSON}(?:(?:,|,?\s+and|\s*&)\s+{_PERSON}){{0,4}})\.?\Z",
    re.DOTALL,
)


def settle_byline(texts: dict[str, str], people: dict[str, Names], notes: list[str]) -> None:
    """Change them; a work that has an author stays as it is."""
    if "author" in people:
        return
    if (title := _BY.match(texts.get("title", ""))) and title["before"] and (names := persons_only(title["names"])):
        texts["title"], people["author"] = words.title(title["before"]), names
        return
    for note in notes:
        if (said := _BY.match(note)) and not said["before"] and (names := persons_only(said["names"])):
            people["author"] = names
            notes.remove(note)
            return
