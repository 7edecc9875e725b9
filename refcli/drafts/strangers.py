"""Words with a year in brackets that fit no entry -> could they be a citation? Places, laws and days of events are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from refcli.data.outlets import find_outlet
from refcli.drafts.lexicon import institution_words, months, words_of
from refcli.text import fold, rare

if TYPE_CHECKING:
    from refcli.drafts.shapes.shape import Scene

_LAW = rare(
    r"(?:gesetz(?:buch)?|verordnung|richtlinie|abkommen|vertrag|erlass)\b|\b(?:act|law|ley|loi|legge|lei|gesetz|decreto?|dekret|decree|order"
    r"|directive|regulation|resolution|statute|ordinance|code|treaty|bill|rule|rules|article|art|section|circular|protocol|charter"
    r"|convention|agreement|constitution|amendment|zakon)\b"
)
_ABBREVIATED_LAW = re.compile(r"(?<=[a-zäöüß])[GV]\Z|\A[A-ZÄÖÜ]{1,3}(?:G|GB|VO)\Z")
"""How Germans cite laws and orders: "KritisV", "StVG", "BGB"."""


def credible(scene: Scene, names: str) -> bool:
    """Would a reader take these words, behind which a year stands, for an author? Asked of what the list does not have."""
    folded = fold(names)
    if find_outlet(names.strip(" *_,")) is not None:
        return True
    words = [word.strip(".,*_") for word in folded.split()]
    if _LAW.search(folded) or any(word.isdecimal() for word in words):
        return False
    if any(word in months() for word in words) or _ABBREVIATED_LAW.search(names.strip(" *_,")):
        return False
    joint = len(words) > 1 and any(word in ("and", "&", "und", "y", "et") for word in words)
    if joint or len(words) > 3 or any(word in institution_words() for word in words):
        return True
    return not (any(word in scene.places for word in words) or words[-1] in words_of("sites") or _place_and_land(names))


def _place_and_land(names: str) -> bool:
    """ "Galle, Ceylon": two names of which the second is a place."""
    parts = [fold(part).strip() for part in names.split(",")]
    return len(parts) > 1 and parts[-1] in words_of("places")
