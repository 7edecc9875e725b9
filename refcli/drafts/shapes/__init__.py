"""The shapes that a mention can have, in the order in which they claim words: one shape a module."""

from refcli.drafts.shapes import (
    author_page,
    bodies,
    cases,
    dated_bodies,
    issues,
    keys,
    marks,
    narrative,
    notes,
    numeric,
    outlets,
    parenthetical,
    symbols,
)
from refcli.drafts.shapes.shape import Scene, Shape

SHAPES: tuple[Shape, ...] = (
    keys,
    numeric,
    marks,
    notes,
    issues,
    parenthetical,
    author_page,
    symbols,
    cases,
    dated_bodies,
    narrative,
    outlets,
    bodies,
)

__all__ = ["SHAPES", "Scene", "Shape"]
