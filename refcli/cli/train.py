"""Corrected readings -> a reader of the user's own, installed only when it reads corrections better that it has not seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from refcli.cli.console import note, say, table
from refcli.cli.errors import Exit, Problem
from refcli.cli.personal import Personal, fingerprint, install, load, undo
from refcli.cli.sources import read_bytes
from refcli.documents.encoding import decode

if TYPE_CHECKING:
    from refcli.parsing.learning import Correction, Score, Taught


def run(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CORRECTIONS]...",
            help='JSON lines, see below; "-" is standard input; none: those of the last time.',
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Measure, install nothing.")] = False,
    undone: Annotated[
        bool, typer.Option("--undo", help="Take back the last training; a second one brings it back.")
    ] = False,
) -> None:
    """Teach the reader how your references are written, by readings that you corrected.

    A line of CORRECTIONS is what refcli parse --to jsonl prints, set right: either its "segments" (a list of [label, words]
    which joined are the "text") or its "reference" (CSL-JSON). Lines that were right already may stay; they teach too.
    Give all your corrections each time, not only the new ones.

    Each correction is left out once and read by what the others taught; the model is installed if that reads more of them
    right than the reader does without it. It serves import, parse and add on this machine. lint does without it, so that
    a check says the same everywhere.

    \b
    Examples:
      refcli parse article.txt --to jsonl > corrections.jsonl    (then correct the file)
      refcli train corrections.jsonl
      refcli train --undo
    """
    if undone:
        _undo()
        return
    records, faults = _records(sources)
    if not records:
        raise Problem("; ".join(faults) or f"{', '.join(sources or ())}: has no corrections.")
    taught = _taught(records, faults)
    _report(taught)
    if taught.helps and not dry_run:
        install(_personal(taught, [record for _, record in records]))
        say("Installed; refcli train --undo takes it back.")
    elif taught.helps:
        say("It helps; nothing was installed.")
    else:
        say("It does not help, and was not installed. More corrections of one kind of list teach more.")
    if faults or not taught.helps:
        raise typer.Exit(Exit.FINDINGS)


def _taught(records: Sequence[tuple[str, Any]], faults: list[str]) -> Taught:
    """The model, and a note for each record that holds no correction. Raises Problem where too few are left."""
    from refcli.parsing.learning import LEAST, correction, teach  # noqa: PLC0415 - undoing needs no model

    usable: dict[str, Correction] = {}
    for place, record in records:
        made = correction(record)
        if isinstance(made, str):
            faults.append(f"{place}: left out: {made}")
        else:
            usable[made.text] = made
    for fault in faults:
        note(fault)
    if len(usable) < LEAST:
        raise Problem(f"{len(usable)} corrections that can be used; it takes {LEAST} to see whether they help.")
    return teach(list(usable.values()))


def _records(sources: Sequence[str] | None) -> tuple[list[tuple[str, Any]], list[str]]:
    """The records with their places, and what is wrong with lines that hold none. Without sources: those kept from last time."""
    if not sources:
        found = load()
        if found is None:
            raise Problem("name a file of corrections; refcli train --help shows how to get one.")
        return [(f"correction {i}", record) for i, record in enumerate(found.corrections, 1)], []
    records, faults = [], []
    for place, line in (pair for name in sources for pair in _lines(name)):
        try:
            records.append((place, json.loads(line)))
        except ValueError as error:
            faults.append(f"{place}: left out: no JSON: {error}")
    return records, faults


def _lines(name: str) -> Iterator[tuple[str, str]]:
    found = decode(read_bytes(name))
    if found is None:
        raise Problem(f"{name}: is no text; corrections are JSON lines as refcli parse --to jsonl prints them.")
    for number, line in enumerate(found[0].split("\n"), 1):
        if line.strip():
            yield f"{name}:{number}", line


def _personal(taught: Taught, records: Iterable[Any]) -> Personal:
    figures = {
        "corrections": taught.before.entries,
        "right before": taught.before.right,
        "right after": taught.after.right,
    }
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    return Personal(taught.model, fingerprint(), when, list(records), figures)


def _report(taught: Taught) -> None:
    before, after = taught.before, taught.after
    say(f"{before.entries} corrections, each left out once and read by what the others taught:")
    table(
        ("", "before", "after"),
        [("all fields right", _share(before), _share(after)), ("fields, F1", _f1(before), _f1(after))],
    )
    say(
        f"Of {taught.others} references in other styles, {taught.others - taught.others_same} are read otherwise than before."
    )


def _share(score: Score) -> str:
    return f"{score.right} ({100 * score.right / max(1, score.entries):.0f} %)"


def _f1(score: Score) -> str:
    return f"{100 * score.f1:.1f} %"


def _undo() -> None:
    now = undo()
    if now is None:
        say("Undone: the reader is as it was shipped. refcli train --undo brings your model back.")
    else:
        figures = now.figures
        say(
            f"Undone: in use is the model of {now.when}, taught by {figures.get('corrections')} corrections "
            f"({figures.get('right before')} of them right before, {figures.get('right after')} after)."
        )
