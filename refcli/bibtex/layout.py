"""How entries of a file are laid out -> new fields and entries that look the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from refcli.bibtex.bibfile import BibFile
from refcli.bibtex.blocks import Block, BlockKind
from refcli.bibtex.fields import Field

_GAP = re.compile(r"[ \t\r\n]*,[ \t\r\n]*")
_SPACE = re.compile(r"[ \t\r\n]*")
_TAIL = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*")
_SAMPLE: Final = 40
_NUMBERS: Final = ("year", "volume", "number", "issue", "chapter", "edition")


# With these an entry says all by itself.
_ENTRY_TRAITS: Final = frozenset(("first", "gap", "tail", "name_case", "equals", "quote", "bare_numbers"))


@dataclass(frozen=True, slots=True)
class Layout:
    """The habits of a file, or of one entry where it has its own.

    `first` stands between the key's comma and the first field, `gap` between fields (with the comma), `tail` before the
    closing bracket, `between` between entries. `align` says what stands in `column`: "equals", "value" or "right" (the
    ends of names), "" for nothing; `equals` is the "=" with the space around it.
    """

    opening: str = "{"
    kind_case: str = "lower"
    name_case: str = "lower"
    first: str = "\n  "
    gap: str = ",\n  "
    tail: str = ",\n"
    equals: str = " = "
    align: str = ""
    column: int = 0
    quote: str = "{"
    bare_numbers: bool = False
    between: str = "\n\n"

    def entry(self, kind: str, key: str, fields: Sequence[tuple[str, str]]) -> str:
        """An entry, without a line end behind it; values as written, with their braces."""
        closing = "}" if self.opening == "{" else ")"
        head = f"@{_cased(kind, self.kind_case)}{self.opening}{key},"
        pieces = [
            self.field(name, source, after=self.gap if i else self.first) for i, (name, source) in enumerate(fields)
        ]
        return head + "".join(pieces) + (self.tail if fields else self.tail.lstrip(",")) + closing

    def field(self, name: str, source: str, *, after: str) -> str:
        """A field with the gap in front of it."""
        name = _cased(name, self.name_case)
        if self.align == "right":
            lead, indent = _split_indent(after)
            after = lead + " " * max(1, self.column - len(name)) if lead or indent else after
        before, equals, behind = self.equals.partition("=")
        indent_width = _width(_split_indent(after)[1])
        if self.align == "equals":
            before = _pad(indent_width + len(name), indent_width + self.column, before)
        elif self.align == "value":
            behind = _pad(indent_width + len(name + before) + 1, indent_width + self.column, behind)
        return f"{after}{name}{before}{equals}{behind}{source}"


def layout_of(file: BibFile, entry: Block | None = None) -> Layout:
    """The layout of an entry as far as it shows one, and of the file for all else."""
    own = _majority([_traits(file, entry)]) if entry else {}
    if own.keys() >= _ENTRY_TRAITS:
        return Layout(**own)
    step = max(1, len(file.entries) // _SAMPLE)
    traits = _majority([_traits(file, block) for block in file.entries[::step][-_SAMPLE:]])
    between = _between(file)
    newline = newline_of(file)
    default = {
        "first": newline + "  ",
        "gap": f",{newline}  ",
        "tail": "," + newline,
        "between": between or newline * 2,
    }
    return Layout(**{**default, **traits, **own})


def newline_of(file: BibFile) -> str:
    """The line end that the file has; "\\n" where it has none."""
    head = file.raw[:65536]
    return "\r\n" if "\r\n" in head else "\r" if "\r" in head and "\n" not in head else "\n"


def _majority(samples: Iterable[dict[str, list[Any]]]) -> dict[str, Any]:
    counts: dict[str, Counter[Any]] = {}
    for sample in samples:
        for trait, values in sample.items():
            counts.setdefault(trait, Counter()).update(reversed(values))
    found = {trait: counter.most_common(1)[0][0] for trait, counter in counts.items() if counter}
    align, column = found.pop("alignment", ("", 0))
    return found | ({"align": align, "column": column} if "equals" in found else {})


def _between(file: BibFile) -> str:
    """What stands between entries that follow one another."""
    blocks = file.blocks
    spaces: Counter[str] = Counter()
    for before, free, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if before.kind is after.kind is BlockKind.ENTRY and free.kind is BlockKind.FREE:
            between = file.raw[free.span.start : free.span.end]
            if _SPACE.fullmatch(between):
                spaces[between] += 1
        if spaces.total() > _SAMPLE:
            break
    return spaces.most_common(1)[0][0] if spaces else ""


def _traits(file: BibFile, block: Block) -> dict[str, list[Any]]:
    raw = file.raw
    kind = raw[block.span.start : block.body].partition("@")[2]
    out: dict[str, list[Any]] = {"kind_case": [_case(kind[: len(block.name)].strip())]}
    out["opening"] = ["(" if raw[block.span.end - 1] == ")" else "{"]
    fields = file.fields(block).fields
    if not fields:
        return out
    gaps = [raw[a.span.end : b.span.start] for a, b in pairwise(fields)]
    first = raw[block.body : fields[0].span.start]
    out["first"] = [first] if _SPACE.fullmatch(first) else []
    out["gap"] = [gap for gap in gaps if _GAP.fullmatch(gap)] or ["," + space for space in out["first"]]
    tail = raw[fields[-1].span.end : block.span.end - 1]
    out["tail"] = [tail] if _TAIL.fullmatch(tail) else []
    names = [raw[field.span.start : field.span.start + len(field.name)] for field in fields]
    out["name_case"] = [_case(name) for name in names]
    out["equals"] = [raw[field.span.start + len(field.name) : field.value.start] for field in fields]
    out["alignment"] = [_alignment(raw, fields)]
    single = {field.name: field.pieces[0] for field in fields if len(field.pieces) == 1}
    quoted = [piece for piece in single.values() if piece[0] in '{"']
    out["quote"] = [piece[0] for piece in quoted if not piece[1:-1].isdecimal()] or [piece[0] for piece in quoted]
    numbers = (piece for name, piece in single.items() if name in _NUMBERS and piece.strip('{"}').isdecimal())
    out["bare_numbers"] = [piece.isdecimal() for piece in numbers]
    return out


def _alignment(raw: str, fields: Sequence[Field]) -> tuple[str, int]:
    """What of the fields of an entry stands under one another, and in which column, counted from the indent."""
    if len({len(field.name) for field in fields}) < 2:
        return "", 0
    indents = [_width(_split_indent(raw[max(0, field.span.start - 80) : field.span.start])[1]) for field in fields]
    heads = [raw[field.span.start : field.value.start] for field in fields]
    equals = {_width(" " * i + head[: head.index("=")]) - i for i, head in zip(indents, heads, strict=True)}
    values = {_width(" " * i + head) - i for i, head in zip(indents, heads, strict=True)}
    ends = {i + len(field.name) for i, field in zip(indents, fields, strict=True)}
    if len(set(indents)) == 1 and len(equals) == 1:
        return "equals", equals.pop()
    if len(set(indents)) == 1 and len(values) == 1:
        return "value", values.pop()
    return ("right", ends.pop()) if len(ends) == 1 else ("", 0)


def _split_indent(space: str) -> tuple[str, str]:
    """What stands before the last line's indent, and the indent."""
    indent = space[max(space.rfind("\n"), space.rfind("\r")) + 1 :]
    return space[: len(space) - len(indent)], indent


def _width(text: str) -> int:
    return len(text.expandtabs(8))


def _pad(width: int, target: int, like: str) -> str:
    """Space from one column to another, at least one, in tabs where tabs were used."""
    if "\t" in like:
        return "\t" * max(1, -(-target // 8) - width // 8)
    return " " * max(1 if like else 0, target - width)


def _case(word: str) -> str:
    return "lower" if word.islower() else "upper" if word.isupper() else "title" if word.istitle() else "lower"


def _cased(word: str, case: str) -> str:
    return {"lower": word, "upper": word.upper(), "title": word.capitalize()}[case]
