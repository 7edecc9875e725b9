"""Other programs' files <-> references: RIS, CSL-JSON, CSL-YAML; one format a file. Usable alone.

A format is a module that fits `Format`; `FORMATS` has them in the order in which a file without a telling name is tried.
What a format cannot carry is found by reading back what was written, so that the answer is never out of date.
"""

from __future__ import annotations

from collections.abc import Mapping

from refcli.exchange import csl_json, csl_yaml, ris
from refcli.exchange.losses import losses
from refcli.exchange.types import Format, ReadFile, Unread

FORMATS: Mapping[str, Format] = {module.NAME: module for module in (ris, csl_json, csl_yaml)}
"""The formats by name."""


def format_of(name: str, text: str) -> Format | None:
    """The format of a file, by its name's ending or by how it begins; None where it is none of ours."""
    ending = name.rpartition(".")[2].lower()
    by_name = next((form for form in FORMATS.values() if ending in form.ENDINGS), None)
    return by_name or next((form for form in FORMATS.values() if form.begins(text.lstrip("\ufeff \t\r\n"))), None)


__all__ = ["FORMATS", "Format", "ReadFile", "Unread", "format_of", "losses"]
