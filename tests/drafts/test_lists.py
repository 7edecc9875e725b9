"""A list and a draft -> what the two share: acronyms that the draft coins, short notes, twins, entries that nobody names."""

from __future__ import annotations

import pytest

from refcli.documents import Document, read
from refcli.drafts import Cites, Link, Misspelled
from refcli.lint import Report, check


def lint(words: str, name: str = "draft.md") -> Report:
    document = read(words.encode(), name)
    assert isinstance(document, Document)
    return check(document)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


LIST = """

## References

Customs and Border Protection. (2017). Device searches. Washington, DC.

Bundesamt für Sicherheit in der Informationstechnik. (2020). Lagebericht. Bonn.

Weitz, R. (2006). Averting a new great game. Washington Quarterly, 29(3), 155-167.

Weitz, R. (2010). Another great game. Washington Quarterly, 33(3), 15-16.

Office of the New York State Attorney General. (2018). Virtual Markets Integrity Initiative Report. Albany.
"""


def test_an_acronym_that_the_draft_coins() -> None:
    report = lint("Customs and Border Protection (CBP) searched them. CBP’s figures leave out Hawaii." + LIST)
    assert [mention.targets for mention in report.mentions] == [(0,)]


def test_a_translated_name_with_its_acronym() -> None:
    report = lint("The Federal Office for Information Security (BSI) said so." + LIST)
    assert [mention.targets for mention in report.mentions] == [(1,)]


def test_a_name_told_apart_by_its_year_keeps_no_other_work() -> None:
    report = lint(
        "It is so (Weitz, 2006). " * 2 + "CBP and BSI and the New York Attorney General’s office know it." + LIST
    )
    unused = [finding.target for finding in report.findings if finding.code == "REF201"]
    assert (3,) in unused
    assert (2,) not in unused
    assert (4,) not in unused


def test_a_co_author_in_a_citation_names_no_work_of_his_own() -> None:
    sources = (
        "\n\nReferences\n\nWeitz, R. (2010). Another great game. London: Kitap.\n\n"
        "Abe, K., & Weitz, R. (2008). Straits. London: Hurst.\n"
    )
    report = lint("It is so (Abe and Weitz 2008)." + sources)
    assert [finding.target for finding in report.findings if finding.code == "REF201"] == [(0,)]


@pytest.mark.parametrize(
    ("note", "targets"),
    [
        ("*Id.* at 45.", (1,)),
        ("*See id.* at 45.", (1,)),
        ("Gathoni, *supra* note 1, at 7.", (0,)),
        ("*See* Gathoni, *supra *note 1.", (0,)),
        ("Gathoni (n 1) 7.", (0,)),
    ],
)
def test_notes_that_point_back(note: str, targets: tuple[int, ...]) -> None:
    notes = (
        "[^1]: Ruth Gathoni, *Bonds of the Protectorate*, 18 Harv. J.L. & Tech. 319 (1998).\n"
        "[^2]: Marat Ospanov, *Melting Banks*, 34 Mich. L. Rev. 87 (2010).\n"
        f"[^3]: {note}\n[^4]: Aiko Mori, *Straits*, 13 Colum. L. Rev. 521 (2000).\n"
    )
    report = lint("It began with a loan.[^1] It ended with one.[^2] Others agree.[^3] It is known.[^4]\n\n" + notes)
    assert [mention.targets for mention in report.mentions if mention.kind == "note"][2] == targets


@pytest.mark.parametrize("heading", ["References", "## References"])
def test_numbered_notes_beside_a_list_without_numbers(heading: str) -> None:
    sources = "Abe, K. (2007). Straits. London: Hurst.\n\nCole, J. (2011). Grain. London: Hurst.\n\nDee, A. (2001). Rail. London: Hurst.\n"
    notes = "[1] Abe, Straits, 12.\n\n[2] Ibid., 14.\n\n[3] See Cole, Grain, 45.\n\n[4] The letters are lost.\n"
    text = "It was lost early.[1] It came back.[2] Grain came later.[3] Nobody asked.[4]\n\n"
    listed, noted = f"{heading}\n\n{sources}", f"Notes\n\n{notes}"
    for parts in ((listed, noted), (noted, listed), (listed, notes)):
        report = lint(text + "\n\n".join(parts))
        assert [mention.targets for mention in report.mentions if mention.kind == "note"][:3] == [(0,), (0,), (1,)]
        assert [finding.target for finding in report.findings] == [(2,)]


def test_notes_below_their_paragraphs() -> None:
    report = lint(
        "The first ship was lost, and with it the grain.[^1] The court held so.[^2]\n\n"
        "[^1]: Ruth Gathoni, *Bonds of the Protectorate* (Nairobi: Kijabe Press, 1998), 12.\n\n[^2]: Case C-7/11 Salt v Rail EU:C:2012:34, para 5.\n\n"
        "Others followed in the spring.[^3] Nobody had asked.[^4] The lords agreed.[^5]\n\n"
        "[^3]: ibid para 7.\n\n[^4]: Gathoni (n 1) 14.\n\n[^5]: *Port Board v Mori* [2009] UKSC 5.\n"
    )
    assert codes(report) == []
    assert [mention.targets for mention in report.mentions] == [(0,), (1,), (1,), (0,), (4,)]


def test_remarks_below_their_paragraphs_are_no_list() -> None:
    report = lint(
        "The first ship was lost.[^1] So it was said.[^2]\n\n[^1]: It had two masts.\n\n[^2]: In the port at least.\n\n"
        "Others followed.[^3]\n\n[^3]: In all, nine.\n"
    )
    assert report.entries == ()


def test_places_and_halves_of_titles_name_no_entry() -> None:
    sources = "\n\nReferences\n\nTorbakov, I. (2008). The Caspian Bed. Newton Abbot: Sluice.\n\nWeitz, R. (2006). A game. London: Kitap.\n"
    report = lint("The Caspian bed of Newton Abbot is deep (Weitz, 2006)." + sources)
    assert [finding.target for finding in report.findings if finding.code == "REF201"] == [(0,)]


def test_notes_may_repeat_a_work_in_short() -> None:
    report = lint(
        "# On hospitals\n\nThe first was locked in May.[^1] The second was locked in June.[^2] Nobody told them.[^3] The third paid.[^4]\n\n"
        "[^1]: Josephine Wolff, *Too Late to Tell* (Cambridge: MIT Press, 2018), 88.\n"
        "[^2]: Kevin Fu, “How We Climb Out,” *Health News*, 18 May 2017.\n"
        "[^3]: Wolff, *Too Late to Tell*, 90.\n"
        "[^4]: Martin Untersinger, “Le CHU de Rouen,” *Le Monde*, 18 November 2019.\n"
    )
    assert codes(report) == []
    assert [mention.targets for mention in report.mentions if mention.kind == "note"] == [(0,), (1,), (0,), (3,)]


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("Ruth Gathoni gave the credit to sisal.", Cites((0,))),
        ("Ruth Gatthoni gave the credit to sisal.", Misspelled("Gatthoni", "Gathoni", (0,))),
        ("Anna Gatthoni gave the credit to sisal.", None),
        ("Ambassador Ruth Gathoni wrote it down.", Cites((0,))),
        ("Ambassador Ruth Gathoni opened the bridge.", None),
        ("As Yuliya Shcherbakova notes, it is.", Cites((1,))),
        ("As Aleksandr Fedorov notes, it is.", Cites((2,))),
    ],
)
def test_whole_names(words: str, link: Link | None) -> None:
    sources = (
        "\n\nReferences\n\nGathoni, Ruth. Bonds of the Protectorate. Nairobi: Kijabe Press, 1998.\n\n"
        "Ščerbakova, Julija. Melting Banks. Yakutsk: Bichik, 2016.\n\nFyodorov, Alexandr. Banks. Yakutsk: Bichik, 2012.\n"
    )
    assert [mention.link for mention in lint(words + sources).mentions] == ([link] if link else [])


def test_twins_are_what_the_dedupe_command_finds() -> None:
    sources = (
        "\n\nReferences\n\nWeitz, R. (2006). Averting a new great game. Washington Quarterly, 29(3), 155-167.\n\n"
        "Weitz, Richard. (2006). Averting a New Great Game. *Washington Quarterly* 29 (3).\n"
    )
    assert codes(lint("It is so (Weitz, 2006)." + sources)) == ["REF202"]


SITES = """

## References

Dorn, J. (2011). Grain. London: Hurst.

Harlow v. Port of Anders, 512 U.S. 218 (1998). Supreme Court of the United States.

maps.harbour.example. n.d. About the maps. Accessed 3 May 2020. https://maps.harbour.example/about

Office of Harbours. (2019). Harbour Income Survey, Yearly Supplement (HIS YSUP). Oslo.

Weitz, R. and Blank, S. (2010). A thing. Journal of Things, 3, 1-2.
"""


@pytest.mark.parametrize(
    ("words", "unused"),
    [
        ("It is (Dorn, 2011). Since Harlow v. Port of Anders (1998) it is law.", (2, 3, 4)),
        ("It is (Dorn, 2011). In *Harlow v. Port of Anders*, and not in Doe v. Reed, it became law.", (2, 3, 4)),
        ("It is (Dorn, 2011). The maps of maps.harbour.example are old.", (1, 3, 4)),
        ("It is (Dorn, 2011). Incomes are those of HIS YSUP (2019).", (1, 2, 4)),
        ("It is (Dorn, 2011). The Weitz-Blank curve bends.", (1, 2, 3)),
    ],
)
def test_cases_sites_and_joined_names_are_named(words: str, unused: tuple[int, ...]) -> None:
    found = [i for finding in lint(words + SITES).findings if finding.code == "REF201" for i in finding.target]
    assert tuple(found) == unused


def test_cases_are_linked() -> None:
    report = lint("Since Harlow v. Port of Anders (1998) it is law. In Doe v. Reed (2004) it was not." + SITES)
    assert [(mention.link, mention.span.of(report.document.text)) for mention in report.mentions] == [
        (Cites((1,)), "Harlow v. Port of Anders (1998)")
    ]


FILLER = "The trains of the north are slow in winter, and nobody who lives there would have them faster. " * 5
CHAPTERS = """
# Ports

Ports matter (Dorn, 2011; Weitz & Blank, 2010).

## References

Dorn, J. (2011). Grain. London: Hurst.

Weitz, R., & Blank, S. (2010). A thing. Journal of Things, 3, 1-2.

# Trains

{filler}

{words} {filler}

{heading}

Dorn, J. (2011). Grain. London: Hurst.

Tamm, M. (2015). Rails in the snow. Journal of Trains, 7, 10-22.

Vaher, P. (2018). Quiet trains. Tartu: Kask.
"""


@pytest.mark.parametrize(
    ("words", "heading", "reported"),
    [
        ("Trains matter (Dorn, 2011; Tamm, 2015; Vaher, 2018).", "## References", []),
        ("Trains matter (Dorn, 2011; Tamm, 2015; Vaher, 2018).", "## Reference list (Harvard style)", []),
        ("Trains matter (Dorn, 2011; Tamm, 2015; Org, 2018).", "## References", ["REF101", "REF201"]),
    ],
)
def test_each_chapter_may_have_a_list(words: str, heading: str, reported: list[str]) -> None:
    assert codes(lint(CHAPTERS.format(words=words, heading=heading, filler=FILLER))) == reported


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("Love is a verb (hooks, 2000).", [(0,)]),
        ("Numbers are (statlab, n.d.; Weitz, 2006).", [(1,), (2,)]),
        ("It grew (since 2000) and shrank (about, 2000).", []),
    ],
)
def test_small_names(words: str, targets: list[tuple[int, ...]]) -> None:
    sources = (
        "\n\n## References\n\nhooks, b. (2000). All about love. New York: Morrow.\n\n"
        "statlab. (n.d.). Tables of ports. Retrieved 3 May 2020 from https://example.org/statlab\n\n"
        "Weitz, R. (2006). Averting a new great game. Washington Quarterly, 29(3), 155-167.\n"
    )
    assert [mention.targets for mention in lint(words + sources).mentions] == targets
