"""Fields read one by one -> fields that agree with one another; what is missing or unclear is named as a doubt.

A work has one title: a "container" that nothing stands in is the title; what follows a closing quotation mark inside a
title, or a second title, is what holds the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from refcli.data.outlets import find_outlet
from refcli.model import Date, Names
from refcli.parsing.fields import words
from refcli.text import rare

_TITLE_AND_OUTLET = re.compile(r"(.{8,}?[^\W\d_]{3,}[\"”’]?[.?!][\"”’]?)\s+(\S.{2,})\Z", re.DOTALL)
_CLOSED = re.compile(
    r"(?P<title>[^“”\"»]{8,}?)[.,?!]?[”\"»][.,]?\s+(?:[Ii]n:?\s+)?(?P<outlet>(?![a-zà-ÿ])[^\W\d_].{2,})\Z", re.DOTALL
)
_NUMBERED = re.compile(
    r"(?P<name>[^\W\d_](?:[^\d]|\d(?!\d*\W+\d+[-–]))*?[^\W\d_][.)]?),? (?P<volume>\d{1,4}) ?(?:\((?P<issue>[\d/–-]{1,7})\))?(?:[,:;] ?| )(?P<pages>\d+[-–]\d+)"
)
_PAGED = re.compile(r"(?P<title>.{8,}?) \((?:pp?\. ?)?(?P<pages>\d{1,4}[-–]\d{1,4})\)", re.DOTALL)
_TWO_NUMBERS = re.compile(r"(?P<volume>\d{1,4})(?:[,;:] ?| )(?P<page>[A-Z]?\d{2,6}(?:[-–]\d{1,5})?)")
_LONGEST_ARTICLE = 100
_YEARS = rare(r"(?:1[4-9]|20)\d\d[-–](?:(?:1[4-9]|20)\d\d|\d\d)")
_IN = re.compile(r"(?P<title>.{4,}?[.?!”’\"])\s+[Ii]n: (?P<outlet>(?![a-zà-ÿ])[^\W\d_].{7,})\Z", re.DOTALL)
_LEAD = re.compile(r"[.?!][”’\"]? [Ii]n:?\Z")
_UNDATED = re.compile(r"\bn\.? ?d\b|undated|forthcoming|press", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")


def settle(texts: dict[str, str], people: Mapping[str, Names], second_title: str) -> None:
    """Title and container made to agree; changes `texts`."""
    _numbers_apart(texts)
    _volume_and_page(texts)
    numbered = any(texts.get(variable) for variable in ("volume", "issue", "page"))
    if "title" not in texts and "container-title" in texts:
        _title_out_of_container(texts, people, numbered=numbered)
    elif "container-title" not in texts and "title" in texts:
        if second_title:
            texts["container-title"] = second_title
        elif both := _CLOSED.match(texts["title"]) or _IN.match(texts["title"]):
            texts["title"], texts["container-title"] = words.title(both["title"]), words.title(both["outlet"])


def _numbers_apart(texts: dict[str, str]) -> None:
    """Numbers that a title or a container ran away with, where the fields that they belong to are empty."""
    if not any(texts.get(variable) for variable in ("volume", "page")):
        name = "container-title" if "container-title" in texts else "number"
        if both := _NUMBERED.fullmatch(texts.get(name, "")):
            del texts[name]
            texts |= {"container-title": words.title(both["name"]), "volume": both["volume"], "page": both["pages"]}
            texts |= {"issue": both["issue"]} if both["issue"] else {}
    title = texts.get("title", "")
    if "page" not in texts and (paged := _PAGED.fullmatch(title)) and not _YEARS.fullmatch(paged["pages"]):
        texts |= {"title": words.title(paged["title"]), "page": paged["pages"]}
    elif lead := _LEAD.search(title):
        texts["title"] = words.title(title[: lead.start() + 1])


def _volume_and_page(texts: dict[str, str]) -> None:
    """ "187, 85" as a page or a volume of a periodical is the volume and the page; "125 144" is a range that lost its dash."""
    if "container-title" not in texts or not texts.keys().isdisjoint(("issue", "publisher", "publisher-place")):
        return
    for one, other in (("page", "volume"), ("volume", "page")):
        both = _TWO_NUMBERS.fullmatch(texts.get(one, ""))
        if both and other not in texts and not _is_range(both["volume"], both["page"]):
            texts |= {"volume": both["volume"], "page": both["page"]}
            return


def _is_range(first: str, last: str) -> bool:
    return last.isdecimal() and 0 < int(last) - int(first) < _LONGEST_ARTICLE


def _title_out_of_container(texts: dict[str, str], people: Mapping[str, Names], *, numbered: bool) -> None:
    whole = texts["container-title"]
    both = _CLOSED.match(whole) or _TITLE_AND_OUTLET.match(whole)
    if both and (not numbered or _sentence(both[1])):
        texts["title"], texts["container-title"] = words.title(both[1]), words.title(both[2])
    elif people and not numbered and find_outlet(whole) is None:
        texts["title"] = texts.pop("container-title")


def _sentence(text: str) -> bool:
    """Long enough for a title, and with small words as no abbreviated journal has."""
    found = text.split()
    return len(found) > 3 and sum(word.islower() and len(word) > 2 for word in found) > 1


def doubts(texts: Mapping[str, str], people: Mapping[str, Names], issued: Date | None) -> list[str]:
    """What a reader should look at."""
    found = []
    if "title" not in texts and "author" not in people and (texts.get("container-title") or texts.get("publisher")):
        found.append("only an outlet is named")
    elif "title" not in texts and "author" in people:
        outlet = find_outlet(people["author"][0].literal)
        found.append("only an outlet is named" if outlet and not texts.get("container-title") else "no title was found")
    if issued is None:
        found.append("no date is stated")
    elif not issued.days and not _UNDATED.search(issued.literal):
        stated = "several dates are stated" if _YEAR.search(issued.literal) else "no year is stated"
        found.append(f"{stated}, the words {'of the date ' if stated.startswith('no') else ''}are kept")
    return found
