"""The hook as pre-commit runs it on staged drafts of each format, and the example of a workflow."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests import schemas
from tests.cli.run import refcli
from tests.documents.word import docx, paragraph

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "hook-and-ci"
SESSION = re.compile(r"^```shell-session\n(\$ git commit [^\n]*\n)(.*?)^```", re.MULTILINE | re.DOTALL)
FAULTY = "As Jon Weits notes, it is thin."
MENDED = FAULTY.replace("Weits", "Weitz")
ENTRY = "Jon Weitz. (2012, June 9). Budget troubles. Eurasia Daily Monitor."


def drafts(words: str) -> Mapping[str, bytes]:
    """A draft in each format that the hook is for."""
    texts = {
        "draft.md": f"{words}\n\n# References\n\n{ENTRY}\n",
        "the paper.txt": f"{words}\n\nReferences\n\n{ENTRY}\n",
        "page.html": f"<p>{words}</p><h2>References</h2><p>{ENTRY}</p>",
        "thesis.tex": f"{words}\n\n\\section*{{References}}\n\n{ENTRY}\n",
        "paper.typ": f"{words}\n\n= References\n\n{ENTRY}\n",
    }
    return {
        **{name: text.encode() for name, text in texts.items()},
        "report.docx": docx(*map(paragraph, [words, "References", ENTRY])),
    }


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the hook's environment, made once."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a checkout")
    return tmp_path_factory.mktemp("home")


def hook(home: Path, repository: Path, files: Mapping[str, bytes]) -> tuple[int, str]:
    """Stage the files and run the hook on what is staged; its exit code, and what it prints."""
    env = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "safe.directory",
        "GIT_CONFIG_VALUE_0": "*",
    }
    repository.mkdir(exist_ok=True)
    for name, data in files.items():
        (repository / name).write_bytes(data)
    for words in (["init", "-q"], ["add", "."]):
        subprocess.run(["git", *words], cwd=repository, check=True)
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "refcli-lint"]
    done = subprocess.run(command, cwd=repository, env=env, capture_output=True, check=False)
    text = done.stdout.decode().replace("\r\n", "\n")
    assert "\nrefcli lint" in text, text + done.stderr.decode()
    return done.returncode, text[text.index("\nrefcli lint") + 1 :]


def test_hook(home: Path, tmp_path: Path) -> None:
    others = {"notes.png": b"\x89PNG", "README.md": b"A folder of drafts.\n", "data.csv": b"a,b\n"}
    code, text = hook(home, tmp_path / "repository", {**drafts(FAULTY), **others})
    assert code == 1, text
    assert "draft.md:1:1: REF102" in text
    assert 'report.docx: paragraph 1: REF102 no entry is by "Weits"' in text
    for name in drafts(FAULTY):
        assert text.count(f"\n{name}:") == 1, text
    assert f"{len(drafts(FAULTY))} findings;" in text
    code, text = hook(home, tmp_path / "repository", drafts(MENDED))
    assert code == 0, text
    assert text.rstrip().endswith("Passed")


def test_hook_as_the_example_shows_it(home: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    repository = tmp_path / "repository"
    failed = hook(home, repository, {"draft.md": (EXAMPLE / "draft.md").read_bytes()})[1]
    refcli("lint", "draft.md", "--unsafe-fixes", "--fix", cwd=repository)
    passed = hook(home, repository, {})[1]
    readme = EXAMPLE / "README.md"
    text, runs = readme.read_text(encoding="utf-8"), iter((failed, passed))
    replayed = SESSION.sub(lambda block: f"```shell-session\n{block[1]}{next(runs).rstrip()}\n```", text)
    if request.config.getoption("--update"):
        readme.write_text(replayed, encoding="utf-8")
        return
    assert replayed == text


@pytest.mark.parametrize(
    "command",
    [
        ["pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        ["pre_commit", "validate-config", str(EXAMPLE / ".pre-commit-config.yaml")],
        ["check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(EXAMPLE / "refcli.yml")],
    ],
    ids=["manifest", "configuration", "workflow"],
)
def test_what_others_read_is_valid(command: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the workflow runs on Ubuntu, in its shell")
def test_the_workflow_writes_what_it_uploads(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    workflow = yaml.safe_load((EXAMPLE / "refcli.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["lint"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("refcli ")]
    shutil.copy(EXAMPLE / "draft.md", tmp_path)
    done = [
        subprocess.run(
            f"{sys.executable} -m {command}", shell=True, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        for command in commands
    ]
    assert [one.returncode for one in done] == [0, 1]
    upload = next(step for step in steps if step.get("uses", "").startswith("github/codeql-action/upload-sarif@"))
    log = json.loads((tmp_path / upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
    schema = json.loads(schemas.sarif(request.config).read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    found = [result["ruleId"] for result in log["runs"][0]["results"]]
    assert found == ["REF102", "REF103"]
    assert [line.split("title=")[1].split()[0] for line in done[1].stdout.splitlines()] == found
