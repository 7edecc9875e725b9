"""Drafts -> the same with fixes made, or a diff that shows them."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from refcli.cli.console import note
from refcli.cli.errors import Exit, Problem
from refcli.cli.lint_files import STDIN, Checker
from refcli.cli.sources import read_bytes
from refcli.documents import Document, read
from refcli.lint.mend import mend

_ROUNDS = 5
_MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def mend_files(checker: Checker, drafts: Sequence[str], *, unsafe: bool, show: bool) -> int:
    """Make the fixes, or with `show` print them as one diff; a draft on standard input is printed mended.

    Returns 1 when `show` has something to show.
    """
    total = 0
    for name in drafts:
        document = checker.document(name)
        text, count = _mended(checker, document, unsafe=unsafe)
        total += count
        if show:
            typer.echo(_diff(document, text), nl=False)
        elif name == STDIN:
            typer.echo(text, nl=False)
        elif count:
            _write(document, text)
    if total:
        note(
            f"{total} {'finding' if total == 1 else 'findings'} {'would be' if show else ''} mended.".replace("  ", " ")
        )
    return Exit.FINDINGS if show and total else Exit.FINE


def _mended(checker: Checker, document: Document, *, unsafe: bool) -> tuple[str, int]:
    """The text when nothing is left to fix, and how many findings that mended."""
    total, findings = 0, checker.report(document).findings
    for _ in range(_ROUNDS):
        text, mended = mend(document, findings, unsafe=unsafe)
        again = read(text.encode(), document.name)
        if not mended or not isinstance(again, Document):
            break
        total += len(mended)
        document = again
        findings = checker.report(document).findings
    return document.raw, total


def _diff(document: Document, text: str) -> str:
    if text == document.raw:
        return ""
    old, new = document.raw.splitlines(keepends=True), text.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, document.name, document.name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _write(document: Document, text: str) -> None:
    """The file with the new text in its old encoding, whole or not at all; refuses where that would change other letters."""
    path, before = Path(document.name), read_bytes(document.name)
    mark = next((mark for name, mark in _MARKS.items() if name == document.encoding and before.startswith(mark)), b"")
    try:
        same = mark + document.raw.encode(document.encoding) == before
        after = mark + text.encode(document.encoding)
    except UnicodeEncodeError:
        same, after = False, b""
    if not same:
        raise Problem(
            f"{path}: has letters that its encoding ({document.encoding}) cannot keep: save it as UTF-8 first."
        )
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_bytes(after)
        fresh.chmod(path.stat().st_mode & 0o777)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise Problem(f"{path}: cannot be written: {error.strerror or error}.") from None
    sys.stdout.flush()
