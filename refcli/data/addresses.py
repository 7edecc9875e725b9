"""Address -> the CSL type of what stands there, where the site or the folder tells it."""

from __future__ import annotations

import re
from functools import lru_cache

from refcli.data.loader import table

_SCHEME = re.compile(r"\A(?:[a-z]+://)?(?:www\.)?")


@lru_cache(maxsize=1024)
def type_of_address(address: str) -> str:
    """ "https://www.legislation.gov.uk/ukpga/2018/12" -> "legislation"; "" where the address does not tell."""
    place = "/" + _SCHEME.sub("", address.lower(), count=1)
    return next((name for name, parts in table("addresses").items() if any(part in place for part in parts)), "")
