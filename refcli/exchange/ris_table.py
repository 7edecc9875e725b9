"""The one table between RIS and CSL: types and tags, both ways.

Source: "RIS Format Specifications" (Research Information Systems, 2001 and 2011), and what Zotero and EndNote write.
"""

from __future__ import annotations

from typing import Final

TYPE_TO_CSL: Final = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic", "BILL": "bill", "BLOG": "post-weblog",
    "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "figure", "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "FIGURE": "figure", "GEN": "document",
    "GOVDOC": "report", "HEAR": "hearing", "ICOMM": "personal_communication", "INPR": "article", "JFULL": "periodical", "JOUR": "article-journal",
    "LEGAL": "regulation", "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": "webpage",
    "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication", "RPRT": "report",
    "SER": "periodical", "SLIDE": "speech", "SOUND": "song", "STAND": "standard", "STAT": "legislation", "THES": "thesis", "UNPB": "manuscript",
    "UNPD": "manuscript", "VIDEO": "broadcast", "WEB": "webpage",
}  # fmt: skip
CSL_TO_TYPE: Final = {
    "article-journal": "JOUR", "article-newspaper": "NEWS", "article-magazine": "MGZN", "article": "INPR", "book": "BOOK", "chapter": "CHAP",
    "paper-conference": "CPAPER", "report": "RPRT", "thesis": "THES", "webpage": "ELEC", "post-weblog": "BLOG", "post": "BLOG", "legislation": "STAT",
    "bill": "BILL", "legal_case": "CASE", "hearing": "HEAR", "regulation": "LEGAL", "treaty": "LEGAL", "patent": "PAT", "dataset": "DATA",
    "software": "COMP", "map": "MAP", "motion_picture": "MPCT", "broadcast": "VIDEO", "song": "SOUND", "graphic": "ART", "figure": "FIGURE",
    "musical_score": "MUSIC", "pamphlet": "PAMP", "manuscript": "UNPB", "personal_communication": "PCOMM", "interview": "PCOMM",
    "entry-encyclopedia": "ENCYC", "entry": "ENCYC", "entry-dictionary": "DICT", "standard": "STAND", "speech": "SLIDE", "periodical": "JFULL",
    "classic": "CLSWK", "review": "JOUR", "review-book": "JOUR", "document": "GEN",
}  # fmt: skip
"""What is not here is GEN."""

NAMES: Final = {"author": "AU", "editor": "A2", "collection-editor": "A3", "translator": "A4"}
READ_NAMES: Final = {
    "AU": "author",
    "A1": "author",
    "A2": "editor",
    "ED": "editor",
    "A3": "collection-editor",
    "A4": "translator",
}

TEXTS: Final = {
    "title": "TI", "title-short": "ST", "container-title-short": "J2", "publisher": "PB", "publisher-place": "CY", "volume": "VL", "edition": "ET",
    "abstract": "AB", "note": "N1", "annote": "RN", "URL": "UR", "DOI": "DO", "language": "LA", "genre": "M3", "number-of-volumes": "NV",
    "section": "SE", "call-number": "CN", "reviewed-title": "RI", "archive": "DP", "archive_location": "AN", "original-title": "OP",
}  # fmt: skip
"""Variable -> tag, for all types; `container_tags` and `number_tags` tell what the type changes."""
READ_TEXTS: Final = {
    **{tag: variable for variable, tag in TEXTS.items()}, "T1": "title", "CT": "title", "JF": "container-title", "JO": "container-title",
    "BT": "container-title", "JA": "container-title-short", "N2": "abstract", "L1": "", "PP": "publisher-place",
}  # fmt: skip

_HOLDS_ITSELF: Final = frozenset(
    ("BOOK", "RPRT", "THES", "EDBOOK", "EBOOK", "GOVDOC", "PAMP", "COMP", "MAP", "STAND", "GEN", "DATA")
)
_ISSUES: Final = frozenset(("JOUR", "NEWS", "MGZN", "EJOUR", "ABST", "INPR", "CHAP", "CPAPER", "CONF", "JFULL"))


def container_tags(kind: str) -> dict[str, str]:
    """T2 is the journal or book that holds the work; of a whole book or report it is the series."""
    return (
        {"T2": "collection-title", "T3": "container-title"}
        if kind in _HOLDS_ITSELF
        else {"T2": "container-title", "T3": "collection-title"}
    )


def number_tags(kind: str) -> dict[str, str]:
    """IS is the issue of what appears in issues, else the number of the document; M1 is the other."""
    return {"IS": "issue", "M1": "number"} if kind in _ISSUES else {"IS": "number", "M1": "issue"}
