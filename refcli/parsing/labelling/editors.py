"""Tokens and labels -> labels: who stands first in an entry that says of nobody "ed." is its author."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.parsing.labelling.looks import look
from refcli.parsing.labelling.tokens import Token

_MORE = ("ред", "éd", "org", "orgs", "comp", "comps", "cura", "edit", "bearb", "publ", "dirs", "edts")
"""Words that speak of an editor besides those of the table."""


def settle_editors(tokens: Sequence[Token], labels: list[str]) -> None:
    """An editor at the head becomes the author where there is none and no word speaks of an editor; changes `labels`."""
    if "editor" not in labels or "author" in labels:
        return
    if next(label for label in labels if label not in ("other", "note", "idno")) != "editor":
        return
    if any(_speaks_of_editing(token.text) for token in tokens):
        return
    labels[:] = ["author" if label == "editor" else label for label in labels]


def _speaks_of_editing(word: str) -> bool:
    seen = look(word)
    return seen.brief == "edword" or seen.folded in _MORE
