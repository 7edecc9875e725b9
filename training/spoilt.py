"""Labelled segments -> the same as they come out of a PDF: blanks lost behind signs and between words, blanks before signs, broken words."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

Segments = list[tuple[str, str]]


def spoilt(rng: random.Random, segments: Sequence[Sequence[str]]) -> Segments:
    """Two or three of the faults, each here and there; the letters and their labels stay."""
    faults = rng.sample(_FAULTS, rng.randint(2, 3))
    words = [(label, text) for label, text in segments]
    for pattern, put, share in faults:
        words = [
            (label, text if label in ("url", "doi") else _somewhere(rng, pattern, put, share, text))
            for label, text in words
        ]
    return words


def _somewhere(rng: random.Random, pattern: re.Pattern[str], put: str, share: float, text: str) -> str:
    return pattern.sub(lambda match: put if rng.random() < share else match[0], text)


_FAULTS: tuple[tuple[re.Pattern[str], str, float], ...] = (
    (re.compile(r"(?<=[.,;:]) (?=\w)"), "", 0.6),
    (re.compile(r"(?<=\w)(?=[.,;:](?: |$))"), " ", 0.5),
    (re.compile(r"(?<=[a-z]) (?=[a-z])"), "", 0.06),
    (re.compile(r"(?<=[a-z]) (?=[A-Z])"), "", 0.15),
    (re.compile(r" (?=\()|(?<=\)) "), "", 0.7),
    (re.compile(r"(?<=\()(?=\d)"), " ", 0.6),
    (re.compile(r"(?<=[a-z]{3})(?=[a-z]{3})"), " ", 0.01),
    (re.compile(r"(?<=\d)(?=[-–]\d)"), " ", 0.7),
)
