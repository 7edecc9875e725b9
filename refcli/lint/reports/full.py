"""Reports -> a finding with the line of the draft, carets under the words, and how it can be mended."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.lint.mend import fixable
from refcli.lint.reports.concise import head, total
from refcli.lint.reports.look import Look, columns, fitting, printable
from refcli.lint.types import Finding, Report
from refcli.text import Source

_MARGIN = "    "


def render(reports: Sequence[Report], look: Look) -> str:
    """The findings, and a last line that counts."""
    blocks = []
    for report in reports:
        source = Source(report.document.raw, report.document.name)
        blocks += [_block(report, source, finding, look) for finding in report.findings]
    return "\n".join([*blocks, *look.wrap(total(reports))]) + "\n"


def _block(report: Report, source: Source, finding: Finding, look: Look) -> str:
    lines = look.wrap(head(source, finding, look))
    if finding.span is not None:
        shown, caret = excerpt(source, finding.span.start, finding.span.end, look.width - len(_MARGIN))
        lines += [_MARGIN + shown, _MARGIN + look.paint("1;31", caret)]
    if finding.fix is not None and fixable(report.document, finding, unsafe=True):
        option = "--fix" if finding.fix.safe else "--fix --unsafe-fixes"
        lines.append(f"{_MARGIN}{option}: {finding.fix.what}")
    return "\n".join(lines) + "\n"


def excerpt(source: Source, start: int, end: int, width: int) -> tuple[str, str]:
    """The line of a place and carets under its words, cut to so many columns around them."""
    place = source.place(start)
    line = printable(source.line(place.line).expandtabs(1)).replace("\u00a0", " ")
    first, last = place.column - 1, min(len(line), place.column - 1 + max(1, end - start))
    room = max(10, width - 2)
    left = 0 if columns(line[:last]) <= room else max(0, min(first - 10, len(line) - room))
    shown = fitting(line[left:], room)
    front, back = "…" if left else "", "…" if left + len(shown) < len(line) else ""
    under = columns(line[first : min(last, left + len(shown))])
    return front + shown + back, " " * columns(front + line[left:first]) + "^" * max(1, under)
