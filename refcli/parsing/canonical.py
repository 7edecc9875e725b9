"""Reference as it is written -> reference as the library keeps it: an outlet under its usual name, the words kept."""

from __future__ import annotations

from dataclasses import replace

from refcli.data.outlets import find_outlet, outlet_key
from refcli.model import Reference


def canonical(reference: Reference) -> Reference:
    """The outlet's alias ("Cacianalyst", "FT") replaced by its name; what was written stays in `custom.asfound`."""
    written = reference.get("container-title")
    outlet = find_outlet(written) if written else None
    if outlet is None or outlet_key(written) == outlet_key(outlet.name):
        return reference
    return replace(reference, texts={**reference.texts, "container-title": outlet.name})
