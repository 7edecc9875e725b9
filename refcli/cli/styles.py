"""Name of a style -> a compiled Style: ours, any stock style by its id, `csl:ID` for the stock one always, or a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from refcli.cli.errors import Problem
from refcli.csl import Style, StyleError
from refcli.csl.house import house_style
from refcli.csl.kinds import kinds
from refcli.data.loader import house_style as load_house
from refcli.data.loader import house_style_names, style_ids, style_xml, table


def find_style(name: str) -> Style:
    """The style. Raises Problem for an unknown name (with the nearest ones) and for a style that cannot be used."""
    if name.endswith(".csl") or "/" in name or "\\" in name:
        return _compile(_file(name), name)
    stock = name.removeprefix("csl:")
    house = load_house(name) if stock == name else None
    if house:
        return _house(house, name)
    xml = style_xml(stock)
    if xml is None:
        raise Problem(f'unknown style "{name}"{_nearest(stock)}')
    return _compile(xml, name)


def _house(house: Mapping[str, Any], name: str) -> Style:
    try:
        return house_style(house, style_xml, kinds(table("source_kinds")))
    except StyleError as error:
        raise Problem(f"styles/{name}.yaml: {error}") from error


def _file(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Problem(f"{name}: the style cannot be read: {error.strerror or error}.") from error


def _compile(xml: bytes, name: str) -> Style:
    try:
        return Style.from_xml(xml, parent=style_xml)
    except StyleError as error:
        raise Problem(f"{name}: {error}") from error


def _nearest(name: str) -> str:
    import difflib  # noqa: PLC0415 - only after a mistake

    close = difflib.get_close_matches(name, [*house_style_names(), *style_ids()], n=3, cutoff=0.6)
    return f"; did you mean {', '.join(close)}?" if close else "; give the id of a CSL style, or a .csl file."
