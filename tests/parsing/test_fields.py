"""Fields of a reference: tables of (words, value)."""

import pytest

from refcli.parsing.fields.dates import read_date
from refcli.parsing.fields.lookups import looked_up
from refcli.parsing.fields.names import read_names
from refcli.parsing.fields.numbers import edition, issue, number, pages, volume
from refcli.parsing.fields.urls import doi, url
from refcli.parsing.fields.words import one_line, title


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Roger McDermott .", ["McDermott|Roger"]),
        ("McDermott, R.", ["McDermott|R."]),
        ("Weitz, R., Blank, S. & Cornell, S. E.", ["Weitz|R.", "Blank|S.", "Cornell|S. E."]),
        ("Weitz R, Blank S", ["Weitz|R.", "Blank|S."]),
        ("Toleuov, Ayan, Anna Reid, and Bo Li", ["Toleuov|Ayan", "Reid|Anna", "Li|Bo"]),
        ("Anne Lee, Bob Ray", ["Lee|Anne", "Ray|Bob"]),
        ("Kask, Liis-Mari", ["Kask|Liis-Mari"]),
        ("Jan van der Berg", ["van der Berg|Jan"]),
        ("Dr. Paul Reed, Jr.", ["Reed|Paul"]),
        ("ANNA REID ET AL.", ["REID|ANNA", "et al."]),
        ("Social Security Administration", ["Social Security Administration"]),
        ("Ministry of Defence", ["Ministry of Defence"]),
        ("US Department of State, Bureau of Arms Control", ["US Department of State, Bureau of Arms Control"]),
        ("RFE/RL Newsline", ["RFE/RL Newsline"]),
        ("———", ["———"]),
    ],
)
def test_names(words: str, names: list[str]) -> None:
    found = [
        str(name) if name.literal or name.others else f"{name.full_family}|{name.given}" for name in read_names(words)
    ]
    assert found == names


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2004, August 11", "2004-08-11"), ("11 August 2004", "2004-08-11"), ("Aug. 2004", "2004-08"), ("2004a", "2004"), ("Spring 2010", "2010-21"),
        ("May/June 2010", "2010-05/2010-06"), ("April 7-9, 2017", "2017-04-07/2017-04-09"), ("3 May–5 June 2010", "2010-05-03/2010-06-05"),
        ("2010-2012", "2010/2012"), ("11.08.2004", "2004-08-11"), ("8/11/2004", "2004-08-11"), ("13/8/2004", "2004-08-13"), ("2004-08-11", "2004-08-11"),
        ("2008 (April 3rd)", "2008-04-03"), ("0930 GMT 12 Nov 03", "2003-11-12"), ("Winter 1990/1991", "1990-24"), ("July 27--30, 1996", "1996-07-27/1996-07-30"),
        ("13 and 14 December 2018", "2018-12-13/2018-12-14"), ("2010/11", "2010/2011"), ("10/2008", "2008-10"), ("20190328", "2019-03-28"), ("Septemeber 2016", "2016-09"),
        ("2013年3月5日", "2013-03-05"), ("2013년 3월", "2013-03"), ("5 Μαΐου 2012", "2012-05-05"), ("Mar 28 2019 10:30 AM", "2019-03-28"), ("12 października 2014", "2014-10-12"),
        ("7 августа 2004 г.", "2004-08-07"), ("marzo de 2011", "2011-03"), ("ca. 1950", "1950~"), ("Sept. 3rd, 2011", "2011-09-03"),
    ],
)  # fmt: skip
def test_dates(words: str, edtf: str) -> None:
    assert read_date(words).to_edtf() == edtf


@pytest.mark.parametrize(
    "words",
    ["April 7, 10, 17, and other dates", "April 7", "June 18, 19, 2020", "n.d", "forthcoming", "various issues"],
)
def test_what_is_no_date_keeps_its_words_and_gets_no_year(words: str) -> None:
    date = read_date(words)
    assert (date.literal, date.days) == (words, ())


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("vol. 12", ("12", "")),
        ("12(3)", ("12", "3")),
        ("Bd. IV", ("IV", "")),
        ("Vol. 7, no. 2", ("7", "2")),
        ("68 no. 270", ("68", "270")),
        ("No. 16", ("", "16")),
        ("n°28", ("", "28")),
        ("40:3", ("40", "3")),
        ("51/13", ("51", "13")),
        ("1997-98", ("1997-98", "")),
        ("2/2011", ("2/2011", "")),
    ],
)
def test_volume(words: str, value: tuple[str, str]) -> None:
    assert volume(words) == value


def test_numbers() -> None:
    assert issue("No. 3") == "3"
    assert pages("pp. 12-9") == ("12-9", "page")
    assert pages("at 579") == ("579", "locator")
    assert pages("A8") == ("A8", "page")
    assert edition("2nd ed.") == "2"
    assert number("(A/RES/217 (III))") == "A/RES/217 (III)"
    assert number("217 A (III).") == "217 A (III)"
    assert number("[No. 12]") == "No. 12"


def test_addresses() -> None:
    assert (
        url("http://www.state.gov/t/ac/index. cfm?\n docid=6669.") == "http://www.state.gov/t/ac/index.cfm?docid=6669"
    )
    assert url("[en ligne (19 août 2015) : www.mtq.gouv.qc.ca/a.pdf]") == "https://www.mtq.gouv.qc.ca/a.pdf"
    assert url("https://example.org/a(accessed May 2011") == "https://example.org/a"
    assert url("https://example.org/a [https://perma.cc/AB12-CD34]") == "https://example.org/a"
    assert url("https://example.org/a[https://perma.cc/AB12-CD34]") == "https://example.org/a"
    assert url("https://example.org/a, perma.cc/AB12-CD34") == "https://example.org/a"
    assert url("https://example.org/a, archived at https://perma.cc/AB12-CD34") == "https://example.org/a"
    assert url("https://web.archive.org/web/2010/https://example.org/a") == (
        "https://web.archive.org/web/2010/https://example.org/a"
    )
    assert url("https://example.org/porty (dostęp") == "https://example.org/porty"
    assert url("(https://en.wikipedia.org/wiki/Pact_(law)).") == "https://en.wikipedia.org/wiki/Pact_(law)"
    assert doi("doi:10.1103/PhysRevD.90.014508.URL") == "10.1103/PhysRevD.90.014508"
    assert doi("doi: 10.1000/ab.12,") == "10.1000/ab.12"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Geraadpleegd op 3 mei 2012", "3 mei 2012"), ("дата обращения: 17.12.2015", "17.12.2015"), ("дата звернення: 17.12.2015", "17.12.2015"),
        ("(Erişim tarihi: 17 Haziran 2016", "17 Haziran 2016"), ("Acesso em: 10 mar. 2012", "10 mar. 2012"), ("dostęp: 4 lutego 2017", "4 lutego 2017"),
        ("last accessed 4 May 2020", "4 May 2020"), ("access roads of 2012", ""), ("lest we forget", ""), ("accessed through a portal", ""),
        ("cited 2006", ""), ("[cited 9 Mar 2018", "9 Mar 2018"),
    ],
)  # fmt: skip
def test_a_note_of_the_day_of_looking(words: str, day: str) -> None:
    assert looked_up(words) == day


def test_words() -> None:
    assert one_line("moderni-\n  zation of Asia-\nPacific ﬁnance") == "modernization of Asia-Pacific finance"
    assert title("“Reform creeps forward,”") == "Reform creeps forward"
    assert title("*Quiet Water*.") == "Quiet Water"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("‘Lavender’: the machine", "‘Lavender’: the machine"),
        ("“‘Lavender’: the machine,”", "‘Lavender’: the machine"),
        ("“The machine called ‘Lavender’”", "The machine called ‘Lavender’"),
        ("‘Workers’ rights in ports’", "Workers’ rights in ports"),
        ("“Smart” cities and “dumb” ports", "“Smart” cities and “dumb” ports"),
        ('"Storm Took Anchor," Evening Post', 'Storm Took Anchor," Evening Post'),
    ],
)
def test_a_quoted_word_at_the_edge_of_a_title_keeps_its_marks(words: str, value: str) -> None:
    assert title(words) == value
