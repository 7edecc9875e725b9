"""Settings of a file and what the command line says -> the settings that hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from refcli.cli.errors import Problem
from refcli.lint import LintSettings, wrong


def layered(configured: LintSettings, said: LintSettings) -> LintSettings:
    """The command line over the settings: `--select` replaces what they select and ignore, the rest adds to it.

    Raises Problem for what cannot be meant.
    """
    ignored = said.ignore if said.select else (*configured.ignore, *said.ignore)
    named = frozenset(said.extend_select)
    wanted = replace(
        said,
        select=said.select or configured.select,
        extend_select=said.extend_select if said.select else (*configured.extend_select, *said.extend_select),
        ignore=tuple(word for word in ignored if word not in named),
        per_file_ignores={**configured.per_file_ignores, **said.per_file_ignores},
        baseline=said.baseline or configured.baseline,
    )
    why = wrong(wanted)
    if why:
        raise Problem(why)
    return wanted


def codes(said: Iterable[str] | None) -> tuple[str, ...]:
    """The words of an option that may be repeated, and may hold several with commas."""
    return tuple(word.strip() for words in said or () for word in words.split(",") if word.strip())


def patterns(said: Iterable[str] | None) -> dict[str, tuple[str, ...]]:
    """PATTERN:CODES -> the codes of each pattern. Raises Problem for what is not so written."""
    out: dict[str, tuple[str, ...]] = {}
    for words in said or ():
        pattern, colon, rest = words.rpartition(":")
        if not colon or not pattern:
            raise Problem(f'--per-file-ignores "{words}": should be PATTERN:CODES, as in "old/*.md:REF201,REF202".')
        out[pattern] = (*out.get(pattern, ()), *codes([rest]))
    return out
