"""Each output escapes what its format would take for markup; a table of looks, and laws for any text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.csl import OUTPUTS, Look, Span, render
from refcli.csl.nodes import Node
from refcli.csl.stream import Quotes

ITALIC, BOLD, CAPS = Look(style="italic"), Look(weight="bold"), Look(variant="small-caps")
LINK = Look(href="https://example.org/a_(b)?x=1&y=%20")
LOOKS: dict[str, tuple[Node, dict[str, str]]] = {
    "italic": (Span(["a"], ITALIC), {"text": "a", "markdown": "*a*", "html": "<i>a</i>", "latex": r"\textit{a}"}),
    "bold": (Span(["a"], BOLD), {"text": "a", "markdown": "**a**", "html": "<b>a</b>", "latex": r"\textbf{a}"}),
    "small capitals": (
        Span(["a"], CAPS),
        {"text": "a", "html": '<span style="font-variant:small-caps;">a</span>', "latex": r"\textsc{a}"},
    ),
    "raised": (Span(["2"], Look(align="sup")), {"markdown": "<sup>2</sup>", "latex": r"\textsuperscript{2}"}),
    "signs": (
        "R&D_*5%* $3 #1 <x> ~",
        {
            "text": "R&D_*5%* $3 #1 <x> ~",
            "markdown": r"R&D\_\*5%\* $3 #1 \<x\> ~",
            "html": "R&#38;D_*5%* $3 #1 &#60;x&#62; ~",
            "latex": r"R\&D\_*5\%* \$3 \#1 \textless{}x\textgreater{} \textasciitilde{}",
        },
    ),
    "link": (
        Span(["here"], LINK),
        {
            "text": "here",
            "markdown": "[here](https://example.org/a_%28b%29?x=1&y=%20)",
            "html": '<a href="https://example.org/a_(b)?x=1&#38;y=%20">here</a>',
            "latex": r"\href{https://example.org/a\_(b)?x=1\&y=\%20}{here}",
        },
    ),
    "link that is none": (
        Span(["here"], Look(href="javascript:alert(1)")),
        {"markdown": "here", "html": "here", "latex": "here"},
    ),
    "two spaces": ("a  b", {"text": "a  b", "html": "a\u00a0 b"}),
}


@pytest.mark.parametrize(
    ("node", "form", "expected"),
    [(node, form, words) for node, forms in LOOKS.values() for form, words in forms.items()],
    ids=[f"{name}-{form}" for name, (_, forms) in LOOKS.items() for form in forms],
)
def test_look(node: Node, form: str, expected: str) -> None:
    """One look in one format."""
    assert render(node, OUTPUTS[form](), Quotes()) == expected


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=30))
def test_html_gives_the_text_back(text: str) -> None:
    """A browser shows what the field says."""
    reader = _Words()
    reader.feed(render(text, OUTPUTS["html"](), Quotes()))
    reader.close()
    shown = reader.words.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n")
    assert shown == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(max_size=30))
def test_latex_has_no_sign_of_the_field_left_bare(text: str) -> None:
    """Braces pair, and what LaTeX acts upon stands behind a backslash or not at all."""
    made = render(Span([text], ITALIC), OUTPUTS["latex"](), Quotes())
    bare = re.sub(r"\\(?:[a-z]+(?:\{\})?|[{}$&#%_,])", "", made.replace(r"\textit{", "", 1))
    assert not set(bare[:-1]) & set("\\{}$&#%_^") if text.strip("\x00") and made else True


@given(st.text(max_size=30))
def test_a_terminal_is_not_steered(text: str) -> None:
    """No control character of a field reaches it."""
    assert "\x1b" not in render(text, OUTPUTS["ansi"](), Quotes())
