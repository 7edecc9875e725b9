"""Fields and words of an entry -> its CSL type, and why: the first test that holds decides.

Source: CSL 1.0.2, appendix III; which kinds count as which type is told in docs/library.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from refcli.data.outlets import Outlet, find_outlet, outlet_of_domain
from refcli.model import Name


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an entry: its text values by CSL variable, its authors, all its words."""

    texts: Mapping[str, str]
    authors: tuple[Name, ...]
    editors: bool
    words: str
    day: bool

    def has(self, *variables: str) -> bool:
        """True when one of them has a value."""
        return any(self.texts.get(variable) for variable in variables)


def _words(pattern: str) -> Callable[[Evidence], bool]:
    found = re.compile(pattern, re.IGNORECASE)
    return lambda evidence: bool(found.search(evidence.words))


def _title(pattern: str) -> Callable[[Evidence], bool]:
    found = re.compile(pattern, re.IGNORECASE)
    return lambda evidence: bool(found.search(evidence.texts.get("title", "")))


def _carrier(evidence: Evidence) -> Outlet | None:
    return find_outlet(evidence.texts.get("container-title", ""))


def _outlet_kind(*kinds: str) -> Callable[[Evidence], bool]:
    def holds(evidence: Evidence) -> bool:
        outlet = _carrier(evidence)
        return outlet is not None and outlet.kind in kinds

    return holds


def _author_outlet(evidence: Evidence) -> bool:
    first = evidence.authors[0].literal if evidence.authors else ""
    outlet = find_outlet(first) if first else None
    return (
        outlet is not None
        and outlet.kind in ("newspaper", "wire", "newsletter", "broadcaster")
        and not evidence.has("container-title")
    )


def _news_site(evidence: Evidence) -> bool:
    host = re.sub(r"^https?://", "", evidence.texts.get("URL", "")).split("/")[0]
    outlet = outlet_of_domain(host) if host else None
    return outlet is not None and outlet.kind in ("newspaper", "wire", "broadcaster") and evidence.day


def _paper_name(evidence: Evidence) -> bool:
    name = evidence.texts.get("container-title", "")
    return bool(
        re.search(
            r"\b(?:times|post|herald|tribune|gazette|daily|newsline|news|guardian|observer|telegraph|ledger|courier|zeitung|gazeta|star|sun|express|chronicle|dispatch|mail)\b",
            name,
            re.IGNORECASE,
        )
    )


def _volume_and_pages(evidence: Evidence) -> bool:
    return evidence.has("container-title") and evidence.has("volume", "issue") and not evidence.editors


def _body_published(evidence: Evidence) -> bool:
    return bool(evidence.authors) and bool(evidence.authors[0].literal)


def _policy_publisher(evidence: Evidence) -> bool:
    publisher = evidence.texts.get("publisher", "")
    outlet = find_outlet(publisher)
    if outlet is not None:
        return outlet.kind in ("think-tank", "igo", "ngo", "government")
    return (
        bool(
            re.search(
                r"\b(?:institute|ministry|department|commission|centre|center|council|office|agency|bank|foundation|committee|government|bureau|nations|organi[sz]ation|corporation)\b",
                publisher,
                re.IGNORECASE,
            )
        )
        and "Press" not in publisher
    )


_LAW = r"^(?:public law|pub\. ?l|act\b|ley\b|decreto|real decreto|gesetz|loi\b|law (?:on|of|no)|regulation|directive|council (?:regulation|decision|directive)|commission regulation|constitution|H\.? ?R\.? ?\d|S\. ?\d|executive order)|\bact(?: of)?(?: \d{4})?$|\bbill$|\b(?:act|code) of \d{4}"
_RESOLUTION = (
    r"\b(?:S|A|SC|GA|UNSC|G\.A\.)[ /.]*Res(?:olution|\.)?\b|/RES/|^resolution \d|council resolution|^resoluci[oó]n"
)
_REPORT_NUMBER = r"\b(?:report|paper|brief(?:ing)?|memo(?:randum)?|bulletin|backgrounder|fact ?sheet|rapport|informe|bericht)\b|\bGAO|\bRL?\d{5}\b|\bR\d{5}\b|\bCOM\(|N°"

TESTS: tuple[tuple[str, str, Callable[[Evidence], bool]], ...] = (
    ("hearing", "a hearing is named", _words(r"\bhearings? before\b|\b(?:\d+(?:st|nd|rd|th)) cong\b.*\bsess|^hearing|testimony before")),
    ("thesis", "a degree is named", _words(r"\b(?:ph\.? ?d\.?|doctoral|master'?s|m\.?a\.?) (?:thesis|diss)|\bdissertation\b|\bthesis\b")),
    ("legal_case", "two parties", _title(r"\bv\.? (?=[A-Z])|\bvs?\. ")),
    ("treaty", "a treaty or convention", _title(r"^(?:treaty|convention|protocol|charter|accord|covenant|memorandum of understanding)\b|\b(?:treaty|convention) (?:on|against|between|concerning|for)\b|^agreement (?:between|on)\b")),
    ("legislation", "a resolution's symbol", _words(_RESOLUTION)),
    ("legislation", "a statute", lambda e: (_title(_LAW)(e) and not e.has("container-title")) or _title(r"^(?:council |commission )?(?:regulation|directive|decision) \(?(?:EU|EC|EEC|\d)")(e)),
    ("dataset", "data are named", _words(r"\bdata ?set\b|\bdata ?base\b|\[data\b")),
    ("speech", "a speech is named", lambda e: re.search(r"\b(?:speech|remarks|address|lecture|keynote)\b", e.texts.get("genre", ""), re.IGNORECASE) is not None),
    ("interview", "an interview", lambda e: re.search(r"\binterview\b", e.texts.get("genre", "") + e.texts.get("title", "")[:20], re.IGNORECASE) is not None),
    ("document", "a press release", _words(r"\b(?:press|news|media) release\b|\bpress statement\b|comunicado de prensa|pressemitteilung")),
    ("chapter", "a book with editors holds it", lambda e: e.has("container-title") and e.editors),
    ("article-newspaper", "the outlet is a newspaper or a wire", _outlet_kind("newspaper", "wire")),
    ("article-newspaper", "the outlet is a broadcaster", _outlet_kind("broadcaster")),
    ("article-magazine", "the outlet is a magazine or newsletter", _outlet_kind("magazine", "newsletter")),
    ("article-journal", "volume or issue of a container", _volume_and_pages),
    ("article-journal", "the outlet is a journal", _outlet_kind("journal")),
    ("webpage", "the outlet is a site", lambda e: _outlet_kind("website")(e) and not e.day),
    ("article-newspaper", "the outlet is a news site", _outlet_kind("website")),
    ("article-newspaper", "the outlet's name is a newspaper's", lambda e: _paper_name(e) and not e.has("publisher")),
    ("article-newspaper", "a news agency stands as the author", _author_outlet),
    ("article-newspaper", "the address is a newspaper's", _news_site),
    ("article-journal", "a journal's name", lambda e: e.has("container-title") and re.search(r"\b(?:journal|review|quarterly|studies|annals|proceedings|zeitschrift|revista|revue)\b", e.texts["container-title"], re.IGNORECASE) is not None),
    ("report", "a report's number or name", lambda e: e.has("number") or re.search(_REPORT_NUMBER, e.texts.get("genre", "") + " " + e.texts.get("collection-title", ""), re.IGNORECASE) is not None),
    ("article-magazine", "a container and a day", lambda e: e.has("container-title") and e.day),
    ("chapter", "a container, a publisher and pages", lambda e: e.has("container-title") and e.has("publisher") and e.has("page")),
    ("report", "a body is author or publisher", lambda e: _body_published(e) and (e.has("publisher") or not e.has("URL") or ".pdf" in e.texts["URL"])),
    ("report", "a policy body publishes it", _policy_publisher),
    ("book", "a publisher", lambda e: e.has("publisher") or (e.has("publisher-place") and not e.has("URL"))),
    ("webpage", "an address", lambda e: e.has("URL")),
    ("chapter", "a container", lambda e: e.has("container-title")),
    ("book", "an author and a title", lambda e: bool(e.authors) and not e.day),
)  # fmt: skip


def kind(evidence: Evidence) -> tuple[str, str]:
    """The CSL type and the reason, in words for a person."""
    for name, why, holds in TESTS:
        if holds(evidence):
            return name, why
    return "document", "nothing said more"
