"""Reference -> what it is compared by: names, title, date, container, numbers, each in its plainest form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from refcli.duplicates.containers import Container, is_unreviewed, read_container
from refcli.duplicates.makers import Maker, read_maker
from refcli.duplicates.titles import STOP, Title, read_title, read_words
from refcli.model import Day, Reference
from refcli.text import fold, fold_key

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_PREPRINT_DOI = re.compile(
    r"10\.(?:48550|2139|1101|31219|31234|31235|31222|20944|21203|3386|26434|2172|5281|36227|33774)/"
)
_DIGITS = re.compile(r"\d+")
_RANGE = re.compile(r"([a-z]*)(\d+)\s*(?:-+|to)\s*[a-z]*(\d+)")
_PAGE = re.compile(r"([a-z]*)(\d+)")
_NUMBER = re.compile(r"[^a-z0-9]+")
_KINDS = {
    "testimony": "testimony", "statement": "spoken", "remarks": "spoken", "speech": "spoken", "hearing": "hearing", "address": "spoken",
    "transcript": "spoken", "interview": "interview", "thesis": "thesis", "dissertation": "thesis", "review": "review", "dataset": "data",
    "poster": "slides", "slides": "slides", "presentation": "slides", "podcast": "broadcast", "video": "broadcast", "release": "press",
}  # fmt: skip
_TYPES = {
    "hearing": "hearing", "speech": "spoken", "interview": "interview", "thesis": "thesis", "review": "review", "review-book": "review",
    "dataset": "data", "broadcast": "broadcast", "motion_picture": "broadcast", "song": "broadcast", "article-journal": "article", "book": "book",
    "chapter": "chapter", "paper-conference": "conference", "report": "report", "article-newspaper": "news", "article-magazine": "news",
    "treaty": "law", "legislation": "law", "legal_case": "case", "entry-encyclopedia": "entry", "entry-dictionary": "entry", "map": "map",
    "patent": "patent", "software": "software", "bill": "law", "regulation": "law", "standard": "standard",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """One reference as it compares with others; "" or None stands for what it does not state."""

    reference: Reference
    title: Title
    makers: tuple[Maker, ...]
    cut: bool
    days: tuple[Day, ...]
    container: Container
    publisher: Container
    volume: str
    issue: str
    pages: tuple[str, int, int] | None
    edition: str
    number: str
    doi: str
    isbn: str
    url: str
    language: str
    kind: str
    preprint: bool
    place: frozenset[str]
    around: frozenset[str]

    @property
    def year(self) -> int | None:
        """The year of publication."""
        return self.days[0].year if self.days else None


def look_at(reference: Reference) -> Look:
    """A reference as it compares. Never raises: what cannot be read counts as not stated."""
    get = reference.get
    container = _container(get("container-title"))
    publisher = _container(get("publisher"))
    authors = reference.authors
    doi = read_doi(get("DOI") or get("URL"))
    issued = reference.issued
    makers = tuple(read_maker(name) for name in authors if not name.others)
    return Look(
        reference=reference,
        title=read_title(get("title")),
        makers=makers,
        cut=any(name.others for name in authors),
        days=issued.days if issued else (),
        container=container,
        publisher=publisher,
        volume=_plain_number(get("volume")),
        issue=_plain_number(get("issue")),
        pages=read_pages(get("page")),
        edition=_edition(get("edition")),
        number=_NUMBER.sub(" ", fold(get("number"))).strip(),
        doi=doi,
        isbn=_isbn(get("ISBN")),
        url=_url(get("URL")),
        language=fold(get("language"))[:2],
        kind=_kind(reference),
        preprint=bool(_PREPRINT_DOI.match(doi)) or _awaits_review(reference, (container, publisher)),
        place=read_words(get("publisher-place")) - _SMALL_PLACES,
        around=_around(reference, makers, (container, publisher)),
    )


_SMALL_PLACES = frozenset(("and", "d", "c", "dc", "us", "usa", "uk", "n", "y", "ny", "ma", "ca"))
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"
)  # fmt: skip
_COUNTED = (
    ("volume", ("vol", "volume")),
    ("edition", ("ed", "edition")),
    ("version", ("v", "version")),
    ("part-number", ("part",)),
)


def _around(reference: Reference, makers: Sequence[Maker], containers: Sequence[Container]) -> frozenset[str]:
    """The words that the other fields say, and that some put into the title: the body, the outlet, the committee, volume and version."""
    out = set(read_words(f"{reference.get('medium')} {reference.get('genre')}"))
    if reference.get("number"):
        out.add("no")
    for day in reference.issued.days[:1] if reference.issued else ():
        if day.day:
            out |= {str(day.year), str(day.day), _MONTHS[day.month - 1]}
    for words in (*(maker.words for maker in makers if maker.body), *(container.words for container in containers)):
        out |= {*words, "".join(word[0] for word in words if word not in STOP)}
    for field, names in () if reference.get("container-title") else _COUNTED:
        if value := reference.get(field):
            out |= {*names, *read_words(value)}
    return frozenset(out)


@lru_cache(maxsize=4096)
def _container(text: str) -> Container:
    return read_container(text)


def _awaits_review(reference: Reference, containers: Sequence[Container]) -> bool:
    named = any(container.preprints for container in containers) or is_unreviewed(
        f"{reference.get('medium')} {reference.get('note')} {reference.get('archive')}"
    )
    words = f"{reference.get('genre')} {reference.get('collection-title')} {reference.get('number')} {reference.get('URL')}".lower()
    return named or "preprint" in words or "working paper" in words or "discussion paper" in words or "arxiv" in words


def read_doi(text: str) -> str:
    """The DOI in a field or an address, in small letters; "" where there is none."""
    match = _DOI.search(unquote(text).lower()) if "10." in text else None
    return match[0].rstrip(".,;)") if match else ""


def read_pages(text: str) -> tuple[str, int, int] | None:
    """Letter, first and last page: "123-9" ends on 129, "S12" has the letter s, "A1" the letter a."""
    folded = fold(text).replace("--", "-").removeprefix("pp.").removeprefix("p.").strip()
    if match := _RANGE.search(folded):
        letter, first, last = match[1], match[2], match[3]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        return ("" if letter in ("p", "pp") else letter), int(first), max(int(first), int(last))
    if match := _PAGE.search(folded):
        return ("" if match[1] in ("p", "pp") else match[1]), int(match[2]), int(match[2])
    return None


def _plain_number(text: str) -> str:
    """ "Vol. 12(3)" is 12; letters stay where there is no digit."""
    found = _DIGITS.search(text)
    return found[0].lstrip("0") if found else fold_key(text)


def _edition(text: str) -> str:
    return "".join(read_title(text).numbers) or fold_key(text)


def _isbn(text: str) -> str:
    """The nine digits that ISBN-10 and ISBN-13 share."""
    digits = "".join(char for char in text if char.isdecimal() or char in "xX")
    return digits[3:12] if len(digits) == 13 else digits[:9] if len(digits) == 10 else ""


def _url(text: str) -> str:
    """The address without scheme, www, query of trackers and a last slash; "" for a mere domain."""
    bare = re.sub(r"^https?://(?:www\.|m\.)?", "", text.strip().lower()).split("#")[0]
    bare = re.sub(r"[?&](?:utm_|fbclid|ref=|source=).*$", "", bare).rstrip("/")
    return bare if "/" in bare and len(bare) > 12 else ""


def _kind(reference: Reference) -> str:
    """What sort of work it says to be; "" where its type says little."""
    words = fold(f"{reference.get('genre')} {reference.get('medium')}").split()
    told = next((_KINDS[word.strip(".,;()[]")] for word in words if word.strip(".,;()[]") in _KINDS), "")
    return told or _TYPES.get(reference.type, "")
