"""Tokens -> what the sequence model sees of each: its own look, its neighbours', its place, what tables know of it."""

from __future__ import annotations

from collections.abc import Sequence

from refcli.parsing.labelling.gazetteer import gazetteer
from refcli.parsing.labelling.looks import Look, look
from refcli.parsing.labelling.marks import distances, nested, quoted, runs, stretches
from refcli.parsing.labelling.patterns import patterns
from refcli.parsing.labelling.tokens import Token


def features(text: str, tokens: Sequence[Token], habits: Sequence[str] = ()) -> list[list[str]]:
    """For each token the attributes that hold of it, in the notation of the model (plain strings).

    `habits` are those of the list that the entry stands in (see `habits`), none for an entry that stands alone.
    """
    looks = [look(token.text) for token in tokens]
    known = gazetteer([item.folded for item in looks], [token.text for token in tokens])
    quotes, brackets = quoted(tokens), nested(tokens)
    out: list[list[str]] = []
    _neighbours(tokens, looks, out)
    _stretches(tokens, looks, known, out)
    _places(looks, quotes, brackets, out)
    _known(known, patterns(text, tokens), out)
    for row, run in zip(out, runs(tokens, looks), strict=True):
        if run:
            row.append("r:" + run)
    if habits:
        _habits(looks, brackets, habits, out)
    return out


def _places(looks: Sequence[Look], quotes: Sequence[str], brackets: Sequence[str], out: list[list[str]]) -> None:
    """Where each token stands in the entry, from the numbers around it, between marks and brackets."""
    since, until = distances(looks)
    whole, years, last = _whole(looks, quotes), 0, len(looks) - 1
    for i, row in enumerate(out):
        place, brief = _tenth(i, last), looks[i].brief
        more = (
            "seen:" + str(min(years, 2)), "n:" + brackets[i], f"u:{quotes[i]}|{brief}", f"e:{whole}|{place}",
            f"d-:{since[i]}", f"d:{until[i]}|{brief}",
        )  # fmt: skip
        row.extend(more)
        if i:
            row.append("-u:" + quotes[i - 1])
        years += looks[i].year


def _known(known: Sequence[str], forms: Sequence[str], out: list[list[str]]) -> None:
    """What tables and patterns say of each token and of its neighbours."""
    last = len(known) - 1
    for i, row in enumerate(out):
        row.append("g:" + known[i])
        if i:
            row.append("-g:" + known[i - 1])
        if i < last:
            row.append("+g:" + known[i + 1])
            if forms[i + 1] != "-":
                row.append("+x:" + forms[i + 1])
        if forms[i] != "-":
            row.append("x:" + forms[i])
        elif i and forms[i - 1] != "-":
            row.append("-x:" + forms[i - 1])


def _habits(looks: Sequence[Look], brackets: Sequence[str], habits: Sequence[str], out: list[list[str]]) -> None:
    stretch = 0
    for i, item in enumerate(looks):
        stretch += not item.is_word and (brackets[i] == "-" or item.folded in "()")
        row = out[i]
        for habit in habits:
            row += (f"h:{habit}|{min(stretch, 6)}", f"h:{habit}|{item.brief}")


def _neighbours(tokens: Sequence[Token], looks: Sequence[Look], out: list[list[str]]) -> None:
    last = len(tokens) - 1
    for i, item in enumerate(looks):
        row = list(item.own)
        row += looks[i - 1].before if i else ("-1:BOS",)
        row += looks[i + 1].after if i < last else ("+1:EOS",)
        brief = item.brief
        before = looks[i - 1].brief if i else "^"
        after = looks[i + 1].brief if i < last else "$"
        two = looks[i - 2].brief if i > 1 else "^"
        next_two = looks[i + 2].brief if i < last - 1 else "$"
        row += (
            f"{before}|{brief}", f"{brief}|{after}>", f"{before}|{brief}|{after}",
            f"{two}|{before}|{brief}<", f"{brief}|{after}|{next_two}>",
        )  # fmt: skip
        if i > 1:
            row.append("-2w:" + looks[i - 2].folded[:12])
        if i < last - 1:
            row.append("+2w:" + looks[i + 2].folded[:12])
        if i and tokens[i - 1].end == tokens[i].start:
            row.append("glued:" + before)
        out.append(row)


def _stretches(tokens: Sequence[Token], looks: Sequence[Look], known: Sequence[str], out: list[list[str]]) -> None:
    """Each token learns of its stretch (between commas, stops, quotation marks), and of the ones beside it."""
    found = stretches(tokens, looks, known)
    filled = [item for item in found if item.end > item.start]
    place = {id(item): i for i, item in enumerate(filled)}
    for item in found:
        number = place.get(id(item), -1)
        before = filled[number - 1] if number > 0 else None
        after = filled[number + 1] if 0 <= number < len(filled) - 1 else None
        next_two = filled[number + 2].like if 0 <= number < len(filled) - 2 else "$"
        like, before_like, after_like = item.like, before.like if before else "^", after.like if after else "$"
        stop = before.stop if before else ""
        count = f"no:{min(number, 7)}"
        common = (
            f"l1:{item.first}", f"l9:{item.last}", count, f"l-:{before_like}{stop}", f"l-1:{before.first if before else '^'}", f"l+1:{after.first if after else '$'}",
            f"l:{like}|{before_like}", f"l:{like}|{item.stop}|{after_like}", f"l:{like}|{after_like}|{next_two}", f"ah:{item.ahead}", f"bh:{item.behind}",
            f"ah:{item.ahead}|{like}", f"ab:{item.ahead}|{item.behind}",
        )  # fmt: skip
        for i in range(item.start, min(item.end, len(tokens))):
            out[i] += common
            out[i].append(f"in:{min(i - item.start, 3)}|{min(item.end - i, 2)}|{like[0]}")
        if item.end < len(tokens):
            out[item.end] += (
                f"e-:{like}",
                f"e+:{after_like}",
                f"e+1:{after.first if after else '$'}",
                count,
                f"eb:{item.behind}",
                f"ea:{item.ahead}",
            )


def _whole(looks: Sequence[Look], quotes: Sequence[str]) -> str:
    """The make of the whole entry: where the year stands, quotation marks, an address, pages."""
    year = next((i for i, item in enumerate(looks) if item.year), -1)
    where = "n" if year < 0 else "a" if year * 3 < len(looks) else "z"
    quote = "q" if "1" in quotes else "i" if "em" in quotes else "-"
    address = "u" if any(item.shape == "address" for item in looks) else "-"
    return where + quote + address


def _tenth(i: int, last: int) -> str:
    return str(i) if i < 3 else "end" if i == last else str(3 + 6 * i // (last + 1))
