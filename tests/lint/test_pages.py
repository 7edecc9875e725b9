"""Each rule has a page, and the README's table is made from them."""

from pathlib import Path

from refcli.lint import RULES
from refcli.lint.pages import page, table


def test_every_rule_has_a_whole_page() -> None:
    for rule in RULES:
        shown = page(rule)
        assert all((shown.what, shown.why, shown.example, shown.remedy)), rule.CODE
    assert [rule.CODE for rule in RULES] == sorted({rule.CODE for rule in RULES})


def test_the_readme_is_in_step() -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    assert table(RULES) in readme
