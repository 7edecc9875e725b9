"""Rules about entries and style, suppressions, fixes, selection: one row a fault or a trap."""

import pytest

from refcli.documents import Document, read
from refcli.lint import LintSettings, Report, check
from refcli.lint.mend import mend

LIST = """

References

Abe, K. (2007). Straits and navies. London: Hurst. {}

Cole, J. (2011). Grain and power. London: Hurst.

Weitz, R. (2006). Averting a new great game. Washington Quarterly, 29(3), 155-167.
"""
USED = "A claim (Abe, 2007; Cole, 2011; Weitz, 2006). "


def lint(words: str, extra: str = "", settings: LintSettings | None = None) -> Report:
    document = read((words + LIST.format(extra)).encode(), "a.md")
    assert isinstance(document, Document)
    return check(document, None, settings)


@pytest.mark.parametrize(
    ("extra", "codes"),
    [
        ("https://doi.org/10.1000/182", []),
        ("https://doi.org/https://doi.org/10.1000/182", ["REF204"]),
        ("https://doi.org/1000/182", ["REF204"]),
        ("https://doi.org/10/b7xkq2", []),
        ("[doi:10/b7xkq2](https://doi.org/10/b7xkq2)", []),
        ("ISBN 978-0-306-40615-7.", []),
        ("ISBN 978-0-306-40615-8.", ["REF205"]),
        ("https://example.org/a", []),
        ("https:/example.org/a", ["REF206"]),
        ("https://https://example.org/a", ["REF206"]),
    ],
)
def test_identifiers(extra: str, codes: list[str]) -> None:
    assert [finding.code for finding in lint(USED, extra).findings] == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("It is (Weitz, 2008).", ["REF103"]),
        ("It is (Weitz, 2008). <!-- refcli: ignore REF103 -- reprint -->", []),
        ("<!-- refcli: ignore -->\nIt is (Weitz, 2008).", []),
        ("<!-- refcli: ignore-file REF1 -->\n\nIt is (Weitz, 2008).", []),
        ("It is (Weitz, 2008). <!-- refcli: ignore REF102 -->", ["REF103", "REF401"]),
        ("It is (Weitz, 2006). <!-- refcli: ignore -->", ["REF401"]),
    ],
)
def test_suppressions(words: str, codes: list[str]) -> None:
    assert [finding.code for finding in lint(USED + "\n\n" + words).findings] == codes


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (LintSettings(), ["REF103"]),
        (LintSettings(select=("REF2",)), []),
        (LintSettings(ignore=("REF1",)), []),
        (LintSettings(select=("REF1",), ignore=("REF103",)), []),
        (LintSettings(select=("REF103",), ignore=("REF1",)), ["REF103"]),
        (LintSettings(ignore=("year-mismatch",)), []),
        (LintSettings(per_file_ignores={"*.md": ("REF103",)}), []),
        (LintSettings(per_file_ignores={"*.tex": ("REF103",)}), ["REF103"]),
    ],
)
def test_selection(settings: LintSettings, codes: list[str]) -> None:
    assert [finding.code for finding in lint(USED + "It is (Weitz, 2008).", settings=settings).findings] == codes


def test_fixes_change_only_what_is_wrong() -> None:
    report = lint(USED + "It is (Weitz, 2008).", "https://doi.org/https://doi.org/10.1000/182")
    safe, mended = mend(report.document, report.findings, unsafe=False)
    assert [finding.code for finding in mended] == ["REF204"]
    assert safe == report.document.raw.replace("https://doi.org/https://doi.org/", "https://doi.org/")
    both, _ = mend(report.document, report.findings, unsafe=True)
    assert both == safe.replace("2008", "2006")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("A report by the Harbour Office says so.", ["REF104"]),
        ("We use data from the Harbour Office.", []),
        ("Harbour Office figures say so.", []),
    ],
)
def test_data_of_a_body_with_several_works(words: str, codes: list[str]) -> None:
    two = "\n\nHarbour Office. (2014). Piers. Oslo.\n\nHarbour Office. (2016). Quays. Oslo."
    report = lint(USED + "More is (Harbour Office, 2014; Harbour Office, 2016).\n\n" + words, two)
    assert [finding.code for finding in report.findings] == codes
