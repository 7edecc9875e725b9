"""Edits of a .bib file: what is asked for changes, in the manner of its surroundings; every other byte stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.bibtex import BibFile, EditError, Reader, editing
from refcli.bibtex.tidying import tidy

ALIGNED = "@Book{a,\n  Title     = {Old},\n  Publisher = {P}\n}\n"


def edited(before: str | bytes, key: str, operation: str, *words: str) -> bytes:
    file = BibFile.of(before if isinstance(before, bytes) else before.encode())
    changes = getattr(editing, operation)(file, file.find(key)[0], *words)
    return file.apply(changes).to_bytes()


@pytest.mark.parametrize(
    ("before", "name", "source", "after"),
    [
        ("@book{a, title = {Old}, year=2004}", "title", "{New}", "@book{a, title = {New}, year=2004}"),
        ("@book{a, title = {Old}, year=2004}", "note", "{N}", "@book{a, title = {Old}, year=2004, note={N}}"),
        ("@book{a,\n\tTITLE = {Old},\n}", "note", "{N}", "@book{a,\n\tTITLE = {Old},\n\tNOTE = {N},\n}"),
        (ALIGNED, "note", "{N}", ALIGNED.replace("{P}\n", "{P},\n  Note      = {N}\n")),
        ("@book{a\n , title = {T}\n , year = 1\n }", "note", "{N}", "@book{a\n , title = {T}\n , year = 1\n , note = {N}\n }"),
        ("@book{a,\r\n  title={T}\r\n}\r\n", "note", "{N}", "@book{a,\r\n  title={T},\r\n  note={N}\r\n}\r\n"),
        ("@book{a,\r  title={T}\r}\r", "note", "{N}", "@book{a,\r  title={T},\r  note={N}\r}\r"),
        ("@book(a, title = {T (b)})", "note", "{N}", "@book(a, title = {T (b)}, note = {N})"),
        ("@misc{a}", "note", "{N}", "@misc{a,\n  note = {N},\n}"),
        ("@misc{a,\n}", "note", "{N}", "@misc{a,\n  note = {N},\n}"),
        ("@misc{a, t = j # { x}, }", "t", "{N}", "@misc{a, t = {N}, }"),
        ("@misc{a, t = {1}, t = {2}}", "t", "{N}", "@misc{a, t = {N}, t = {2}}"),
        ("@misc{a, t = {1}}\n@misc{a, t = {1}}", "t", "{N}", "@misc{a, t = {N}}\n@misc{a, t = {1}}"),
        ("@misc{a, t = {1} y = {2}}", "y", "{N}", "@misc{a, t = {1} y = {N}}"),
        ("@misc{a, t = {x \\} y}, y = 2}\n@misc{b}", "y", "3", "@misc{a, t = {x \\} y}, y = 3}\n@misc{b}"),
        ('@misc{a, t = "M\\"uller {"} x", y = 2}', "y", "3", '@misc{a, t = "M\\"uller {"} x", y = 3}'),
        ("@misc{a,\n% t = {no},\n  t = {1}, % why\n  y = 2}", "t", "{N}", "@misc{a,\n% t = {no},\n  t = {N}, % why\n  y = 2}"),
        ("   author = {A},\n@misc{a,\n   author = {A},\n       no = {1}\n}", "title", "{N}", "   author = {A},\n@misc{a,\n   author = {A},\n       no = {1},\n    title = {N}\n}"),
        ("@misc{a,\n  author =\t{A},\n  no =\t\t{1}\n}", "title", "{N}", "@misc{a,\n  author =\t{A},\n  no =\t\t{1},\n  title =\t{N}\n}"),
    ],
)  # fmt: skip
def test_a_field_is_set(before: str, name: str, source: str, after: str) -> None:
    assert edited(before, "a", "set_field", name, source) == after.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{a, t = {1}, x = {0}, y = 2}", "@misc{a, t = {1}, y = 2}"),
        ("@misc{a, x = {0}, y = 2}", "@misc{a, y = 2}"),
        ("@misc{a,\n  t = {1},\n  x = {0}\n}", "@misc{a,\n  t = {1}\n}"),
        ("@misc{a,\n  x = {0},\n}", "@misc{a,\n}"),
        (
            "@misc{a,\n  t = 1, % one\n  x = 0, % nought\n  y = 2\n}",
            "@misc{a,\n  t = 1, % one\n   % nought\n  y = 2\n}",
        ),
        ("@misc{a, y = 2}", "@misc{a, y = 2}"),
    ],
)
def test_a_field_is_removed(before: str, after: str) -> None:
    assert edited(before, "a", "remove_field", "x") == after.encode()


def test_a_key_is_renamed_wherever_it_is_pointed_to() -> None:
    before = "@misc{a, t = {a}}\n@misc{b, crossref = {a}, note = {a}, xdata = {x,a}}"
    assert (
        edited(before, "a", "rename_key", "n")
        == b"@misc{n, t = {a}}\n@misc{b, crossref = {n}, note = {a}, xdata = {x,n}}"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{a}\n\n@misc{b}\n", "@misc{b}\n"),
        ("@misc{b}\n\n@misc{a}\n", "@misc{b}\n"),
        ("@misc{b}\n\n@misc{a}", "@misc{b}"),
        ("% one\n@misc{b}\n\n@misc{a}\n\n% two\n", "% one\n@misc{b}\n\n% two\n"),
        ("@misc{b} @misc{a} @misc{c}", "@misc{b}  @misc{c}"),
    ],
)
def test_an_entry_is_removed(before: str, after: str) -> None:
    assert edited(before, "a", "remove_entry") == after.encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "@misc{n,\n  title = {N},\n}\n"),
        ("% mine", "% mine\n\n@misc{n,\n  title = {N},\n}\n"),
        ("@MISC{b,\n\tT = \"1\"\n}\n\n\n@MISC{c,\n\tT = \"1\"\n}", "@MISC{b,\n\tT = \"1\"\n}\n\n\n@MISC{c,\n\tT = \"1\"\n}\n\n\n@MISC{n,\n\tTITLE = \"N\"\n}"),
        ("@misc{b, t = {1}}\r\n@misc{c, t = {1}} % c\r\n@comment{jabref-meta: x}\r\n", "@misc{b, t = {1}}\r\n@misc{c, t = {1}} % c\r\n@misc{n, title = {N}}\r\n@comment{jabref-meta: x}\r\n"),
        ("@bad{", "@misc{n,\n  title = {N},\n}\n\n@bad{"),
    ],
)  # fmt: skip
def test_a_new_entry_follows_the_layout_of_the_file(before: str, after: str) -> None:
    file = BibFile.of(before.encode())
    text = editing.new_entry(file, "misc", "n", [("title", "{N}")])
    assert file.apply(editing.add_entry(file, text)).to_bytes() == after.encode()


@pytest.mark.parametrize(
    ("before", "name", "words", "source"),
    [
        ("@misc{a, t = {1}}", "t", "N", "{N}"),
        ('@misc{a, t = "1"}', "t", "N", '"N"'),
        ('@misc{a, t = "1"}', "t", 'N "N"', '{N "N"}'),
        ('@misc{a, t = "1", year = 2004}', "year", "2005", "2005"),
        ('@misc{a, t = "1", year = 2004}', "volume", "7", "7"),
        ("@misc{a, t = {x}, year = {2004}}", "volume", "7", "{7}"),
        ("@misc{a, t = {x}, month = jan}", "month", "feb", "feb"),
        ("@misc{a, t = {x}, month = jan}", "month", "10 feb", "{10 feb}"),
        ("@misc{a, t = {x}}", "month", "feb", "feb"),
    ],
)
def test_words_are_dressed_as_their_neighbours_are(before: str, name: str, words: str, source: str) -> None:
    file = BibFile.of(before.encode())
    assert editing.dress(file, file.entries[0], name, words) == source


@pytest.mark.parametrize("source", ["{open", "{a}}", "{a} b", "{a}, x = {b}", "", "{a},", '"a', "{a \\} b}"])
def test_a_value_that_would_break_the_file_is_refused(source: str) -> None:
    with pytest.raises(EditError, match="without its partner"):
        edited("@misc{a, t = {1}}", "a", "set_field", "t", source)


@pytest.mark.parametrize("key", ["", "a b", "a,b", "a}", "a=b", "x@y", '"'])
def test_an_impossible_key_is_refused(key: str) -> None:
    with pytest.raises(EditError, match="cannot be a key"):
        edited("@misc{a, t = {1}}", "a", "rename_key", key)


PIECES = st.lists(
    st.sampled_from([
        "% words\n", "free @ text\n", "\n", "\r\n", "\t", "@comment{x {y} z}", "@string{j = \"J\"}\n", "@preamble{\"\\x\"}", "@misc{a, t = {1}}",
        "@book(b,\n t = {x)}, y = 1)", "@article{c,\n  title = {never closed\n", "@misc{d, t = \"q {\"} q\", broken, y = 3,}\n", "@misc{a, u = j # {x}}",
        "\x00", "née ", "@misc{,\n t = {1}}\n", "@comment jabref", "@misc{e t = {1}}\n", "}", "{", "%@misc{f, t={}}\n",
    ]),
    max_size=12,
).map("".join)  # fmt: skip


@given(PIECES, st.sampled_from(["utf-8", "latin-1"]), st.sampled_from(["t", "note"]))
def test_setting_a_field_leaves_all_other_bytes(text: str, encoding: str, name: str) -> None:
    data = (text + "\n@misc{key, t = {old}}\n").encode(encoding)
    file = BibFile.of(data)
    assert file.to_bytes() == data
    assert "".join(file.raw[block.span.start : block.span.end] for block in file.blocks) == file.raw
    for entry in file.entries:
        (change,) = editing.set_field(file, entry, name, "{N\u00f6w}")
        after = file.apply([change]).to_bytes()
        assert after[: change.span.start] == data[: change.span.start]
        assert after.endswith(data[change.span.end :])
        again = BibFile.of(after)
        assert [block.key for block in again.entries] == [block.key for block in file.entries]
        found = again.fields(again.entries[file.entries.index(entry)]).get(name)
        assert found is not None
        assert again.source(found) == "{Now}".replace("o", "\u00f6")


@given(PIECES)
def test_tidying_says_the_same_and_is_done_once(text: str) -> None:
    file = BibFile.of((text + "\n@misc{key, t = {old}}\n").encode())
    once = BibFile.of(tidy(file).to_bytes())
    assert tidy(once).to_bytes() == once.to_bytes()
    before, after = ([(block.key, Reader.of(each).values(block)) for block in each.entries] for each in (file, once))
    assert before == after


def test_tidying_keeps_comments_on_their_lines() -> None:
    text = """@article{a, % the first
 title = {T} , % checked
% author = {Old, Name},
   author = "New, Name",
 year = 2004 % from the PDF
}
@book(b, title={T}
  % note = {x}
)"""
    assert (
        tidy(BibFile.of(text.encode())).to_bytes().decode()
        == """@article{a, % the first
  title = {T}, % checked
  % author = {Old, Name},
  author = {New, Name},
  year = {2004}, % from the PDF
}

@book{b,
  title = {T},
  % note = {x}
}
"""
    )
