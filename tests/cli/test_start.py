"""What a command does not need it does not import: a hook runs at each commit, and `format` in every build."""

import subprocess
import sys

import pytest

UNUSED = {
    "format": ("refcli.bibtex", "refcli.library", "refcli.documents", "refcli.parsing", "refcli.drafts", "refcli.duplicates", "yaml"),
    "cite": ("refcli.bibtex", "refcli.library", "refcli.documents", "refcli.parsing", "refcli.drafts", "refcli.duplicates", "yaml"),
    "lint": ("refcli.csl", "refcli.exchange", "dateparser", "yaml"),
    "list": ("refcli.csl", "refcli.parsing", "refcli.drafts", "dateparser", "yaml"),
}  # fmt: skip


@pytest.mark.parametrize("command", UNUSED)
def test_rooms_that_stay_shut(command: str) -> None:
    code = f"import sys; import refcli.cli.app, refcli.cli.{command}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert f"refcli.cli.{command}" in loaded
    assert not loaded & set(UNUSED[command])
