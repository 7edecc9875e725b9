"""The rules, in the order of their codes: REF1xx mentions, REF2xx entries, REF3xx the draft and its list as a whole,
REF4xx what is said to refcli itself."""

from refcli.lint.rules import (
    ambiguous_mention,
    duplicate_entry,
    misspelled_name,
    no_list,
    uncited_entry,
    undefined_key,
    unlisted_mention,
    unused_suppression,
    year_mismatch,
)
from refcli.lint.types import Rule

RULES: tuple[Rule, ...] = (
    unlisted_mention,
    misspelled_name,
    year_mismatch,
    ambiguous_mention,
    undefined_key,
    uncited_entry,
    duplicate_entry,
    no_list,
    unused_suppression,
)
