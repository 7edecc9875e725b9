"""What bibtexparser 2 reads in well-formed files, we read too: entries, strings, preambles, keys, fields and values."""

from __future__ import annotations

import bibtexparser
from hypothesis import given
from hypothesis import strategies as st

from refcli.bibtex import BibFile, BlockKind
from tests.bench.libraries import library

SPACE = st.sampled_from(["", " ", "\n", "\n  ", "\t"])
WORDS = st.text("abcÄß,.:;-'&~$()=%/ \n", max_size=20).map(lambda text: text.replace("%", r"\%"))
NESTED = st.recursive(WORDS, lambda inner: st.tuples(WORDS, inner, WORDS).map(lambda parts: f"{parts[0]}{{{parts[1]}}}{parts[2]}"), max_leaves=4)  # fmt: skip
VALUE = st.one_of(
    NESTED.map(lambda text: f"{{{text}}}"), NESTED.map(lambda text: f'"{text}"'), st.integers(0, 3000).map(str), st.sampled_from(["jan", "edm"])
)  # fmt: skip
NAME = st.from_regex(r"[A-Za-z][a-z-]{1,9}", fullmatch=True)
KEY = st.from_regex(r"[A-Za-z][\w:-]{1,9}", fullmatch=True).filter(str.isascii)


@st.composite
def entries(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["article", "Book", "TECHREPORT", "misc", "online"]))
    names = draw(st.lists(NAME, max_size=4, unique_by=str.lower))
    rows = [f"{draw(SPACE)}{name}{draw(SPACE)}={draw(SPACE)}{draw(VALUE)}{draw(SPACE)}" for name in names]
    last = draw(st.sampled_from(["", ","])) if rows else ""
    return f"@{kind}{{{draw(KEY)},{','.join(rows)}{last}\n}}"


@given(st.lists(entries(), min_size=1, max_size=3))
def test_entries_are_read_as_bibtexparser_reads_them(texts: list[str]) -> None:
    agree("\n\n".join(texts))


def test_a_made_library_is_read_as_bibtexparser_reads_it() -> None:
    agree(library(300))


def agree(text: str) -> None:
    file = BibFile.of(text.encode())
    ours = [
        (block.name, file.key(block), [(field.name, file.source(field)) for field in file.fields(block).fields])
        for block in file.entries
    ]
    assert not any(block.why or file.fields(block).why for block in file.entries)
    parsed = bibtexparser.parse_string(text, parse_stack=[])
    theirs = [
        (entry.entry_type.lower(), entry.key, [(field.key.lower(), field.value.strip()) for field in entry.fields])
        for entry in (getattr(block, "ignore_error_block", block) for block in parsed.blocks)
        if isinstance(entry, bibtexparser.model.Entry)
    ]
    assert ours == theirs
    strings = [block for block in file.blocks if block.kind is BlockKind.STRING]
    assert len(strings) == len(parsed.strings)
