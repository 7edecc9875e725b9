"""The store, `references.bib`: find it, read it, change it under a lock; the old file or the new one, never a torn one.

What is there already is never rewritten: changes are made of stretches of bytes, and new entries follow the layout that
the file has.
"""

from refcli.library.adding import Added, add, plan, with_keys
from refcli.library.errors import LibraryError
from refcli.library.files import check_writable, replace_file
from refcli.library.history import History, Step
from refcli.library.store import NAME, Library, Log, read_library, steps_back, undo, write

__all__ = [
    "NAME",
    "Added",
    "History",
    "Library",
    "LibraryError",
    "Log",
    "Step",
    "add",
    "check_writable",
    "plan",
    "read_library",
    "replace_file",
    "steps_back",
    "undo",
    "with_keys",
    "write",
]
