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

_TITLE_AND_OUTLET = re.compile(r"(.{8,}?[^\W\d_]{3,}[\"”’]?[.?!][\"”’]?)\s+(\S.{2,})\Z", re.DOTALL)
_CLOSED = re.compile(
    r"(?P<title>[^“”\"»]{8,}?)[.,?!]?[”\"»][.,]?\s+(?:[Ii]n:?\s+)?(?P<outlet>(?![a-zà-ÿ])[^\W\d_].{2,})\Z", re.DOTALL
)
_UNDATED = re.compile(r"\bn\.? ?d\b|undated|forthcoming|press", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")


def settle(texts: dict[str, str], people: Mapping[str, Names], second_title: str) -> None:
    """Title and container made to agree; changes `texts`."""
    numbered = any(texts.get(variable) for variable in ("volume", "issue", "page"))
    if "title" not in texts and "container-title" in texts:
        _title_out_of_container(texts, people, numbered=numbered)
    elif "container-title" not in texts and "title" in texts:
        if second_title:
            texts["container-title"] = second_title
        elif both := _CLOSED.match(texts["title"]):
            texts["title"], texts["container-title"] = words.title(both["title"]), words.title(both["outlet"])


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
