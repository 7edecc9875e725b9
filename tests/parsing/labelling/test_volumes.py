"""Volume and issue that stand as "8(85)"."""

import pytest

from refcli.parsing.labelling.tokens import tokenize
from refcli.parsing.labelling.volumes import settle_volumes


@pytest.mark.parametrize(
    ("text", "labels", "settled"),
    [
        ("8(85)", "issue issue issue issue", "volume other issue other"),
        ("8(85), 4", "volume volume volume volume other pages", "volume other issue other other pages"),
        ("8(85", "issue issue issue", "issue issue issue"),
        ("8 (85)", "issue issue issue issue", "issue issue issue issue"),
        ("8(85)", "volume other issue other", "volume other issue other"),
        ("8(Spring)", "issue issue issue issue", "issue issue issue issue"),
        ("8(85)", "pages pages pages pages", "pages pages pages pages"),
    ],
)
def test_volumes(text: str, labels: str, settled: str) -> None:
    found = labels.split()
    settle_volumes(tokenize(text), found)
    assert found == settled.split()
