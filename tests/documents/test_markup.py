"""HTML, LaTeX, Typst: the words that are shown, the way back to the file, what is beside the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcli.documents import Document, read
from refcli.documents.citing import citations
from refcli.text import Span


def doc(words: str, name: str) -> Document:
    document = read(words.encode(), name)
    assert isinstance(document, Document)
    return document


HTML = [
    ("<p>According to <em>Jon\n  Weitz</em> (2006)</p>", "According to Jon Weitz (2006)"),
    ("<p>M&uuml;ller &amp; S&#246;hne&#x2014;so&shy;</p>", "Müller & Söhne—so"),
    ("<script>if (a < b) {}</script><style>p{}</style>said", "said"),
    ("<head><title>no</title></head><p>said <code>(Weitz, 2006)</code>", "said "),
    ("<h2>References</h2><ol><li>One<li><p>Two</ol>", "## References\n\n1. One\n\n2. Two"),
    ("<ul><li>One</ul>", "- One"),
    ('<ol start="4"><li>Four</ol>', "4. Four"),
    ("<blockquote><p>Quoted</p></blockquote><p>said", "> Quoted\n\nsaid"),
    ("a<br>b", "a\nb"),
    ("claim<sup>3, 4</sup>, E = mc<sup>n</sup>", "claim^3, 4^, E = mcn"),
    ('claim<sup><a href="#fn2">2</a></sup><ol><li id="fn2">Weitz</ol>', "claim[^2]\n\n[^2]: Weitz"),
    (
        '<p>said<sup><a href="#ftnt3" id="ftnt_ref3">[3]</a></sup>.</p><p><a href="#ftnt_ref3" id="ftnt3">[3]</a> Weitz</p>',
        "said[^3].\n\n[^3]: Weitz",
    ),
    (
        (
            '<p>said<a href="#_edn1" name="_ednref1"><span class=E><span>[i]</span></span></a></p>'
            '<div id=edn1><p><a href="#_ednref1" name="_edn1">[i]</a> Weitz</p></div>'
        ),
        "said[^e1]\n\n[^e1]: Weitz",
    ),
    (
        (
            '<p>said<sup class="reference"><a href="#cite_note-Abe-2">&#91;2&#93;</a></sup></p>'
            '<ol><li id="cite_note-Abe-2"><b><a href="#cite_ref-2">^</a></b> Abe</ol>'
        ),
        "said[^2]\n\n[^2]: Abe",
    ),
    ('see <a href="#note2">the note</a>, <a href="#top">1</a>', "see the note, 1"),
    ("<table><tr><td>[1]<td>Weitz</table>", "[1] Weitz"),
    ("<pre>a\n  b</pre>", "a\n  b"),
    ("a < b > c & d", "a < b > c & d"),
]
LATEX = [
    (r"According to \emph{Jon~Weitz} (2006)", "According to Jon Weitz (2006)"),
    (r"M\"uller, Nu\~{n}ez, Fran\c{c}ois, \'{\i}, \O re, stra\ss e", "Müller, Nuñez, François, í, Øre, straße"),
    ("``so''---`a' pp.~3--4", "“so”—‘a' pp. 3–4"),
    ("said % (Weitz, 2006)\nmore", "said more"),
    ("said % note\n\nmore", "said \n\nmore"),
    (r"it costs \$5 \& 10\%", "it costs $5 & 10%"),
    (r"as \citet[see][p.~3]{weitz,abe} and \parencite*{x}", r"as \citet[see][p.~3]{weitz,abe} and \parencite*{x}"),
    (r"\section*{References}\label{sec:r} said", "# References\n\nsaid"),
    (
        r"said\footnote{Weitz (2006) \url{http://x.org/a_%20}.} more",
        "said[^1] more\n\n[^1]: Weitz (2006) http://x.org/a_%20.",
    ),
    (r"\begin{quote}Quoted\end{quote}said", "> Quoted\n\nsaid"),
    (r"\enquote{so} he said", "“so” he said"),
    (r"\begin{verbatim}(Weitz, 2006)\end{verbatim}said", "said"),
    (r"\begin{enumerate}\item One\item Two\end{enumerate}", "1. One\n\n2. Two"),
    (r"a $x^2$ b, c$^{3,4}$", "a b, c^3,4^"),
    (r"see \ref{fig:a} and \input{other} \textcolor{red}{said}", "see and said"),
    (r"\verb|(Weitz, 2006)| said", "said"),
    (
        r"a \lstinline{f{x} (Abe, 2007)} b \lstinline[language=C]!(Abe)! c \mintinline{py}|x| d \mint[o]{py}{y} e",
        "a b c d e",
    ),
    ("\\begin{minted}{py}\n(Abe, 2007)\n\\end{minted}\nsaid", "said"),
    (r"said \iffalse (Abe, 2007) \fi more \fill", "said more"),
    (
        r"\Cite{x} \cites(see)(so)[3]{x}[4]{y} \volcite{2}[5]{x}",
        r"\Cite{x} \cites(see)(so)[3]{x}[4]{y} \volcite{2}[5]{x}",
    ),
    (r"\cite[see [this], {\em so}, {]}][]{x} said", r"\cite[see [this], {\em so}, {]}][]{x} said"),
    (r"\textcquote[3]{x}{quoted} said", r"\textcquote[3]{x} “quoted” said"),
    (
        r"so\begin{displaycquote}[3]{x}Quoted\end{displaycquote}said",
        "so\\begin{displaycquote}[3]{x}\n\n> Quoted\n\nsaid",
    ),
    (
        "\\hypertarget{x}{%\n\\section{One}\\label{x}}\n\\leavevmode\\vadjust pre{\\hypertarget{ref-abe}{}}%\nAbe, K. 2007.",
        "# One\n\nAbe, K. 2007.",
    ),
    (r"a \lstinline[x]{50% of} b", "a b"),
    (r"\defcitealias{x}{Paper I}\citestyle{apa}\addcontentsline{toc}{section}{No}said", "said"),
    ("\\documentclass{a}\\title{no}\n\\begin{document}said\\end{document} no", "said"),
]
TYPST = [
    ("= One\nAccording to @weitz[p. 3] -- so", "# One\n\nAccording to @weitz[p. 3] – so"),
    ("said // (Weitz, 2006)\nmore /* no */ https://x.org//a", "said more https://x.org//a"),
    ("#set text(size: 3pt)\n#let x = [no]\nsaid", "said"),
    ("#cite(<weitz>, supplement: [p. 5]) said", "#cite(<weitz>, supplement: [p. 5]) said"),
    ("said#footnote[Weitz (2006)] more", "said[^1] more\n\n[^1]: Weitz (2006)"),
    ("#quote(block: true)[Quoted]\nsaid", "> Quoted\n\nsaid"),
    ("#quote[so] #emph[Jon] Weitz", "“so” Jon Weitz"),
    ("`(Weitz, 2006)` said $x^2$", "said "),
    ('#figure(image("a.png"), caption: [By Weitz])<map>\nsee @map', "By Weitz\n\nsee "),
    ("- One\n+ Two", "- One\n\n- Two"),
    ("\\#5 \\@home", "#5 @home"),
    ('#show: alexandria(prefix: "x-", read: path => read(path))\nso @x-weitz[3] and @abe', "so @weitz[3] and @abe"),
]


@pytest.mark.parametrize(
    ("name", "words", "text"),
    [("a.html", *row) for row in HTML] + [("a.tex", *row) for row in LATEX] + [("a.typ", *row) for row in TYPST],
)
def test_what_is_shown(name: str, words: str, text: str) -> None:
    assert doc(words, name).text.strip(" \n") == text.strip(" \n")


@pytest.mark.parametrize(
    ("name", "words", "shown", "there"),
    [
        ("a.html", "<p>By Jon\n M&uuml;ller</p>", "Jon Müller", "Jon\n M&uuml;ller"),
        ("a.html", "<p>a&amp;b <b>Weitz</b></p>", "Weitz", "Weitz"),
        ("a.tex", "By M\\\"uller \\emph{Abe}", "Müller Abe", 'M\\"uller \\emph{Abe'),
        ("a.tex", "x\\footnote{By {\\it Weitz} so}", "Weitz", "Weitz"),
        ("a.tex", "\\cite{one, two}", "two", "two"),
        ("a.typ", "x#footnote[By Weitz] y", "Weitz", "Weitz"),
        ("a.typ", "- a @key b", "@key", "@key"),
    ],
)  # fmt: skip
def test_the_way_back(name: str, words: str, shown: str, there: str) -> None:
    document = doc(words, name)
    start = document.text.index(shown)
    assert document.at(Span(start, start + len(shown))).of(document.raw) == there


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (r"\cite{a}", ["a"]),
        (r"\citep[see][p.~3]{a, b ,c}", ["a", "b", "c"]),
        (r"\citet*[(see) 3]{a}{b}", ["a"]),
        (r"\Textcite<see>[3]{a}", ["a"]),
        ("\\parencite\n  [see][]\n  {a,%one\n  b}", ["a", "b"]),
        (r"\cites(see)(so)[1]{a}[2][3]{b} {c}", ["a", "b", "c"]),
        (r"\footcites{a}{b}, \autocites{c}", ["a", "b", "c"]),
        (r"\cite[{[x]} and {]}]{a}", ["a"]),
        (r"\pvolcite[see]{2}[5]{a}", ["a"]),
        (r"\nocite{*} \citefield{a}{title}", ["*", "a"]),
        (r"\foreigntextcquote{german}[3]{a}{b}", ["a"]),
        ("\\begin{displaycquote}[3]{a}b", ["a"]),
        (r"\cite (see above) {a}", ["a"]),
        ("\\cite[a\n\nb]{c}", []),
        (r"\citestyle{a} \cite \setcitestyle{b} \cite[x", []),
    ],
)
def test_keys_that_latex_cites(words: str, keys: list[str]) -> None:
    assert [key.of(words) for cited in citations(words) for key in cited.keys] == keys


def test_what_is_named() -> None:
    latex = doc("\\bibliography{a,b.bib} % \\addbibresource{no.bib}\n\\nocite{x,y}\\bibitem{k} Weitz", "a.tex")
    assert (latex.bibliography, latex.cited) == (("a.bib", "b.bib"), ("x", "y"))
    assert [key for _, key in latex.labels] == ["k"]
    typst = doc('#cite(<x>, form: none)\n#bibliography(("a.bib", "b.yml"), title: "R", style: "apa.csl")', "a.typ")
    assert (typst.bibliography, typst.cited) == (("a.bib", "b.yml"), ("x",))
    for words, files in (
        ('#show: essay.with(bibliography: bibliography("a.bib", style: "b.csl"))', ("a.bib",)),
        ('#show: essay.with(bib-file: "a.bib")\n// #bibliography("old.bib")', ("a.bib",)),
        ('#bibliographyx(("a.bib", "b.yaml"), prefix: "x-")\n#read("c.json")', ("a.bib", "b.yaml")),
    ):
        assert doc(words, "a.typ").bibliography == files
    for said, files in (
        ("\"`r here::here('lists', 'a.bib')`\"", ("lists/a.bib",)),
        ("`r c('a.bib', 'lists/b.bib')`", ("a.bib", "lists/b.bib")),
    ):
        assert doc(f"---\nbibliography: {said}\n---\n", "a.Rmd").bibliography == files
    markdown = doc("---\nnocite: |\n  @x, @y\n---\n", "a.md")
    assert markdown.cited == ("x", "y")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.html", "a <!-- refcli: ignore --> b"),
        ("a.md", "a <!-- refcli: ignore --> b `<!-- no -->`"),
        ("a.txt", "a <!-- refcli: ignore --> b <!-- no -->"),
        ("a.tex", "a % refcli: ignore\nb"),
        ("a.typ", "a // refcli: ignore\nb"),
    ],
)
def test_comments(name: str, words: str) -> None:
    document = doc(words, name)
    assert [comment.words for comment in document.comments] == ["refcli: ignore"]
    assert document.comments[0].span.of(document.raw).startswith(words[2:].split(" refcli", maxsplit=1)[0])
    assert "refcli" not in document.prose


MARKUP = st.text(alphabet=st.sampled_from(list("ab <>/&;!-\\{}[]()$%#@=\"`'~*\n^_:")), max_size=80) | st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<sup>", "<ol>", "<li>", "\\footnote{", "\\begin{quote}", "\\end{quote}", "\\cite{a}", "\\bibitem{a}", "}",
         "#footnote[", "#quote(block: true)[", "#f(", "]", ")", "#let ", "// ", "a", "\n\n"]
    ), max_size=25,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(MARKUP, st.sampled_from(["a.html", "a.tex", "a.typ", "a.md", "a.txt"]))
def test_any_markup_keeps_its_laws(words: str, name: str) -> None:
    document = doc(words, name)
    assert len(document.prose) == len(document.text)
    for start in range(len(document.text)):
        there = document.at(Span(start, min(start + 5, len(document.text))))
        assert 0 <= there.start <= there.end <= len(document.raw)


@pytest.mark.parametrize(
    ("name", "words"),
    [("a.html", word) for word in ("<a ", "<a href=#fn1> ", "<a href=#fn1>[<b>", "<!--", "&a", "<", "x<b>y</b>", "<li>", "<sup>")]
    + [("a.tex", word) for word in ("{", "\\footnote{", "$", "\\begin{verbatim}", "a. ", "\\cite[", "\\cites{a}[", "\\cite(<", "\\item[", "\\def\\a", "\\iffalse ", "\\mint{a}{")]
    + [("a.typ", word) for word in ("#a(", "[", "`", "$", "#cite(", "//", "/*", "#quote(", "#set ", "@a ", "#f([")],
)  # fmt: skip
def test_half_a_megabyte_takes_linear_time(name: str, words: str) -> None:
    start = time.process_time()
    read((words * (500_000 // len(words))).encode(), name)
    assert time.process_time() - start < 15
