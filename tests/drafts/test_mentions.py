"""Words of a draft -> the mentions in them, with their links: one row a shape or a trap."""

from __future__ import annotations

import pytest

from refcli.documents import Document, read
from refcli.drafts import Ambiguous, Cites, Link, Misspelled, Unchecked, Unknown, WrongYear
from refcli.lint import check

LIST = """

## References

Weitz, R. (2006). Averting a new great game in Central Asia. Washington Quarterly, 29(3), 155-167.

Cooley, A., & Heathershaw, J. (2017a). Dictators without borders. New Haven: Yale University Press.

Cooley, A., & Heathershaw, J. (2017b). Offshore Central Asia. Survival, 59(2), 31-50.

Ministry of Defence [MoD]. (2007). Military reform in brief. Astana: MoD.

Sadykova, A. (2011, May 3). Rail link opens in the west. Eurasia Daily Monitor.

Sadykova, A. (2013, June 9). Port budget runs dry. Eurasia Daily Monitor.

Kunanbaev, N. (2010). Steppe and state. Almaty: Kitap.

de Waal, T. (2010). The Caucasus: An introduction. Oxford: Oxford University Press.

Human Rights Watch. (2012). Striking oil, striking workers: Violations of labour rights in the oil sector. New York: HRW.

RAND Corporation. (2016). Reinforcing deterrence on the eastern flank. Santa Monica, CA: RAND.

Hoffmann-Lange, U. (2001). Elites and democracy. Comparative Politics, 12, 1-20.

Okonkwo, C., Adeyemi, B., & Bello, T. (2019). Ports and power in West Africa. African Affairs, 118, 200-221.

World Bank. (2015). Doing business in landlocked states. Washington, DC: World Bank.

Reuters. (2014, March 12). Tanker stopped off the coast.

Marx, K. (1990). Capital (original work published 1867). London: Penguin.

Guzmán, J. (2018). Agua y minas. Santiago: LOM.

Olcott, M. B. (n.d.). Notes on a frontier. Retrieved from http://example.org/olcott

Le Clézio, J. (1994). Sailing home. Paris: Gallimard.
"""
(WEITZ, COOLEY_A, COOLEY_B, MOD, SADYKOVA_11, SADYKOVA_13, KUNANBAEV, DE_WAAL, HRW, RAND, HOFFMANN, OKONKWO, BANK, REUTERS, MARX, GUZMAN,
 OLCOTT, LE_CLEZIO) = range(18)  # fmt: skip

Short = tuple[str, str, tuple[int, ...]]


def found(words: str, name: str = "draft.md", sources: str = LIST) -> list[Short]:
    """Kind, link and targets of each mention."""
    document = read((words + sources).encode(), name)
    assert isinstance(document, Document)
    report = check(document)
    return [(mention.kind, _link(mention.link), mention.targets) for mention in report.mentions]


def _link(link: Link) -> str:
    match link:
        case Cites():
            return "cites"
        case Ambiguous():
            return "ambiguous"
        case Misspelled():
            return "misspelled"
        case WrongYear():
            return "year"
        case Unknown():
            return "unknown"
        case Unchecked():
            return "unchecked"


def cites(kind: str, *targets: int) -> Short:
    return (kind, "cites", targets)


P, N, B = "parenthetical", "narrative", "outlet-attribution"


@pytest.mark.parametrize(
    ("words", "mentions"),
    [
        ("So it is (Weitz, 2006).", [cites(P, WEITZ)]),
        ("So it is (Weitz 2006).", [cites(P, WEITZ)]),
        ("So it is [Weitz 2006].", [cites(P, WEITZ)]),
        ("So it is (Weitz, 2006, p. 155).", [cites(P, WEITZ)]),
        ("So it is (Weitz, 2006: 155-7).", [cites(P, WEITZ)]),
        ("So it is (see Weitz, 2006).", [cites(P, WEITZ)]),
        ("So it is (e.g., Weitz, 2006).", [cites(P, WEITZ)]),
        ("So it is (cf. Weitz 2006; World Bank 2015).", [cites(P, WEITZ), cites(P, BANK)]),
        ("So it is (R. Weitz, 2006).", [cites(P, WEITZ)]),
        ("So it is (Weitz, R., 2006).", [cites(P, WEITZ)]),
        ("So it is (WEITZ, 2006).", [cites(P, WEITZ)]),
        ("So it is (Weitz 2006, 155; see also Cooley & Heathershaw, 2017a).", [cites(P, WEITZ), cites(P, COOLEY_A)]),
        ("So it is (Cooley and Heathershaw 2017b).", [cites(P, COOLEY_B)]),
        ("So it is (Cooley et al., 2017a).", [cites(P, COOLEY_A)]),
        ("So it is (Cooley & Heathershaw, 2017).", [(P, "ambiguous", (COOLEY_A, COOLEY_B))]),
        ("So it is (Cooley & Heathershaw, 2017a, 2017b).", [cites(P, COOLEY_A, COOLEY_B)]),
        ("So it is (Sadykova, 2011, 2013).", [cites(P, SADYKOVA_11, SADYKOVA_13)]),
        ("So it is (Sadykova 2011; 2013).", [cites(P, SADYKOVA_11, SADYKOVA_13)]),
        ("So it is (Ministry of Defence [MoD], 2007).", [cites(P, MOD)]),
        ("So it is (MoD, 2007).", [cites(P, MOD)]),
        ("So it is (Human Rights Watch, 2012).", [cites(P, HRW)]),
        ("So it is (HRW 2012).", [cites(P, HRW)]),
        ("So it is (RAND Corporation, 2016).", [cites(P, RAND)]),
        ("So it is (Hoffmann-Lange, 2001).", [cites(P, HOFFMANN)]),
        ("So it is (Hoffmann–Lange, 2001).", [cites(P, HOFFMANN)]),
        ("So it is (de Waal, 2010).", [cites(P, DE_WAAL)]),
        ("So it is (De Waal 2010).", [cites(P, DE_WAAL)]),
        ("So it is (Okonkwo, Adeyemi, & Bello, 2019).", [cites(P, OKONKWO)]),
        ("So it is (Okonkwo et al. 2019).", [cites(P, OKONKWO)]),
        ("So it is (Okonkwo and others, 2019).", [cites(P, OKONKWO)]),
        ("So it is (Guzman, 2018).", [cites(P, GUZMAN)]),
        ("So it is (Qunanbayev, 2010).", [cites(P, KUNANBAEV)]),
        ("So it is (Marx, 1867).", [cites(P, MARX)]),
        ("So it is (Marx, 1867/1990).", [cites(P, MARX)]),
        ("So it is (Olcott, n.d.).", [cites(P, OLCOTT)]),
        ("So it is (World Bank, 2015, ch. 2).", [cites(P, BANK)]),
        ("So it is (Reuters, 2014).", [cites(P, REUTERS)]),
        ("So it is (Reuters, March 12, 2014).", [cites(P, REUTERS)]),
        ("So it is (“Rail link opens,” 2011).", [cites(P, SADYKOVA_11)]),
        ("So it is (quoted in Weitz, 2006).", [cites(P, WEITZ)]),
        ("So it is (Weitz,\n2006).", [cites(P, WEITZ)]),
        ("It was so (as Weitz, 2006, shows).", [cites(P, WEITZ)]),
        ("So it is (Weits, 2006).", [(P, "misspelled", (WEITZ,))]),
        ("So it is (Cooley & Heathershow, 2017a).", [(P, "misspelled", (COOLEY_A,))]),
        ("So it is (Weitz, 2009).", [(P, "year", (WEITZ,))]),
        ("So it is (World Bank, 2011).", [(P, "year", (BANK,))]),
        ("So it is (Laruelle, 2015).", [(P, "unknown", ())]),
        ("So it is (Laruelle & Peyrouse, 2015; Weitz, 2006).", [(P, "unknown", ()), cites(P, WEITZ)]),
        ("So it is (International Crisis Group, 2010).", [(P, "unknown", ())]),
        ("So it is (UNHCR, 2010).", [(P, "unknown", ())]),
        ("So it is (Weitz 2006, Laruelle 2015).", [cites(P, WEITZ), (P, "unknown", ())]),
        ("They met (Bucharest 2008, Laruelle 2015).", []),
        ("So it is (Marx [1867] 1990, 12).", [cites(P, MARX)]),
        ("So it is (Weitz 2006, also see Okonkwo et al. 2019).", [cites(P, WEITZ), cites(P, OKONKWO)]),
        ("So it is (**Weitz**, 2006; **Laruelle et al.**, 2015).", [cites(P, WEITZ), (P, "unknown", ())]),
        (
            "So it is (Weitz). More is (Marx), and more (Okonkvo).",
            [cites(P, WEITZ), cites(P, MARX), (P, "misspelled", (OKONKWO,))],
        ),
    ],
)
def test_author_date_in_brackets(words: str, mentions: list[Short]) -> None:
    assert found(words) == mentions


@pytest.mark.parametrize(
    ("words", "mentions"),
    [
        ("Weitz (2006) argues so.", [cites(N, WEITZ)]),
        ("Richard Weitz (2006, 155) argues so.", [cites(N, WEITZ)]),
        ("Weitz’s (2006) account is long.", [cites(N, WEITZ)]),
        ("In Weitz (2006), it is.", [cites(N, WEITZ)]),
        ("As Cooley and Heathershaw (2017a) show, it is.", [cites(N, COOLEY_A)]),
        ("Okonkwo, Adeyemi and Bello (2019) show it.", [cites(N, OKONKWO)]),
        ("Okonkwo et al. (2019) show it.", [cites(N, OKONKWO)]),
        ("De Waal (2010) tells it.", [cites(N, DE_WAAL)]),
        ("The World Bank (2015) found it.", [cites(N, BANK)]),
        ("The Ministry of Defence (2007) wrote it.", [cites(N, MOD)]),
        ("RAND (2016) says so.", [cites(N, RAND)]),
        ("Human Rights Watch (2012) says so.", [cites(N, HRW)]),
        ("Olcott (2002) argues so.", [cites(N, OLCOTT)]),
        ("Laruelle (2015) argues so.", [(N, "unknown", ())]),
        ("Cooley and Heathershaw (2017a; 2017b) argue so.", [cites(N, COOLEY_A, COOLEY_B)]),
        ("Weitz (2009) argues so.", [(N, "year", (WEITZ,))]),
        ("According to Richard Weitz of the Hudson Institute, it is.", [cites(N, WEITZ)]),
        ("According to analyst Richard Weitz, it is.", [cites(N, WEITZ)]),
        ("As Richard Weitz notes, it is.", [cites(N, WEITZ)]),
        ("Thomas de Waal argues that it is.", [cites(N, DE_WAAL)]),
        ("Richard Weitz, a fellow at the Hudson Institute, argues that it is.", [cites(N, WEITZ)]),
        ("Richard Weitz has argued that it is.", [cites(N, WEITZ)]),
        ("Richard Weitz’s article covers it.", [cites(N, WEITZ)]),
        ("An article by Richard Weitz covers it.", [cites(N, WEITZ)]),
        ("Richard Weitz argues so. Mr. Weitz writes more.", [cites(N, WEITZ), cites(N, WEITZ)]),
        ("Cooley and Heathershaw argue that it is.", [(N, "ambiguous", (COOLEY_A, COOLEY_B))]),
        ("“It is,” writes Richard Weitz.", [cites(N, WEITZ)]),
        ("As Ulrike Hoffmann-Lange writes, it is.", [cites(N, HOFFMANN)]),
        ("As Jose Guzman notes, it is.", [cites(N, GUZMAN)]),
        ("As Aliya Sadykova notes, it is.", [(N, "ambiguous", (SADYKOVA_11, SADYKOVA_13))]),
        ("As Aliya Sadykova notes, it is (Sadykova, 2013).", [cites(N, SADYKOVA_13), cites(P, SADYKOVA_13)]),
        ("Sadykova (2011) begins. As Aliya Sadykova notes, it is.", [cites(N, SADYKOVA_11), cites(N, SADYKOVA_11)]),
        ("In her 2013 article, Aliya Sadykova notes it.", [cites(N, SADYKOVA_13)]),
        ("As Aliya Sadikowa notes, it is.", [(N, "misspelled", (SADYKOVA_11, SADYKOVA_13))]),
        ("According to Boris Weitz, it is.", [(N, "unknown", ())]),
        ("According to Sean Roberts, it is.", [(N, "unknown", ())]),
        ("According to Sean Roberts, it is (Weitz, 2006).", [(N, "unchecked", ()), cites(P, WEITZ)]),
        ("According to Senator Angus King of Maine, it is.", [(N, "unchecked", ())]),
        ("Human Rights Watch reported that it is.", [cites(B, HRW)]),
        ("HRW found that it is.", [cites(B, HRW)]),
        ("Human Rights Watch data tell it.", [cites(B, HRW)]),
        ("According to the World Bank, it is.", [cites(B, BANK)]),
        ("A 2016 RAND report tells it.", [cites(B, RAND)]),
        ("A 2014 RAND report tells it.", [(B, "year", (RAND,))]),
        ("Reuters reported on March 12 that it is.", [cites(B, REUTERS)]),
        ("A report by the Ministry of Defence tells it.", [cites(B, MOD)]),
        ("The Eurasia Daily Monitor reported it.", [(B, "ambiguous", (SADYKOVA_11, SADYKOVA_13))]),
        ("The Eurasia Daily Monitor reported on May 3, 2011 that it is.", [cites(B, SADYKOVA_11)]),
        ("The New York Times reported on May 3 that it is.", [(B, "unknown", ())]),
        ("A 2019 GAO report recommends it.", [(B, "unknown", ())]),
        ("The CIA and FBI concluded that it is.", [(B, "unchecked", ())]),
        ("It uses data from the Northern Institute of Harbours.", [(B, "unchecked", ())]),
        ("It uses a study by the Northern Institute of Harbours.", [(B, "unknown", ())]),
        ("A recent study found that it is.", [(B, "unchecked", ())]),
        ("A recent study found that it is (Weitz, 2006).", [cites(P, WEITZ)]),
        ("The January 2010 issue of Foreign Affairs has it.", [(B, "unknown", ())]),
        ("The May 2011 issue of Eurasia Daily Monitor has it.", [cites(B, SADYKOVA_11)]),
        ("Richard Weitz gave the credit to oil.", [cites(N, WEITZ)]),
        ("Richard Weits gave the credit to oil.", []),
        ("Sadykoba treats more than oil.", [(N, "misspelled", (SADYKOVA_11, SADYKOVA_13))]),
        ("Weits treats more than oil.", []),
        ("Okonkwo and Adeyemi gave the credit to oil.", [cites(N, OKONKWO)]),
        ("Okonkwo, Adeyemi and Bello go further.", [cites(N, OKONKWO)]),
        ("Weitz, for his part, was in the room (Weitz, 2006).", [cites(N, WEITZ), cites(P, WEITZ)]),
        ("Her teacher, Richard Weitz, wrote it down.", [cites(N, WEITZ)]),
        ("As Li (2015) had argued, it is.", [(N, "unknown", ())]),
        ("According to Human Rights Watch (HRW, 2012), it is.", [cites(B, HRW)]),
        ("Boris Petrenko has argued that it is.", [(N, "unchecked", ())]),
        ("The World Bank has released no report on it.", []),
        ("The World Bank expects it.", [cites(B, BANK)]),
        ("World Bank economists expect it.", [cites(B, BANK)]),
        ("The World Bank, which warned of it, is alone.", [cites(B, BANK)]),
        ("Nobody knows, says the World Bank.", [cites(B, BANK)]),
        ("Human Rights Watch’s statement tells it.", [cites(B, HRW)]),
        ("It is favoured by the World Bank.", [cites(B, BANK)]),
        ("The Regional Bank of Countries without a Sea (WB) lends. The WB lends.", []),
        ("The columns of the World Bank say it.", []),
        ("A column in Foreign Affairs gives a date.", []),
        ("The Economist called it a slip.", [(B, "unknown", ())]),
        ("The Economist ran ahead of it.", []),
        ("Okonkwo, et. al. (2019) show it.", [cites(N, OKONKWO)]),
        ("It is told by Le Clézio (1994).", [cites(N, LE_CLEZIO)]),
        ("Le Clézio (1994) tells it.", [cites(N, LE_CLEZIO)]),
        ("It holds.[^1]\n\n[^1]: As reported in The New York Times, https://example.org/nyt.", [(B, "unchecked", ())]),
        ("It holds.^[As reported in *The New York Times*, <https://example.org/nyt>.]", [(B, "unchecked", ())]),
        ("It holds.^[As reported in *The New York Times*.]", [(B, "unknown", ())]),
        ("**Weitz** (2006) argues so.", [cites(N, WEITZ)]),
        ("> All is labour.\n>\n> — Karl Marx ([1867] 1990)", [cites(N, MARX)]),
        ("The Cooley-Heathershaw (2017a) thesis holds.", [cites(N, COOLEY_A)]),
        (
            "It is so (Cooley & Heathershaw, 2017b). The Cooley-Heathershaw thesis holds.",
            [cites(P, COOLEY_B), cites(N, COOLEY_B)],
        ),
        ("The models of Sadykova and Weitz (and others) differ.", []),
        ("Both Kunanbaev and Weitz differ.", [cites(N, KUNANBAEV, WEITZ)]),
        ("Globally, Weitz and Laruelle (2006) count ten.", [cites(N, WEITZ)]),
        ("Regionally, Okonkwo, Adeyemi, and Bello (2019) count ten.", [cites(N, OKONKWO)]),
        ("This led Dean and Laruelle (2015) to propose it.", [(N, "unknown", ())]),
        ("Okonkwo (2019) begins.\n\nOkonkwo uses more.", [cites(N, OKONKWO), cites(N, OKONKWO)]),
        ("Sadykova (2011) begins.\n\nSadykova argues more.", [cites(N, SADYKOVA_11), cites(N, SADYKOVA_11)]),
        ("Karl Marx’s *Capital* (Lantern, 1990) is long.", [cites(N, MARX), cites(P, MARX)]),
        ("Karl Marx wrote a lot (Laruelle, 1990).", [cites(N, MARX), (P, "unknown", ())]),
        ("Karl Marx (1867–1894) told it.", [cites(N, MARX)]),
        ("They differ (cf. Weitz (2006), Laruelle (2015)).", [cites(N, WEITZ), (N, "unknown", ())]),
        ("So do Laruelle (2015) and Weitz (2006).", [(N, "unknown", ()), cites(N, WEITZ)]),
        ("Germany (2004) and Weitz (2006) differ.", [cites(N, WEITZ)]),
        ("Окончательно: Weitz и Laruelle (2006).", [(N, "cites", (WEITZ,))]),
        (
            "It was told at length:\n\n> Port and rail, rail and port (Weitz, 2006).",
            [cites("quotation", WEITZ), cites(P, WEITZ)],
        ),
        ("Weitz (2006) says:\n\n> Port and rail.", [cites(N, WEITZ), cites("quotation", WEITZ)]),
        ("It is (Weitz, 2006).\n\n## Notes:\n\n" + "word " * 30, [cites(P, WEITZ)]),
        ("It has ends (Weitz, 2006):\n\n1. " + "word " * 30, [cites(P, WEITZ)]),
    ],
)
def test_running_text(words: str, mentions: list[Short]) -> None:
    assert found(words) == mentions


@pytest.mark.parametrize(
    "words",
    [
        "As of 2004, NATO has enabled a school.",
        "In May (2004) the port opened.",
        "It ended soon (May 2004).",
        "It ended soon (in 2004).",
        "The law (Act No. 5, 2004) passed.",
        "The law (Article 272) passed.",
        "The law (Regulation 2016/679) passed.",
        "He governed long (1991-2019).",
        "Nursultan Nazarbayev (1940-2030) governed.",
        "Germany (2004) and France (2005) joined.",
        "They met (Bucharest, 2008).",
        "They met (Bucharest Summit, 2008).",
        "The war (Georgia, 2008) was short.",
        "The film (Borat, dir. L. Charles) was a hit.",
        "The Orange Revolution (2004) came.",
        "Table 2 (2007) shows it.",
        "The budget rose (Figure 3, 2007).",
        "It grew (FY 2007).",
        "It grew (Q1 2007).",
        "Mr. Berdiev appointed a deputy.",
        "President Berdiev said that it is.",
        "Defence Minister Daniel Osmanov said that it is.",
        "“It is,” said Defence Minister Daniel Osmanov.",
        "According to our study, it is.",
        "According to the plan, it is.",
        "According to Moscow, it is.",
        "According to Article 5, it is.",
        "NATO and the United Nations met.",
        "The United States said that it is.",
        "The Pentagon announced it.",
        "Ambassador Richard Weitz was a guest.",
        "In Kazakhstan, Weitz was a guest.",
        "Write to weitz@example.org or see http://example.org/Olcott_(2002).",
        "Code: `(Olcott, 2002)`.",
        "> According to Ivan Petrenko of the Steppe Institute, all is well.",
        "He said: “According to Ivan Petrenko of the Steppe Institute, all is well.”",
        "Follow @weitz on the net.",
        "The area is 30 km² and more.",
        "See [1](http://example.org) and [2].",
        "The list [sic] of [2007] is long.",
        "The Economist Group was sold in 2015.",
        "Snowden, a former contractor, revealed it in 2013.",
        "The ministry reports to Parliament.",
        "It grew (interviews, Almaty, July 2009; Nazareti, August 2009).",
        "It is law (BSI-KritisV, 2016).",
        "They left (the thirty-nine of Essex, in 2019, did not).",
        "Karl Brand, who heads the bank, said so.",
        "See the [PortFest 2020 programme](https://example.org/portfest) for more.",
        "## Acknowledgements\n\nWe thank Richard Weitz and Karl Marx for their patience.",
        "Acknowledgements: We thank Richard Weitz, who argued with us.",
        "## About the authors\n\nAnn Reed wrote Notes on a Frontier (2002) and advises the World Bank.",
        "Suggested citation: Reed, A., and Ferrer, B. (2021). A port too far. Paper 7.",
        "The views expressed here do not necessarily reflect the views of the World Bank.",
        "She works for the Regional Development Bank. Her research is on ports.",
        "Richard Weitz (1894–1985) led the bank. Weitz believed in it, and Weitz wrote to all.",
        "It is in the Law Report (41 Pub. Cont. W.E. 149).",
    ],
)
def test_traps(words: str) -> None:
    assert found(words) == []


MANY = "It is so (Weitz, 2006; Sadykova, 2011; Kunanbaev, 2010; de Waal, 2010; Okonkwo et al., 2019; Marx, 1990; Guzmán, 2018). "


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("The curve was drawn by Ostrow (2009) and bends.", ["Ostrow (2009)"]),
        ("Here we follow Ostrow (2009).", ["Ostrow (2009)"]),
        ("The flood reached Ostrow (2009) and Sava (2011).", []),
        ("The camp was closed by Christmas (2009).", []),
        ("Ostrow (2009) trialled the maps of six ports.", ["Ostrow (2009)"]),
        ("Ostrow (2009) and Sava (2011) are the worst of the floods.", []),
    ],
)
def test_names_and_years_in_a_draft_of_authors_and_dates(words: str, unknown: list[str]) -> None:
    document = read((MANY + words + LIST).encode(), "draft.md")
    assert isinstance(document, Document)
    mentions = check(document).mentions
    assert [m.span.of(document.text) for m in mentions if isinstance(m.link, Unknown)] == unknown


BODIES = """

## References

Brandt, J. (2019). Formulas at the labour office. AlgorithmWatch.

OSCE/ODIHR. (2013). Election observation mission final report. Warsaw.
"""


@pytest.mark.parametrize(
    ("words", "mentions"),
    [
        ("AlgorithmWatch argues that nothing was saved.", [("outlet-attribution", "cites", (0,))]),
        ("The OSCE’s mission noted gaps.", [("outlet-attribution", "cites", (1,))]),
    ],
)
def test_bodies_that_published_or_share_a_work(words: str, mentions: list[Short]) -> None:
    assert found(words, sources=BODIES) == mentions
