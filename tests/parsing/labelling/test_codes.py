"""Labels -> labels: numbers of documents beyond doubt."""

import pytest

from refcli.parsing.labelling.codes import code_labels
from refcli.parsing.labelling.segments import segments
from refcli.parsing.labelling.tokens import tokenize


def settled(*parts: tuple[str, str]) -> list[tuple[str, str]]:
    text = "".join(words for _, words in parts)
    starts = [sum(len(words) for _, words in parts[:i]) for i in range(len(parts))]
    tokens = tokenize(text)
    labels = [next(parts[i][0] for i in reversed(range(len(parts))) if starts[i] <= token.start) for token in tokens]
    found = segments(text, tokens, code_labels(text, tokens, labels))
    return [(label, words) for label, words in found if label != "other"]


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([("date", "2022"), ("other", ". "), ("pages", "R47064")], [("date", "2022"), ("number", "R47064")]),
        ([("title", "Palestine Royal Commission Report, Cmd. 5479")], [("title", "Palestine Royal Commission Report"), ("number", "Cmd. 5479")]),
        ([("title", "Development decade. Resolution A/RES/2626")], [("title", "Development decade"), ("number", "Resolution A/RES/2626")]),
        ([("author", "Chief of Naval Operations"), ("other", ", "), ("title", "OPNAVINST 9420.1C, “Timing Policy”")],
         [("author", "Chief of Naval Operations"), ("number", "OPNAVINST 9420.1C"), ("title", "Timing Policy")]),
        ([("title", "Effects of S/RES/1373 on ports")], [("title", "Effects of S/RES/1373 on ports")]),
        ([("title", "S/RES/1373 (2001)")], [("title", "S/RES/1373 (2001)")]),
        ([("title", "Ports"), ("other", ", "), ("number", "12"), ("other", ", "), ("pages", "R47064")], [("title", "Ports"), ("number", "12"), ("pages", "R47064")]),
        ([("title", "Ports"), ("other", ". "), ("url", "https://ports.org/A/RES/2626")], [("title", "Ports"), ("url", "https://ports.org/A/RES/2626")]),
    ],
)  # fmt: skip
def test_a_number_beyond_doubt(parts: list[tuple[str, str]], found: list[tuple[str, str]]) -> None:
    assert settled(*parts) == found
