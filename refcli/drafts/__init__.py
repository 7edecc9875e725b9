"""Draft + list -> mentions, linked to the entries that they mean. Usable alone."""

from refcli.drafts.find import find_mentions, named, read_scene
from refcli.drafts.own_list import OwnList, own_list
from refcli.drafts.shapes.notes import called as noted
from refcli.drafts.types import Ambiguous, Cites, Kind, Link, Listed, Mention, Misspelled, Unchecked, Unknown, WrongYear

__all__ = [
    "Ambiguous",
    "Cites",
    "Kind",
    "Link",
    "Listed",
    "Mention",
    "Misspelled",
    "OwnList",
    "Unchecked",
    "Unknown",
    "WrongYear",
    "find_mentions",
    "named",
    "noted",
    "own_list",
    "read_scene",
]
