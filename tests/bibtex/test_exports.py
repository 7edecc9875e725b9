"""How Zotero, Better BibTeX, JabRef and Mendeley export the sources of policy writers, and what each export says in CSL.

The exports are written by us after each program's way: its entry types, the fields it adds, its braces and escapes.
"""

from __future__ import annotations

from typing import Any

import pytest

from refcli.bibtex import BibEntry, read

AMES = [{"family": "Ames", "given": "Ann"}]


def date(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


ZOTERO = [
    # BibTeX
    (
        """@article{ames_port_2019, title = {Port strike enters second week}, issn = {0261-3077}, url = {https://www.theguardian.com/a\\_b},
        journal = {The Guardian}, author = {Ames, Ann}, month = oct, year = {2019}, note = {Section: World news}, keywords = {Ports, Strikes}, chapter = {World news},
        urldate = {2021-02-03}, file = {Snapshot:/home/a/Zotero/storage/AB12/x.html:text/html}}""",
        {"type": "article-newspaper", "title": "Port strike enters second week", "ISSN": "0261-3077", "URL": "https://www.theguardian.com/a_b",
         "container-title": "The Guardian", "author": AMES, "issued": date(2019, 10), "note": "Section: World news", "keyword": "Ports, Strikes",
         "chapter-number": "World news", "accessed": date(2021, 2, 3)},
    ),
    (
        """@techreport{ames_cables_2020, address = {London}, type = {Policy {Brief}}, title = {Cables and {Sovereignty}}, institution = {Chatham House},
        number = {7}, author = {Ames, Ann and {Royal Institute of International Affairs}}, month = feb, year = {2020}, pages = {24}}""",
        {"type": "report", "publisher-place": "London", "genre": "Policy Brief", "title": "Cables and Sovereignty", "publisher": "Chatham House", "number": "7",
         "author": [*AMES, {"literal": "Royal Institute of International Affairs"}], "issued": date(2020, 2), "page": "24"},
    ),
    (
        """@misc{noauthor_country_2022, title = {Country profile: {Moldova}}, url = {https://www.bbc.co.uk/news/1}, abstract = {A short history.},
        language = {en-GB}, urldate = {2023-01-02}, journal = {BBC News}, month = mar, year = {2022}}""",
        {"type": "webpage", "title": "Country profile: Moldova", "URL": "https://www.bbc.co.uk/news/1", "abstract": "A short history.", "language": "en-GB",
         "accessed": date(2023, 1, 2), "container-title": "BBC News", "issued": date(2022, 3)},
    ),
    (
        "@phdthesis{ames_oil_2009, address = {Leeds}, title = {Oil {Rents}}, school = {University of Leeds}, author = {Ames, Ann}, year = {2009}}",
        {"type": "thesis", "genre": "PhD thesis", "publisher-place": "Leeds", "title": "Oil Rents", "publisher": "University of Leeds", "author": AMES, "issued": date(2009)},
    ),
    # biblatex
    (
        """@article{amesLetter2024, entrysubtype = {magazine}, title = {Letter from {{Tbilisi}}}, author = {Ames, Ann}, date = {2024-05-20}, journaltitle = {The New Yorker},
        url = {https://www.newyorker.com/x}, urldate = {2024-06-01}, langid = {american}}""",
        {"type": "article-magazine", "title": "Letter from Tbilisi", "author": AMES, "issued": date(2024, 5, 20), "container-title": "The New Yorker",
         "URL": "https://www.newyorker.com/x", "accessed": date(2024, 6, 1), "language": "en-US"},
    ),
    (
        "@jurisdiction{Barros2014, title = {Barros v. Minister}, author = {{Supreme Court}}, date = {2014-05-19}, number = {11-345}}",
        {"type": "legal_case", "title": "Barros v. Minister", "author": [{"literal": "Supreme Court"}], "issued": date(2014, 5, 19), "number": "11-345"},
    ),
    (
        "@legislation{Act2012, title = {Foreign Agents Act}, date = {2012-07-20}, number = {44}, location = {Moscow}}",
        {"type": "legislation", "title": "Foreign Agents Act", "issued": date(2012, 7, 20), "number": "44", "publisher-place": "Moscow"},
    ),
]  # fmt: skip

BETTER_BIBTEX = [
    (
        """@online{ames:what:2022, title = {What the Vote Means}, author = {Ames, Ann}, date = {2022-04-04}, url = {https://carnegieeurope.eu/x}, organization = {Carnegie Europe},
        ids = {amesWhat}, shorttitle = {The Vote}, titleaddon = {Strategic Europe}}""",
        {"type": "webpage", "title": "What the Vote Means", "author": AMES, "issued": date(2022, 4, 4), "URL": "https://carnegieeurope.eu/x",
         "publisher": "Carnegie Europe", "title-short": "The Vote", "container-title": "Strategic Europe"},
    ),
    (
        """@misc{ames:gap:2021, title = {The Gap}, author = {Ames, Ann}, date = {2021}, howpublished = {https://example.org/gap}}""",
        {"type": "webpage", "title": "The Gap", "author": AMES, "issued": date(2021), "URL": "https://example.org/gap"},
    ),
    (
        """@article{ames:tariffs:2018, title = {Carbon Tariffs}, author = {family=Ames, given=Ann and family=Gaulle, given=C., prefix=de, useprefix=true}, date = {2018}, journaltitle = {World Economy Review},
        shortjournal = {World Econ. Rev.}, volume = {41}, number = {3}, pages = {733--760}, doi = {10.5555/wer.1}, pubstate = {prepublished}}""",
        {"type": "article-journal", "title": "Carbon Tariffs", "author": [*AMES, {"family": "Gaulle", "given": "C.", "non-dropping-particle": "de"}], "issued": date(2018),
         "container-title": "World Economy Review", "container-title-short": "World Econ. Rev.", "volume": "41", "issue": "3", "page": "733–760", "DOI": "10.5555/wer.1", "status": "pre-published"},
    ),
]  # fmt: skip

JABREF = [
    (
        """@Article{Ames2014,
  author           = {Ann Ames},
  date             = {2014-05-07},
  journaltitle     = {Eurasia Daily Monitor},
  title            = {Kazakhstan and the {S}ilk {R}oad},
  number           = {85},
  volume           = {11},
  comment          = {Good on rail.},
  comment-amina    = {See chapter 2.},
  creationdate     = {2024-01-02T10:00:00},
  file             = {:papers/ames.pdf:PDF},
  groups           = {Rail, Asia},
  modificationdate = {2024-01-03T10:00:00},
  owner            = {amina},
  printed          = {printed},
  priority         = {prio1},
  ranking          = {rank4},
  readstatus       = {read},
  timestamp        = {2024-01-02},
}""",
        {"type": "article-magazine", "author": AMES, "issued": date(2014, 5, 7), "container-title": "Eurasia Daily Monitor", "title": "Kazakhstan and the Silk Road",
         "issue": "85", "volume": "11", "annote": "Good on rail."},
    ),
    (
        "@Thesis{Ames2010, author = {Ames, Ann}, date = {2010}, institution = {LSE}, title = {T}, type = {mathesis}}",
        {"type": "thesis", "author": AMES, "issued": date(2010), "publisher": "LSE", "title": "T", "genre": "Master’s thesis"},
    ),
    (
        "@TechReport{Ames2018, author = {Ames, Ann}, institution = {RAND}, title = {Drones}, year = {2018}, month = {6}, url = {https://www.rand.org/t/RR1}, __markedentry = {[amina:6]}}",
        {"type": "report", "author": AMES, "publisher": "RAND", "title": "Drones", "issued": date(2018, 6), "URL": "https://www.rand.org/t/RR1"},
    ),
]  # fmt: skip

MENDELEY = [
    (
        """@article{Ames2019, abstract = {Ships {\\&} ports.}, author = {Ames, Ann}, file = {:C$\\backslash$:/Users/a/ames.pdf:pdf}, issn = {02613077}, journal = {The Guardian},
        keywords = {newspaper}, mendeley-groups = {Ports,Rail}, mendeley-tags = {newspaper}, month = {oct}, title = {{Port strike enters second week}}, year = {2019}}""",
        {"type": "article-newspaper", "abstract": "Ships & ports.", "author": AMES, "ISSN": "02613077", "container-title": "The Guardian", "keyword": "newspaper",
         "issued": date(2019, 10), "title": "Port strike enters second week"},
    ),
    (
        """@misc{WHO2023, author = {{World Health Organization}}, booktitle = {WHO fact sheets}, title = {{Cholera}}, url = {https://www.who.int/cholera}, urldate = {2023-05-01}, year = {2023}}""",
        {"type": "webpage", "author": [{"literal": "World Health Organization"}], "container-title": "WHO fact sheets", "title": "Cholera", "URL": "https://www.who.int/cholera",
         "accessed": date(2023, 5, 1), "issued": date(2023)},
    ),
    (
        """@article{Sen2018, archivePrefix = {arXiv}, arxivId = {1801.00001}, author = {Ames, Ann}, doi = {10.5555/a_b}, eprint = {1801.00001}, pmid = {123}, title = {{Tariffs}}, year = {2018}}""",
        {"type": "article-journal", "archive": "arXiv", "author": AMES, "DOI": "10.5555/a_b", "archive_location": "1801.00001", "PMID": "123", "title": "Tariffs", "issued": date(2018)},
    ),
]  # fmt: skip

PEOPLE = [
    ("@article{a, title={T}, journal={The Harbour Courier}, date={2019-10-14}}", "article-newspaper"),
    ("@article{a, title={T}, journal={The Harbour Courier}, year=2019, month=oct # \"~14\", pages={A4}}", "article-newspaper"),
    ("@article{a, title={T}, journal={The Harbour Courier}, year=2019, month=oct, day=14}", "article-newspaper"),
    ("@article{a, title={T}, journal={The Harbour Courier}, year=2019, month=10}", "article-journal"),
    ("@article{a, title={T}, journal={Harbour Studies}, date={2019-10-14}, volume=4}", "article-journal"),
    ("@article{a, title={T}, journal={Harbour Studies}, date={2019-10-14}, number=4}", "article-journal"),
    ("@article{a, title={T}, journal={Harbour Studies}, date={2019-10-14/2019-10-20}}", "article-journal"),
    ("@article{a, title={T}, journal={Financial Times}, year=2019}", "article-newspaper"),
    ("@article{a, title={T}, journal={The Economist}, year=2019, volume=400}", "article-journal"),
    ("@article{a, title={T}, journal={The Economist}, date={2019-10-14}, volume=400}", "article-magazine"),
    ("@article{a, title={T}, journal={Financial Times}, year=2019, entrysubtype={article-journal}}", "article-journal"),
    ("@article{a, title={T}, journal={Survival}, date={2019-10-14}}", "article-journal"),
    ("@article{a, title={T}, date={2019-10-14}}", "article-journal"),
    ("@article{a, title={T}, journal={Harbour Studies}, keywords={ports; magazine}}", "article-magazine"),
    ("@mastersthesis{a, title={T}}", "thesis"),
]  # fmt: skip


def csl(text: str) -> dict[str, Any]:
    (entry,) = read(text)
    assert isinstance(entry, BibEntry)
    assert entry.why == ""
    found = entry.reference.to_json()
    del found["id"]
    return found


@pytest.mark.parametrize(("text", "says"), [*ZOTERO, *BETTER_BIBTEX, *JABREF, *MENDELEY])
def test_an_export_says(text: str, says: dict[str, Any]) -> None:
    assert csl(text) == says


@pytest.mark.parametrize(("text", "kind"), PEOPLE)
def test_an_article_is_of_the_press_or_of_a_journal(text: str, kind: str) -> None:
    assert csl(text)["type"] == kind


@pytest.mark.parametrize(
    ("text", "genre"),
    [("@phdthesis{a, title={T}}", "PhD thesis"), ("@mastersthesis{a, title={T}}", "Master’s thesis"), ("@mastersthesis{a, title={T}, type={MSc dissertation}}", "MSc dissertation"),
     ("@phdthesis{a, title={T}, type={}}", None), ("@thesis{a, title={T}}", None)],
)  # fmt: skip
def test_a_thesis_says_its_degree(text: str, genre: str | None) -> None:
    assert csl(text).get("genre") == genre
