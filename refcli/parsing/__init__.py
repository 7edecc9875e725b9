"""Text -> entries -> tokens -> labelled segments -> fields -> kind -> reference. Usable alone."""

from refcli.parsing.canonical import canonical
from refcli.parsing.labelling.labels import label
from refcli.parsing.labelling.segments import segments
from refcli.parsing.labelling.surety import surety
from refcli.parsing.labelling.tokens import tokenize
from refcli.parsing.parse import label_words, parse_entries, parse_entry
from refcli.parsing.splitting.entries import find_entries, lines_as_entries, works_of
from refcli.parsing.types import Entry, Listing, Parsed, Rest, Segment, Unparsed

__all__ = [
    "Entry", "Listing", "Parsed", "Rest", "Segment", "Unparsed",
    "canonical", "find_entries", "label", "label_words", "lines_as_entries", "parse_entries", "parse_entry", "segments", "surety", "tokenize", "works_of",
]  # fmt: skip
