"""Settings -> the rules that run. As in ruff, the longest selector that fits a rule decides; where two are equal it is ignored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from typing import get_args

from refcli.lint.rules import RULES
from refcli.lint.types import LintSettings, Profile, Rule


def chosen(settings: LintSettings, name: str = "") -> tuple[Rule, ...]:
    """The rules that run on a file of that name, in order."""
    ignored = [*settings.ignore]
    for pattern, selectors in settings.per_file_ignores.items():
        if name and _fits(name, pattern):
            ignored += selectors
    return tuple(rule for rule in RULES if _runs(rule, settings, ignored))


def wrong(settings: LintSettings) -> str:
    """What cannot be meant: a profile that is none, a selector that fits no rule; "" where all is well."""
    if settings.profile not in get_args(Profile):
        return f'there is no profile "{settings.profile}"; there are {" and ".join(get_args(Profile))}.'
    said = [*settings.select, *settings.extend_select, *settings.ignore]
    for selectors in settings.per_file_ignores.values():
        said += selectors
    strange = next((word for word in said if not any(_weight(word, rule) for rule in RULES)), None)
    return "" if strange is None else f'no rule is "{strange}"; refcli explain lists them.'


def fits(selectors: Iterable[str], rule: Rule) -> bool:
    """Does one of the selectors mean the rule?"""
    return any(_weight(selector, rule) for selector in selectors)


def _runs(rule: Rule, settings: LintSettings, ignored: Sequence[str]) -> bool:
    by_profile = 1 if not settings.select and (settings.profile == "submission" or rule.PROFILE == "drafting") else 0
    return max(by_profile, _best(settings.select, rule), _best(settings.extend_select, rule)) > _best(ignored, rule)


def _best(selectors: Sequence[str], rule: Rule) -> int:
    return max((_weight(selector, rule) for selector in selectors), default=0)


def _weight(selector: str, rule: Rule) -> int:
    """How exactly a selector means a rule: 0 not at all; a name as exactly as a whole code. "ALL" is the shortest beginning."""
    word = selector.strip()
    if word == rule.NAME:
        return len(rule.CODE) + 1
    if word.upper() == "ALL":
        return 1
    return len(word) + 1 if word and rule.CODE.startswith(word.upper()) else 0


def _fits(name: str, pattern: str) -> bool:
    """A pattern means a path, its end, or a file's bare name."""
    path = name.replace("\\", "/").removeprefix("./")
    return fnmatch(path, pattern) or fnmatch(path, f"*/{pattern}")
