"""What is known of an entry -> its CSL type, and why: the first test that holds decides.

Source: CSL 1.0.2, appendix III; which kinds count as which type is told in docs/library.md.
"""

from __future__ import annotations

import re

from refcli.data.outlets import find_outlet
from refcli.parsing import official
from refcli.parsing.evidence import (
    Evidence,
    Test,
    among_words,
    either,
    every,
    has,
    inside,
    no,
    outlet_is,
    said,
    site_is,
    stands_with,
)
from refcli.parsing.fields.bodies import is_body
from refcli.text import fold, rare


def _author_is_outlet(evidence: Evidence) -> bool:
    """A news agency, or its staff."""
    found = (find_outlet(_STAFF.sub("", name.literal)) for name in evidence.authors if name.literal)
    return any(outlet is not None and outlet.kind in _NEWS for outlet in found)


def _opens_with(*kinds: str) -> Test:
    """The words begin with an outlet of those kinds, up to a colon, a comma, a year or a mark of quotation: the labels may not say so."""

    def holds(evidence: Evidence) -> bool:
        first = _FIRST_NAME.match(evidence.words)
        outlet = find_outlet(first["name"]) if first else None
        return outlet is not None and outlet.kind in kinds

    return holds


def _container_is_body(evidence: Evidence) -> bool:
    """The container has a body's name, or is called a website."""
    return is_body(evidence.text("container-title")) or "website" in evidence.words


def _author_like_paper(evidence: Evidence) -> bool:
    """A newspaper that no table knows, by its name, where the author stands."""
    return evidence.body and bool(_OWN_PAPER.search(evidence.authors[0].literal))


def _own_publisher(evidence: Evidence) -> bool:
    """The publisher is the author."""
    publisher = fold(evidence.text("publisher"))
    return bool(publisher and evidence.authors) and publisher in ("author", fold(str(evidence.authors[0])))


def _own_page(evidence: Evidence) -> bool:
    """The container is the author's own site."""
    container = fold(evidence.text("container-title"))
    return evidence.body and bool(container) and fold(evidence.authors[0].literal).startswith(container[:12])


def _publishing_body(evidence: Evidence) -> bool:
    """The publisher is a body that is no publishing house."""
    publisher = evidence.text("publisher")
    if not publisher or _BY_HOUSE(evidence):
        return False
    outlet = find_outlet(publisher)
    if outlet is not None:
        return outlet.kind in _BODIES
    return is_body(publisher.removeprefix("The ")) and not (_BY_IMPRINT(evidence) and not _PUBLIC.search(publisher))


_PUBLIC = rare(
    r"minist|department|agenc|office|institut|cent(?:er|re)|council|commission|committee|government|bureau|association|foundation"
    r"|universit|federa|bank\b|administration|authority|service|secretariat|academy|society|nations|union\b|court|congress|parliament",
    re.IGNORECASE,
)
_OWN_PAPER = rare(
    r"\b(?:times|post|herald|tribune|gazette|daily|news|newspaper|guardian|observer|telegraph|chronicle|zeitung)\b",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(
    r"\W*(?:\d{1,3}\W+)?(?P<name>[^\W\d][^:,“\"]{2,60}?)(?: \([^()]*\))?(?=[:,“\"*]| (?:19|20)\d\d)"
)
_STAFF = re.compile(r" (?:staff|news agency|editorial board)\Z", re.IGNORECASE)
_NEWS = ("newspaper", "wire", "newsletter", "broadcaster", "website")
_BODIES = ("think-tank", "igo", "ngo", "government")
_HOUSE = r"\bpress(?:es)?\b|\bbooks?\b|verlag|\bUP\b|publish(?:ers|ing)\b|éditions|editorial\b|routledge|издательство|& (?:sons|co\b)|\bOUP\b|\bCUP\b"
_WIRED = r"\b(?:pr|globe) ?newswire\b|\bbusiness ?wire\b"
_PATENT = r"\b(?:US|U\.S\.|EP|WO|European|UK|GB)? ?patent\b(?: no\.?| application| appl\.?)? ?[\dEUW]"
_PATENT_NUMBER = r"^(?:US|EP|WO) ?\d[\d,/]{5,}"
_REPORT_NAME = r"\breports?\b|\bpaper\b|\bbrief(?:ing)?s?\b|\bmemo(?:randum)?\b|\bbulletin\b|\bbackgrounder\b|\bfact ?sheet\b|\brapport\b|\binforme\b|bericht\b|\bstud(?:y|ie)\b|\bdoklad\b|доклад"
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
_SPEECH = r"^(?:remarks|speech|address|inaugural|keynote|rede|discours|discurso|выступление|стенограмма|промова|виступ\b|statement to)\b|^(?:\d{4} )?state of the union\b"
_SPEECH_WITHIN = r"\bstate of the union (?:address|speech|message)\b|\bto the (?:\d{4} )?state of the union\b|\b(?:press|news) (?:conference|briefing|availability)\b|\b(?<!of )(?<!free )(?<!hate )(?:speech|remarks|(?:inaugural|farewell|keynote|commencement|televised|radio) address)$|\bremarks (?:at|by|to|on)\b|\baddress (?:to|before|at)\b"
_SPEECH_HINTS = ("speech", "remarks", "address", "union", "conference", "briefing", "availability")
_SPEECHES = (
    r"\b(?:speech|remarks|address|lecture|keynote|rede|discours|discurso|allocution|briefing|press conference)\b"
)
_SPOKEN = r"\b(?:speech|remarks|address|lecture) (?:(?:delivered|given|made|presented) )?(?:at|to|before|in)\b"
_THESIS = r"\b(?:ph\.? ?d\.?|doctoral|master'?s|m\.?a\.?|bachelor) ?(?:thesis|diss)|\bdissertation\b|\bthes[ei]s\b|\bdiss\.|дис\.|диссертац|\bthèse\b|\btesis\b|\btese\b"
_ENCYCLOPEDIA = r"encyclop|enzyklop|factbook|wikipedia|britannica|dictionary|oxford reference|lexikon|handwörterbuch"
_JOURNAL = r"\b(?:journal|review|quarterly|studies|annals|proceedings|zeitschrift|revista|revue|rivista|вестник|survey|papers|transactions|bulletin of)\b"
_PAPER = r"\b(?:times|post|herald|tribune|gazette|daily|newsline|news|guardian|observer|telegraph|ledger|courier|zeitung|gazeta|star|sun|express|chronicle|dispatch|mail|wire|press|agency|diario|jornal|journal du|правда|известия|газета)\b"
_BLOG = r"^medium$|\bblogs?\b|\bweblog\b|blogspot|wordpress\.com|substack"
_SOCIAL = r"^(?:twitter|x (?:post|\()|facebook|telegram|linkedin|instagram|weibo|youtube)|\btweet\b|\bpost on\b|@\w+"
_BROADCAST = r"\b(?:radio (?:4|new zealand|national)|frontline|podcast|documentary|bbc radio|television|episode|60 minutes|newshour|panorama)\b"
_NEWS_ADDRESS = r"^(?:https?://)?[^/]+\.(?:com?|net|co\.\w\w|[a-z]{2})/(?:.*/)?(?:news|articles?|stor(?:y|ies)|politics|business|opinion|world)/"
_SPEECH_ADDRESS = r"^(?:https?://)?[^/]*\.(?:gov|mil|int|gov\.\w\w|europa\.eu|gc\.ca)/.*\b(?:remarks|speech(?:es)?|keynote|address-by)\b"
_NO_COMPANY = r"^(?:https?://)?[^/]+\.(?:gov|mil|int|edu|org)(?:\.\w\w)?(?:/|$)"
_PAPER_NAME = r"\b(?:briefing|working|discussion|policy|white|issue|internal|background) (?:paper|brief|note|memo)s?\b"
_SERIES = r"\b(?:working|discussion|technical|research|policy|occasional|staff) (?:paper|report|brief|note|memo)s?(?: series)?\b(?!s? review)|\breport series\b|\bWP ?\d+$"
_DATA = r"\bdata ?set\b|\bdata ?base\b|\[data\b|\bdatenbank\b|base de (?:datos|données)|\bindicators\b|\bdata$|\bdata collection\b|\btime series\b|\bs[ée]ries temporais\b"
_DATA_HOLDER = r"\bdata ?base\b|\bdata portal\b|^(?:FRED|FAOSTAT)$"
_DATA_ADDRESS = r"^(?:https?://)?(?:www\.)?data\.|/data-products/|/faostat/|/statistics/"

_CONTAINER = has("container-title")
_NO_CONTAINER = no(_CONTAINER)
_PERIODICAL = outlet_is(*_NEWS, "magazine", "journal")
_HOLDS_ARTICLES = either(_PERIODICAL, has("volume"))
_BODY: Test = lambda e: e.body  # noqa: E731
_NO_PERSON: Test = lambda e: e.body or not e.authors  # noqa: E731
_DAY: Test = lambda e: e.day  # noqa: E731
_QUOTED: Test = lambda e: e.quoted  # noqa: E731
_PDF = inside(r"\.pdf\b", "URL")
_ONLINE = either(has("URL"), among_words(r"\b(?:accessed|retrieved)\b", "accessed", "retrieved"))
_REPORT_ADDRESS = every(stands_with("report"), no(inside(r"/publications?/fact-?sheets?\b", "URL")))
_BY_IMPRINT = every(
    has("publisher-place"), no(_NO_PERSON), no(_QUOTED), no(has("URL", "number")), no(lambda e: e.month)
)
"""A place and a publisher, as title pages have them, of a work by persons."""
_BY_HOUSE = inside(_HOUSE, "publisher")
_PAGE = every(has("URL"), no(_PDF), no(_REPORT_ADDRESS), either(_DAY, every(_QUOTED, lambda e: not e.month)))
"""What a body puts on its site from day to day: with its day, or in quotation marks."""

TESTS: tuple[tuple[str, str, Test], ...] = (
    ("interview", "an interview of the author's", official.OWN_INTERVIEW),
    ("report", "a report of Congress", official.CONGRESS_REPORT),
    ("speech", "a speech, in a record or gazette", official.RECORDED_SPEECH),
    ("document", "a record of debates or of foreign relations, a message", official.RECORD),
    ("hearing", "a hearing is named", every(official.HEARING, no(_PERIODICAL))),
    ("thesis", "a degree is named", either(inside(_THESIS, "genre"), every(among_words(_THESIS, "thesis", "diss", "дис", "thèse", "tesis", "tese"), _NO_CONTAINER), inside(r"^proquest\b", "container-title"))),
    ("treaty", "a treaty series", official.TREATY_SERIES),
    ("legal_case", "two parties, or a series of judgments", official.CASE),
    ("document", "a release that a wire carries", inside(_WIRED, "container-title", "publisher")),
    ("legislation", "a gazette or a code", official.GAZETTE),
    ("webpage", "a page about something", every(inside(r"^(?:about|what (?:is|are)|who we are|home(?: page)?$|overview of)\b", "title"), has("URL"), _NO_CONTAINER)),
    ("treaty", "a treaty or convention", official.TREATY),
    ("treaty", "an agreement", official.AGREEMENT),
    ("bill", "a bill's number, or a proposal", official.BILL),
    ("legislation", "a resolution's symbol", official.RESOLUTION),
    ("legislation", "an order or a public law", official.ORDER),
    ("patent", "a patent's number", either(inside(_PATENT, "number", "genre", "title", "note", hints=("patent",)), inside(_PATENT_NUMBER, "number", "genre", "title", "note"))),
    ("legislation", "a statute", either(official.STATUTE, every(official.LAW_ELSEWHERE, no(_HOLDS_ARTICLES)))),
    ("document", "a document of an international organisation", official.SYMBOL),
    ("interview", "an interview", official.INTERVIEW),
    ("personal_communication", "a letter or message", official.MESSAGE),
    ("dataset", "data are named", every(no(has("collection-title", "volume")), no(inside(_SERIES, "publisher")), either(inside(_DATA, "title", "genre", "medium", hints=("data", "daten", "base de ", "indicators", "series")), inside(_DATA_HOLDER, "container-title"), inside(_DATA_ADDRESS, "URL")))),
    ("document", "a press release or statement", every(_NO_PERSON, no(_PERIODICAL), either(inside(_PRESS, "title", "genre", hints=_PRESS_HINTS), inside(_PRESS_FIRST, "title", "genre")))),
    ("document", "a press release", inside(r"\b(?:press|news|media) release\b|pressemitteilung|\bcommuniqu[eé]\b", "genre", "title", hints=("release", "pressem", "communiqu"))),
    ("speech", "a speech is named", either(every(inside(_SPEECHES, "genre"), no(every(inside("briefing", "genre"), has("number")))), every(either(inside(_SPEECH, "title"), inside(_SPEECH_WITHIN, "title", hints=_SPEECH_HINTS)), no(_HOLDS_ARTICLES)), every(said(_SPOKEN, "speech", "remarks", "address", "lecture"), no(_HOLDS_ARTICLES)))),
    *((name, "its address", every(stands_with(name), no(_HOLDS_ARTICLES))) for name in ("legal_case", "bill", "legislation", "treaty", "hearing", "speech")),
    ("speech", "an address of speeches", every(inside(_SPEECH_ADDRESS, "URL"), no(_HOLDS_ARTICLES))),
    ("document", "a press release's address", every(_NO_PERSON, stands_with("document"), no(_HOLDS_ARTICLES))),
    *((name, "its address", every(stands_with(name), no(_HOLDS_ARTICLES))) for name in ("patent", "thesis", "post", "entry-encyclopedia", "dataset", "broadcast")),
    ("post", "a post", inside(_SOCIAL, "container-title", "genre", "medium")),
    ("post-weblog", "a blog", inside(_BLOG, "genre", "container-title", "publisher", "medium", "URL", hints=("blog", "wordpress", "substack", "medium"))),
    ("entry-encyclopedia", "an encyclopaedia", every(inside(_ENCYCLOPEDIA, "container-title"), no(has("volume")))),
    ("broadcast", "a broadcast", either(inside(_BROADCAST, "container-title", "genre"), inside(r"\bepisode\b", "number"), among_words(r"\bdirected by\b", "directed by"))),
    ("standard", "a standard's number", inside(r"^(?:(?:ISO|IEC|IEEE|ASTM|DIN|EN|RFC|FIPS|ETSI|ГОСТ)(?:/IEC)? ?\d|CIP-\d|ITU-[TR] Rec)", "number", "title")),
    ("chapter", "a book with editors holds it", every(_CONTAINER, lambda e: e.editors, no(_PERIODICAL))),
    ("article-newspaper", "the outlet is a newspaper or a wire", outlet_is("newspaper", "wire")),
    ("article-newspaper", "the outlet is a broadcaster", outlet_is("broadcaster")),
    ("article-magazine", "the outlet is a magazine or newsletter", outlet_is("magazine", "newsletter")),
    ("article-journal", "the outlet is a journal", outlet_is("journal")),
    ("webpage", "the author's own page", every(_own_page, has("URL"))),
    ("paper-conference", "proceedings", either(inside(r"^proceedings|\b[ck]onf[eé]ren(?:ce|z|cia)\b|\bsymposium\b|\bworkshop\b", "container-title"), inside(r"\bpaper presented\b|\bpresented at\b", "genre"))),
    ("article-newspaper", "a newspaper's page", every(_CONTAINER, _DAY, no(has("volume")), inside(r"^[A-F]-?\d+", "page"))),
    ("report", "a series of papers", every(inside(_SERIES, "container-title", "publisher"), no(_PERIODICAL), no(lambda e: e.editors))),
    ("manuscript", "a box, a folder, a file of an archive", every(official.FILES, no(_PERIODICAL), no(has("DOI")))),
    ("article-journal", "volume or issue of a container", every(_CONTAINER, has("volume", "issue"), either(no(_DAY), every(has("volume"), has("page", "issue"))))),
    ("article-magazine", "volume or issue, and a day", every(_CONTAINER, has("volume", "issue"))),
    ("manuscript", "papers of an archive", official.ARCHIVE),
    ("article-newspaper", "the outlet is a news site", outlet_is("website")),
    ("article-newspaper", "the outlet's name is a newspaper's", every(inside(_PAPER, "container-title"), no(has("publisher")))),
    ("article-newspaper", "a news agency stands as the author", every(_NO_CONTAINER, either(_author_is_outlet, every(_DAY, _author_like_paper)))),
    ("article-newspaper", "the address is a newspaper's", every(no(_BODY), site_is("newspaper", "wire", "broadcaster", "website"))),
    ("article-magazine", "the address is a magazine's", every(no(_BODY), site_is("magazine"))),
    ("article-journal", "a journal's name", every(no(_DAY), no(has("publisher")), inside(_JOURNAL, "container-title"))),
    ("report", "the address is that of a report", every(_REPORT_ADDRESS, no(inside(_JOURNAL, "container-title")), no(_HOLDS_ARTICLES))),
    ("webpage", "a body's site holds it", every(has("URL"), _CONTAINER, either(outlet_is(*_BODIES), _container_is_body), no(_PDF))),
    ("report", "a report's number or name", either(inside(_REPORT_NAME, "genre", "collection-title"), every(has("number"), inside(_REPORT_NUMBER, "number")))),
    ("webpage", "an address that is no company's", every(_CONTAINER, inside(_NO_COMPANY, "URL"), no(_PDF))),
    ("article-newspaper", "a container and a day", every(_CONTAINER, _DAY)),
    ("article-magazine", "a container and a month", every(_CONTAINER, lambda e: e.month, no(has("publisher")))),
    ("chapter", "a container, a publisher and pages", every(_CONTAINER, has("publisher"), has("page"))),
    ("webpage", "no date, and an address", every(has("URL"), no(has("number")), among_words(r"\bn\.? ?d\b", "nd", "n.d", "n. d"), no(_PDF))),
    ("book", "an edition, or editors and a publisher", every(_NO_CONTAINER, no(has("URL", "number")), either(has("edition"), every(has("publisher"), lambda e: e.editors, no(_BODY))), no(_QUOTED), no(_DAY))),
    ("chapter", "a container and a publisher", every(_CONTAINER, has("publisher"), no(_NO_PERSON), no(has("URL")), no(_DAY))),
    ("report", "its author publishes it", every(_own_publisher, no(_PAGE))),
    ("report", "a body publishes it", every(_publishing_body, no(_PAGE))),
    ("article-newspaper", "an address as news sites have it", every(_DAY, no(_BODY), inside(_NEWS_ADDRESS, "URL"))),
    ("report", "a report by its title", every(inside(r"^(?:(?:interim|final|annual|progress|special) )?report (?:of|from|on|to|by) |^rapport (?:sur|du|de|à) |^informe (?:sobre|de|del) ", "title"), _NO_CONTAINER, no(_BY_HOUSE))),
    ("report", "a report's title", every(_NO_PERSON, inside(_REPORT_TITLE, "title"), no(_BY_HOUSE))),
    ("report", "a paper is named", every(_NO_CONTAINER, among_words(_PAPER_NAME, "paper", "brief", "note", "memo"))),
    ("report", "a paper on the web", every(_NO_CONTAINER, _PDF)),
    ("article-newspaper", "a newspaper stands first", every(_NO_CONTAINER, no(has("URL", "publisher")), _opens_with(*_NEWS))),
    ("report", "a body is author", every(_BODY, _NO_CONTAINER, either(has("publisher"), no(_ONLINE)))),
    ("book", "a publisher", every(has("publisher"), no(_QUOTED), no(_DAY))),
    ("report", "a title in quotation marks, a publisher", every(has("publisher"), no(_ONLINE))),
    ("article-newspaper", "a news site's address", site_is(*_NEWS, "magazine")),
    ("article-journal", "a DOI", every(no(_BODY), either(has("DOI"), stands_with("article-journal")))),
    ("webpage", "an address", _ONLINE),
    ("book", "a place", every(either(_NO_CONTAINER, _NO_PERSON), has("publisher-place"), no(_DAY))),
    ("chapter", "a container", every(_CONTAINER, no(_NO_PERSON))),
    ("report", "a body is author, and a container", every(_CONTAINER, _BODY)),
    ("article-newspaper", "a container", _CONTAINER),
    ("article-magazine", "a magazine stands first", _opens_with("magazine")),
    ("report", "a body stands first", every(no(_DAY), _opens_with(*_BODIES))),
    ("article-newspaper", "a title in quotation marks", lambda e: e.quoted and bool(e.authors)),
    ("book", "an author and a title", lambda e: bool(e.authors) and not e.month),
)  # fmt: skip


def kind(evidence: Evidence) -> tuple[str, str]:
    """The CSL type and the reason, in words for a person."""
    for name, why, holds in TESTS:
        if holds(evidence):
            return name, why
    return "document", "nothing said more"
