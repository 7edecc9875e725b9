"""Merging three versions of a .bib file: what merges, what clashes, and the law that disjoint edits always merge, both ways alike."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refcli.bibtex.blocks import BlockKind, split
from refcli.bibtex.merging import merge
from refcli.bibtex.merging.content import KEY, KIND, read_content

BASE = """% The library of the port project
@string{edm = {Eurasia Daily Monitor}}

@article{smith2004,
  author = {Smith, Ann},
  title = {Rail links},
  journal = edm,
  year = 2004,
  keywords = {rail, transit},
}

@book{jones1999,
  author = {Jones, Bo},
  title = {Ports},
  year = {1999},
}

% checked by Petra

@misc{abe2011,
  author = {Abe, Kenji},
  title = {Cables},
  note = {see also smith2004},
  crossref = {jones1999},
}

@comment{jabref-meta: databaseType:bibtex;}
"""


def entry(key: str, title: str, *more: str) -> str:
    return f"@misc{{{key},\n  title = {{{title}}},\n" + "".join(f"  {line},\n" for line in more) + "}\n"


SMITH, JONES, ABE = (
    BASE[BASE.index(f"@{start}") : BASE.index("\n}\n", BASE.index(f"@{start}")) + 3]
    for start in ("article", "book", "misc")
)
ADDED = BASE + "\n" + entry("new2020", "New")


def changed(*pairs: tuple[str, str], text: str = BASE) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


@dataclass(frozen=True)
class Case:
    name: str
    ours: str
    theirs: str
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    base: str = BASE


MERGES = [
    Case("two fields of one entry", changed(("{Rail links}", "{Rail lines}")), changed(("year = 2004", "year = 2005")), ("{Rail lines}", "year = 2005")),
    Case("a field added by each", changed(("  year = {1999},\n", "  year = {1999},\n  isbn = {1},\n")), changed(("  year = {1999},\n", "  year = {1999},\n  url = {u/v},\n")), ("isbn = {1}", "url = {u/v}")),
    Case("entries added at the end by both", ADDED, BASE + "\n" + entry("other2021", "Other"), ("new2020", "other2021")),
    Case("entries added at the top by both", changed(("@article{smith", entry("a1", "A") + "\n@article{smith")), changed(("@article{smith", entry("b1", "B") + "\n@article{smith")), ("{a1,", "{b1,")),
    Case("entries added at both ends", changed(("% The library", entry("a1", "A") + "\n% The library")), ADDED, ("{a1,", "new2020")),
    Case("both add the same entry", ADDED, ADDED, ("new2020",), ("<<<",)),
    Case("both add the same entry, laid out otherwise", ADDED, BASE + "\n@misc{new2020, title = \"New\"}\n", ("new2020",)),
    Case("both add one entry with other fields", ADDED, BASE + "\n" + entry("new2020", "New", "year = 2020"), ("year = 2020",)),
    Case("reordered against edited", changed((JONES, ""), ("@article{smith", JONES + "\n@article{smith")), changed(("{Ports}", "{Harbours}")), ("{Harbours}",), ("{Ports}",)),
    Case("indented anew against edited", changed(("\n  ", "\n\t")), changed(("{Ports}", "{Harbours}")), ("\ttitle = {Harbours}", "\tyear = 2004")),
    Case("re-wrapped and requoted against edited", changed(("{Ports}", '"Ports"'), ("year = {1999}", "year=1999")), changed(("{Jones, Bo}", "{Jones, Bob}")), ("{Jones, Bob}", '"Ports"', "year=1999")),
    Case("line ends against edited", BASE.replace("\n", "\r\n"), changed(("{Ports}", "{Harbours}")), ("{Harbours},\r\n", "% checked by Petra\r\n")),
    Case("keywords added on both", changed(("rail, transit", "rail, transit, zinc")), changed(("rail, transit", "rail, transit, asia")), ("{rail, transit, asia, zinc}",)),
    Case("keyword removed and added", changed(("rail, transit", "rail")), changed(("rail, transit", "rail, transit, asia")), ("{rail, asia}",)),
    Case("a string changed against a field", changed(("{Eurasia Daily Monitor}", "{EDM}")), changed(("{Ports}", "{Harbours}")), ("{EDM}", "{Harbours}")),
    Case("strings added by both", changed(("@article{", "@string{ft = {Financial Times}}\n\n@article{")), changed(("@article{", "@string{nyt = {Times}}\n\n@article{")), ("ft =", "nyt =")),
    Case("a string removed that the other side needs", changed(("@string{edm = {Eurasia Daily Monitor}}\n\n", ""), ("journal = edm", "journal = {EDM}")), changed(("  title = {Ports},\n", "  title = {Ports},\n  journal = edm,\n")), ("@string{edm", "journal = edm")),
    Case("comments changed by both", changed(("by Petra", "by Petra and Bo")), changed(("of the port project", "of our project")), ("by Petra and Bo", "of our project"), ("port project",)),
    Case("deleted against another edited", changed((JONES, "")), changed(("{Cables}", "{Wires}")), ("{Wires}",), ("@book",)),
    Case("deleted against only indented", changed((JONES + "\n", "")), changed(("\n  ", "\n    ")), ("    title = {Cables}",), ("@book",)),
    Case("deleted by both", changed((JONES + "\n", "")), changed((JONES + "\n", "")), ("smith2004",), ("@book",)),
    Case("renamed against edited", changed(("{jones1999", "{jones1998")), changed(("{Ports}", "{Harbours}")), ("@book{jones1998,\n  author = {Jones, Bo},\n  title = {Harbours}",), ("@book{jones1999",)),
    Case("renamed, and a child added", changed(("{jones1999", "{jones1998")), BASE + "\n" + entry("child", "Child", "crossref = {jones1999}"), ("title = {Child},\n  crossref = {jones1998}",), ("jones1999",)),
    Case("type changed against a field", changed(("@book{jones", "@techreport{jones")), changed(("{Ports}", "{Harbours}")), ("@techreport{jones1999,\n  author = {Jones, Bo},\n  title = {Harbours}",)),
    Case("the same change on both", changed(("{Ports}", "{Harbours}")), changed(("{Ports}", "{Harbours}")), ("{Harbours}",)),
    Case("final line end lost against added", BASE.rstrip("\n"), ADDED, ("new2020",)),
    Case("a byte order mark on one side", "\ufeff" + BASE, changed(("{Ports}", "{Harbours}")), ("\ufeff% The", "{Harbours}")),
    Case("a broken entry far from the edits", BASE + "\n@book{broken, title = {x\n", changed(("{Ports}", "{Harbours}")), ("@book{broken, title = {x", "{Harbours}")),
    Case("both added the file", entry("a1", "A"), entry("b1", "B"), ("{a1,", "{b1,"), (), ""),
    Case("dashes typed otherwise", changed(("year = {1999}", "year = {1999}, pages = {1--2}")), changed(("year = {1999}", "year = {1999}, pages = {1-2}")), ("pages = {1-",)),
]  # fmt: skip

CLASHES = [
    (Case("one field, two values", changed(("{Ports}", "{Harbours}")), changed(("{Ports}", "{Docks}")), ("{Harbours}", "{Docks}")), "jones1999", "title"),
    (Case("deleted and changed", changed((JONES + "\n", "")), changed(("{Ports}", "{Docks}")), ("{Docks}",)), "jones1999", "deleted"),
    (Case("changed and deleted", changed(("{Ports}", "{Docks}")), changed((JONES + "\n", "")), ("{Docks}",)), "jones1999", "deleted"),
    (Case("two works under one key", ADDED, BASE + "\n" + entry("new2020", "Another"), ("{New}", "{Another}")), "new2020", "one key"),
    (Case("renamed twice", changed(("@book{jones1999", "@book{jones1998")), changed(("@book{jones1999", "@book{jones1997")), ("jones1998", "jones1997")), "jones1999", "key"),
    (Case("renamed to a key that the other added", changed(("@book{jones1999", "@book{new2020")), ADDED, ("{New}", "{Ports}")), "new2020", "one key"),
    (Case("a string, two values", changed(("{Eurasia Daily Monitor}", "{EDM}")), changed(("{Eurasia Daily Monitor}", "{E.D.M.}")), ("{EDM}", "{E.D.M.}")), "edm", "edm"),
]  # fmt: skip


@pytest.mark.parametrize("case", MERGES, ids=lambda case: case.name)
def test_merges(case: Case) -> None:
    merged = merge(case.base.encode(), case.ours.encode(), case.theirs.encode())
    text = merged.data.decode()
    assert merged.clashes == ()
    assert [words for words in case.holds if words not in text] == []
    assert [words for words in case.lacks if words in text] == []
    assert merge(case.base.encode(), case.theirs.encode(), case.ours.encode()).data == merged.data
    keys = [block.key for block in split(text) if block.kind is BlockKind.ENTRY]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("case", "what", "how"), CLASHES, ids=lambda item: getattr(item, "name", None))
def test_clashes_are_one_entry_and_the_rest_parses(case: Case, what: str, how: str) -> None:
    merged = merge(case.base.encode(), case.ours.encode(), case.theirs.encode())
    text = merged.data.decode()
    assert [name for name, _ in merged.clashes] == [what]
    assert how in merged.clashes[0][1]
    assert all(words in text for words in case.holds)
    assert text.count("<<<<<<< ours\n") == text.count("\n=======\n") == text.count("\n>>>>>>> theirs\n") == 1
    inside = text[text.index("<<<<<<<") : text.index(">>>>>>>")]
    assert inside.count("@") <= 2
    kinds = [block.kind for block in split(text)]
    assert BlockKind.BROKEN not in kinds
    assert kinds.count(BlockKind.ENTRY) >= 3


def test_what_merges_is_merged_beside_a_clash() -> None:
    merged = merge(
        BASE.encode(),
        changed(("{Ports}", "{Harbours}"), ("{Jones, Bo}", "{Jones, Bob}")).encode(),
        changed(("{Ports}", "{Docks}"), ("{Cables}", "{Wires}")).encode(),
    ).data.decode()
    assert merged.count("{Jones, Bob}") == 2
    assert "{Wires}" in merged


@pytest.mark.parametrize("side", ["ours", "theirs", "both"])
def test_one_side_alone_is_taken_byte_for_byte(side: str) -> None:
    odd = changed(("\n  year = 2004", ",,\n year=2004 % no comma before"), ("% checked", "    % checked")) + "\n\n\n"
    sides = [odd if side in (name, "both") else BASE for name in ("ours", "theirs")]
    assert merge(BASE.encode(), *(text.encode() for text in sides)).data.decode() == odd


def test_encodings() -> None:
    latin = changed(("Petra", "Jörg")).encode("windows-1252")
    utf8 = changed(("Petra", "Jörg"), ("{Ports}", "{Häfen}")).encode()
    merged = merge(latin, latin.replace(b"Bo}", b"Bob}"), utf8).data.decode()
    assert "{Häfen}" in merged
    assert "Bob}" in merged
    assert "Jörg" in merged


# The law.
NAMES = ("author", "title", "year", "note", "url", "pages")
VALUES = st.text("abc é-{}\\&%", min_size=1, max_size=8).map(
    lambda text: text.replace("{", "").replace("}", "").replace("\\", "").strip() or "x"
)


@dataclass
class Script:
    """What one person does: cells set (None: removed), entries added and removed, and one change of looks."""

    cells: dict[tuple[str, str], str | None] = field(default_factory=dict)
    added: dict[str, dict[str, str]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    words: list[str] = field(default_factory=list)
    looks: str = ""


@st.composite
def libraries_and_scripts(draw: st.DrawFn) -> tuple[dict[str, dict[str, str]], Script, Script]:
    library = {
        f"key{i}": draw(st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1))
        for i in range(draw(st.integers(1, 6)))
    }
    scripts = (Script(), Script())
    owner = {key: draw(st.integers(0, 3)) for key in library}
    for key in library:
        if owner[key] in (0, 1) and draw(st.booleans()):
            scripts[owner[key]].removed.add(key)
            continue
        for name in NAMES:
            who = draw(st.integers(0, 3))
            if who < 2:
                scripts[who].cells[key, name] = draw(st.none() | VALUES)
    for who, script in enumerate(scripts):
        for i in range(draw(st.integers(0, 2))):
            script.added[f"{draw(st.sampled_from('ak'))}new{who}{i}"] = draw(
                st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1)
            )
        if not any("key0" in other.removed for other in scripts):
            script.words = draw(st.lists(st.sampled_from(["asia", "zinc", "rail"]), max_size=2, unique=True))
    scripts[draw(st.integers(0, 1))].looks = draw(st.sampled_from(["", "crlf", "tabs", "reversed", "quotes"]))
    return library, scripts[0], scripts[1]


def after(library: dict[str, dict[str, str]], *scripts: Script) -> dict[str, dict[str, str]]:
    out = {key: dict(fields) for key, fields in library.items()}
    for script in scripts:
        for (key, name), value in script.cells.items():
            if value is None:
                out[key].pop(name, None)
            else:
                out[key][name] = value
        out |= {key: dict(fields) for key, fields in script.added.items()}
        out = {key: fields for key, fields in out.items() if key not in script.removed}
    words = sorted({word for script in scripts for word in script.words})
    if words and "key0" in out:
        out["key0"]["keywords"] = ", ".join(words)
    return out


def written(library: dict[str, dict[str, str]], looks: str = "") -> bytes:
    order = list(library)[:: -1 if looks == "reversed" else 1]
    indent = "\t" if looks == "tabs" else "  "
    opening, closing = ('"', '"') if looks == "quotes" else ("{", "}")
    entries = ["".join([f"@misc{{{key},\n", *(f"{indent}{name} = {opening}{value}{closing},\n" for name, value in library[key].items()), "}\n"]) for key in order]  # fmt: skip
    text = "% words of mine\n\n" + "\n".join(entries)
    return (text.replace("\n", "\r\n") if looks == "crlf" else text).encode()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(libraries_and_scripts())
def test_disjoint_edits_merge_to_one_result_both_ways(drawn: tuple[dict[str, dict[str, str]], Script, Script]) -> None:
    library, one, other = drawn
    base = written(library)
    ours, theirs = (written(after(library, script), script.looks) for script in (one, other))
    merged = merge(base, ours, theirs)
    assert merged.clashes == ()
    assert said(merged.data) == said(written(after(library, one, other)))
    assert merge(base, theirs, ours).data == merged.data
    for side in (ours, theirs):
        assert merge(base, side, base).data == merge(base, base, side).data == merge(base, side, side).data == side


def said(data: bytes) -> dict[str, dict[str, str]]:
    text = data.decode().replace("\r\n", "\n")
    out = {}
    for block in split(text):
        if block.kind is BlockKind.ENTRY:
            means = read_content(block.span.of(text)).means
            out[block.key] = {name: words for (name, n), words in means.items() if (name, n) not in (KEY, KIND)}
            if "keywords" in out[block.key]:
                out[block.key]["keywords"] = ", ".join(sorted(out[block.key]["keywords"].split(", ")))
    return out
