"""Reports -> how often each rule reported, and how often in 1,000 words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from refcli.lint.types import Report


def statistics(reports: Sequence[Report]) -> str:
    """One line a rule, the most frequent first."""
    counts = Counter((finding.code, finding.rule) for report in reports for finding in report.findings)
    words = sum(len(report.document.prose.split()) for report in reports)
    lines = [
        f"{count:>5}  {code}  {name:<22}{1000 * count / max(words, 1):>8.2f} per 1,000 words"
        for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "".join(f"{line}\n" for line in [*lines, f"{counts.total():>5}  in {words:,} words"])
