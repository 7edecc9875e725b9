"""Text of an entry -> how sure the model is of each of its words."""

from __future__ import annotations

from refcli.parsing.labelling.labels import label
from refcli.parsing.labelling.tokens import tokenize
from refcli.text import Span


def surety(text: str) -> list[tuple[Span, float]]:
    """The place of each word or sign, and the probability (0 to 1) of the label that the model gives it, entry alone."""
    tokens = tokenize(text)
    return [(Span(token.start, token.end), sure) for token, sure in zip(tokens, label(text, tokens).sure, strict=True)]
