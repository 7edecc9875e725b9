"""CSL-YAML <-> references: pandoc's `references:`, in a file of its own or at the head of a Markdown document.

Values are CSL-JSON's; dates may be EDTF ("2004-08-11"). Source: the manual of pandoc, "Citations".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from refcli.exchange.csl_json import items
from refcli.exchange.types import ReadFile, Unread
from refcli.model import DATE_VARIABLES, Date, Reference

NAME = "csl-yaml"
ENDINGS = ("yaml", "yml")

_HEAD = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)$")
_BOOLEAN = re.compile(r"(?:true|false|True|False)$")
_NULL = re.compile(r"(?:null|~|)$")


def begins(text: str) -> bool:
    """`references:` at the head, with no text behind it: a draft that has its list in its head is a draft."""
    head = _HEAD.match(text)
    if head and text[head.end() :].strip():
        return False
    return bool(re.match(r"(?:---[ \t]*\r?\n(?:[^\n]*\n)*?)?references[ \t]*:|- id[ \t]*:", text))


def read(text: str) -> ReadFile:
    """The items of `references:`, or of a bare list."""
    import yaml  # noqa: PLC0415 - costs 10 ms, and only this format needs it

    head = _HEAD.match(text.removeprefix("\ufeff"))
    try:
        said = yaml.load(head[1] if head else text, Loader=_loader())  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 + bool(head) if error.problem_mark else 1
        return ReadFile((), (Unread(line, text[:80], f"is no YAML: {error.problem or error.context}"),))
    except (yaml.YAMLError, ValueError, RecursionError):
        return ReadFile((), (Unread(1, text[:80], "is no YAML that can be read"),))
    if said is None:
        return ReadFile(())
    if isinstance(said, dict) and "references" in said and not isinstance(said["references"], list):
        return ReadFile((), (Unread(1, text[:80], "`references` should be a list"),) if said["references"] else ())
    return items(_with_dates(said))


def write(references: Sequence[Reference]) -> str:
    """`references:` between lines of dashes, as pandoc writes it."""
    import yaml  # noqa: PLC0415 - as above

    said = {"references": [_item(reference) for reference in references]}
    return f"---\n{yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=100)}...\n"


def _item(reference: Reference) -> dict[str, Any]:
    out = reference.to_json()
    for variable, date in reference.dates.items():
        edtf = date.to_edtf()
        if edtf and Date.from_edtf(edtf) == date:
            out[variable] = edtf
    return out


def _with_dates(said: Any) -> Any:
    """pandoc's older dates, lists of `year`, `month`, `day`, as date-parts."""
    found = said.get("references", [said]) if isinstance(said, dict) else said
    if not isinstance(found, list):
        return said
    return [
        {key: _date(value) if key in DATE_VARIABLES else value for key, value in item.items()}
        if isinstance(item, dict)
        else item
        for item in found
    ]


def _date(value: Any) -> Any:
    days = value if isinstance(value, list) else [value]
    if not all(isinstance(day, dict) and "year" in day for day in days) or not days:
        return value
    return {"date-parts": [[day[part] for part in ("year", "month", "day") if day.get(part)] for day in days]}


def _loader() -> Any:
    """YAML's safe loader without its dates, octals and "no" for false: what looks like text is text."""
    import yaml  # noqa: PLC0415 - as above

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - yaml's own way

    for tag, pattern, firsts in (
        ("int", _INTEGER, "-0123456789"),
        ("bool", _BOOLEAN, "tTfF"),
        ("null", _NULL, ["~", "n", ""]),
    ):
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", pattern, list(firsts))
    return Loader
