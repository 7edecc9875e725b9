"""One name -> its words in the order, form and looks that the style wants.

Source: CSL 1.0.2, "Name", "Name-part Order", "Non-dropping particles".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from refcli.csl.dress import Dress
from refcli.csl.nodes import Node, Span, text_of
from refcli.csl.values.initials import initials, tidy_initials
from refcli.csl.values.richtext import rich

if TYPE_CHECKING:
    from refcli.csl.context import Context
    from refcli.csl.elements.namestyle import NameStyle
    from refcli.csl.elements.text import Finish
    from refcli.model import Name


def person(name: Name, style: NameStyle, ctx: Context, *, inverted: bool, level: int = 0) -> Node:
    """The name. Disambiguation expands the given name to `level`: 0 as the style says, 1 initials, 2 in full."""
    if name.literal or not name.family:
        return _looked(_typed(name.literal or name.given), style.family, ctx)
    family, given = _typed(name.family), ""
    if style.form != "short" or level:
        given = _typed(_given(name.given, style, level))
    elif ctx.sorting is None:
        return _short(name, family, style, ctx, inverted=inverted)
    else:
        name = replace(name, suffix="")
    if _is_east_asian(name):
        return _joined([_finished(family, style.family, ctx), _finished(given, style.given, ctx)], "")
    if name.static_ordering and ctx.sorting is None:
        return _joined([_finished(family, style.family, ctx), _finished(given, style.given, ctx)], " ")
    if inverted:
        return _sorted(name, family, given, style, ctx)
    unbroken = level < 2 and any(mark in (style.initialize_with or "") for mark in ("\u00a0", "\ufeff"))
    return _parts(_displayed(name, family, given, style, ctx), ctx.style.particle_space if unbroken else " ")


def _short(name: Name, family: str, style: NameStyle, ctx: Context, *, inverted: bool) -> Node:
    if inverted and name.non_dropping_particle and _demoted(ctx):
        bare = replace(name, dropping_particle="", suffix="")
        return _sorted(bare, family, "", style, ctx)
    return _affixed(
        _parts(
            [_looked(_typed(name.non_dropping_particle), style.family, ctx), _looked(family, style.family, ctx)],
            ctx.style.particle_space,
        ),
        style.family,
    )


def _displayed(name: Name, family: str, given: str, style: NameStyle, ctx: Context) -> list[Node]:
    first = _affixed(_looked(given, style.given, ctx), style.given)
    last = [
        _looked(_typed(name.dropping_particle), style.given, ctx),
        _looked(_typed(name.non_dropping_particle), style.family, ctx),
        _looked(family, style.family, ctx),
    ]
    last_name = _affixed(_with_suffix(_parts(last, ctx.style.particle_space), name, style), style.family)
    return [first, last_name]


def _with_suffix(node: Node, name: Name, style: NameStyle) -> Node:
    return _joined([node, _suffix(name, style)], ", " if name.comma_suffix else " ") if name.suffix else node


def _suffix(name: Name, style: NameStyle) -> str:
    """ "Jr." where initials take no full stop is "Jr"."""
    mark = style.initialize_with
    words = _typed(name.suffix)
    return words.replace(".", "") if mark is not None and "." not in mark else words


def _sorted(name: Name, family: str, given: str, style: NameStyle, ctx: Context) -> Node:
    particle = _looked(_typed(name.non_dropping_particle), style.family, ctx)
    dropping = _looked(_typed(name.dropping_particle), style.given, ctx)
    last, first = [_looked(family, style.family, ctx)], [_looked(given, style.given, ctx), dropping]
    if _demoted(ctx):
        first.append(particle)
    else:
        last.insert(0, particle)
    return _joined(
        [
            _affixed(
                _joined(last, " ") if ctx.sorting is not None else _parts(last, ctx.style.particle_space), style.family
            ),
            _affixed(_parts(first), style.given),
            _suffix(name, style),
        ],
        style.sort_separator,
    )


def _demoted(ctx: Context) -> bool:
    """Whether a non-dropping particle goes behind the given name where the family name comes first."""
    demote = ctx.style.options.get("demote-non-dropping-particle", "display-and-sort")
    return demote == "display-and-sort" or (demote == "sort-only" and ctx.sorting is not None)


def _given(given: str, style: NameStyle, level: int) -> str:
    mark = style.initialize_with
    if not given or level == 2 or (mark is None and (level == 0 or style.form != "short")):
        return given
    if mark is None:
        return initials(given, "")
    if not style.hyphen:
        given = given.replace("-", " ")
    return initials(given, mark) if style.initialize else tidy_initials(given, mark)


def _typed(words: str) -> str:
    return words.replace("'", "’")


def _parts(pieces: list[Node], space: str = " ") -> Node:
    """Pieces of a name with spaces between, but none after an elided particle (d’, al-)."""
    out: list[Node] = []
    for piece in pieces:
        if not piece:
            continue
        if out and not _elided(text_of(out[-1])) and text_of(out[-1])[-1:] not in (" ", "\u00a0"):
            out.append(space)
        out.append(piece)
    if all(isinstance(piece, str) for piece in out):
        return "".join(piece for piece in out if isinstance(piece, str))
    return Span(out)


def _elided(words: str) -> bool:
    return words[-1:] in ("’", "-", "'") and (words[:1].islower() or len(words) < 4)


def _looked(words: str, finish: Finish | None, ctx: Context) -> Node:
    """Words in the look and letter case of their name-part."""
    if not words:
        return ""
    node = rich(words)
    return node if finish is None else finish.looked(node, ctx)


def _affixed(node: Node, finish: Finish | None) -> Node:
    """Between the affixes of a name-part."""
    if finish is None or not node:
        return node
    return Dress(None, finish.dress.prefix, finish.dress.suffix).wrap(node)


def _finished(words: str, finish: Finish | None, ctx: Context) -> Node:
    return _affixed(_looked(words, finish, ctx), finish)


def _joined(pieces: list[Node], separator: str) -> Node:
    pieces = [piece for piece in pieces if piece]
    if all(isinstance(piece, str) for piece in pieces):
        return separator.join(piece for piece in pieces if isinstance(piece, str))
    out: list[Node] = []
    for piece in pieces:
        out += [separator, piece]
    return Span(out[1:])


def _is_east_asian(name: Name) -> bool:
    return any("\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in name.family)
