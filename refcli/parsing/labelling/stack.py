"""An entry as one model read it -> what a second, small model sees of it: the first one's labels, how sure it was, the words.

Stacking (Wolpert 1992): the second model learns where the first goes wrong on the entries of one user and leaves it alone
elsewhere; a hundred entries teach it, which are far too few for a model of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from refcli.parsing.labelling.looks import look
from refcli.parsing.labelling.tokens import Token

_TRUST = 5.0
"""What the first model's word is worth: the more, the less the second changes where it was taught nothing."""
_TAKEN = ("l", "g:", "u:", "n:", "x:", "no:", "on:", "-g", "+g", "-u", "e-", "e+", "ah", "bh", "eb", "ea", "at:")
"""The attributes of the first model that the second sees too: stretches, tables, quotation marks, patterns, place."""


def stacked(
    tokens: Sequence[Token],
    first: Sequence[Sequence[str]],
    labels: Sequence[str],
    chances: Sequence[Mapping[str, float]],
) -> list[dict[str, float]]:
    """For each token its attributes with their weights.

    `first` are the attributes that the first model saw, `labels` what it made of them, `chances` for each token the
    labels that it held possible and their probabilities.
    """
    around = ["^", "^", *labels, "$", "$"]
    words = ["^", "^", *(look(token.text).folded[:16] for token in tokens), "$", "$"]
    briefs = ["^", *(look(token.text).brief for token in tokens), "$"]
    last = len(tokens) - 1
    out = []
    for i, row in enumerate(first):
        label, possible = labels[i], sorted(chances[i], key=chances[i].__getitem__, reverse=True)
        names = [
            "b", f"L:{label}|{int(chances[i].get(label, 0.0) * 5)}", f"L2:{around[i + 1]}|{label}", f"L3:{label}|{around[i + 3]}",
            f"r:{possible[1] if len(possible) > 1 else '-'}", f"w:{words[i + 2]}", f"s:{look(tokens[i].text).shape}",
            f"-1w:{words[i + 1]}", f"+1w:{words[i + 3]}", f"-2w:{words[i]}", f"+2w:{words[i + 4]}",
            f"B:{briefs[i]}|{briefs[i + 1]}|{briefs[i + 2]}", f"bl:{briefs[i + 1]}|{label}", f"in:{min(i, 3)}", f"out:{min(last - i, 3)}",
        ]  # fmt: skip
        names += ["1:" + name for name in row if name.startswith(_TAKEN)]
        out.append({**dict.fromkeys(names, 1.0), **{f"m:{name}": _TRUST * chances[i][name] for name in possible[:3]}})
    return out
