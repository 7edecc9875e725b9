"""Text -> entries -> tokens -> labelled segments -> fields -> kind -> reference. Usable alone."""

from refcli.parsing.canonical import canonical
from refcli.parsing.entries import find_entries
from refcli.parsing.parse import label_words, parse_entries, parse_entry
from refcli.parsing.types import Entry, Listing, Parsed, Rest, Segment, Unparsed

__all__ = [
    "Entry", "Listing", "Parsed", "Rest", "Segment", "Unparsed",
    "canonical", "find_entries", "label_words", "parse_entries", "parse_entry",
]  # fmt: skip
