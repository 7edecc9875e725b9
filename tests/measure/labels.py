"""A draft with labels inside it -> the draft as a writer has it, and what is right about it.

A label is ⟦KIND TARGETS FLAGS|words⟧. KIND: p parenthetical, n narrative, o outlet-attribution, k key, m numeric, f note,
x a trap (no mention), e an entry of the list, q other words. TARGETS: ids of entries, separated by commas; "-" is not listed,
which is to be reported; "~" is not listed and need not be. Flags: "?" optional; "*" any one of the targets will do; "!year",
"!name" the fault that is to be reported; "e!" an entry that is never mentioned; "e=ID" a duplicate of that entry; "#RULE" what
another rule is to report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from refcli.lint import RULES

KINDS = {
    "p": "parenthetical",
    "n": "narrative",
    "o": "outlet-attribution",
    "k": "key",
    "m": "numeric",
    "f": "note",
}
_LABEL = re.compile(r"⟦(?P<head>[^|⟦⟧]*)\|(?P<words>[^⟦⟧]*)⟧")
_NAMES = frozenset(rule.NAME for rule in RULES)
_FAULTS = {"!year": "year-mismatch", "!name": "misspelled-name"}


@dataclass(frozen=True)
class Piece:
    """A stretch of a draft: plain words (`kind` ""), or labelled ones."""

    words: str
    kind: str = ""
    targets: tuple[str, ...] = ()
    fault: str = ""
    optional: bool = False
    any_of: bool = False
    more: tuple[str, ...] = ()

    @property
    def listed(self) -> bool:
        """Does it name something that the list has?"""
        return bool(self.targets) and not set(self.targets) & {"-", "~"}


@dataclass(frozen=True)
class Draft:
    """A labelled draft, piece by piece; `bib` is the library beside it."""

    name: str
    pieces: tuple[Piece, ...]
    bib: str = ""

    @property
    def text(self) -> str:
        """The draft as a writer has it."""
        return "".join(piece.words for piece in self.pieces)

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the listed entries, in order."""
        if self.bib:
            return tuple(re.findall(r"^@\w+\{([^,]+),", self.bib, re.MULTILINE))
        return tuple(piece.targets[0] for piece in self.pieces if piece.kind == "e")


def drafts(folder: Path) -> list[Draft]:
    """The labelled drafts of a folder."""
    return [_read(path) for path in sorted(folder.iterdir()) if path.suffix not in (".bib", ".py") and path.is_file()]


def _read(path: Path) -> Draft:
    text = path.read_text(encoding="utf-8")
    bib = path.with_suffix(".bib")
    pieces, last = [], 0
    for match in _LABEL.finditer(text):
        pieces += [Piece(text[last : match.start()]), _piece(match)]
        last = match.end()
    pieces.append(Piece(text[last:]))
    draft = Draft(path.name, tuple(pieces), bib.read_text(encoding="utf-8") if bib.exists() else "")
    _check(draft)
    return draft


def _piece(match: re.Match[str]) -> Piece:
    head, words = match["head"].strip(), match["words"]
    fault = next((name for sign, name in _FAULTS.items() if sign in head), "")
    more = tuple(re.findall(r"#([a-z-]+)", head))
    head = re.sub(r"!(?:year|name)|#[a-z-]+", "", head).strip()
    kind, rest = head[0], head[1:].strip()
    if kind == "e":
        of = re.fullmatch(r"([!?]|=\S+)?\s*(\S+)", rest)
        assert of, match[0]
        mark = of[1] or ""
        fault = "uncited-entry" if mark == "!" else "duplicate-entry" if mark.startswith("=") else ""
        return Piece(words, "e", (of[2], *([mark[1:]] if mark.startswith("=") else [])), fault, mark == "?", more=more)
    targets = tuple(part for part in rest.strip("?* ").split(",") if part)
    if "-" in targets and not fault:
        fault = "unlisted-mention"
    return Piece(words, kind, targets, fault, "?" in rest, "*" in rest, more)


def _check(draft: Draft) -> None:
    assert "⟦" not in draft.text, draft.name
    assert "⟧" not in draft.text, draft.name
    known = {*draft.entries, "-", "~"}
    for piece in draft.pieces:
        assert all(rule in _NAMES for rule in piece.more), (draft.name, piece)
        strange = set(piece.targets) - known
        assert not strange, (draft.name, piece)
