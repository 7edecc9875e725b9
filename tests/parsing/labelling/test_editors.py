"""Who stands first is the author, unless a word speaks of editing."""

import pytest

from refcli.parsing.labelling.editors import settle_editors
from refcli.parsing.labelling.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "labels", "settled"),
    [
        ("Brandt, H. Fish.", "editor editor editor editor title other", "author author author author title other"),
        ("Brandt (ed.) Fish", "editor other other other other title", "editor other other other other title"),
        ("Brandt éd. Fish", "editor other other title", "editor other other title"),
        ("3 Brandt: Fish", "note editor other title", "note author other title"),
        ("Fish Brandt", "title editor", "title editor"),
        ("Lie Fish Brandt", "author title editor", "author title editor"),
    ],
)
def test_editors(text: str, labels: str, settled: str) -> None:
    found = labels.split()
    settle_editors(tokenize(text), found)
    assert found == settled.split()
