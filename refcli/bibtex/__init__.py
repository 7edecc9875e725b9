""".bib text <-> references; what is not understood stays where it is. Usable alone.

`read` gives the entries and the broken blocks with their places, `write_reference` one entry. The table of types and
fields, both ways, is `refcli/bibtex/dialect.py`; docs/library.md tells it to users.
"""

from refcli.bibtex.blocks import Block, BlockKind, split
from refcli.bibtex.reading import BadBlock, BibEntry, read
from refcli.bibtex.writing import write_reference

__all__ = ["BadBlock", "BibEntry", "Block", "BlockKind", "read", "split", "write_reference"]
