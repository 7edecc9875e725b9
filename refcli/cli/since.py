"""Report, git revision -> the findings on lines that the revision did not have."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

from refcli.cli.errors import Problem
from refcli.documents import Document, read
from refcli.lint import Report
from refcli.lint.changed import changed


def since_revision(report: Report, revision: str) -> Report:
    """Only what stands on lines (in a Word file: paragraphs) that are new or changed. Raises Problem without git or revision.

    The revision's file is read as the draft is and the two are compared line by line; a draft that it does not have is all new.
    """
    path = Path(report.document.name)
    _git(
        path,
        ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"],
        f'no revision "{revision}" in this repository',
    )
    old = _git(path, ["show", f"{revision}:./{path.name}"], "")
    if old is None:
        return report
    before = read(old, report.document.name)
    touches = changed(before.raw if isinstance(before, Document) else "", report.document.raw)
    findings = tuple(finding for finding in report.findings if finding.span is not None and touches(finding.span))
    return replace(report, findings=findings)


def _git(path: Path, words: list[str], why: str) -> bytes | None:
    """What git prints in the draft's folder; None when it fails, a Problem where `why` says what that means."""
    try:
        done = subprocess.run(["git", *words], cwd=path.parent, capture_output=True, check=False)  # noqa: S607 - the user's own git
    except OSError:
        raise Problem("--since asks git, and no git was found; install it or leave --since out.") from None
    if done.returncode == 0:
        return done.stdout
    if why:
        raise Problem(f"{path}: {why if b'not a git' not in done.stderr else 'stands in no git repository'}.")
    return None
