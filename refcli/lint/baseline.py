"""Findings <-> a file of those that are known, so that an old draft is reported on only for what is new.

A finding is known by its file, its code and its words, not by its line: what stands above may change. JSON, sorted, for git.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from refcli.lint.types import Finding

Known = Mapping[str, Counter[tuple[str, str]]]
_LONGEST = 120


def dump(findings: Mapping[str, Iterable[Finding]]) -> str:
    """The findings of each file as the text of a baseline."""
    files = {name: Counter(map(_mark, found)) for name, found in findings.items()}
    record = {
        name: [{"code": code, "words": words, "count": count} for (code, words), count in sorted(marks.items())]
        for name, marks in sorted(files.items())
        if marks
    }
    return json.dumps({"schema": 1, "findings": record}, ensure_ascii=False, indent=2) + "\n"


def load(text: str) -> Known:
    """What a baseline says. Raises ValueError for a text that is none."""
    try:
        record = json.loads(text)["findings"]
        return {
            name: Counter({(row["code"], row["words"]): int(row["count"]) for row in rows})
            for name, rows in record.items()
        }
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no baseline of refcli ({error!r})") from error


def fresh(findings: Iterable[Finding], known: Counter[tuple[str, str]]) -> tuple[Finding, ...]:
    """The findings that are not known; of words that are there oftener than they were, the last ones."""
    left = Counter(known)
    out = []
    for finding in findings:
        mark = _mark(finding)
        if left[mark] > 0:
            left[mark] -= 1
        else:
            out.append(finding)
    return tuple(out)


def _mark(finding: Finding) -> tuple[str, str]:
    return finding.code, " ".join(finding.words.split())[:_LONGEST]
