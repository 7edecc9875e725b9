"""handmade/*.txt -> labelled references of policy kinds, written and labelled by hand; a third of them is for measuring only.

A line is `type | reference`; each value stands in braces with its label: `{author:Carter, Jimmy}, “{title:...}”`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from refcli.parsing.assemble import assemble
from refcli.parsing.labelling.segments import segments
from training.corpus import labelled

_VALUE = re.compile(r"\{(\w+):([^{}]*)\}")
_FOLDER = Path(__file__).parent / "handmade"


def references(*, measure: bool) -> Iterator[list[tuple[str, str]]]:
    """The segments of each reference: of every third one (`measure`), or of the others."""
    yield from (found for _, found in lines(measure=measure))


def lines(*, measure: bool) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """CSL type and segments."""
    for path in sorted(_FOLDER.glob("*.txt")):
        written = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        for number, line in enumerate(written):
            if (number % 3 == 2) == measure:
                kind, _, marked = line.partition(" | ")
                yield kind.strip(), parts(marked)


def parts(marked: str) -> list[tuple[str, str]]:
    """`“{title:Ports}”` -> [("other", "“"), ("title", "Ports"), ("other", "”")]."""
    out: list[tuple[str, str]] = []
    at = 0
    for match in _VALUE.finditer(marked):
        if match.start() > at:
            out.append(("other", marked[at : match.start()]))
        out.append((match[1], match[2]))
        at = match.end()
    return [*out, ("other", marked[at:])] if at < len(marked) else out


def measured() -> list[dict[str, Any]]:
    """The third for measuring, as rows that the scorer reads."""
    return [as_row(kind, found, f"handmade:{number}") for number, (kind, found) in enumerate(lines(measure=True))]


def as_row(kind: str, found: list[tuple[str, str]], key: str) -> dict[str, Any]:
    """A labelled reference as a row; its gold fields are what the reader makes of the true labels."""
    text, tokens, labels = labelled(found)
    reference, _, _ = assemble(segments(text, tokens, labels), text)
    gold = {name: value for name, value in reference.to_json().items() if name not in ("id", "custom", "type")}
    return {
        "id": key, "source": "handmade", "text": text, "segments": found, "fields": [*gold, *_SCORED],
        "gold": {**gold, "type": _DEFENSIBLE.get(kind, [kind])}, "ignore": [],
    }  # fmt: skip


_SCORED = [
    "author",
    "editor",
    "title",
    "container-title",
    "publisher",
    "publisher-place",
    "issued",
    "volume",
    "issue",
    "page",
    "URL",
    "DOI",
]
_LAWS = ["legislation", "bill", "regulation"]
_NEWS = ["article-newspaper", "article-magazine"]
_PAPERS = ["document", "report", "speech", "webpage"]
_DEFENSIBLE = {
    "article-newspaper": _NEWS, "article-magazine": _NEWS, "legislation": _LAWS, "bill": _LAWS, "regulation": _LAWS, "document": _PAPERS,
    "webpage": ["webpage", "post-weblog"], "post-weblog": ["webpage", "post-weblog"], "broadcast": ["broadcast", "webpage", "article-newspaper"],
    "interview": ["interview", "personal_communication"], "personal_communication": ["interview", "personal_communication"],
    "manuscript": ["manuscript", "personal_communication", "document"], "speech": ["speech", "interview", "document"],
    "entry-encyclopedia": ["entry", "entry-encyclopedia", "webpage"],
}  # fmt: skip
"""What else may be said of a source of that kind."""
