"""References, format -> the variables that it cannot carry, found by reading back what it wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refcli.exchange.types import Format
from refcli.model import Reference


def losses(form: Format, references: Sequence[Reference]) -> tuple[tuple[str, ...], ...]:
    """For each reference the variables that come back otherwise or not at all, "type" among them."""
    return tuple(tuple(_lost(form, reference)) for reference in references)


def _lost(form: Format, reference: Reference) -> Iterator[str]:
    back = form.read(form.write([reference])).references
    if len(back) != 1:
        yield from reference.to_json()
        return
    before, after = reference.to_json(), back[0].to_json()
    yield from (variable for variable, value in before.items() if _plain(after.get(variable)) != _plain(value))


def _plain(value: object) -> object:
    """Dashes and runs of space are no difference."""
    return " ".join(value.replace("–", "-").split()) if isinstance(value, str) else value
