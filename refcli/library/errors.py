"""What the store says when it cannot do its work."""

from refcli.problem import Problem


class LibraryError(Problem):
    """The library cannot be read or written; the sentence says why and what to do, and nothing was changed."""
