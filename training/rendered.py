"""Seed -> references printed by our own CSL engine in many stock styles, their labels known because each value is unique.

A record's numbers and words are chosen so that each can be found again in what the engine prints; a printed entry in
which one of them cannot be found is left out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from refcli.csl import Markdown, Processor, Style, StyleError, Text
from refcli.data.loader import locale_xml, style_ids, style_xml, table
from refcli.model import Reference
from refcli.text import fold
from training import made
from training.made import Pools
from training.variants import Segments, dirty

_EACH = 24
_TEXTS = (
    ("title", "title"), ("container-title", "container"), ("collection-title", "collection"), ("publisher", "publisher"), ("publisher-place", "place"),
    ("URL", "url"), ("DOI", "doi"), ("number", "number"), ("page", "pages"), ("volume", "volume"), ("issue", "issue"), ("genre", "genre"),
)  # fmt: skip
_KINDS = (
    ("article-newspaper", 30), ("article-magazine", 12), ("report", 25), ("webpage", 12), ("book", 7), ("chapter", 7), ("article-journal", 10), ("speech", 2), ("thesis", 1), ("post-weblog", 3),
)  # fmt: skip
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\.?(?!\d))"
_LOCALES = ("",) * 8 + ("de-DE", "fr-FR", "es-ES", "en-GB", "pt-BR")


def rendered(count: int, seed: int, pools: Pools) -> Iterator[Segments]:
    """So many labelled references; the same ones for the same seed."""
    rng = random.Random(seed)
    ids = [name for name in style_ids() if not name.endswith(("-note", "numeric-alphabetical"))]
    found = 0
    while found < count:
        for segments in in_style(rng, rng.choice(ids), pools):
            found += 1
            yield dirty(rng, segments)


def in_style(rng: random.Random, style_id: str, pools: Pools) -> Iterator[Segments]:
    """A list of records in one style, unspoilt; those whose values cannot be found again are left out."""
    try:
        style = Style.from_xml(style_xml(style_id) or b"", parent=style_xml)
    except StyleError:
        return
    records = [_record(rng, str(i), pools) for i in range(_EACH)]
    processor = Processor(
        style, [Reference.from_json(record) for record in records], locale_xml, lang=rng.choice(_LOCALES)
    )
    by_id = {record["id"]: record for record in records}
    output = Markdown() if rng.random() < 0.25 else Text()
    for entry in processor.bibliography():
        text = processor.render(entry.node, output).replace("\\", "")
        if segments := _labelled(text, by_id[entry.id]):
            yield segments


def _record(rng: random.Random, key: str, pools: Pools) -> dict[str, Any]:
    kind = rng.choices([name for name, _ in _KINDS], [weight for _, weight in _KINDS])[0]
    year, month, day = rng.randint(1970, 2025), rng.randint(1, 12), rng.randint(13, 28)
    exact = [[year], [year, month], [year, month, day]][
        rng.choices((0, 1, 2), (1, 1, 6) if kind.startswith("article-") and kind != "article-journal" else (5, 2, 3))[0]
    ]
    record: dict[str, Any] = {
        "id": key,
        "type": kind,
        "title": made.title(rng, pools),
        "issued": {"date-parts": [exact]},
    }
    if rng.random() > 0.12:
        record["author"] = _people(rng, pools, bodies=0.5 if kind in ("report", "webpage") else 0.08)
    record |= _of_kind(rng, kind, pools)
    if kind == "webpage" or rng.random() < 0.35:
        record["URL"] = made.url(rng, "https://")
        if rng.random() < 0.5:
            record["accessed"] = {"date-parts": [[rng.randint(2003, 2025), rng.randint(1, 12), rng.randint(1, 12)]]}
    return record


def _of_kind(rng: random.Random, kind: str, pools: Pools) -> dict[str, Any]:
    place, page = made.place(rng, pools), str(rng.randint(101, 389))
    if kind == "article-newspaper":
        paper = {"container-title": made.outlet(rng, ("newspaper", "wire", "website", "broadcaster"))}
        return (
            paper
            | ({"page": rng.choice((page, "A" + page))} if rng.random() < 0.25 else {})
            | ({"publisher-place": place} if rng.random() < 0.1 else {})
        )
    if kind in ("article-magazine", "post-weblog"):
        return {"container-title": made.outlet(rng, ("magazine", "newsletter", "website"))} | (
            {"page": page} if rng.random() < 0.3 else {}
        )
    if kind == "article-journal":
        numbers = {"volume": str(rng.randint(31, 99)), "page": f"{page}-{int(page) + 17}"} | (
            {"issue": str(rng.randint(1, 9))} if rng.random() < 0.6 else {}
        )
        doi = {"DOI": f"10.{rng.randint(1000, 9999)}/abc.{rng.randint(10000, 99999)}"} if rng.random() < 0.3 else {}
        return (
            {
                "container-title": made.pick(
                    rng, ["Central Asian Survey", "Survival", "International Affairs"], pools.journals, 0.9
                )
            }
            | numbers
            | doi
        )
    if kind in ("report", "webpage", "speech", "thesis"):
        publisher = {"publisher": made.body(rng)} if rng.random() < 0.75 else {}
        number = (
            {
                "genre": rng.choice(("Policy Brief", "Working Paper", "Report", "Briefing")),
                "number": f"RR-{rng.randint(1000, 9999)}",
            }
            if kind == "report" and rng.random() < 0.4
            else {}
        )
        return publisher | number | ({"publisher-place": place} if rng.random() < 0.5 and kind != "webpage" else {})
    book = {"publisher": made.pick(rng, made.words()["presses"], pools.publishers), "publisher-place": place}
    return book | (
        {
            "container-title": made.title(rng, pools),
            "editor": _people(rng, pools, 0),
            "page": f"{page}-{int(page) + 21}",
        }
        if kind == "chapter"
        else {}
    )


def _people(rng: random.Random, pools: Pools, bodies: float) -> list[dict[str, str]]:
    if rng.random() < bodies:
        return [{"literal": made.body(rng)}]
    w = made.words()
    count = rng.choices((1, 2, 3, 4, 7), (65, 18, 9, 5, 3))[0]
    return [
        {
            "family": made.pick(rng, w["family"], pools.families),
            "given": made.pick(rng, w["given"], pools.givens) + rng.choice(("", "", "", " M.", " A.")),
        }
        for _ in range(count)
    ]


def _labelled(text: str, record: dict[str, Any]) -> Segments | None:
    """The printed entry in segments; None where a value cannot be found, or found twice."""
    spans = _texts(text, record)
    if spans is None:
        return None
    for variable in ("author", "editor"):
        if (people := record.get(variable)) and (span := _names(text, people, spans)):
            spans.append((*span, variable))
    for variable, label in (("issued", "date"), ("accessed", "accessed")):
        spans += [(start, end, label) for start, end in _dates(text, record.get(variable), spans)]
    spans.sort()
    return None if any(a[1] > b[0] for a, b in pairwise(spans)) else _segments(text, spans)


def _texts(text: str, record: dict[str, Any]) -> list[tuple[int, int, str]] | None:
    spans: list[tuple[int, int, str]] = []
    folded = text.casefold()
    for variable, label in _TEXTS:
        if not (value := record.get(variable)):
            continue
        at = folded.find(_printed(variable, value))
        if at >= 0:
            spans.append((at, at + len(_printed(variable, value)), label))
        elif variable == "title" or re.search(rf"\b{re.escape(re.split('[-–]', value)[0])}\b", text):
            return None
    return spans


def _printed(variable: str, value: str) -> str:
    return (
        value.casefold().replace("-", "–")
        if variable == "page"
        else value.casefold().replace("'", "’").replace('"', "“")
    )


def _segments(text: str, spans: list[tuple[int, int, str]]) -> Segments:
    out: Segments = []
    at = 0
    for start, end, label in spans:
        out += [("other", text[at:start]), (label, text[start:end])]
        at = end
    return [*out, ("other", text[at:])]


def _free(start: int, end: int, spans: list[tuple[int, int, str]]) -> bool:
    return all(end <= a or start >= b for a, b, _ in spans)


def _names(text: str, people: list[dict[str, str]], spans: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """From the first name's first word to the last name's last, initials and "et al." included."""
    marks = []
    for person in people:
        words = [person["literal"]] if "literal" in person else [person["family"], person["given"].split(" ")[0]]
        for word in words:
            marks += [
                m.span()
                for m in re.finditer(re.escape(word.replace("'", "’")), text, re.IGNORECASE)
                if _free(*m.span(), spans)
            ]
    if not marks:
        return None
    first = min(marks)[0]
    end = max(e for s, e in marks if s - first < 45 * len(people))
    if "literal" not in people[0]:
        initials = r"(?:(?:[A-Z]\.?[ -]?){1,3})"
        end += len((re.match(rf"(?:,? {initials})?(?=[\s.,:;(]|$)", text[end:]) or [""])[0].rstrip(" "))
        lead = re.search(rf"(?:^|(?<=[\s(])){initials}\Z", text[:first])
        first = lead.start() if lead and _free(lead.start(), first, spans) else first
    tail = re.match(r",? (?:et al\.?|and others|u\. a\.|e outros)", text[end:])
    return first, end + (len(tail[0]) if tail else 0)


def _dates(text: str, value: dict[str, Any] | None, spans: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Each stretch that holds the year, or the month, of the date."""
    if not value:
        return
    parts = value["date-parts"][0]
    months = "|".join(
        sorted(
            (
                re.escape(w)
                for names in table("months").values()
                for w, n in names.items()
                if len(parts) > 1 and n == parts[1] and len(w) > 2
            ),
            key=len,
            reverse=True,
        )
    )
    piece = rf"(?:{months})\.?" if months else r"(?!x)x"
    day = rf"{parts[2]}(?:st|nd|rd|th|º)?\.?(?!\d)" if len(parts) > 2 else r"(?!x)x"
    year = rf"{parts[0]}[a-z]?"
    one = rf"(?<![\d\w])(?:{year}|{piece}|{day})(?![^\W\d_])"
    link = r"(?:[\s,./-]|\bde\b)*"
    for match in re.finditer(rf"{one}(?:{link}{one})*|\b{parts[0]}-\d\d-\d\d\b", text, re.IGNORECASE):
        if (
            re.search(rf"{parts[0]}|{piece}", match[0], re.IGNORECASE)
            and _free(*match.span(), spans)
            and fold(match[0])
        ):
            yield match.span()
