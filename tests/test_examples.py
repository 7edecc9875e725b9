"""The examples: their console blocks are replayed; their labels, made by hand before any code read them, are a ratchet."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from refcli.documents import Document, read
from refcli.drafts import Mention
from refcli.lint import Report, check
from tests.cli.run import Done, refcli

ROOT = Path(__file__).resolve().parents[1]
LABELS = sorted((ROOT / "tests" / "examples").glob("*.json"))
READMES = sorted((ROOT / "examples").glob("*/README.md"))
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
# What was reached: it may only get better. Entries right, mentions found, false mentions, links right, findings right, false findings.
REACHED = {"entries": 65, "found": 59, "false": 0, "linked": 59, "findings": 12, "false findings": 0}


@pytest.mark.parametrize("readme", READMES, ids=[path.parent.name for path in READMES])
def test_console_blocks(readme: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder = tmp_path / readme.parent.name
    shutil.copytree(readme.parent, folder)
    text = readme.read_text(encoding="utf-8")
    replayed = BLOCK.sub(lambda block: f"```console\n{_replay(block[1], folder)}```", text)
    if request.config.getoption("--update"):
        readme.write_text(replayed, encoding="utf-8")
        return
    assert replayed == text


def _replay(block: str, folder: Path) -> str:
    out = []
    for line in block.splitlines():
        if line.startswith("$ "):
            done = _done(line.removeprefix("$ "), folder)
            out += [
                line,
                *(done.out + done.err).rstrip("\n").splitlines(),
                *([f"(exit code {done.code})"] if done.code else []),
            ]
    return "".join(f"{line}\n" for line in out)


def _done(line: str, folder: Path) -> Done:
    """refcli itself; every other line by a shell that finds this refcli, with a git that has a name and no settings."""
    words = shlex.split(line)
    if words[0] == "refcli":
        return refcli(*words[1:], cwd=folder)
    if os.name == "nt":
        pytest.skip("needs a POSIX shell")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    person = {
        f"GIT_{who}_{what}": said
        for who in ("AUTHOR", "COMMITTER")
        for what, said in (("NAME", "Amina"), ("EMAIL", "amina@example.org"))
    }
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, **person, **settings, "PATH": path},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_labels_are_reached() -> None:
    total = dict.fromkeys(REACHED, 0)
    for path in LABELS:
        for key, value in _measure(json.loads(path.read_text(encoding="utf-8"))).items():
            total[key] += value
    print(total, file=sys.stderr)
    worse = {key for key in total if (total[key] > REACHED[key] if "false" in key else total[key] < REACHED[key])}
    assert worse == set(), total


def _measure(labels: dict[str, Any]) -> dict[str, int]:
    document = read((ROOT / labels["file"]).read_bytes(), labels["file"])
    assert isinstance(document, Document)
    report = check(document)
    unix = document.text.replace("\r\n", "\n")
    starts = {_ends(entry.text) for entry in report.entries}
    wanted = [_entry(unix, entry) for entry in labels["entries"]]
    found = {"entries": sum(words in starts for words in wanted)}
    return found | _mentions(labels, report, unix) | _findings(labels, report)


def _entry(text: str, entry: dict[str, str]) -> str:
    start = text.rindex(entry["starts"])
    words = text[start : text.index(entry["ends"], start) + len(entry["ends"])]
    return _ends(words)


def _ends(words: str) -> str:
    """How an entry begins and ends; numbers and bullets in front make no difference."""
    words = " ".join(words.split()).lstrip("[]().-•*0123456789 ").rstrip(" .")
    return words[:20] + words[-20:]


def _mentions(labels: dict[str, Any], report: Report, unix: str) -> dict[str, int]:
    crlf = "\r\n" in report.document.text
    left: list[Mention] = [mention for mention in report.mentions if mention.kind != "quotation"]
    found = linked = 0
    for label in labels["mentions"]:
        start = -1
        for _ in range(label.get("nth", 0) + 1):
            start = unix.index(label["text"], start + 1)
        end = start + len(label["text"])
        if crlf:
            start, end = start + unix.count("\n", 0, start), end + unix.count("\n", 0, end)
        hit = next((mention for mention in left if mention.span.start < end and start < mention.span.end), None)
        if hit is not None:
            left.remove(hit)
            if not label.get("optional") and label["kind"] != "quotation":
                found += 1
                linked += set(hit.targets) == set(label["target"]) or (
                    bool(hit.targets) and set(hit.targets) <= set(label["target"])
                )
    return {"found": found, "false": len(left), "linked": linked}


def _findings(labels: dict[str, Any], report: Report) -> dict[str, int]:
    left = list(labels["findings"])
    false = 0
    for finding in report.findings:
        words = finding.span.of(report.document.text).replace("\r\n", "\n") if finding.span else ""
        fits = [
            label
            for label in left
            if label["rule"] == finding.rule
            and (
                set(label["target"]) & set(finding.target)
                or (label.get("text") and (label["text"] in words or words in label["text"]))
            )
        ]
        if fits:
            left.remove(fits[0])
        else:
            false += 1
    return {"findings": len(labels["findings"]) - len(left), "false findings": false}
