"""Text, tokens and labels -> labels: an address is one whatever the model thinks of it, and so is its end behind a blank that broke it;
words behind it are none of it ("... - EU legislation")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from refcli.parsing.labelling.tokens import Token
from refcli.text import rare

_BEGINS = ("http://", "https://", "www.", "ftp://", "10.")
"""What begins so is an address: the tokens leave no other reading."""
_MORE = rare(
    r"[-_/.=?&%#~]*[ \t]*(?:\r?\n)?[ \t]*(?!doi|https?:|www\.|10\.)([\w%~#?&=+@.,:;/!-]*[\w/=])", re.IGNORECASE
)
_FILE = rare(r"\.(?:pdf|s?html?|aspx?|php\d?|cfm|jsp|docx?|xml|pdx|txt)\b|[=_%]|[?&]\w", re.IGNORECASE)
_PATH = re.compile(r"/.*/|\w*[-_\d]\w*/|/\w*[-_\d]")
_BROKEN = tuple("/-_=?&%#")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}\b")
_WORD = rare(r"(?:[^\W\d_]{2,}|[-–—|])(?:[,;:)\]]*\s|[.,;:)\]]*\Z)")
_LONGEST = 400


def settle_addresses(text: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Makes the tokens of each address `url` or `doi`, and no others; changes `labels`."""
    end, name = 0, ""
    for i, token in enumerate(tokens):
        if token.start < end:
            labels[i] = name
        elif token.text.startswith(_BEGINS):
            if labels[i] not in ("url", "doi"):
                labels[i] = "doi" if token.text.startswith("10.") else "url"
            name = labels[i]
            end = _end(text, token) if name == "url" else token.end
    if name:
        _cut_words(text, tokens, labels)


def _cut_words(text: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """What stands behind an address, from the joint of a link or a word on, is `other`, if nothing of an address follows."""
    starts = [i for i, token in enumerate(tokens) if labels[i] == "url" and token.text.startswith(_BEGINS)]
    for start, next_start in pairwise((*starts, len(tokens))):
        end = next((i for i in range(start, next_start) if labels[i] != "url"), next_start)
        cut = next((i for i in range(start + 1, end) if _ends_before(text, tokens[i])), end)
        if cut < end and not _FILE.search(rest := text[tokens[cut].start : tokens[end - 1].end]) and "/" not in rest:
            labels[cut:end] = ["other"] * (end - cut)


def _ends_before(text: str, token: Token) -> bool:
    """The joint of a Markdown link, or a word or a dash between blanks in front of which no address was broken."""
    if text.startswith("](", token.start):
        return True
    before = text[: token.start].rstrip()
    broken = before.endswith(_BROKEN) or (before.endswith(".") and token.text.islower())
    return len(before) < token.start and not broken and _WORD.match(text, token.start) is not None


def _end(text: str, token: Token) -> int:
    """Where the address ends that begins with this token."""
    end = token.end
    while (more := _MORE.match(text, end, token.start + _LONGEST)) and _goes_on(
        text[token.start : more.start(1)], more[1]
    ):
        end = more.end()
    return end


def _goes_on(before: str, piece: str) -> bool:
    """Is this piece behind a blank the end of the address, or other words?"""
    file = bool(_FILE.search(piece))
    path = file or bool(_PATH.search(piece))
    if not path or _DATE.match(piece):
        return False
    if before.rstrip().endswith(_BROKEN) or piece[0] in "/_?&=":
        return True
    return not piece[0].isupper() and (before.rstrip().endswith(".") or (file and "/" in piece))
