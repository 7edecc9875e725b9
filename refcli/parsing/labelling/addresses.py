"""Text, tokens and labels -> labels: an address is one whatever the model thinks of it, and so is its end behind a blank that broke it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refcli.parsing.labelling.tokens import Token

_BEGINS = ("http://", "https://", "www.", "ftp://", "10.")
"""What begins so is an address: the tokens leave no other reading."""
_MORE = re.compile(
    r"[-_/.=?&%#~]*[ \t]*(?:\r?\n)?[ \t]*(?!doi|https?:|www\.|10\.)([\w%~#?&=+@.,:;/!-]*[\w/=])", re.IGNORECASE
)
_FILE = re.compile(r"\.(?:pdf|s?html?|aspx?|php\d?|cfm|jsp|docx?|xml|pdx|txt)\b|[=_%]|[?&]\w", re.IGNORECASE)
_PATH = re.compile(r"/.*/|\w*[-_\d]\w*/|/\w*[-_\d]")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}\b")
_LONGEST = 400


def settle_addresses(text: str, tokens: Sequence[Token], labels: list[str]) -> None:
    """Makes the tokens of each address `url` or `doi`; changes `labels`."""
    end, name = 0, ""
    for i, token in enumerate(tokens):
        if token.start < end:
            labels[i] = name
        elif token.text.startswith(_BEGINS):
            if labels[i] not in ("url", "doi"):
                labels[i] = "doi" if token.text.startswith("10.") else "url"
            name = labels[i]
            end = _end(text, token) if name == "url" else token.end


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
    if before.rstrip()[-1:] in "/-_=?&%#" or piece[0] in "/_?&=":
        return True
    return not piece[0].isupper() and (before.rstrip().endswith(".") or (file and "/" in piece))
