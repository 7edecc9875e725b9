""".bib text <-> references; what is not understood stays where it is. Usable alone.

`read` gives the entries and the broken blocks with their places, `write_reference` one entry. `BibFile` is a file as it
stands, byte for byte, and `editing` makes changes of it that leave all other bytes alone:

>>> from refcli.bibtex import BibFile, editing
>>> file = BibFile.of(b"% mine\\n@book{a,\\n\\tTitle = {Old}, year=2004\\n}")
>>> (entry,) = file.find("a")
>>> file.apply(editing.set_field(file, entry, "note", "{Read}")).to_bytes()
b'% mine\\n@book{a,\\n\\tTitle = {Old}, year=2004, note={Read}\\n}'

The table of types and fields, both ways, is `refcli/bibtex/dialect.py`; docs/library.md tells it to users.
"""

from refcli.bibtex import editing
from refcli.bibtex.bibfile import BibFile, Change
from refcli.bibtex.blocks import Block, BlockKind, split
from refcli.bibtex.editing import EditError
from refcli.bibtex.encoding import EncodingError
from refcli.bibtex.fields import Field, Fields
from refcli.bibtex.layout import Layout, layout_of
from refcli.bibtex.reading import BadBlock, BibEntry, Reader, read, read_file
from refcli.bibtex.writing import entry_of, write_reference

__all__ = [
    "BadBlock",
    "BibEntry",
    "BibFile",
    "Block",
    "BlockKind",
    "Change",
    "EditError",
    "EncodingError",
    "Field",
    "Fields",
    "Layout",
    "Reader",
    "editing",
    "entry_of",
    "layout_of",
    "read",
    "read_file",
    "split",
    "write_reference",
]
