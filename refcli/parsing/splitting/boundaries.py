"""The words before and behind a place in a paragraph -> the odds that an entry ends there and another begins.

A logistic regression over what the labelling model calls the last word before and the first one behind, over names, dates and
signs; `training/boundaries.py` fits `WEIGHTS`.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from refcli.data.outlets import find_outlet
from refcli.parsing.labelling.gazetteer import gazetteer
from refcli.parsing.labelling.labels import LABELS, label
from refcli.parsing.labelling.tokens import tokenize
from refcli.parsing.splitting.edges import closing, person
from refcli.parsing.splitting.shape import YEAR, has_date
from refcli.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "begins author": -1.34, "begins container": 0.21, "begins date": 0.84, "begins editor": 1.66,
    "begins idno": -0.38, "begins note": 0.27, "begins other": -1.5, "begins pages": -0.18, "begins place": -0.14,
    "begins publisher": -0.14, "begins title": 0.76, "bias": -15.16, "bracket": -0.27, "closing": 0.78,
    "dated before": 2.13, "dated behind": 1.46, "digit": -1.22, "ends accessed": 0.28, "ends author": -5.72,
    "ends container": -0.69, "ends date": 1.15, "ends doi": 1.43, "ends edition": -0.39, "ends editor": -1.59,
    "ends idno": 1.55, "ends isbn": 0.27, "ends issue": 0.51, "ends medium": -0.29, "ends other": -0.73,
    "ends pages": 2.52, "ends publisher": 0.8, "ends title": -1.73, "ends url": 2.37, "ends volume": 0.31,
    "initial": -1.57, "known -": 1.22, "known city": -2.23, "known country": 0.18, "known journal": -0.17,
    "known magazine": 0.35, "known news": 0.21, "known publisher": 0.19, "known some": 0.14, "known state": 0.17,
    "length": 1.1, "name": 1.76, "other sign": -1.75, "quotation mark": -1.48, "semicolon": 5.41, "stop": -0.69,
    "sure author": 6.22, "sure container": -0.23, "sure date": 1.1, "sure editor": 1.17, "sure idno": -0.26,
    "sure note": 0.31, "sure other": -1.37, "sure pages": -0.13, "sure publisher": -0.1, "sure title": 1.07,
}  # fmt: skip
"""What each signal adds to the log-odds."""
_NAMED = 1.2
_FRONT = re.compile(r"[^.(,:;“\"]{2,80}")
_NEXT = re.compile(r"[.,:]? ?(?:\(?(?:1[5-9]|20)\d\d|[“\"‘«*])")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.\s*\Z")
_WINDOW = 200
"""So many characters before are read, about an entry ..."""
_START = 120
"""... and so many behind."""
_SIGNS = {";": "semicolon", ".": "stop", **dict.fromkeys(")]>", "bracket"), **dict.fromkeys('”"’»*', "quotation mark")}


def odds(before: str, behind: str) -> float:
    """The log-odds; `before` begins where the entry begins that would end. The model is asked where it may still tip the scales."""
    points = weighed(_plain(before, behind))
    if points + _MOST_OF_BEGINS + _MOST_OF_ENDS < 0:
        return points
    points += weighed(_beginning(behind))
    return points if points + _MOST_OF_ENDS < 0 else points + weighed(_ending(before))


def signals(before: str, behind: str) -> dict[str, float]:
    """What tells a boundary from a place inside an entry, by name."""
    return {**_plain(before, behind), **_beginning(behind), **_ending(before)}


def weighed(found: Mapping[str, float]) -> float:
    """What the signals come to."""
    return sum(WEIGHTS.get(name, 0.0) * value for name, value in found.items())


def _plain(before: str, behind: str) -> dict[str, float]:
    """Without the model."""
    last = before.rstrip()[-1:]
    sign = "digit" if last.isdecimal() else _SIGNS.get(last, "other sign")
    return {
        "bias": 1.0,
        "name": max(person(behind), _NAMED if _is_body(behind) else 0.0),
        "closing": closing(before),
        "initial": float(_INITIAL.search(before[-8:]) is not None),
        "dated before": float(has_date(before[-_WINDOW:])),
        "dated behind": float(YEAR.search(behind, 0, _WINDOW) is not None),
        "length": math.log(1 + min(len(before), 2 * _WINDOW)),
        sign: 1.0,
    }


def _is_body(words: str) -> bool:
    """A known organisation, no periodical; a year or a title in quotation marks is next, else it may be the publisher."""
    front = _FRONT.match(words)
    outlet = find_outlet(front[0]) if front and _NEXT.match(words, front.end()) else None
    return outlet is not None and not outlet.periodical


def _beginning(behind: str) -> dict[str, float]:
    """What the model calls the first word behind, and how sure it is."""
    name, sure = _nearest(behind[:_START], 1)
    return {f"begins {name}": 1.0, f"sure {name}": sure, f"known {_known(behind)}": 1.0}


def _known(words: str) -> str:
    """What the tables know the first words as."""
    tokens = [token.text for token in tokenize(words[:80])]
    return gazetteer([fold(token) for token in tokens], tokens)[0].removeprefix("B:") if tokens else "-"


def _ending(before: str) -> dict[str, float]:
    """What the model calls the last word before."""
    return {f"ends {_nearest(before[-_WINDOW:], -1)[0]}": 1.0}


def _nearest(words: str, step: int) -> tuple[str, float]:
    """The label of the first word, or with a step of -1 of the last."""
    tokens = tokenize(words)
    read = label(words, tokens)
    for token, name, sure in list(zip(tokens, read.labels, read.sure, strict=True))[::step]:
        if any(char.isalnum() for char in token.text):
            return name, sure
    return "other", 0.0


_MOST_OF_BEGINS = max(weighed({f"begins {name}": 1.0, f"sure {name}": 1.0}) for name in LABELS)
_MOST_OF_ENDS = max(weighed({f"ends {name}": 1.0}) for name in LABELS)
