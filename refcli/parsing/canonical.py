"""Reference as it is written -> reference as the library keeps it: an outlet under its usual name, the words kept."""

from __future__ import annotations

from dataclasses import replace

from refcli.data.outlets import find_outlet, outlet_key
from refcli.model import Name, Reference


def canonical(reference: Reference) -> Reference:
    """The outlet's alias ("Cacianalyst", "FT") replaced by its name; what was written stays in `custom.asfound`.

    An outlet that stands alone, without author and title, is the source itself: it is kept as the author.
    """
    written = reference.get("container-title")
    outlet = find_outlet(written) if written else None
    name = written if outlet is None or outlet_key(written) == outlet_key(outlet.name) else outlet.name
    if name and not reference.get("title") and not reference.authors:
        texts = {variable: value for variable, value in reference.texts.items() if variable != "container-title"}
        return replace(reference, texts=texts, names={**reference.names, "author": (Name(literal=name),)})
    return reference if name == written else replace(reference, texts={**reference.texts, "container-title": name})
