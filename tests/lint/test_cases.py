"""Draft snippet, list -> what is mentioned and reported: one row a shape, a fault or a trap."""

import pytest

from refcli.documents import Document, read
from refcli.lint import Report, check

LIST = """

References

Weitz, R. (2006). Averting a new great game. Washington Quarterly, 29(3), 155-167.
Cooley, A., & Heathershaw, J. (2017). Dictators without borders. New Haven: Yale University Press.
Ministry of Defence. (2007). Military reform in brief. Astana.
Aliya Sadykova. (2011, May 3). Rail link opens in the west. Eurasia Daily Monitor.
Aliya Sadykova. (2013, June 9). Port budget runs dry. Eurasia Daily Monitor.
Nursultan Kunanbaev. (2010). Steppe and state. Almaty: Kitap.
RFE/RL Newsline, April 7, 10, and other dates.
"""
USED = "(Weitz, 2006; Cooley & Heathershaw, 2017; Ministry of Defence, 2007; Sadykova, 2011; Sadykova, 2013; Kunanbaev, 2010; RFE/RL Newsline, n.d.). "


def lint(words: str, name: str = "draft.md") -> Report:
    document = read((words + LIST).encode(), name)
    assert isinstance(document, Document)
    return check(document)


def mentions(words: str) -> list[tuple[str, tuple[int, ...]]]:
    report = lint(words)
    return [(mention.kind, mention.targets) for mention in report.mentions]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "A claim (Weitz 2006, 155; see also Cooley & Heathershaw, 2017).",
            [("parenthetical", (0,)), ("parenthetical", (1,))],
        ),
        ("A claim (Cooley and Heathershaw 2017: 12).", [("parenthetical", (1,))]),
        ("A claim (Cooley et al., 2017).", [("parenthetical", (1,))]),
        ("It was (Ministry of Defence [MoD], 2007) said.", [("parenthetical", (2,))]),
        ("Two stories (Sadykova, 2011, 2013).", [("parenthetical", (3, 4))]),
        ("Weitz (2006) argues so.", [("narrative", (0,))]),
        ("As Cooley and Heathershaw (2017, p. 3) show, it is.", [("narrative", (1,))]),
        ("According to Richard Weitz, it is so.", [("narrative", (0,))]),
        ("As Aliya Sadykova notes, it is.", [("narrative", (3, 4))]),
        (
            "Aliya Sadykova calls it thin. Later Ms. Sadykova writes more.",
            [("narrative", (3, 4)), ("narrative", (3, 4))],
        ),
        ("As Nursultan Qunanbayev argues, it is.", [("narrative", (5,))]),
        ("RFE/RL Newsline reported on April 7 that it is.", [("outlet-attribution", (6,))]),
        ("According to the Ministry of Defence, it is.", [("outlet-attribution", (2,))]),
        ("In *Rail link opens*, Aliya Sadykova writes of it.", [("narrative", (3,))]),
    ],
)
def test_mentions_are_found_and_linked(words: str, found: list[tuple[str, tuple[int, ...]]]) -> None:
    assert mentions(words) == found


@pytest.mark.parametrize(
    ("words", "rule", "target"),
    [
        ("A claim (Olcott, 2002).", "unlisted-mention", ()),
        ("According to Ivan Petrenko of the Steppe Institute, it is.", "unlisted-mention", ()),
        (
            "The February 2007 issue of Silk Road Studies has a longer article by Ms. Sadykova here.",
            "unlisted-mention",
            (),
        ),
        ("Interfax reported on May 2 that it is.", "unlisted-mention", ()),
        ("As Aliya Sadikowa notes, it is.", "misspelled-name", (3, 4)),
        ("A claim (Weits, 2006).", "misspelled-name", (0,)),
        ("A claim (Weitz, 2008).", "year-mismatch", (0,)),
        ("In a 2009 report, the Ministry of Defence found it.", "year-mismatch", (2,)),
        ("As Aliya Sadykova notes, it is.", "ambiguous-mention", (3, 4)),
    ],
)
def test_faults_are_reported(words: str, rule: str, target: tuple[int, ...]) -> None:
    assert [(finding.rule, finding.target) for finding in lint(USED + words).findings] == [(rule, target)]


@pytest.mark.parametrize(
    "words",
    [
        "As of 2004, NATO has enabled a school.",
        "In May (2004) the port opened.",
        "Defence Minister Daniel Osmanov said that it is.",
        "Mr. Berdiev appointed a deputy.",
        "The talks of 2004 (see below) ended in June 2005.",
        "The law (Act No. 5, 2004) passed.",
        "The city (population 2,004) grew.",
        "Write to weitz@example.org or see http://example.org/Olcott_(2002).",
        "Code: `(Olcott, 2002)`.",
        "> According to Ivan Petrenko of the Steppe Institute, all is well.",
        "He said: “According to Ivan Petrenko of the Steppe Institute, all is well.”",
        "NATO and the United Nations met in Astana.",
        "The Economist Group was sold in 2015.",
        "Germany (2004) and France (2005) joined.",
        "In Kazakhstan, Weitz was a guest.",
        "The budget rose by 75 percent (Figure 3, 2007).",
    ],
)
def test_traps_are_none(words: str) -> None:
    assert lint(USED + "\n\n" + words).findings == ()


def test_an_entry_that_is_never_named() -> None:
    report = lint(
        "A claim (Weitz, 2006), (Cooley & Heathershaw, 2017), (Ministry of Defence, 2007) and (Sadykova, 2011, 2013)."
    )
    assert [(finding.rule, finding.target) for finding in report.findings] == [
        ("uncited-entry", (5,)),
        ("uncited-entry", (6,)),
    ]


def test_a_duplicate() -> None:
    text = "It is (Weitz, 2006).\n\nReferences\n\nWeitz, R. (2006). Averting a new great game. Survival, 3.\n\nWeitz, Richard (2006). Averting a New Great Game. Survival, 3.\n"
    document = read(text.encode(), "a.txt")
    assert isinstance(document, Document)
    assert [(finding.rule, finding.target) for finding in check(document).findings] == [("duplicate-entry", (0, 1))]


def test_without_a_list_nothing_is_checked_and_one_finding_says_so() -> None:
    document = read(b"It is so (Weitz, 2006), and more (Olcott, 2002).\n", "a.txt")
    assert isinstance(document, Document)
    assert [finding.rule for finding in check(document).findings] == ["no-list"]
    plain = read(b"A read-me without sources.\n", "a.txt")
    assert isinstance(plain, Document)
    assert check(plain).findings == ()


def test_what_is_to_be_listed_without_a_mention_is_not_called_unused() -> None:
    items = (
        "\\bibitem{a} Abe, K. (2007). Straits. London: Hurst.\n\n\\bibitem{c} Cole, J. (2011). Grain. London: Hurst.\n"
    )
    text = f"It is \\cite{{a}}. {{}}\n\n\\begin{{thebibliography}}{{9}}\n{items}\\end{{thebibliography}}\n"
    for words, found in (("", ["uncited-entry"]), ("\\nocite{c}", []), ("\\nocite{*}", [])):
        document = read(text.replace("{}", words, 1).encode(), "a.tex")
        assert isinstance(document, Document)
        assert [finding.rule for finding in check(document).findings] == found


@pytest.mark.parametrize(
    ("words", "name", "rules"),
    [
        ("Ports matter \\citep[3]{abe2007}.", "a.tex", ["no-list"]),
        ("Ports matter [see @abe2007, p. 3; @cole2011].", "a.md", ["no-list"]),
        ("Ports matter \\nocite{abe2007} \\ref{abe}.", "a.tex", []),
        ("Install [@babel/core](https://example.org) and [@abe](https://example.org/abe), says @abe2007.", "a.md", []),
    ],
)
def test_keys_without_a_library_were_not_checked(words: str, name: str, rules: list[str]) -> None:
    assert [finding.rule for finding in lint_alone(words, name).findings] == rules


@pytest.mark.parametrize(
    ("note", "links"),
    [
        ("Aiko Mori, *Straits*, 12.", "unlisted-mention"),
        ("Aiko Jun Mori, *Straits*, 12.", "unlisted-mention"),
        ("Aiko Mori, Straits and Navies (Kyoto: Hoshi, 2001), 12.", "unlisted-mention"),
        ("Aiko Mori, who kept the books (see 12).", ""),
        ("Steppe Banking Union, “Melting Banks,” 9.", ""),
        ("Marat Osapnov, “Melting Banks,” 9.", "misspelled-name"),
    ],
)
def test_the_author_of_a_note(note: str, links: str) -> None:
    text = (
        f"It began with a loan.[^1]\n\n[^1]: {note}\n\n"
        "## Bibliography\n\nSteppe Banking Union. “Melting Banks.” Almaty, 2010.\n\n"
        "Ospanov, Marat. “Melting Banks.” *Steppe Review* 12, no. 3 (2010): 1-19.\n"
    )
    found = [finding.rule for finding in lint_alone(text, "a.md").findings if finding.rule != "uncited-entry"]
    assert found == ([links] if links else [])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It is so (“Night Trains”; “Grain and Rail”).", []),
        ("It is so (“Ports of the Far North”).", ["unlisted-mention"]),
        ("It is so (“the office”).", []),
        ("The Port Authority of Berbera (“the Port Authority”) said so.", []),
    ],
)
def test_titles_in_brackets(words: str, found: list[str]) -> None:
    used = "It holds (“Night Trains”), still (“Grain and Rail”), again (“Salt Roads”). "
    sources = "\n\nWorks Cited\n\n“Grain and Rail.” *The Steppe*, 3 May 2011.\n\n“Night Trains.” *The Steppe*, 4 May 2011.\n\n“Salt Roads.” *The Steppe*, 5 May 2011.\n"
    assert [finding.rule for finding in lint_alone(used + words + sources, "a.md").findings] == found


@pytest.mark.parametrize(("words", "found"), [("[2]", []), ("[1, 3]", ["unlisted-mention"]), ("[4]", [])])
def test_a_number_that_the_list_leaves_out(words: str, found: list[str]) -> None:
    sources = "".join(
        f"\n\n[{number}] {name}, A. ({year}). Ports and rails. London: Hurst."
        for number, name, year in ((1, "Abe", 2007), (2, "Cole", 2011), (4, "Dee", 2001), (5, "Weitz", 2006))
    )
    text = f"It is so [1], [2], [4], [5] and {words}.\n\n## References{sources}\n"
    assert [finding.rule for finding in lint_alone(text, "a.md").findings] == found


def lint_alone(words: str, name: str) -> Report:
    document = read(words.encode(), name)
    assert isinstance(document, Document)
    return check(document)


def test_where_notes_are_the_list_running_text_need_not_tell_works_apart() -> None:
    notes = (
        "\n\n[^1]: Ruth Gathoni, *Bonds of the Protectorate* (Nairobi: Kijabe Press, 1998), 12.\n"
        "[^2]: Ruth Gathoni, *Sisal and Silence* (Nairobi: Kijabe Press, 2004), 3.\n"
        "[^3]: Marat Ospanov, *Melting Banks* (Almaty: Kitap, 2010), 9.\n"
    )
    text = (
        "It began with a loan.[^1] It ended with one.[^2] Others agree.[^3]\n\nIt was, as Ruth Gathoni argues, a debt."
        + notes
    )
    assert lint_alone(text, "a.md").findings == ()


@pytest.mark.parametrize(
    ("note", "rules"),
    [
        ("Ruth Gathoni, *Bonds of the Protectorate* (Nairobi: Kijabe Press, 1998), 12.", []),
        ("Ruth Gathoni, *Bonds of the Protectorate* (Nairobi: Kijabe Press, 1999), 12.", ["year-mismatch"]),
        ("Gathoni, *Bonds of the Protectorate*, 12 (written in 1999).", []),
        ("Gathoni, *Bonds*, 12; her diary (Nairobi, 1999).", []),
        ("Gathoni, *Bonds* (Nairobi, 1999), 12.", []),
        ("Ospanov, “Melting Banks,” *Steppe Review* 12, no. 3 (May 2011): 9.", ["year-mismatch"]),
        ("Ospanov, “Melting Banks,” *Steppe Review*, May 3, 2011.", ["year-mismatch"]),
        ("Ospanov, “Melting Banks,” seen on May 3, 2011.", []),
    ],
)
def test_the_year_of_a_note(note: str, rules: list[str]) -> None:
    text = (
        f"It began with a loan.[^1] It ended with one.[^2]\n\n[^1]: {note}\n[^2]: Ospanov, “Melting Banks,” 9.\n\n"
        "## Bibliography\n\nGathoni, Ruth. *Bonds of the Protectorate*. Nairobi: Kijabe Press, 1998.\n\n"
        "Ospanov, Marat. “Melting Banks.” *Steppe Review* 12, no. 3 (2010): 1-19.\n"
    )
    found = [finding.rule for finding in lint_alone(text, "a.md").findings if finding.rule != "uncited-entry"]
    assert found == rules
