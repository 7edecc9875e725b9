"""Fields and words of an entry -> its CSL type, and why: the first test that holds decides.

Source: CSL 1.0.2, appendix III; which kinds count as which type is told in docs/library.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from refcli.data.outlets import Outlet, find_outlet, outlet_of_domain
from refcli.model import Name
from refcli.parsing.fields.bodies import is_body
from refcli.text import fold


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an entry: its text values by CSL variable, its authors, all its words.

    `day` and `month` tell how exact the date is, `quoted` whether the title stands between quotation marks.
    """

    texts: Mapping[str, str]
    authors: tuple[Name, ...]
    editors: bool
    words: str
    day: bool
    month: bool = False
    quoted: bool = False
    low: str = field(init=False)
    lows: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """The words and values in small letters, which many tests ask."""
        object.__setattr__(self, "low", self.words.lower())
        object.__setattr__(self, "lows", {name: value.lower() for name, value in self.texts.items()})

    def has(self, *variables: str) -> bool:
        """True when one of them has a value."""
        return any(self.texts.get(variable) for variable in variables)

    def text(self, variable: str) -> str:
        """A value, "" where there is none."""
        return self.texts.get(variable, "")

    @property
    def body(self) -> bool:
        """Is an institution the author?"""
        return bool(self.authors) and bool(self.authors[0].literal)


Test = Callable[[Evidence], bool]


def _in(pattern: str, *variables: str, hints: Sequence[str] = ()) -> Test:
    """The pattern is found in one of those values; where hints are given, it is looked for only where one of them stands."""
    found = _pattern(pattern)

    def holds(evidence: Evidence) -> bool:
        for name in variables:
            if name in evidence.texts and _hinted(evidence.lows[name], hints) and found().search(evidence.texts[name]):
                return True
        return False

    return holds


def _words(pattern: str, *hints: str) -> Test:
    """The pattern is found in the words of the entry; it is looked for only where one of the hints stands."""
    found = _pattern(pattern)
    return lambda evidence: _hinted(evidence.low, hints) and found().search(evidence.low) is not None


def _hinted(low: str, hints: Sequence[str]) -> bool:
    """One of the hints stands there, or there are none."""
    for hint in hints:
        if hint in low:
            return True
    return not hints


def _pattern(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Compiled when it is first asked for: most runs of the program never ask for most of them."""
    return cache(lambda: re.compile(pattern, re.IGNORECASE))


def _all(*tests: Test) -> Test:
    def holds(evidence: Evidence) -> bool:
        for test in tests:  # noqa: SIM110 - twice as fast as all(), and asked for each entry
            if not test(evidence):
                return False
        return True

    return holds


def _any(*tests: Test) -> Test:
    def holds(evidence: Evidence) -> bool:
        for test in tests:  # noqa: SIM110 - as above
            if test(evidence):
                return True
        return False

    return holds


def _not(test: Test) -> Test:
    return lambda evidence: not test(evidence)


def _has(*variables: str) -> Test:
    return lambda evidence: evidence.has(*variables)


def _outlet(*kinds: str) -> Test:
    """The container, or where there is none the site, is an outlet of one of those kinds."""

    def holds(evidence: Evidence) -> bool:
        outlet = find_outlet(evidence.text("container-title"))
        return outlet is not None and outlet.kind in kinds

    return holds


def _author_is_outlet(evidence: Evidence) -> bool:
    outlet = find_outlet(evidence.authors[0].literal) if evidence.body else None
    return outlet is not None and outlet.kind in _NEWS


def _site(*kinds: str) -> Test:
    def holds(evidence: Evidence) -> bool:
        host = _SCHEME.sub("", evidence.text("URL")).split("/")[0]
        outlet: Outlet | None = outlet_of_domain(host) if host else None
        return outlet is not None and outlet.kind in kinds

    return holds


def _own_page(evidence: Evidence) -> bool:
    """The container is the author's own site."""
    container = fold(evidence.text("container-title"))
    return evidence.body and bool(container) and fold(evidence.authors[0].literal).startswith(container[:12])


def _publishing_body(evidence: Evidence) -> bool:
    """The publisher is a body that is no publishing house."""
    publisher = evidence.text("publisher")
    if not publisher or _HOUSE.search(publisher):
        return False
    outlet = find_outlet(publisher)
    return outlet.kind in _BODIES if outlet is not None else is_body(publisher.removeprefix("The "))


_SCHEME = re.compile(r"^https?://")
_NEWS = ("newspaper", "wire", "newsletter", "broadcaster", "website")
_BODIES = ("think-tank", "igo", "ngo", "government")
_HOUSE = re.compile(
    r"\bpress(?:es)?\b|\bbooks?\b|verlag|\bUP\b|publish(?:ers|ing)\b|éditions|editorial\b|routledge|издательство|& (?:sons|co\b)|\bOUP\b|\bCUP\b",
    re.IGNORECASE,
)
_LAW_GAZETTE = r"^(?:Stat|Fed(?:eral|\.)? ?Reg|U\.? ?S\.? ?C|C\.? ?F\.? ?R|O\.? ?J|Official Journal|BGBl|Bundesgesetzblatt|B\.?O\.?E|Bolet[ií]n Oficial|Diário Oficial|J\.?O(?:RF)?\b|Journal officiel|Congress\.gov|Собрание законодательства|Gaceta Oficial|Government Gazette)"
_TREATY_CITE = r"\b\d+ ?(?:U\. ?N\. ?T\. ?S|UNTS|U\. ?S\. ?T|UST|T\.I\.A\.S|TIAS|L\.N\.T\.S|LNTS)\b|\b(?:UNTS|TIAS|ETS|CETS|T\.I\.A\.S\.) (?:no\. ?)?\d"
_TREATY_SERIES = r"^(?:U\.? ?N\.? ?T\.? ?S|T\.?I\.?A\.?S|L\.?N\.?T\.?S|E\.?T\.?S|I\.?L\.?M|UST\b)"
_VERSUS = r" (?<=[\w.)’\]] )vs?\.? (?:the )?(?-i:(?=[^\W\d_a-zà-ÿ]))"
_ONE_PARTY = r"^(?:in re|in the matter of|matter of|ex parte)\b|\bcase\b, .* v\b"
_CASE_NUMBER = r"\bECLI:|^(?:joined )?cases? (?:no\. ?)?[CTF][-‑–]\d|\bApp(?:lication|s?\.) ?nos?\.? \d+/\d|\bICC-\d\d|\bI(?:T|CTR)-\d\d-|\bWT/DS\d|\b(?:PCA|ICSID|ITLOS) case no|\[(?:19|20)\d\d\] (?:UKSC|UKHL|EWCA|EWHC|UKPC|HCA|SCC|CSIH|NZSC|EWFC)\b"
_CASE_HINTS = ("ecli", "case", "app", "icc", "it-", "ictr", "wt/ds", "[19", "[20")
_CASE_REPORTER = r"^(?:U\.? ?S\.?$|F\.? ?(?:2d|3d|4th|Supp)|S\. ?Ct|I\.?C\.?J|P\.?C\.?I\.?J|R\.?I\.?A\.?A|E\.?C\.?R|UKSC|UKHL|EWCA|EWHC|A\.?C\.?$|W\.?L\.?R|Q\.?B|E\.?H\.?R\.?R|BVerfGE|F\. ?Cas|Parry|Eur\. ?Ct|S\.C\.R\b|S\.?A\.?$|I\.L\.R\b|All E\.?R|C\.L\.R\b)"
_LAW = r"^(?:the )?(?:public law|pub\. ?l\b|act\b|ley\b|decreto|real decreto|gesetz|loi\b|lei\b|law (?:on|of|no)|(?:commission |council )?(?:implementing |delegated )?(?:regulation|directive|decision) (?:\(|no\b|\d)|directiva\b|reglamento \(|richtlinie \d|verordnung \(|constitution\b|constitución|grundgesetz|H\. ?R\. ?\d|S\. ?\d|указ\b|федеральный закон|закон\b|ordonnance\b|décret\b)"
_LAW_WITHIN = r"\blaw of (?:the )?(?:[\w’']+ )*republic\b|\bact(?: of)?(?:,? \d{4})?$|\bact \d{4}\b|\bbill$|\b(?:act|code) of \d{4}|\bregulations\b(?: \d{4})?$|\b(?:criminal|penal|civil|tax|labou?r) code\b|(?:sicherheits|wirtschafts|ordnungs|verfassungs)gesetz$"
_ORDER = (
    r"^(?:exec(?:\.|utive) order|presidential proclamation|proclamation no|public law \d|pub\. ?l\. ?(?:no\. ?)?\d)"
)
_PATENT = r"\b(?:US|U\.S\.|EP|WO|European|UK|GB)? ?patent\b(?: no\.?| application| appl\.?)? ?[\dEUW]"
_PATENT_NUMBER = r"^(?:US|EP|WO) ?\d[\d,/]{5,}"
_RESOLUTION = r"\b(?:S|A|SC|GA|UNSC|G\.A\.|S\.C\.)[ /.]*Res(?:olution|\.)?\b|/RES/|^resolution \d|\bUNSCR \d|council resolution|\bUN resolution|^resoluci[oó]n"
_SYMBOL = r"\bU\.?N\.? Doc|\b[ASE]/(?:HRC/|C\.\d/|PV\.|INF/|RES/)?\d{2,4}(?:/|\b)|\bA/HRC/|\bE/CN\."
_REPORT_NAME = r"\breports?\b|\bpaper\b|\bbrief(?:ing)?s?\b|\bmemo(?:randum)?\b|\bbulletin\b|\bbackgrounder\b|\bfact ?sheet\b|\brapport\b|\binforme\b|\bbericht\b|\bstud(?:y|ie)\b|\bdoklad\b|доклад"
_REPORT_TITLE = r"\breport\b|\bstrategy\b|\breview\b|\bsurvey\b|\bplan\b|\bguidelines?\b|\bassessment\b|\boutlook\b|\bindex\b|\btrends\b|\bframework\b|\bposture\b|\bwhite paper\b|\broadmap\b|\bestrategia\b|\bleitlinien\b|\bpanorama\b|\bon the net\b|\bstatistics\b"
_REPORT_NUMBER = r"\bGAO\b|\bRL?\d{5}\b|COM\(|N°|\bNo\b|\d"
_PRESS = r"\b(?:press|news|media) (?:release|statement|communiqu)|comunicado (?:de prensa|conjunto)|nota de prensa|pressemitteilung|communiqué|communique\b|заявление|пресс-релиз|\bstatement by\b|\bsummit declaration\b"
_PRESS_FIRST = r"^joint (?:statement|declaration|communiqu)|^(?:leaders’ |summit )?declaration\b|^conclusions\b|^fact sheet|^letter (?:dated|from)"
_PRESS_HINTS = (
    "release",
    "statement",
    "communiqu",
    "comunicado",
    "nota de",
    "pressem",
    "declaration",
    "заявл",
    "пресс",
)
_SPEECH = r"^(?:remarks|speech|address|inaugural|state of the union|keynote|rede\b|discours|discurso|выступление|statement to)"
_SPEECH_WITHIN = r"\bremarks (?:at|by|to|on)\b|\baddress (?:to|before|at)\b"
_SPEECHES = (
    r"\b(?:speech|remarks|address|lecture|keynote|rede|discours|discurso|allocution|briefing|press conference)\b"
)
_HEARING = r"\bhearings?\b[^.]{0,90}\bbefore\b|\b\d+(?:st|nd|rd|th|d) cong\b.*\bsess|^hearing|\btestimony (?:of|before|by)\b|\b(?:prepared )?statement (?:before|for the record)|statenent|\bcommittee\b[^.]{0,80}\bhearings?\b"
_THESIS = r"\b(?:ph\.? ?d\.?|doctoral|master'?s|m\.?a\.?|bachelor) ?(?:thesis|diss)|\bdissertation\b|\bthesis\b|\bdiss\.|дис\.|диссертац|\bthèse\b|\btesis\b|\btese\b"
_TREATY = r"^(?:the )?(?:treaty|convention|protocol|charter|accord|covenant|pact|memorandum (?:of understanding|on security)|agreement (?:between|on|establishing)|tratado|convenio|vertrag|traité|договор)\b"
_TREATY_WITHIN = (
    r"\b(?:treaty|convention) (?:on|against|between|concerning|for|of)\b|\b(?:treaty|convention|charter|covenant)$"
)
_ARCHIVE = r"\bbox \d|\bfolder \d|\bnational archives\b|\btna\b|\bfonds?\b \d|\bф\. ?\d+, ?оп\b|\bpresidential library\b|\bcable \d|wikileaks|\bpapers of\b|\bRG \d"
_ENCYCLOPEDIA = r"encyclop|enzyklop|factbook|wikipedia|britannica|dictionary|oxford reference|lexikon|handwörterbuch"
_JOURNAL = r"\b(?:journal|review|quarterly|studies|annals|proceedings|zeitschrift|revista|revue|rivista|вестник|survey|papers|transactions|bulletin of)\b"
_PAPER = r"\b(?:times|post|herald|tribune|gazette|daily|newsline|news|guardian|observer|telegraph|ledger|courier|zeitung|gazeta|star|sun|express|chronicle|dispatch|mail|wire|press|agency|diario|jornal|journal du|правда|известия|газета)\b"
_BLOG = r"\bblogs?\b|\bweblog\b|blogspot|wordpress\.com|substack"
_SOCIAL = r"^(?:twitter|x \(|facebook|telegram|linkedin|instagram|weibo|youtube)|\btweet\b|\bpost on\b|@\w+"
_BROADCAST = r"\b(?:radio (?:4|free|new zealand|national)|frontline|podcast|documentary|bbc radio|npr|pbs|television|episode|60 minutes|newshour|panorama)\b"
_DATA = r"\bdata ?set\b|\bdata ?base\b|\[data\b|\bdatenbank\b|base de (?:datos|données)|\bindicators\b"

_CARRIER_FREE = _not(_has("container-title"))
_PRESS_BODY = _any(lambda e: e.body, _not(lambda e: bool(e.authors)))
_TREATY_TITLE = _any(
    _in(_TREATY, "title"), _in(_TREATY_WITHIN, "title", hints=("treaty", "convention", "charter", "covenant"))
)
_PDF = _in(r"\.pdf\b", "URL")

TESTS: tuple[tuple[str, str, Test], ...] = (
    ("hearing", "a hearing is named", _all(_words(_HEARING, "hearing", "testimony", "statement", "statenent", "cong"), _not(_outlet(*_NEWS, "magazine", "journal")))),
    ("hearing", "testimony before a committee", _in(r"\b(?:testimony|hearing|statement for the record)\b", "genre")),
    ("thesis", "a degree is named", _any(_in(_THESIS, "genre"), _all(_words(_THESIS, "thesis", "diss", "дис", "thèse", "tesis", "tese"), _CARRIER_FREE))),
    ("treaty", "a treaty series", _any(_in(_TREATY_SERIES, "container-title"), _all(_words(_TREATY_CITE, "t.s", "unts", "ust", "s.t", "ets", "lnts", "tias"), _not(lambda e: bool(e.authors) and e.quoted)))),
    ("legal_case", "two parties, or a series of judgments", _any(_in(_VERSUS, "title"), _in(_ONE_PARTY, "title", hints=("in re", "in the matter", "matter of", "ex parte", "case")), _in(_CASE_NUMBER, "number", "title", "note", hints=_CASE_HINTS), _in(_CASE_REPORTER, "container-title"), _in(r"^(?:judgment|advisory opinion|urteil|beschluss|sentencia|arrêt)\b", "genre"), _all(_in(r"^(?:urteil|beschluss|arrêt|sentencia) ", "title"), _CARRIER_FREE))),
    ("legislation", "a gazette or a code", _all(_in(_LAW_GAZETTE, "container-title"), _not(_TREATY_TITLE))),
    ("webpage", "a page about something", _all(_in(r"^(?:about|what (?:is|are)|who we are|home(?: page)?$|overview of)\b", "title"), _has("URL"), _CARRIER_FREE)),
    ("treaty", "a treaty or convention", _all(_TREATY_TITLE, _any(_CARRIER_FREE, _in(_LAW_GAZETTE, "container-title")))),
    ("bill", "a bill's number", _in(r"^(?:H\.? ?R|S|H\.? ?Res|S\.? ?Res)\.? ?\d+$", "number")),
    ("legislation", "a resolution's symbol", _any(_in(_RESOLUTION, "title", "number", hints=("res", "unscr")), _all(_in(r"\bresolution\b", "genre"), _has("number")))),
    ("legislation", "an order or a public law", _in(_ORDER, "title", "number")),
    ("patent", "a patent's number", _any(_in(_PATENT, "number", "genre", "title", "note", hints=("patent",)), _in(_PATENT_NUMBER, "number", "genre", "title", "note"))),
    ("legislation", "a statute", _any(_all(_any(_in(_LAW, "title"), _in(_LAW_WITHIN, "title", hints=("law of", "act", "bill", "code", "regulations", "gesetz"))), _CARRIER_FREE), _in(r"^(?:council |commission )?(?:regulation|directive|decision) \(?(?:EU|EC|EEC|\d)", "title"), _in(r"\bPub(?:lic|\.) L(?:aw|\.)|№ ?\d+-ФЗ|^Act \d+ of", "number"))),
    ("document", "a document of the United Nations", _in(_SYMBOL, "number")),
    ("interview", "an interview", _any(_in(r"\binterview\b|\bintervista\b|\bentrevista\b", "genre"), _in(r"^interview (?:with|by)\b|^author.s interview|интервью", "title"))),
    ("personal_communication", "a letter or message", _in(r"\b(?:personal communication|e-?mail (?:to|from|correspondence)|private communication|letter to)\b", "genre")),
    ("dataset", "data are named", _in(_DATA, "title", "genre", "medium", hints=("data", "daten", "base de ", "indicators"))),
    ("document", "a press release or statement", _all(_PRESS_BODY, _not(_outlet(*_NEWS, "magazine", "journal")), _any(_in(_PRESS, "title", "genre", hints=_PRESS_HINTS), _in(_PRESS_FIRST, "title", "genre")))),
    ("document", "a press release", _in(r"\b(?:press|news|media) release\b|pressemitteilung|communiqué de presse", "genre", "title", hints=("release", "pressem", "communiqu"))),
    ("speech", "a speech is named", _any(_all(_in(_SPEECHES, "genre"), _not(_all(_in("briefing", "genre"), _has("number")))), _all(_any(_in(_SPEECH, "title"), _in(_SPEECH_WITHIN, "title", hints=("remarks", "address"))), _CARRIER_FREE))),
    ("post", "a post", _in(_SOCIAL, "container-title", "genre", "medium")),
    ("post-weblog", "a blog", _in(_BLOG, "genre", "container-title", "medium", "URL", hints=("blog", "wordpress", "substack"))),
    ("entry-encyclopedia", "an encyclopaedia", _all(_in(_ENCYCLOPEDIA, "container-title"), _not(_has("volume")))),
    ("broadcast", "a broadcast", _any(_in(_BROADCAST, "container-title", "genre"), _words(r"\bdirected by\b", "directed by"))),
    ("standard", "a standard's number", _in(r"^(?:ISO|IEC|IEEE|ASTM|DIN|EN)(?:/IEC)? ?\d", "number", "title")),
    ("chapter", "a book with editors holds it", lambda e: e.has("container-title") and e.editors),
    ("article-newspaper", "the outlet is a newspaper or a wire", _outlet("newspaper", "wire")),
    ("article-newspaper", "the outlet is a broadcaster", _outlet("broadcaster")),
    ("article-magazine", "the outlet is a magazine or newsletter", _outlet("magazine", "newsletter")),
    ("article-journal", "the outlet is a journal", _outlet("journal")),
    ("webpage", "the author's own page", _all(_own_page, _has("URL"))),
    ("paper-conference", "proceedings", _any(_in(r"^proceedings|\bconference\b|\bsymposium\b|\bworkshop\b", "container-title"), _in(r"\bpaper presented\b|\bpresented at\b", "genre"))),
    ("article-newspaper", "a newspaper's page", _all(_has("container-title"), lambda e: e.day and not e.has("volume"), _in(r"^[A-F]-?\d+", "page"))),
    ("article-journal", "volume or issue of a container", lambda e: e.has("container-title") and e.has("volume", "issue") and not e.day),
    ("article-magazine", "volume or issue, and a day", lambda e: e.has("container-title") and e.has("volume", "issue")),
    ("manuscript", "papers of an archive", _words(_ARCHIVE, "box", "folder", "archives", "tna", "fond", "ф.", "presidential", "cable", "wikileaks", "papers of", "rg ")),
    ("webpage", "the outlet is a site", _all(_outlet("website"), lambda e: not e.day)),
    ("article-newspaper", "the outlet is a news site", _outlet("website")),
    ("article-newspaper", "the outlet's name is a newspaper's", _all(_in(_PAPER, "container-title"), _not(_has("publisher")))),
    ("article-newspaper", "a news agency stands as the author", lambda e: _author_is_outlet(e) and not e.has("container-title")),
    ("article-newspaper", "the address is a newspaper's", _all(_site("newspaper", "wire", "broadcaster"), lambda e: not e.body)),
    ("article-journal", "a journal's name", _all(_in(_JOURNAL, "container-title"), lambda e: not e.day)),
    ("webpage", "a body's site holds it", _all(_has("URL"), _has("container-title"), _any(_outlet(*_BODIES), lambda e: is_body(e.text("container-title")), lambda e: "website" in e.words), _not(_PDF))),
    ("report", "a report's number or name", _any(_in(_REPORT_NAME, "genre", "collection-title"), _all(_has("number"), _in(_REPORT_NUMBER, "number")))),
    ("article-newspaper", "a container and a day", lambda e: e.has("container-title") and e.day),
    ("article-magazine", "a container and a month", lambda e: e.has("container-title") and e.month and not e.has("publisher")),
    ("chapter", "a container, a publisher and pages", lambda e: e.has("container-title") and e.has("publisher") and e.has("page")),
    ("webpage", "no date, and an address", lambda e: e.has("URL") and not _PDF(e) and re.search(r"\bn\.? ?d\b", e.words) is not None and not e.has("number")),
    ("report", "a body publishes it", lambda e: e.has("publisher") and _publishing_body(e) and not (e.has("URL") and e.quoted and not _PDF(e) and not e.month)),
    ("report", "a report's title", _all(_PRESS_BODY, _in(_REPORT_TITLE, "title"), lambda e: not _HOUSE.search(e.text("publisher")))),
    ("report", "a paper on the web", lambda e: _PDF(e) and not e.has("container-title")),
    ("report", "a body is author", lambda e: e.body and (e.has("publisher") or not e.has("URL")) and not e.has("container-title")),
    ("book", "a publisher", lambda e: e.has("publisher") and not e.quoted),
    ("report", "a title in quotation marks, a publisher", lambda e: e.has("publisher")),
    ("article-newspaper", "a news site's address", _site(*_NEWS, "magazine")),
    ("webpage", "an address", lambda e: e.has("URL") or "accessed" in e.words.lower()),
    ("book", "a place", lambda e: e.has("publisher-place") and not e.day),
    ("chapter", "a container", lambda e: e.has("container-title")),
    ("article-newspaper", "a title in quotation marks", lambda e: e.quoted and bool(e.authors)),
    ("book", "an author and a title", lambda e: bool(e.authors) and not e.day),
)  # fmt: skip


def kind(evidence: Evidence) -> tuple[str, str]:
    """The CSL type and the reason, in words for a person."""
    for name, why, holds in TESTS:
        if holds(evidence):
            return name, why
    return "document", "nothing said more"
