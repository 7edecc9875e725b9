"""Text -> entries -> tokens -> labelled segments -> fields -> kind -> reference. Usable alone."""

from refcli.parsing.entries import find_entries
from refcli.parsing.types import Entry, Listing, Parsed, Rest, Segment, Unparsed

__all__ = ["Entry", "Listing", "Parsed", "Rest", "Segment", "Unparsed", "find_entries"]
