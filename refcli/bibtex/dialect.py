"""The one table between BibTeX and CSL: entry types and fields, both ways. docs/library.md tells it to users.

Classic BibTeX's names wherever classic BibTeX has one (Patashnik, "BibTeXing", 1988), biblatex's where it has none
(Kime, Wemheuer and Lehman, "The biblatex package"), CSL's own for what neither knows.
"""

from __future__ import annotations

from typing import Final

TYPE_TO_CSL: Final = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "manual": "report", "mastersthesis": "thesis",
    "misc": "document", "phdthesis": "thesis", "proceedings": "book", "techreport": "report", "unpublished": "manuscript",
    # biblatex's, and those that Zotero, JabRef and Mendeley write
    "online": "webpage", "electronic": "webpage", "www": "webpage", "report": "report", "thesis": "thesis", "legislation": "legislation",
    "legal": "treaty", "jurisdiction": "legal_case", "patent": "patent", "dataset": "dataset", "data": "dataset", "software": "software",
    "periodical": "periodical", "collection": "book", "mvbook": "book", "bookinbook": "chapter", "suppbook": "chapter", "reference": "book",
    "inreference": "entry", "letter": "personal_communication", "standard": "standard", "video": "motion_picture", "movie": "motion_picture",
    "audio": "song", "music": "song", "image": "graphic", "performance": "performance", "review": "review", "newspaper": "article-newspaper",
    "magazine": "article-magazine", "newsarticle": "article-newspaper", "presentation": "speech", "hearing": "hearing", "press": "document",
}  # fmt: skip
"""Entry type -> CSL type, where `entrysubtype` says nothing more."""

CSL_TO_TYPE: Final = {
    "article-journal": "article", "article-newspaper": "article", "article-magazine": "article", "article": "article", "review": "article",
    "review-book": "article", "book": "book", "classic": "book", "chapter": "incollection", "entry": "incollection",
    "entry-dictionary": "incollection", "entry-encyclopedia": "incollection", "paper-conference": "inproceedings", "report": "techreport",
    "thesis": "phdthesis", "pamphlet": "booklet", "manuscript": "unpublished",
}  # fmt: skip
"""CSL type -> classic entry type; all others are @misc."""

SUBTYPE_TO_CSL: Final = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
"""`entrysubtype` as biblatex and pandoc know it; any name of a CSL type is read too."""

CSL_TO_SUBTYPE: Final = {csl: subtype for subtype, csl in SUBTYPE_TO_CSL.items()}

TEXT_FIELDS: Final = {
    "title": "title", "volume": "volume", "note": "note", "publisher": "publisher", "publisher-place": "address", "page": "pages",
    "edition": "edition", "collection-title": "series", "chapter-number": "chapter", "abstract": "abstract", "keyword": "keywords",
    "annote": "annote", "genre": "type", "medium": "howpublished", "issue": "number", "URL": "url", "DOI": "doi", "ISBN": "isbn", "ISSN": "issn",
    "language": "langid", "title-short": "shorttitle", "number-of-pages": "pagetotal", "number-of-volumes": "volumes", "version": "version",
    "event-title": "eventtitle", "event-place": "venue", "archive": "library", "PMID": "pmid", "PMCID": "pmcid", "status": "pubstate",
}  # fmt: skip
"""CSL variable -> field, for entries of every type; `container_field` and the rest of this module tell what the type changes."""

READ_FIELDS: Final = {
    **{field: variable for variable, field in TEXT_FIELDS.items()},
    "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title", "maintitle": "container-title",
    "institution": "publisher", "school": "publisher", "organization": "publisher", "location": "publisher-place", "language": "language",
    "annotation": "annote", "keyword": "keyword", "issue": "issue", "shortjournal": "container-title-short", "part": "part-number",
    "eprinttype": "archive", "archiveprefix": "archive", "eprint": "archive_location", "eid": "number", "comment": "annote",
    # CSL's own names, for what neither BibTeX nor biblatex knows
    "authority": "authority", "section": "section", "jurisdiction": "jurisdiction", "committee": "committee", "references": "references",
    "source": "source", "scale": "scale", "dimensions": "dimensions", "container-title-short": "container-title-short",
    "collection-number": "collection-number", "archive-place": "archive-place", "archive_location": "archive_location", "call-number": "call-number",
}  # fmt: skip
"""Field -> CSL variable; of several that mean the same the first in the entry counts."""

TITLES: Final = frozenset(
    ("title", "booktitle", "maintitle", "journal", "journaltitle", "series", "shorttitle", "eventtitle")
)
"""Fields in which braces protect words from a change of case."""

AUTHORITY_TYPES: Final = frozenset(("legal_case", "legislation", "bill", "regulation", "treaty", "hearing"))
"""Types whose `institution` or `organization` is not a publisher but CSL's authority: the court, the parliament."""

GENRES: Final = {
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "candthesis": "Candidate thesis", "bathesis": "Bachelor’s thesis",
    "techreport": "technical report", "resreport": "research report", "software": "computer software", "datacd": "data CD", "audiocd": "audio CD",
    "patent": "patent", "patreq": "patent request",
}  # fmt: skip
"""What biblatex's words in `type` stand for."""

DEGREES: Final = {"phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis"}
"""Entry types that say the genre, where no `type` does."""

STATES: Final = {
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming", "inpress": "in press", "prepublished": "pre-published",
}  # fmt: skip
"""What biblatex's words in `pubstate` stand for."""

LANGUAGES: Final = {
    "english": "en", "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB", "canadian": "en-CA", "australian": "en-AU",
    "german": "de", "ngerman": "de", "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH", "french": "fr", "francais": "fr",
    "canadien": "fr-CA", "acadian": "fr-CA", "spanish": "es", "castilian": "es", "italian": "it", "portuguese": "pt-PT", "portuges": "pt-PT",
    "brazilian": "pt-BR", "brazil": "pt-BR", "dutch": "nl", "russian": "ru", "ukrainian": "uk", "polish": "pl", "czech": "cs", "slovak": "sk",
    "hungarian": "hu", "magyar": "hu", "romanian": "ro", "bulgarian": "bg", "serbian": "sr", "croatian": "hr", "slovene": "sl", "slovenian": "sl",
    "greek": "el", "turkish": "tr", "swedish": "sv", "norwegian": "nb", "norsk": "nb", "nynorsk": "nn", "danish": "da", "finnish": "fi",
    "estonian": "et", "latvian": "lv", "lithuanian": "lt", "arabic": "ar", "hebrew": "he", "persian": "fa", "farsi": "fa", "japanese": "ja",
    "chinese": "zh", "korean": "ko", "vietnamese": "vi", "indonesian": "id", "latin": "la", "catalan": "ca", "basque": "eu", "kazakh": "kk",
}  # fmt: skip
"""Babel's name of a language -> its code, which CSL has in `language`."""

READ_NAMES: Final = {
    "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author", "director": "director",
    "serieseditor": "collection-editor", "narrator": "narrator", "composer": "composer", "recipient": "recipient",
}  # fmt: skip
WRITE_NAMES: Final = {variable: field for field, variable in READ_NAMES.items()}

DATE_FIELDS: Final = {"urldate": "accessed", "eventdate": "event-date", "origdate": "original-date"}

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

RAW_FIELDS: Final = frozenset(("url", "doi", "isbn", "issn", "pmid", "pmcid"))
"""Fields whose value is written and read without LaTeX."""

AS_FOUND: Final = "asfound"
DOUBTS: Final = "doubts"
EXTRA: Final = "csljson"
"""The words of an entry as they were found; what is doubtful about its reading; what no field can hold, as CSL-JSON."""


def container_field(csl_type: str) -> str:
    """Where a container's title stands: `journal` for articles, `booktitle` for parts of books, else `journal` as a plain field."""
    return {"incollection": "booktitle", "inproceedings": "booktitle"}.get(CSL_TO_TYPE.get(csl_type, "misc"), "journal")


def publisher_field(csl_type: str) -> str:
    """`institution` for reports, `school` for theses, `publisher` for all else."""
    return {"techreport": "institution", "phdthesis": "school"}.get(CSL_TO_TYPE.get(csl_type, "misc"), "publisher")


def number_variable(csl_type: str) -> str:
    """What `number` means: the issue of an article, the place of a book or its part in a series, else the document's number."""
    kind = CSL_TO_TYPE.get(csl_type, "misc")
    return {
        "article": "issue",
        "book": "collection-number",
        "incollection": "collection-number",
        "inproceedings": "collection-number",
    }.get(kind, "number")
