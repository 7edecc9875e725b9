"""References -> which of them are one work in other words, and why. Usable alone.

`find_duplicates` gives the groups, `compare` judges two references. Every weight stands in `refcli/duplicates/evidence.py`.
"""

from refcli.duplicates.groups import LIKELY, SURE, Group, compare, find_duplicates

__all__ = ["LIKELY", "SURE", "Group", "compare", "find_duplicates"]
