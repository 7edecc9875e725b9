"""The rules, in the order of their codes: REF1xx mentions, REF2xx entries, REF3xx the list as a whole."""

from refcli.lint.rules import (
    ambiguous_mention,
    duplicate_entry,
    misspelled_name,
    no_list,
    uncited_entry,
    unlisted_mention,
    year_mismatch,
)
from refcli.lint.types import Rule

RULES: tuple[Rule, ...] = (
    unlisted_mention,
    misspelled_name,
    year_mismatch,
    ambiguous_mention,
    uncited_entry,
    duplicate_entry,
    no_list,
)
