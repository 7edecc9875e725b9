"""Addresses, DOIs, ISBNs: words -> the identifier, mended where a line broke it."""

from __future__ import annotations

import re

from refcli.text import holds_any, rare

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_BEGINS = re.compile(r"https?:|ftp:|www\.", re.IGNORECASE)
_BEHIND = rare(r"[)\]>;,.]*[(\[<]?(?:accessed|retrieved|abgerufen|last(?:accessed|visited)).*\Z", re.IGNORECASE)
_LOOKED_UP = rare(
    r"[\])>;,.]*[(\[](?:dostęp|erişim|acess?o|acceso|consult|geraadpleegd|hämtad|zugriff|дата|доступ|accès|zuletzt).*\Z",
    re.IGNORECASE,
)
_OF_BEHIND = ("accessed", "retrieved", "abgerufen", "lastvisited")
_SECOND = rare(
    r"(?<=[\w/])[\].,;]?(?:\s+[\[(<]?|[\[(<])(?=https?://|www\.|perma\.cc/|archive\.(?:is|ph|org)/)|[.,;]?\s+\(?(?:archived|saved) at\b",
    re.IGNORECASE,
)
"""Where a second address begins: a copy in an archive, as a rule."""
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_ISBN = re.compile(r"[\dXx][\dXx -]{8,16}[\dXx]")
_RESOLVER = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)", re.IGNORECASE)


def url(words: str) -> str:
    """A URL without the spaces and line ends that broke it, and without the sign that closes the sentence."""
    first = _SECOND.split(words.strip(), maxsplit=1)[0] if holds_any(words, " \n\t[(<") else words
    joined = _closed("".join(first.split()).lstrip("<>[]()\"'*_"))
    at = _BEGINS.search(joined)
    joined = joined[at.start() :] if at else joined
    joined = _BEHIND.sub("", joined) if holds_any(joined.lower(), _OF_BEHIND) else joined
    joined = _LOOKED_UP.sub("", joined) if holds_any(joined, "([") else joined
    joined = _closed(joined)
    return f"https://{joined}" if joined.lower().startswith("www.") else joined


def _closed(address: str) -> str:
    """Without the signs behind it; a bracket that closes one of its own stays ("wiki/Pact_(law)")."""
    bare = address.rstrip("<>[]()\"'*_.,;:")
    missing = bare.count("(") - bare.count(")")
    return bare + ")" * min(missing, address.count(")", len(bare))) if missing > 0 else bare


def is_site_of(site: str, address: str) -> bool:
    """Is the first the bare site on which the second stands ("www.sec.gov website: https://www.sec.gov/a.pdf")?"""
    bare = _SCHEME.sub("", site).rstrip("/")
    return bool(bare) and "/" not in bare and _SCHEME.sub("", address).startswith(bare + "/")


def doi(words: str) -> str:
    """The DOI itself, without resolver or "doi:"; "" where there is none."""
    match = _DOI.search("".join(words.split()))
    return re.sub(r"\.?URL\Z", "", match[0]).rstrip(".,;)]>") if match else ""


def doi_of_url(address: str) -> str:
    """The DOI that a resolver's address holds, "" for other addresses."""
    match = _RESOLVER.match(address)
    return match[1].rstrip(".,;)]>") if match else ""


def isbn(words: str) -> str:
    """The digits of an ISBN, "" where there are none."""
    match = _ISBN.search(words)
    return match[0].strip() if match else ""
