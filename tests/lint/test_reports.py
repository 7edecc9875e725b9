"""Each output format against what its reader demands: schemas that others publish, escapes, places, columns."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
import xmlschema

from refcli.documents import Document, read
from refcli.lint import Finding, LintSettings, Report, check
from refcli.lint.reports import REPORTS, Look, find_report
from refcli.lint.reports.full import excerpt
from refcli.lint.reports.place import path, uri
from refcli.text import Source, Span
from tests import schemas
from tests.documents.word import docx, paragraph

NAME = "my drafts/ä, b: 100%.md"
# Characters outside the Basic Multilingual Plane (two units of UTF-16), a combining accent, CR LF, a mention over two lines.
DRAFT = (
    "\U0001f393\U0001f393 Cafe\u0301: “so” (Weitz, 2008), 100%: one, two.\r\n\r\nA claim (Abe,\r\n2009; Cole, 2011).\r\n\r\nReferences\r\n\r\n"
    "Abe, K. (2007). Straits & <navies>. London: Hurst. https://doi.org/https://doi.org/10.1000/182\r\n\r\n"
    "Cole, J. (2011). Grain, power: 100% [sic]. London: Hurst.\r\n\r\n"
    "Weitz, R. (2006). Averting a new great game. Washington Quarterly, 29(3), 155-167.\r\n"
)
ENTRIES = ["Abe, K. (2007). Straits and navies. London: Hurst.", "Cole, J. (2011). Grain and power. London: Hurst."]
WORD = docx(*map(paragraph, ["A claim (Cole, 2012).", "More (Abe, 2008).", "References", *ENTRIES]))


def report(data: str | bytes = DRAFT, name: str = NAME) -> Report:
    document = read(data.encode() if isinstance(data, str) else data, name)
    assert isinstance(document, Document)
    return check(document, None, LintSettings(profile="submission"))


def shown(form: str, *reports: Report) -> str:
    return find_report(form).render(reports or (report(),), Look())


def test_the_draft_has_what_the_tests_are_about() -> None:
    found = report()
    assert [(finding.code, finding.words) for finding in found.findings if finding.severity != "info"] == [
        ("REF103", "(Weitz, 2008)"),
        ("REF103", "Abe,\r\n2009"),
        ("REF204", "https://doi.org/https://doi.org/10.1000/182"),
    ]
    assert [(finding.code, finding.place) for finding in report(WORD, "a b.docx").findings[:2]] == [
        ("REF103", "paragraph 1"),
        ("REF103", "paragraph 2"),
    ]


def test_lines_of_concise_are_findings() -> None:
    *lines, total = shown("concise").splitlines()
    assert len(lines) == len(report().findings)
    assert lines[0] == f"{NAME}:1:16: REF103 the year is 2008 here, but the list has 2006"
    assert total.startswith(f"{len(lines)} findings; 3 mentions checked against 3 entries.")
    assert shown("concise", report(WORD, "a b.docx")).splitlines()[1] == (
        'a b.docx: paragraph 2: REF103 the year is 2008 here, but the list has 2007 ("(Abe, 2008)")'
    )


@pytest.mark.parametrize(
    ("line", "start", "end", "width", "shown", "caret"),
    [
        ("As Weits says", 3, 8, 80, "As Weits says", "   ^^^^^"),
        ("東京 Weits", 3, 8, 80, "東京 Weits", "     ^^^^^"),
        ("\U0001f393 Cafe\u0301 Weits", 8, 13, 80, "\U0001f393 Cafe\u0301 Weits", "        ^^^^^"),
        ("a\tb\u00a0c\x1b[31m", 2, 3, 80, "a b c\ufffd[31m", "  ^"),
        ("x" * 100 + " Weits", 101, 106, 40, "…" + "x" * 32 + " Weits", " " * 34 + "^^^^^"),
        ("東" * 100, 2, 4, 21, "東" * 9 + "…", "    ^^^^"),
        ("", 0, 0, 80, "", "^"),
    ],
)
def test_carets_stand_under_the_words(line: str, start: int, end: int, width: int, shown: str, caret: str) -> None:
    assert excerpt(Source(line), start, end, width) == (shown, caret)


def test_a_report_has_no_line_wider_than_the_terminal_and_no_control_characters() -> None:
    long = "x" * 300 + "\x1b[31m (Weitz, 2008).\n\n" + DRAFT
    text = find_report("full").render([report(long)], Look(60, terminal=True))
    assert max(map(len, text.splitlines())) <= 60
    assert "\x1b" not in text


def test_json_has_all_places() -> None:
    record = json.loads(shown("json"))
    assert set(record) == {"schema", "findings", "mentions", "entries"}
    assert record["schema"] == 1
    first, second = record["findings"][:2]
    assert first == {
        "file": NAME, "code": "REF103", "rule": "year-mismatch", "severity": "error",
        "message": "the year is 2008 here, but the list has 2006", "start": 15, "end": 28, "line": 1, "column": 16, "end_line": 1,
        "end_column": 29, "place": None, "target": [2],
        "fix": {
            "message": "write 2006 for 2008", "safe": False,
            "edits": [{"start": 23, "end": 27, "line": 1, "column": 24, "end_line": 1, "end_column": 28, "text": "2006"}],
        },
    }  # fmt: skip
    assert (second["line"], second["column"], second["end_line"], second["end_column"]) == (3, 10, 4, 5)
    assert all(DRAFT[row["start"] : row["end"]] == row["text"] for row in (*record["mentions"], *record["entries"]))
    assert [row["target"] for row in record["mentions"]] == [[2], [0], [1]]


def test_lines_of_jsonl_are_the_findings_of_json() -> None:
    assert list(map(json.loads, shown("jsonl").splitlines())) == json.loads(shown("json"))["findings"]


def test_github_commands_are_escaped() -> None:
    lines = shown("github").splitlines()
    assert lines[0] == (
        "::error file=my drafts/ä%2C b%3A 100%25.md,title=REF103 year-mismatch,line=1,endLine=1,col=16,endColumn=29"
        "::the year is 2008 here, but the list has 2006"
    )
    assert lines[1].startswith(
        "::error file=my drafts/ä%2C b%3A 100%25.md,title=REF103 year-mismatch,line=3,endLine=4::"
    )
    odd = Finding("REF101", "unlisted-mention", "info", "50% of\r\nit: all, so", Span(0, 1))
    assert shown("github", _with(odd)) == (
        "::notice file=a.md,title=REF101 unlisted-mention,line=1,endLine=1,col=1,endColumn=2::50%25 of%0D%0Ait: all, so\n"
    )
    assert shown("github", report(WORD, "a b.docx")).startswith(
        "::error file=a b.docx,title=REF103 year-mismatch::paragraph 1: the year is 2012 here"
    )


def _with(*findings: Finding, text: str = "x", name: str = "a.md") -> Report:
    document = read(text.encode(), name)
    assert isinstance(document, Document)
    return Report(document, findings, (), (), own_list=True)


def test_gitlab_issues_have_what_it_asks_for() -> None:
    issues = json.loads(shown("gitlab", report(), report(WORD, "./a b.docx")))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert {issue["location"]["path"] for issue in issues} == {NAME, "a b.docx"}
    assert any(issue["description"].startswith("REF103 paragraph 2: the year is 2008") for issue in issues)


def test_a_fingerprint_outlives_what_is_inserted_above() -> None:
    before = {issue["fingerprint"] for issue in json.loads(shown("gitlab"))}
    after = {issue["fingerprint"] for issue in json.loads(shown("gitlab", report("A new line.\r\n\r\n" + DRAFT)))}
    assert before == after


def test_sarif_is_valid(request: pytest.FixtureRequest) -> None:
    schema = json.loads(schemas.sarif(request.config).read_text(encoding="utf-8"))
    check_format = jsonschema.Draft7Validator.FORMAT_CHECKER
    for reports in ((report(),), (report(WORD, "a b.docx"), report()), (_with(),), ()):
        log = json.loads(find_report("sarif").render(reports, Look()))
        jsonschema.Draft4Validator(schema, format_checker=check_format).validate(log)


def test_sarif_places_lead_to_the_words() -> None:
    (run,) = json.loads(shown("sarif"))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert run["columnKind"] == "unicodeCodePoints"
    for result, finding in zip(run["results"], report().findings, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == finding.code
        location = result["locations"][0]["physicalLocation"]
        assert unquote(location["artifactLocation"]["uri"]) == NAME
        assert _words(location["region"]) == finding.words
    (change,) = run["results"][0]["fixes"][0]["artifactChanges"]
    assert [(_words(edit["deletedRegion"]), edit["insertedContent"]["text"]) for edit in change["replacements"]] == [
        ("2008", "2006")
    ]


def _words(region: dict[str, int]) -> str:
    """What stands in a region by its lines and columns."""
    lines = DRAFT.splitlines(keepends=True)[region["startLine"] - 1 : region["endLine"]]
    lines[-1] = lines[-1][: region["endColumn"] - 1]
    words = "".join(lines)[region["startColumn"] - 1 :]
    assert words == DRAFT[region["charOffset"] : region["charOffset"] + region["charLength"]]
    return words


def test_sarif_of_a_word_file_names_its_places() -> None:
    (run,) = json.loads(shown("sarif", report(WORD, "a b.docx")))["runs"]
    first = run["results"][0]
    assert first["message"]["text"].startswith("paragraph 1: ")
    assert first["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "a%20b.docx"}, "region": {"startLine": 1}},
            "logicalLocations": [{"name": "paragraph 1"}],
        }
    ]
    assert not any("fixes" in result for result in run["results"])


@pytest.mark.parametrize(
    ("name", "there", "address"),
    [
        ("a.md", "a.md", "a.md"),
        ("./a b.md", "a b.md", "a%20b.md"),
        ("drafts\\ä.md", "drafts/ä.md", "drafts/%C3%A4.md"),
        ("../x#1?.md", "../x#1?.md", "../x%231%3F.md"),
        ("a:b.md", "a:b.md", "a%3Ab.md"),
        ("/home/me/ä b.md", "/home/me/ä b.md", "file:///home/me/%C3%A4%20b.md"),
        ("C:\\My Drafts\\a.md", "C:/My Drafts/a.md", "file:///C:/My%20Drafts/a.md"),
        ("-", "-", "-"),
    ],
)
def test_names_of_files(name: str, there: str, address: str) -> None:
    assert (path(name), uri(name)) == (there, address)


def test_junit_is_valid(request: pytest.FixtureRequest) -> None:
    schema = xmlschema.XMLSchema(str(schemas.junit(request.config)))
    odd = Finding("REF101", "unlisted-mention", "error", 'a "b" <c> & \x00\x1b', Span(0, 1))
    for reports in ((report(), report(WORD, "a b.docx")), (_with(), _with(odd)), ()):
        text = find_report("junit").render(reports, Look())
        schema.validate(text)


def test_junit_counts_what_it_holds() -> None:
    clean = _with(name="clean & quiet.md")
    root = ET.fromstring(shown("junit", report(), clean))
    suites: list[Any] = list(root)
    assert [suite.get("name") for suite in suites] == [NAME, "clean & quiet.md"]
    for suite in suites:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
    assert root.get("tests") == str(sum(int(suite.get("tests")) for suite in suites))
    assert suites[0][0].get("name") == "REF103 at 1:16"
    assert len(suites[1]) == 1
    assert not suites[1].findall("testcase/failure")


@pytest.mark.parametrize("form", REPORTS)
def test_nothing_found_is_said_in_each_format(form: str) -> None:
    quiet = shown(form, _with())
    expected = {
        "full": "Nothing found; 0 mentions checked against 0 entries.\n",
        "concise": "Nothing found; 0 mentions checked against 0 entries.\n",
        "jsonl": "",
        "github": "",
        "gitlab": "[]\n",
    }
    assert quiet == expected.get(form, quiet)
    assert quiet == "" or quiet.endswith("\n")


def test_every_format_has_a_module() -> None:
    folder = Path(find_report("json").__file__ or "").parent  # type: ignore[attr-defined]
    assert all((folder / f"{form}.py").is_file() for form in REPORTS)
