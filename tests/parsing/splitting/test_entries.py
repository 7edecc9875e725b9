"""The list in a text: where it is, where its entries begin and end, and that nothing of it is lost."""

from __future__ import annotations

import json
import textwrap
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcli.documents import Document, read
from refcli.parsing import Listing, find_entries
from refcli.text import Span
from tests.parsing.splitting.marked import FOLDER, MEASURED_ONLY, read_marked
from tests.shared import shared_path

NAMES = sorted(path.name for path in FOLDER.iterdir())
A = "Brandt, H. (1999). Fisheries after the collapse. Marine Affairs, 4, 12-30."
B = "Chukwu, N. (2003). Monitoring foreign fleets. Ocean Governance Review, 11, 201-244."
C = "Dahl, E. (2001). Quotas and quarrels. Bergen: Havet."


def found(text: str) -> list[str]:
    return [entry.text for entry in find_entries(text).entries]


@pytest.mark.parametrize("name", NAMES)
def test_lists_of_every_shape(name: str) -> None:
    marked = read_marked(name)
    assert found(marked.text) == [span.of(marked.text) for span in marked.entries]


@pytest.mark.parametrize("name", NAMES)
def test_line_ends_make_no_difference(name: str) -> None:
    text = read_marked(name).text
    assert [entry.replace("\r\n", "\n") for entry in found(text.replace("\n", "\r\n"))] == found(text)


def test_a_third_of_the_lists_is_kept_for_measuring() -> None:
    assert set(NAMES) >= MEASURED_ONLY
    assert len(MEASURED_ONLY) * 3 >= len(NAMES) - 2


@pytest.mark.parametrize(
    "heading",
    [
        "References", "REFERENCES", "## References", "References:", "**References**", "__Works Cited__", "7. References",
        "VII. Bibliography", "References, by date of publication:", "Works cited", "Sources", "Notes", "Further reading",
        "Endnotes", "Literatur", "Literaturverzeichnis:", "Список литературы", "Références bibliographiques", "Bibliografía",
        "R E F E R E N C E S", "References\n==========", "Selected Bibliography", "### 1.3 References and further reading",
        "\\section*{References}", "## References {.unnumbered}", "Sources (in order of use):", "<h2>References</h2>",
    ],
)  # fmt: skip
def test_headings(heading: str) -> None:
    text = f"The last sentence of a paper that has nothing to do with its list.\n\n{heading}\n{A}\n{B}\n{C}\n"
    listing = find_entries(text)
    assert [entry.text for entry in listing.entries] == [A, B, C]
    assert listing.heading is not None
    assert listing.heading.of(text).strip() in heading


@pytest.mark.parametrize(
    "mark",
    [
        "[1] [2] [3]",
        "1. 2. 3.",
        "1) 2) 3)",
        "(1) (2) (3)",
        "1 2 3",
        "¹ ² ³",
        "^1 ^2 ^3",
        "- - -",
        "* * *",
        "• • •",
        "[^1]: [^2]: [^3]:",
    ],
)
@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_numbers_and_bullets_stand_outside(mark: str, joint: str) -> None:
    text = "References\n" + joint.join(f"{sign} {entry}" for sign, entry in zip(mark.split(), [A, B, C], strict=True))
    assert found(text) == [A, B, C]


@pytest.mark.parametrize(
    "text",
    [
        f"References\n{A}\n{B}\n{C}\n\nPhoto: the harbour of Bergen, by the author.",
        f"References\n\n{A}\n\n{B}\n\n{C}\n\nThe author is a fellow of the institute. She has been to all of these places and is sorry about the weather.",
        f"References\n\n{A}\n\n                 17\n\nREFERENCES          18\n\n{B}\n\n{C}",
        f"<div>\n\n## References\n\n{A}\n\n{B}\n\n{C}\n\n</div>",
        f"Books\n\n{A}\n\nArticles\n\n{B}\n\n{C}",
        f"References {A} {B} {C}".replace("References ", "References: "),
        f"References\n\n{A} {B} {C}",
        f"{A}\n\n{B}\n\n{C}",
    ],
)
def test_what_is_no_entry_is_left_out(text: str) -> None:
    assert found(text) == [A, B, C]


@pytest.mark.parametrize(
    "text",
    ["", "   \n\n ", "Nothing but a sentence.", "It was raining. They had been walking since 2004 and were tired.\n\nNobody came.", "# References\n"],
)  # fmt: skip
def test_no_list_is_said(text: str) -> None:
    listing = find_entries(text)
    assert listing.entries == ()
    assert listing.doubtful


@pytest.mark.parametrize("joint", [" ", "\n"])
def test_latex_items(joint: str) -> None:
    items = [
        f"\\bibitem{{brandt}}{joint}{A}",
        f"\\bibitem[Chukwu(2003)]{{chukwu}}{joint}{B}",
        f"\\bibitem{{dahl}}{joint}{C}",
    ]
    lines = ["Text.", "", "\\begin{thebibliography}{9}", *items, "\\end{thebibliography}", "\\end{document}"]
    assert found("\n".join(lines)) == [A, B, C]


def test_numbers_on_lines_of_their_own() -> None:
    assert found(f"References\n[1]\n{A}\n[2]\n{B}\n[3]\n{C}\n") == [A, B, C]


def test_each_line_is_judged_alone() -> None:
    text = f"{A}\r\n\r\n  {B}\nIbid.\n"
    assert [entry.text for entry in find_entries(text, each_line=True).entries] == [A, B, "Ibid."]


@pytest.mark.parametrize(
    "text",
    [
        f"References\n\nBooks\n\n1\n{A}\n2\n{B}\n\nArticles\n\n1\n{C}\n2\n{A}\n3\n{B}\n",  # numbers begin again
        f"References\n\n{A}\n\n{B[:40]}\n\n57\n\n\fWater Politics\n\n{B[40:]}\n\n{C}\n",  # a running head that comes once
        f"References\n\nAsendorpf, ‘A Person-Centered Approach to Personality and\nFleets’, Marine Affairs 4 (1999).\n\n{B}\n\n{C}\n",
        f"{A}\n\n{B}\n\n{C}\n\nAnnex 1: Interviews\n\nThe interviews were held between March and May 2018 in four towns.\n",
    ],
)  # fmt: skip
def test_layouts_that_once_went_wrong(text: str) -> None:
    listing = find_entries(text)
    assert len(listing.entries) == (5 if "Articles" in text else 3)
    assert {A, B, C} & {entry.text for entry in listing.entries}


@pytest.mark.parametrize(
    "entries",
    [
        ["P. Lerch and A. Zender, Quantum detectors of the far north, Topics in Physics 99 (2005), 217-267.", "H. A. Simon, Decision-making in business, Nobel Lecture (1978)."],
        ["Vitalis, R. 2013. Challenges in the Gulf States. Council on Foreign Relations, New York.", "Han, R., Cladel, N., 2004. Rail and sail. Ports 12, 3-9."],
        ["Carney, James. 1971. “Three Old Poems.” Ériu 22: 23–80.", "Celant, Germano. 1995. Witkin. Zurich: Scalo."],
        ["Gritti, A. 1984. Renovatio urbis: Venezia nell’età. Roma: Officina.", "van Tubergen, G.N., Boyd, D.A., 1986. Third-World Images. Gazette 37, 23-40."],
        ["Ballance, Robert A. ; Maccabe, Arthur B. ; Ottenstein, K.: The program web. In: SIGPLAN Notices Bd. 25 (1990), S. 257–271.", "Field, L. ; Tobias, R. ; Magnus, T.: A locus. In: Nature (1994), S. 189–194."],
        ["Rojas, R. (2019), Puertos y aduanas. En Luz Medina y Ana Ruiz (Coordinadoras), Integración: análisis económicos. México, Universidad del Golfo. 1a edición 2019.", "Serra, A. (2020), Las rutas del sur y sus aduanas. Lima: Puerto."],
        ["Okonjo, A. 2003. Ports of call and the long roads inland. Lagos: Delta Press.", "World Bank. 2019. Logistics of landlocked states. Washington: World Bank."],
    ],
)  # fmt: skip
def test_entries_in_one_paragraph(entries: list[str]) -> None:
    assert found("References\n\n" + " ".join([*entries, C])) == [*entries, C]


def test_number_that_belongs_to_the_title_stays() -> None:
    text = f"References\n\n1984 and after. Leeds: Pennine Press, 2001.\n\n{A}\n\n12 angry ministers. The Lagos Ledger, 4 May 2012."
    assert found(text) == text.split("\n\n")[1:]


def test_words_judge_double_spaced_lists() -> None:
    lines = [A[:40], A[41:], B[:50].rstrip(), B[50:].lstrip(), C, A[:40], A[41:], B[:50].rstrip(), B[50:].lstrip()]
    assert len(found("References\n\n" + "\n\n".join(lines))) == 5


@pytest.mark.parametrize("line", ["x", " ", "“", "(", "1", "A. ", "- ", "a; ", "_", "the word is ", C + " "])
def test_one_long_line_takes_linear_time(line: str) -> None:
    text = line * (1_000_000 // len(line))
    start = time.process_time()
    find_entries(text)
    assert time.process_time() - start < 5


def overlap(a: Span, b: Span) -> bool:
    return min(a.end, b.end) - max(a.start, b.start) >= 0.95 * (max(a.end, b.end) - min(a.start, b.start))


def trim(text: str, span: Span) -> Span:
    lead = len(span.of(text)) - len(span.of(text).lstrip("[]().-•* \t\n0123456789"))
    return Span(span.start + lead, span.end)


def score(cases: list[tuple[str, list[Span]]]) -> float:
    """Entry F1 as the scorer of the shared lists has it."""
    right = given_ = told = 0
    for text, gold in cases:
        got = [trim(text, entry.span) for entry in find_entries(text).entries]
        right += sum(any(overlap(trim(text, span), other) for other in got) for span in gold)
        given_, told = given_ + len(gold), told + len(got)
    return 2 * right / (given_ + told)


def labelled(path: Path) -> list[Span]:
    entries = json.loads(path.read_text(encoding="utf-8"))["entries"]
    return [Span(entry["start"], entry["end"]) if isinstance(entry, dict) else Span(*entry) for entry in entries]


def test_shared_lists() -> None:
    folder = shared_path("parse", "lists")
    cases = [(path.with_suffix(".txt").read_bytes().decode(), labelled(path)) for path in sorted(folder.glob("*.json"))]
    assert score(cases) >= 0.97


def test_lists_in_shared_drafts() -> None:
    folder = shared_path("lint-dev", "labels")
    cases = []
    for path in sorted(folder.glob("*.json")):
        draft = folder.parent / "docs" / path.stem
        document = read(draft.read_bytes(), draft.name)
        if draft.suffix != ".typ" and isinstance(document, Document):
            cases.append((document.text, labelled(path)))
    assert score(cases) >= 0.90


ODD = st.text(alphabet=st.sampled_from('Aé1(.)[]“”"#*-—: \n\r\t\f,;/4X年'), max_size=200)
PIECES = st.lists(st.sampled_from(["References\n", "## Notes\n", A, B, C, "\n", "\n\n", "1. ", "2. ", "[3] ", "    ", "12\n", "\f", "Who is it that they were with?", "- ", "---\n", "Sources: ", "; "]), max_size=30).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), ODD, PIECES))
def test_nothing_is_lost(text: str) -> None:
    check(text, find_entries(text))
    each = find_entries(text, each_line=True)
    assert all(entry.span.of(text) == entry.text and entry.text.strip() for entry in each.entries)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (f"References\n1. {A} ↩\n2. {B} ↩︎\n3. {C}", [("a number", "1."), ("markup", "↩"), ("a number", "2."), ("markup", "↩︎"), ("a number", "3.")]),
        (f"References\n<p>{A}</p>\n<p>{B}</p>\n<p>{C}</p>", [("markup", "<p>"), ("markup", "</p>")] * 3),
        (f"References\n- {A}\n- {B}\n- {C}<br>", [("a bullet", "-")] * 3 + [("markup", "<br>")]),
        (f"References\n[^1]: {A}\n[^2]: {B} [↩](#a1)", [("a number", "[^1]:"), ("a number", "[^2]:"), ("markup", "[↩](#a1)")]),
        (f"References\n\n{A[:-1]}; {B[:-1]}; and {C}", [("a joint", ";"), ("a joint", "; and")]),
        (f"References\n> {A}\n> {B}\n> {C}", [("markup", ">")] * 3),
    ],
)  # fmt: skip
def test_what_holds_the_entries_is_named(text: str, marks: list[tuple[str, str]]) -> None:
    listing = find_entries(text)
    assert len(listing.entries) > 1
    assert [(mark.why, mark.span.of(text)) for mark in listing.marks] == marks


def check(text: str, listing: Listing) -> None:
    spans = [entry.span for entry in listing.entries] + [rest.span for rest in listing.rest]
    assert all(entry.span.of(text) == entry.text and entry.text.strip() for entry in listing.entries)
    assert all(rest.why for rest in listing.rest)
    assert [entry.span for entry in listing.entries] == sorted(entry.span for entry in listing.entries)
    if listing.region is None:
        assert not spans
        return
    pieces = sorted([*spans, *(mark.span for mark in listing.marks)])
    assert not any(first.start < second.start < first.end < second.end for first, second in pairwise(pieces))
    lost, last = [], listing.region.start
    for span in [*pieces, Span(listing.region.end, listing.region.end)]:
        lost += text[last : span.start].replace("\u200b", " ").replace("\ufeff", " ").split()
        last = max(last, span.end)
    assert lost == []
    assert [mark.span.of(text) for mark in listing.marks if mark.why == "words left over"] == []


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from([A, B, C, "World Power Council. 2019. Outage statistics 2018. Geneva: WPC."]),
        min_size=1,
        max_size=8,
    )
)
def test_a_bare_list_of_entries_is_read_the_same_again(entries: list[str]) -> None:
    assert found("\n\n".join(entries)) == entries
    assert found("\n\n".join(found("\n\n".join(entries)))) == entries


@pytest.mark.parametrize(
    "marks", ["[1] [2] [3] [4]", "(1) (2) (3) (4)", "1. 2. 3. 4.", "1) 2) 3) 4)", "[1] [2] [4] [5]"]
)
@pytest.mark.parametrize("width", [50, 100_000])
def test_numbers_inside_lines(marks: str, width: int) -> None:
    entries = [A, B, C, "Okonjo, A. Ports of call. Lagos: Delta, 2004."]
    words = " ".join(f"{mark} {entry}" for mark, entry in zip(marks.split(), entries, strict=True))
    listing = find_entries("References\n\n" + "\n".join(textwrap.wrap(words, width)) + "\n")
    assert [" ".join(entry.text.split()) for entry in listing.entries] == entries
    assert [entry.number for entry in listing.entries] == [mark.strip("[().]") for mark in marks.split()]
    assert [mark.why for mark in listing.marks] == ["a number"] * 4


def test_entries_inside_lines_filled_to_a_width() -> None:
    entries = [
        f"Okonjo, A. B. ({1950 + i}). Ports of call and quarrels of the north. Marine Affairs, {i + 3}, 12-30."
        for i in range(9)
    ]
    text = "\n".join(textwrap.wrap(" ".join(entries), 84))
    assert [" ".join(entry.split()) for entry in found(f"References\n\n{text}\n")] == entries


def test_what_stands_behind_numbered_entries_is_judged_by_itself() -> None:
    words = "Of this and of that the editors have kept no record at all"
    d = "Okonjo, A. (2004). Ports of call. Marine Affairs, 9, 1-12."
    text = f"References\n\n[1] {A} [2] {B} [3] {C}\n\n{words}\n\n{d}\n"
    listing = find_entries(text)
    check(text, listing)
    assert [entry.text for entry in listing.entries] == [A, B, C, d]
    assert [rest.span.of(text) for rest in listing.rest] == [words]


def test_a_heading_on_top_of_a_page_behind_other_words_begins_the_list() -> None:
    text = f" Figure 5.2: The Effect of Quotas on the 2012 Election\n\fBibliography\n\n{A}\n\n{B}\n\n{C}\n"
    assert found(text) == [A, B, C]
