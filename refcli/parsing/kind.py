"""What is known of an entry -> its CSL type, and why: the first test that holds decides.

Source: CSL 1.0.2, appendix III; which kinds count as which type is told in docs/library.md.
"""

from __future__ import annotations

import re

from refcli.data.outlets import find_outlet
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
from refcli.text import fold


def _author_is_outlet(evidence: Evidence) -> bool:
    """A news agency, or its staff."""
    found = (find_outlet(_STAFF.sub("", name.literal)) for name in evidence.authors if name.literal)
    return any(outlet is not None and outlet.kind in _NEWS for outlet in found)


def _container_is_body(evidence: Evidence) -> bool:
    """The container has a body's name, or is called a website."""
    return is_body(evidence.text("container-title")) or "website" in evidence.words


def _author_like_paper(evidence: Evidence) -> bool:
    """A newspaper that no table knows, by its name, where the author stands."""
    return evidence.body and bool(_OWN_PAPER.search(evidence.authors[0].literal))


def _parties(evidence: Evidence) -> bool:
    """The parties to a case stand where the author stands."""
    return evidence.body and " v. " in evidence.authors[0].literal


def _court(evidence: Evidence) -> bool:
    """A court stands where the author stands."""
    return evidence.body and _COURT_NAME.match(evidence.authors[0].literal) is not None


def _committee(evidence: Evidence) -> bool:
    """A committee of Congress stands where the author stands."""
    return evidence.body and _COMMITTEE.search(evidence.authors[0].literal) is not None


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


_COURT_NAME = re.compile(
    r"^(?:BGH|BVerfG|BVerwG|BAG|BSG|BFH|EuGH|EuG|EGMR|OLG \w+|CEDH|CJUE|CJEU|ECtHR|TEDH|TJUE|CE|CA \w+|Cass\.?(?: .*)?|Cons\. const\.?|Cour de cassation|Conseil d.État|Corte (?:suprema|costituzionale|di cassazione)|STF|STJ)$",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(
    r"\b(?:senate|house)\b.*\b(?:sub)?committee\b|\b(?:sub)?committee\b.*\b(?:senate|house)\b", re.IGNORECASE
)
_PUBLIC = re.compile(
    r"minist|department|agenc|office|institut|cent(?:er|re)|council|commission|committee|government|bureau|association|foundation"
    r"|universit|federa|bank\b|administration|authority|service|secretariat|academy|society|nations|union\b|court|congress|parliament",
    re.IGNORECASE,
)
_OWN_PAPER = re.compile(
    r"\b(?:times|post|herald|tribune|gazette|daily|news|newspaper|guardian|observer|telegraph|chronicle|zeitung)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(r" (?:staff|news agency|editorial board)\Z", re.IGNORECASE)
_NEWS = ("newspaper", "wire", "newsletter", "broadcaster", "website")
_BODIES = ("think-tank", "igo", "ngo", "government")
_HOUSE = r"\bpress(?:es)?\b|\bbooks?\b|verlag|\bUP\b|publish(?:ers|ing)\b|éditions|editorial\b|routledge|издательство|& (?:sons|co\b)|\bOUP\b|\bCUP\b"
_LAW_GAZETTE = r"^(?:the )?(?:Stat\.?$|Code of Federal Regulations|Fed(?:eral|\.)? ?Reg(?:ister|\b)|U\.? ?S\.? ?C\b|C\.? ?F\.? ?R\b|O\.? ?J\b|Official Journal|BGBl|Bundesgesetzblatt|B\.?O\.?E\b|Bolet[ií]n Oficial|Diário Oficial|J\.?O(?:RF)?\b|Journal officiel|Congress\.gov|Собрание законодательства|Gaceta Oficial|Government Gazette|Gazzetta Ufficiale|Diario Oficial|Dz\. ?U|Dziennik Ustaw|СЗ РФ|РГ$|Офіційний вісник|Відомості Верховної|RSC$|R\.S\.C|RLRQ|ILCS)|\b(?:Rev\. Stat|Comp\. Stat|Stat\. Ann|Code Ann|Gen\. Laws|Admin\. Code)\b"
_RECORD = r"^(?:daily )?cong(?:ressional|\.)? rec|^hansard|^(?:HC|HL) (?:deb|official report)|^parliamentary debates|plenarprotokoll|^presidential documents|^foreign relations of the united states|^FRUS\b"
_WIRED = r"\b(?:pr|globe) ?newswire\b|\bbusiness ?wire\b"
_TREATY_CITE = r"\b\d+ ?(?:U\. ?N\. ?T\. ?S|UNTS|U\. ?S\. ?T|UST|T\.I\.A\.S|TIAS|L\.N\.T\.S|LNTS)\b|\b(?:UNTS|TIAS|ETS|CETS|T\.I\.A\.S\.) (?:no\. ?)?\d"
_TREATY_SERIES = r"\btreaty series$|^(?:U\.? ?N\.? ?T\.? ?S|T\.?I\.?A\.?S|L\.?N\.?T\.?S|E\.?T\.?S|I\.?L\.?M|UST\b)"
_VERSUS = r" c/ (?-i:(?=[A-ZÀ-Ý]))| (?<=[\w.)’\]] )vs?\.? (?:the )?(?-i:(?=[^\W\d_a-zà-ÿ]))"
_ONE_PARTY = r"^(?:in re|in the matter of|matter of|ex parte)\b|\bcase\b, .* v\b"
_PARTY_HINTS = ("in re", "in the matter", "matter of", "ex parte", "case")
_COURTS_WORD = r"^(?:Urt|Beschl|Vorlagebeschl|Urteil|Beschluss|arrêt|sentencia)\b"
_CASE_NUMBER = r"\breq\. n°|^n° \d\d-\d\d\.\d{3}|^[IVX]+ Z[RB] \d+/\d\d|^\d+ (?:BvR|BvL|BvF|AZR|StR) \d+/|\bECLI:|^(?:joined )?cases? (?:no\. ?)?[CTF][-‑–]\d|\bApp(?:lication|s?\.) ?nos?\.? \d+/\d|\bICC-\d\d|\bI(?:T|CTR)-\d\d-|\bWT/DS\d|\b(?:PCA|ICSID|ITLOS) case no|\[(?:19|20)\d\d\] (?:UKSC|UKHL|EWCA|EWHC|UKPC|HCA|SCC|CSIH|NZSC|EWFC)\b"
_CASE_HINTS = (
    "req.",
    "n°",
    " zr ",
    " zb ",
    " bv",
    " azr",
    " str ",
    "ecli",
    "case",
    "app",
    "icc",
    "it-",
    "ictr",
    "wt/ds",
    "[19",
    "[20",
)
_CASE_REPORTER = r"^(?:U\.? ?S\.?$|F\.? ?(?:2d|3d|4th|Supp)|S\. ?Ct|I\.?C\.?J|P\.?C\.?I\.?J|R\.?I\.?A\.?A|E\.?C\.?R|UKSC|UKHL|EWCA|EWHC|A\.?C\.?$|W\.?L\.?R|Q\.?B|E\.?H\.?R\.?R|BVerfGE|BGHZ|BGHSt|BVerwGE|BAGE|Bull\. civ|Lebon$|F\. ?Cas|Parry|Eur\. ?Ct|S\.C\.R\b|S\.?A\.?$|I\.L\.R\b|All E\.?R|C\.L\.R\b)"
_LAW = r"^(?:the )?(?:public law|pub\. ?l\b|act\b|ley\b|decreto|real decreto|gesetz|loi\b|lei\b|law (?:on|of|no)|(?:commission |council )?(?:implementing |delegated )?(?:regulation|directive|decision) (?:\(|no\b|\d)|directiva\b|reglamento \(|richtlinie \d|verordnung \(|constitution\b|constitución|grundgesetz|H\. ?R\. ?\d|S\. ?\d|указ\b|федеральный закон|закон\b|ordonnance\b|décret\b)"
_LAW_WITHIN = r"\blaw of (?:the )?(?:[\w’']+ )*republic\b|\bact(?: of)?(?:,? \d{4})?$|\bact \d{4}\b|\bact(?=,? (?:§|no\b|cap\b|ss?\. ?\d|section\b|arts?\.|for fiscal year|as amended|\([A-Z]+\)$))|\blaw,? \d{4}$|\border \d{4}$|\b\d+ (?:C\.F\.R|U\.S\.C)\b|^council (?:common position|joint action|framework decision) \d|\bbill$|\b(?:act|code) of \d{4}|\bregulations\b(?: \d{4})?$|\b(?:criminal|penal|civil|tax|labou?r) code\b|(?:sicherheits|wirtschafts|ordnungs|verfassungs)gesetz$"
_LAW_HINTS = ("law", "act", "bill", "order", "c.f.r", "u.s.c", "council", "code", "regulations", "gesetz")
_LAW_ELSEWHERE = r"^(?:loi|ley|legge|lei|lag|lagen|decreto|décret|arrêté|ordonnance|resolução normativa|reglamento|règlement|rozporządzenie|ustawa|закон|указ|постанова|постановление|наказ|приказ|федеральный закон|конституция|constitución|konstytucja)\b"
_LAW_NUMBER = r"\bPub(?:lic|\.) L(?:aw|\.)|№ ?\d+-ФЗ|^Act \d+ of|^S\.?I\.? \d{4}/|^Prop(?:osition|\.) \d"
_ORDER = (
    r"^(?:exec(?:\.|utive) order|presidential proclamation|proclamation no|public law \d|pub\. ?l\. ?(?:no\. ?)?\d)"
)
_PATENT = r"\b(?:US|U\.S\.|EP|WO|European|UK|GB)? ?patent\b(?: no\.?| application| appl\.?)? ?[\dEUW]"
_PATENT_NUMBER = r"^(?:US|EP|WO) ?\d[\d,/]{5,}"
_RESOLUTION = r"\b(?:S|A|SC|GA|ESC|HRC|AG|UNSC|G\.A\.|S\.C\.)[ /.]*Res(?:olution|\.)?\b|/RES/|^resolution \d|\bUNSCR \d|council resolution|\bassembly resolution|\bUN resolution|^resoluci[oó]n|^резолюция"
_ABOUT = r"\breport\b|\bletter\b|\bstatement\b|\bcommentary\b|\bin connection with\b"
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
_SPEECH = r"^(?:remarks|speech|address|inaugural|keynote|rede|discours|discurso|выступление|statement to)\b|^(?:\d{4} )?state of the union\b"
_SPEECH_WITHIN = r"\bstate of the union (?:address|speech|message)\b|\bto the (?:\d{4} )?state of the union\b|\b(?:press|news) (?:conference|briefing)\b|\b(?<!of )(?<!free )(?<!hate )(?:speech|remarks|(?:inaugural|farewell|keynote|commencement|televised|radio) address)$|\bremarks (?:at|by|to|on)\b|\baddress (?:to|before|at)\b"
_SPEECH_HINTS = ("speech", "remarks", "address", "union", "conference", "briefing")
_SPEECHES = (
    r"\b(?:speech|remarks|address|lecture|keynote|rede|discours|discurso|allocution|briefing|press conference)\b"
)
_SPOKEN = r"\b(?:speech|remarks|address|lecture) (?:(?:delivered|given|made|presented) )?(?:at|to|before|in)\b"
_HEARING = r"\bhearings?\b[^.]{0,90}\bbefore\b|^hearing|\btestimony (?:of|before|by)\b|\b(?:prepared )?statement (?:before|for the record)|statenent|\bcommittee\b[^.]{0,80}\bhearings?\b"
_INTERVIEW = r"\bauthors?['’]?s?['’]? (?:\w+ )?interviews?\b|\binterviews? (?:with|by) (?:the )?authors?\b|\b(?:personal|telephone|phone) interviews?\b|(?:^|: )(?:\W*\d+\W+)?interviews? with\b|\binterviewed (?:by|in|on)\b|\binterviews?,"
_INTERVIEW_TITLE = r"^(?:(?!the\b|an?\b)[\w’'-]+ ){0,2}interviews? (?:with|by|mit)\b|^(?:entretien|entrevista|intervista|entrevue)s? (?:avec|con|com)\b"
_MESSAGE = (
    r"\b(?:(?:personal|private) (?:communication|correspondence)|e-?mails? (?:to|from|correspondence)|letter to)\b"
)
_MESSAGE_TITLE = (
    r"^(?:personal|private) (?:communication|correspondence)\b|^e-?mails? (?:to|from|correspondence|exchange|message)\b"
)
_THESIS = r"\b(?:ph\.? ?d\.?|doctoral|master'?s|m\.?a\.?|bachelor) ?(?:thesis|diss)|\bdissertation\b|\bthes[ei]s\b|\bdiss\.|дис\.|диссертац|\bthèse\b|\btesis\b|\btese\b"
_TREATY = r"^(?:the )?(?:treaty|convention|protocol|charter|accord|covenant|pact|memorandum (?:of understanding|on security)|agreement (?:between|on|establishing)|tratado|convenio|vertrag|traité|договор)\b"
_TREATY_WITHIN = r"\bmemorandum on security assurances\b|\b(?:treaty|convention) (?:on|against|between|concerning|for|of)\b|\b(?:treaty|convention|charter|covenant)(?: \([A-Z]+\))?$"
_TREATY_HINTS = ("treaty", "convention", "charter", "covenant", "memorandum")
_AGREEMENT = r"\b(?:agreement|pact|accords?)$"
_FILE_NUMBER = r"^(?:FO|CAB|PREM|WO|CO|DEFE|FCO|KV|DO) ?\d{1,4}/\d|^RG ?\d|\bInternet Archive item\b"
_ARCHIVE = r"\bFO ?\d{2,3}/\d|\bpublic record office\b|\bcentral files\b|\bcarton \d|\barchives (?:du|nationales|diplomatiques|de la)\b|\bunpublished manuscript\b|\bbox \d|\bfolder \d|\bnational archives\b|\btna\b|\bfonds?\b \d|\bф\. ?\d+, ?оп\b|\b(?:presidential|hoover|roosevelt|truman|eisenhower|kennedy|johnson|nixon|ford|carter|reagan|bush|clinton) library\b|\bcable \d|wikileaks|\bpapers of\b|\bRG \d"
_ARCHIVE_HINTS = (
    "box",
    "folder",
    "archives",
    "tna",
    "fond",
    "ф.",
    " library",
    "cable",
    "wikileaks",
    "papers of",
    "rg ",
    "fo ",
    "fo3",
    "record office",
    "central files",
    "carton",
    "manuscript",
)
_TELEGRAM = (
    r"^(?:telegram|cable) (?:from|of|to)\b|^memorandum (?:of conversation|from)\b|^minutes of\b|\bmeeting minutes$"
)
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
_TREATY_TITLE = either(
    inside(_TREATY, "title"), every(inside(_TREATY_WITHIN, "title", hints=_TREATY_HINTS), no(inside(_ABOUT, "title")))
)
_AGREEMENT_TITLE = inside(_AGREEMENT, "title", hints=("agreement", "pact", "accord"))
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
    ("interview", "an interview of the author's", said(_INTERVIEW, "interview")),
    ("hearing", "a hearing is named", every(among_words(_HEARING, "hearing", "testimony", "statement", "statenent", "cong"), no(_PERIODICAL))),
    ("hearing", "testimony before a committee", inside(r"\b(?:testimony|hearing|statement for the record)\b", "genre")),
    ("hearing", "a session of a committee", every(_committee, lambda e: e.day, no(has("URL", "number", "publisher")))),
    ("thesis", "a degree is named", either(inside(_THESIS, "genre"), every(among_words(_THESIS, "thesis", "diss", "дис", "thèse", "tesis", "tese"), _NO_CONTAINER), inside(r"^proquest\b", "container-title"))),
    ("treaty", "a treaty series", either(inside(_TREATY_SERIES, "container-title"), every(among_words(_TREATY_CITE, "t.s", "unts", "ust", "s.t", "ets", "lnts", "tias"), no(lambda e: bool(e.authors) and e.quoted)))),
    ("legal_case", "two parties, or a series of judgments", either(inside(_VERSUS, "title"), _parties, every(_court, has("number", "genre", "container-title")), inside(_COURTS_WORD, "genre"), inside(_ONE_PARTY, "title", hints=_PARTY_HINTS), inside(_CASE_NUMBER, "number", "title", "note", hints=_CASE_HINTS), inside(_CASE_REPORTER, "container-title"), inside(r"^(?:judgment|advisory opinion|urteil|beschluss|sentencia|arrêt)\b", "genre"), every(inside(r"^(?:urteil|beschluss|arrêt|sentencia) ", "title"), _NO_CONTAINER))),
    ("document", "a parliament's or a government's record", inside(_RECORD, "container-title")),
    ("document", "a release that a wire carries", inside(_WIRED, "container-title", "publisher")),
    ("legislation", "a gazette or a code", every(inside(_LAW_GAZETTE, "container-title", "publisher"), no(_TREATY_TITLE), no(_AGREEMENT_TITLE))),
    ("webpage", "a page about something", every(inside(r"^(?:about|what (?:is|are)|who we are|home(?: page)?$|overview of)\b", "title"), has("URL"), _NO_CONTAINER)),
    ("treaty", "a treaty or convention", every(_TREATY_TITLE, either(_NO_CONTAINER, inside(_LAW_GAZETTE, "container-title")))),
    ("treaty", "an agreement", every(_AGREEMENT_TITLE, either(_NO_CONTAINER, inside(_LAW_GAZETTE, "container-title")), no(has("number", "collection-title")), no(_QUOTED), _NO_PERSON)),
    ("bill", "a bill's number", inside(r"^(?:H\.? ?R|S|H\.? ?Res|S\.? ?Res)\.? ?\d+$", "number")),
    ("bill", "a proposal of a law", inside(r"^proposal for an? (?:regulation|directive|decision)\b", "title")),
    ("legislation", "a resolution's symbol", either(every(inside(_RESOLUTION, "title", "number", hints=("res", "unscr", "рез")), no(inside(_ABOUT, "title"))), inside(r"^\d+ ?(?:[A-Z] ?)?\([IVXLC]+\)", "number"), every(inside(r"\bresolution\b", "genre"), has("number")))),
    ("legislation", "an order or a public law", inside(_ORDER, "title", "number")),
    ("patent", "a patent's number", either(inside(_PATENT, "number", "genre", "title", "note", hints=("patent",)), inside(_PATENT_NUMBER, "number", "genre", "title", "note"))),
    ("legislation", "a statute", either(every(either(inside(_LAW, "title"), inside(_LAW_WITHIN, "title", hints=_LAW_HINTS)), _NO_CONTAINER, either(no(_QUOTED), lambda e: not e.authors)), every(inside(_LAW_ELSEWHERE, "title", "genre"), no(_HOLDS_ARTICLES), either(no(_QUOTED), has("number"), lambda e: not e.authors)), inside(r"^(?:council |commission )?(?:regulation|directive|decision) \(?(?:EU|EC|EEC|\d)", "title"), inside(_LAW_NUMBER, "number"))),
    ("document", "a document of the United Nations", inside(_SYMBOL, "number")),
    ("interview", "an interview", either(inside(r"\binterview(?:s|ed)?\b|\bintervist[ae]\b|\bentrevistas?\b|\bentretiens? avec\b", "genre"), inside(r"^interviews? (?:with|by)\b|^author.s interview|интервью", "title"), every(inside(_INTERVIEW_TITLE, "title"), _NO_CONTAINER))),
    ("personal_communication", "a letter or message", either(inside(_MESSAGE, "genre"), every(inside(_MESSAGE_TITLE, "title"), _NO_CONTAINER))),
    ("dataset", "data are named", every(no(has("collection-title", "volume")), either(inside(_DATA, "title", "genre", "medium", hints=("data", "daten", "base de ", "indicators", "series")), inside(_DATA_HOLDER, "container-title"), inside(_DATA_ADDRESS, "URL")))),
    ("document", "a press release or statement", every(_NO_PERSON, no(_PERIODICAL), either(inside(_PRESS, "title", "genre", hints=_PRESS_HINTS), inside(_PRESS_FIRST, "title", "genre")))),
    ("document", "a press release", inside(r"\b(?:press|news|media) release\b|pressemitteilung|\bcommuniqu[eé]\b", "genre", "title", hints=("release", "pressem", "communiqu"))),
    ("speech", "a speech is named", either(every(inside(_SPEECHES, "genre"), no(every(inside("briefing", "genre"), has("number")))), every(either(inside(_SPEECH, "title"), inside(_SPEECH_WITHIN, "title", hints=_SPEECH_HINTS)), no(_HOLDS_ARTICLES)), every(said(_SPOKEN, "speech", "remarks", "address", "lecture"), no(_HOLDS_ARTICLES)))),
    *((name, "its address", every(stands_with(name), no(_HOLDS_ARTICLES))) for name in ("legal_case", "bill", "legislation", "treaty", "hearing", "speech")),
    ("speech", "an address of speeches", every(inside(_SPEECH_ADDRESS, "URL"), no(_HOLDS_ARTICLES))),
    ("document", "a press release's address", every(_NO_PERSON, stands_with("document"), no(_HOLDS_ARTICLES))),
    *((name, "its address", every(stands_with(name), no(_HOLDS_ARTICLES))) for name in ("patent", "post", "entry-encyclopedia", "dataset", "broadcast")),
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
    ("article-journal", "volume or issue of a container", every(_CONTAINER, has("volume", "issue"), either(no(_DAY), every(has("volume"), has("page", "issue"))))),
    ("article-magazine", "volume or issue, and a day", every(_CONTAINER, has("volume", "issue"))),
    ("manuscript", "papers of an archive", either(inside(_FILE_NUMBER, "number"), every(inside(_TELEGRAM, "title"), no(has("URL"))), among_words(_ARCHIVE, *_ARCHIVE_HINTS))),
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
    ("report", "a report's title", every(_NO_PERSON, inside(_REPORT_TITLE, "title"), no(_BY_HOUSE))),
    ("report", "a paper is named", every(_NO_CONTAINER, among_words(_PAPER_NAME, "paper", "brief", "note", "memo"))),
    ("report", "a paper on the web", every(_NO_CONTAINER, _PDF)),
    ("report", "a body is author", every(_BODY, _NO_CONTAINER, either(has("publisher"), no(_ONLINE)))),
    ("book", "a publisher", every(has("publisher"), no(_QUOTED), no(_DAY))),
    ("report", "a title in quotation marks, a publisher", every(has("publisher"), no(_ONLINE))),
    ("article-newspaper", "a news site's address", site_is(*_NEWS, "magazine")),
    ("article-journal", "a DOI", every(no(_BODY), either(has("DOI"), stands_with("article-journal")))),
    ("webpage", "an address", _ONLINE),
    ("book", "a place", every(has("publisher-place"), no(_DAY))),
    ("chapter", "a container", every(_CONTAINER, no(_NO_PERSON))),
    ("report", "a body is author, and a container", every(_CONTAINER, _BODY)),
    ("article-newspaper", "a container", _CONTAINER),
    ("article-newspaper", "a title in quotation marks", lambda e: e.quoted and bool(e.authors)),
    ("book", "an author and a title", lambda e: bool(e.authors) and not e.month),
)  # fmt: skip


def kind(evidence: Evidence) -> tuple[str, str]:
    """The CSL type and the reason, in words for a person."""
    for name, why, holds in TESTS:
        if holds(evidence):
            return name, why
    return "document", "nothing said more"
