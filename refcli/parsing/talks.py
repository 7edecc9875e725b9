"""Genre, title, publisher and notes of an interview or a message -> the same, so that who was talked with stands where it can be read.

An entry such as "Interview with a senior official, Ministry of Energy, Astana, 12 May 2016" has no title of its own; the words
that say what it is are the title, as they stand. Where a person is named, that is the author (CSL: of an interview, the one who gives it).
"""

from __future__ import annotations

import re

from refcli.model import Names
from refcli.parsing.fields.names import persons_only

_TALK = re.compile(
    r"\b(?:interviews?|conversations?|communication|correspondence|entretiens?|entrevistas?|intervist[ae]|gespräch)\b|\be-?mails?\b|интервью|беседа",
    re.IGNORECASE,
)
_WITH = re.compile(r"\s+(?:with|mit|avec|con|com|to|from|с|со)\Z", re.IGNORECASE)
_ABOUT_WHOM = re.compile(r"\s(?:with|by|mit|avec|con|com|to|from|с|со)\s", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:the )?authors?\Z", re.IGNORECASE)


def settle_talk(texts: dict[str, str], people: dict[str, Names], notes: list[str]) -> None:
    """Change the fields of a talk; those of another work stay."""
    alone = not {"genre", "title", "container-title"} & texts.keys() and "author" not in people
    if alone and notes and _TALK.search(notes[0]) and _ABOUT_WHOM.search(notes[0]):
        texts["genre"] = notes.pop(0)
    genre = texts.get("genre", "")
    if not _TALK.search(genre):
        return
    if _WITH.search(genre):
        _name(texts, people, notes)
    elif not {"title", "container-title"} & texts.keys() and "author" not in people and _ABOUT_WHOM.search(genre):
        texts["title"] = _joined(texts.pop("genre"), ", ", texts.pop("publisher", ""))


def _name(texts: dict[str, str], people: dict[str, Names], notes: list[str]) -> None:
    """ "Interview with" and, in another field, whom."""
    genre = texts["genre"]
    if notes and _AUTHOR.match(notes[0]):
        texts["genre"] = _joined(genre, " ", notes.pop(0))
    elif "author" in people:
        texts["genre"] = _WITH.sub("", genre)
    elif "publisher" in texts and (named := persons_only(texts["publisher"])):
        people["author"], texts["genre"] = named, _WITH.sub("", genre)
        del texts["publisher"]
    elif "title" not in texts:
        whom = notes.pop(0) if notes else texts.pop("publisher", "")
        texts["title"] = _joined(texts.pop("genre"), " ", whom)


def _joined(first: str, joint: str, second: str) -> str:
    return f"{first}{joint}{second}" if second else first
