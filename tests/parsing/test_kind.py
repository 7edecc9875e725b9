"""Whole evidence -> type: what must be told apart."""

import pytest

from refcli.model import Name
from refcli.parsing.evidence import Evidence
from refcli.parsing.kind import kind

BODY = (Name(literal="Ministry of Defence"),)
PERSON = (Name("Reid", "Anna"),)


def evidence(
    words: str = "", *, authors: tuple[Name, ...] = (), day: bool = False, quoted: bool = False, **texts: str
) -> Evidence:
    values = {name.replace("_", "-"): value for name, value in texts.items()}
    return Evidence(values, authors, "editor" in words, words or " ".join(values.values()), day, day, quoted)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (evidence(title="Reform", container_title="New York Times", day=True), "article-newspaper"),
        (evidence(title="Reform", container_title="Foreign Affairs"), "article-magazine"),
        (evidence(title="Fish wars", container_title="Baltic Daily Bugle", day=True), "article-newspaper"),
        (evidence(title="Norms", container_title="Some Letters", volume="12", issue="3"), "article-journal"),
        (evidence(title="Hamdan v. Rumsfeld", container_title="U.S.", volume="548"), "legal_case"),
        (evidence(title="Energy Security Act", number="Pub. L. No. 104-132"), "legislation"),
        (evidence(title="Treaty on Open Skies", container_title="UNTS", volume="2289"), "treaty"),
        (evidence(title="Exec. Order No. 13224", container_title="Fed. Reg.", volume="66"), "legislation"),
        (evidence(title="Cyber Bill", number="H.R. 1865"), "bill"),
        (evidence(title="S.C. Res. 1373", number="U.N. Doc. S/RES/1373"), "legislation"),
        (evidence(title="Letter dated 3 May 2001", number="S/2001/391"), "document"),
        (
            evidence("Iran: Hearing before the Committee on Foreign Relations, 113th Cong., 2nd sess.", title="Iran"),
            "hearing",
        ),
        (evidence(authors=BODY, title="Partners Launch Initiative", genre="press release"), "document"),
        (evidence(authors=PERSON, title="Remarks at the Lecture"), "speech"),
        (evidence(authors=PERSON, title="Ports", genre="PhD diss."), "thesis"),
        (evidence(authors=PERSON, title="Ports", publisher="Oxford University Press"), "book"),
        (evidence(authors=PERSON, title="Ports", publisher="Ministry of Defence"), "report"),
        (evidence(authors=BODY, title="Trends", number="COM(2020) 609 final"), "report"),
        (evidence(authors=PERSON, title="Ports", URL="https://example.org/ports.pdf"), "report"),
        (evidence(title="Arms Control", container_title="Encyclopaedia Britannica"), "entry-encyclopedia"),
        (evidence(authors=PERSON, title="Borders", container_title="Twitter"), "post"),
        (evidence(authors=BODY, title="Arms Transfers Database"), "dataset"),
        (evidence(title="Farewell Address", publisher="Eisenhower Presidential Library", day=True), "speech"),
        (evidence(title="Freedom of Speech", publisher="Oxford University Press", authors=PERSON), "book"),
        (evidence("Author interview with port officials, Batumi, July 2011."), "interview"),
        (evidence("Interviews with elders, Herat, 2003.", title="Interviews with elders"), "interview"),
        (evidence('"The interview, revisited," Journal of Ports.', title="The interview, revisited", container_title="Journal of Ports", quoted=True), "article-journal"),
        (evidence(title="Data Rules", URL="https://www.legislation.gov.uk/ukpga/2018/12"), "legislation"),
        (evidence(title="Data Protection Act, No. 24 of 2019", publisher="Government Printer"), "legislation"),
        (evidence(title="Directive 2009/30/EC", publisher="Official Journal of the European Union"), "legislation"),
        (evidence(title="Threats", container_title="U.S. Cyber Command", URL="https://www.cybercom.mil/a", day=True), "webpage"),
        (evidence(title="Open Ports Pact"), "treaty"),
        (evidence(title="Loi du 8 juin 1999 relative aux ports", container_title="Legilux", quoted=False), "legislation"),
        (evidence(title="Про порти", genre="Закон України", number="№ 504/96-ВР"), "legislation"),
        (evidence(title="Ports Order 2015", number="SI 2015/596", publisher="The Stationery Office"), "legislation"),
        (evidence(title="Ports Privacy Act", container_title="Colo. Rev. Stat."), "legislation"),
        (evidence(title="Proposal for a Regulation on ports", number="COM(2021) 206 final", authors=BODY), "bill"),
        (evidence(title="Final report of the panel established pursuant to Security Council Resolution 1973", number="S/2021/229"), "document"),
        (evidence(title="Federal test is delaying care", container_title="STAT News", day=True), "article-newspaper"),
        (evidence(title="Statement on ports", container_title="Congressional Record", volume="169", issue="181"), "document"),
        (evidence(title="New pier", container_title="PR Newswire", day=True), "document"),
        (evidence("H. R. Rep. No. 1064, 76th Cong., 1st Sess.", title="H. R. Rep. No. 1064", number="1064"), "report"),
        (evidence(authors=(Name(literal="BGH"),), genre="Urt.", number="VI ZR 310/79", container_title="BGHZ", volume="86"), "legal_case"),
        (evidence(title="Ports c/ France", number="req. n° 65192/11"), "legal_case"),
        (evidence(authors=(Name("Stevens"),), number="FO 371/133009", publisher="PRO"), "manuscript"),
        (evidence(title="Memorandum of conversation", publisher="GRFL", day=True), "manuscript"),
        (evidence(authors=BODY, title="Port calls", container_title="FAOSTAT", URL="https://www.fao.org/x"), "dataset"),
        (evidence(authors=PERSON, title="Imputing Poverty Indicators", collection_title="Ports Research Working Paper", number="10867"), "report"),
        (evidence(authors=PERSON, title="Open Ports", publisher="Crown Forum for Reading", publisher_place="New York"), "book"),
        (evidence(authors=PERSON, title="Ports", publisher="Center for Naval Analyses", publisher_place="Arlington"), "report"),
        (evidence(authors=PERSON, title="Gaps", container_title="Handbook of Migration Studies", publisher="Oxford UP", page="278"), "chapter"),
        (evidence(authors=(Name(literal="Defensoría de los Puertos"),), title="Puertos", publisher="Defensoría de los Puertos"), "report"),
        (evidence("editor", title="Safe passage", container_title="Oceans", volume="2", publisher="Kestrel"), "chapter"),
        (evidence(authors=BODY, title="A Slippery Peace: the Harbour Accords", number="N°288"), "report"),
        (evidence(authors=(Name(literal="U.S. v. Marlow"),), title="trial transcript"), "legal_case"),
        (evidence(authors=BODY, title="No room to bargain", URL="https://www.hrw.org/report/2019/01/23/no-room", day=True), "report"),
        (evidence(authors=PERSON, title="Myths", publisher="IISS", URL="https://www.iiss.org/myths", day=True), "webpage"),
        (evidence(authors=(Name(literal="Reuters Staff"),), title="Who controls the ports", day=True), "article-newspaper"),
        (evidence(authors=PERSON, title="Ports closed", URL="https://www.example.com/news/ports-closed", day=True), "article-newspaper"),
        (evidence(authors=PERSON, title="Ports closed", container_title="NPR", day=True), "article-newspaper"),
        (evidence(authors=PERSON, title="Norms", container_title="Some Letters", volume="12", page="3", day=True), "article-journal"),
        (evidence(title="About us (n.d.)", URL="https://example.org/about", authors=BODY), "webpage"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_kind(given: Evidence, name: str) -> None:
    assert kind(given)[0] == name
