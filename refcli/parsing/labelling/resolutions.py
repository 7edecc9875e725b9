"""Labels of an entry that begins with a resolution of the United Nations -> the same, organ and number put right.

"UNSC Res 1973 (17 March 2011)": the number of a resolution looks like a year, and the organ like a person.
Source: the UN Editorial Manual, OSCOLA 4 (section 2.2) and the Bluebook (rule 21.8) on resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refcli.parsing.labelling.tokens import Token

_OPENING = re.compile(
    r"""\W*(?P<organ>(?:(?:U\.?N\.?|United\s+Nations)\s+)?(?:Security\s+Council|General\s+Assembly|Human\s+Rights\s+Council)(?=[,.])
    |UNSC|UNGA|UNHRC)[,.]?\s+(?P<title>Res(?:olution\b|\b\.?)\s*(?:No\.?\s*)?\d{1,4}(?:/\d{1,4})?(?:\s*\((?:S-|ES-)?[IVXLC]+\))?)(?![\d/])""",
    re.VERBOSE,
)


def resolution_labels(text: str, tokens: Sequence[Token], labels: Sequence[str]) -> list[str]:
    """The labels, the organ that of an author and the number that of a title where the text begins so."""
    found = _OPENING.match(text)
    if found is None:
        return list(labels)
    out = []
    for token, label in zip(tokens, labels, strict=True):
        inside = next((name for name in ("organ", "title") if found.start(name) <= token.start < found.end(name)), "")
        out.append({"organ": "author", "title": "title", "": label}[inside])
    return out
